"""Tasks that cannot be done, are done before they start, or say what to click."""

import re
from collections.abc import Iterator

from toolkit.domain.action import Go
from toolkit.domain.finding import SpecFinding
from toolkit.domain.machine import Machine
from toolkit.domain.planner import NoPlan, Plan, plan
from toolkit.domain.solution import Task
from toolkit.services.checking.case import At, Case
from toolkit.services.checking.labels import of_rows

SHORTEST = 4
"""A label of fewer letters stands in a task's text by chance."""


def task_findings(case: Case) -> Iterator[SpecFinding]:
    """Plan every task on every option."""
    for machine in case.machines.values():
        for name, task in case.solution.tasks.items():
            yield from _task(case, machine, name, task)
            if task.answer:
                yield from _answer_told(case, machine, name, task)


def _task(case: Case, machine: Machine, name: str, task: Task) -> Iterator[SpecFinding]:
    at, option = At(("tasks", name)), machine.option
    found = plan(machine, task)
    if isinstance(found, NoPlan):
        said = f"the task '{name}' cannot be done on '{option}': {found.reason}"
        fix = f"give {task.role} a screen or button that leads there, or change what counts as done"
        if found.no_row and task.answer:
            fix = f"pin a row of {task.answer.entity} that fits and that {task.role} sees, or change the condition"
        yield case.warning("way-not-found", at, said, fix) if found.gave_up else case.error("no-way", at, said, fix)
    elif found.done_before_start:
        said = f"the task '{name}' is done before it starts on '{option}'"
        yield case.error("done-before-start", at, said, "ask for something that is not so at the start")
    else:
        yield from _given_away(case, name, task, found)


def _given_away(case: Case, name: str, task: Task, found: Plan) -> Iterator[SpecFinding]:
    """Yield the labels on the way that the task's text says word for word; titles of rows have to be said."""
    for step in found.steps:
        titles = {control.id for control in of_rows(step.view) if isinstance(control.action, Go)}
        label = step.control.label
        if len(label) >= SHORTEST and step.control.id not in titles and _holds(task.say, label):
            said = f"the task '{name}' says what to click: '{label}'"
            fix = "say what is wanted in the participant's own words, so that finding the way is theirs"
            yield case.note("gives-away", At(("tasks", name, "say"), word=label), said, fix)


def _answer_told(case: Case, machine: Machine, name: str, task: Task) -> Iterator[SpecFinding]:
    """Yield a finding about a task whose text holds its own answer."""
    right = machine.right_answer(task.answer, machine.start(task.role)) if task.answer else ""
    if len(right) >= SHORTEST and _holds(task.say, right):
        at = At(("tasks", name, "say"), word=right)
        yield case.warning(
            "gives-away", at, f"the task '{name}' says its own answer: '{right}'", "leave the answer out"
        )


def _holds(text: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))
