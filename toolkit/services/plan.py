"""Plan a study: from a loaded prototype to what will be asked of whom, and what counts as the direct way."""

from collections.abc import Iterator
from dataclasses import replace

import toolkit
from toolkit.data import fingerprint
from toolkit.domain.planner import Plan as Found
from toolkit.domain.planner import plan as shortest
from toolkit.domain.study import CONSENT, Plan, Way
from toolkit.services.book import Book
from toolkit.services.load import Prototype
from toolkit.services.register import current


def plan_study(prototype: Prototype, *, people: int = 0) -> Plan:
    """Return the plan of a study with everything the spec names; `people` overrules how many are asked."""
    solution = prototype.solution
    return Plan(
        prototype=prototype.name,
        options=tuple(solution.options),
        tasks=tuple(solution.tasks),
        questions=tuple(question.name for question in solution.questions),
        people=people or solution.participants,
        goals=solution.goals,
        ways=tuple(_ways(prototype)),
        spec=prototype.fingerprints["spec"],
        data=fingerprint(prototype.dataset),
        build=f"showtell {toolkit.__version__}",
        consent=CONSENT,
    )


def plan_again(book: Book, prototype: Prototype, *, people: int = 0) -> Plan:
    """Return the plan with as many people as its study has now, so that the same spec stays the same study."""
    plan = plan_study(prototype, people=people)
    known = current(book, prototype.name)
    return replace(plan, people=known.people) if not people and known and known.spec == plan.spec else plan


def _ways(prototype: Prototype) -> Iterator[Way]:
    """Yield the shortest way through each task on each option, where there is one."""
    for option in prototype.solution.options:
        for name, task in prototype.solution.tasks.items():
            found = shortest(prototype.machines[option], task)
            if isinstance(found, Found):
                yield Way(option, name, found.screens)
