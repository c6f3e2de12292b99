"""Goals that the planned study can never confirm or refute, or that nothing in it can bring evidence for."""

from collections.abc import Iterator

from toolkit.domain.finding import SpecFinding
from toolkit.domain.solution import Goal
from toolkit.domain.statistics.intervals import FEWEST
from toolkit.domain.statistics.planning import people_needed, settles
from toolkit.services.checking.case import At, Case


def promise_findings(case: Case) -> Iterator[SpecFinding]:
    """Hold every goal against the plan."""
    solution = case.solution
    if solution.goals and solution.participants < FEWEST:
        said = f"{solution.participants} people are planned, and there is no verdict from fewer than {FEWEST}"
        yield case.warning(
            "too-few-people", At(("study", "people")), said, f"write: study: {{people: {FEWEST}}}, or more"
        )
    if not solution.goals and len(solution.options) > 1:
        said = "there are options to choose between, and no goal says what better means"
        yield case.note("no-goal", At(("options",)), said, "add a goal, as in found fast: time of TASK <= 30 s")
    for goal in solution.goals:
        yield from _unmeasured(case, goal)
        if goal.measure == "success" and solution.participants >= FEWEST:
            yield from _share(case, goal)
        elif goal.measure == "time" and goal.target <= 0:
            yield case.warning("never-confirmed", _at(goal), f"nobody is as fast as '{goal.text}'", "allow some time")


def _at(goal: Goal) -> At:
    return At(("goals", goal.name))


def _unmeasured(case: Case, goal: Goal) -> Iterator[SpecFinding]:
    """Yield a goal that no walkthrough brings a number for."""
    metric = case.plugins.metrics.get(goal.measure)
    if not case.solution.tasks:
        said = f"nothing can bring evidence for '{goal.name}': there is no task that anybody would walk through"
        yield case.warning(
            "goal-unmeasured", _at(goal), said, "add a task, as in tasks: {find: {say: ..., answer: ...}}"
        )
    elif metric and (metric.per == "task") != bool(goal.task):
        per = "of one task" if metric.per == "task" else "of an option as a whole"
        task = next(iter(case.solution.tasks))
        fix = f"write: {goal.measure}{f' of {task}' if metric.per == 'task' else ''} {goal.text.split(' ', 1)[1]}"
        said = f"nothing can bring evidence for '{goal.name}': {goal.measure} is measured {per}"
        yield case.warning("goal-unmeasured", _at(goal), said, fix)


def _share(case: Case, goal: Goal) -> Iterator[SpecFinding]:
    """Yield a share that the planned people could not confirm if all of them did as hoped, nor refute if none did."""
    people = case.solution.participants
    hoped = goal.target if goal.comparison in (">=", ">") else 1 - goal.target
    if not settles(people, hoped):
        said = f"{people} people can never confirm '{goal.text}', even if all of them did as hoped"
        yield case.warning("never-confirmed", _at(goal), said, f"{_more(hoped)}promise less")
    if not settles(people, 1 - hoped):
        said = f"{people} people can never refute '{goal.text}', even if none of them did as hoped"
        yield case.warning("never-refuted", _at(goal), said, f"{_more(1 - hoped)}promise more")


def _more(share: float) -> str:
    """Return how many people it takes, as the first half of a fix; nothing where no number is enough."""
    needed = people_needed(share)
    return f"write: study: {{people: {needed}}}, or " if needed else ""
