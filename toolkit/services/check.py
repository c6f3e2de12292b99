"""Check a spec: what its reader says, and what a customer would have tripped over when it is shown."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.data import make
from toolkit.domain.action import Go, Place
from toolkit.domain.finding import SpecFinding
from toolkit.domain.machine import Machine
from toolkit.domain.planner import NoPlan, plan
from toolkit.domain.solution import Screen, Solution
from toolkit.domain.state import State
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.spec import Reading, read

EVERY_ROW = 3
"""Of each screen about one row so many rows are drawn: the first ones, as they differ most in a bundled dataset."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, what was assumed where the spec says nothing, and how many views were drawn to find out."""

    findings: tuple[SpecFinding, ...]
    defaulted: tuple[str, ...]
    views: int = 0

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return any(f.severity == "error" for f in self.findings)


def check(path: Path, plugins: Plugins) -> Checked:
    """Read a spec, make its data, draw every screen for every role and option, and plan every task."""
    reading = read(path, plugins.parts, measures=tuple(plugins.metrics))
    if reading.solution is None:
        return Checked(reading.findings, reading.defaulted)
    solution = reading.solution
    try:
        dataset = make(solution, plugins.parts.types)
    except ToolkitError as error:
        return Checked((*reading.findings, _finding(reading, "data", "data", error.what, error.fix)), reading.defaulted)
    found, views = list(reading.findings), 0
    for option in solution.options:
        machine = Machine(solution, option, dataset, plugins.parts)
        drawn = [_draw(reading, machine, state) for state in _states(machine)]
        found += [finding for finding in drawn if finding]
        found += _tasks(reading, machine, solution)
        views += len(drawn)
    unique = {(f.code, f.path, f.message): f for f in found}
    return Checked(tuple(sorted(unique.values(), key=lambda f: f.position)), reading.defaulted, views)


def _states(machine: Machine) -> Iterator[State]:
    """Yield each role at each screen that it may open; at a screen about a row, with the first rows."""
    for role in machine.app.roles:
        start = machine.start(role)
        yield start
        for screen in machine.app.screens.values():
            if role in screen.roles:
                yield from (machine.step(start, Go(place)) for place in _places(machine, screen))


def _places(machine: Machine, screen: Screen) -> Iterator[Place]:
    if not machine.parts.kinds[screen.kind].needs_row:
        yield Place(screen.key)
        return
    for row in list(machine.dataset.rows(screen.entity))[:EVERY_ROW]:
        yield Place(screen.key, row)


def _draw(reading: Reading, machine: Machine, state: State) -> SpecFinding | None:
    """Return a finding if the view cannot be drawn, whatever the reason: to the customer a plugin's fault is ours."""
    try:
        machine.view(state)
    except Exception as error:
        name = next((s.name for s in machine.app.screens.values() if s.key == state.place.screen), state.place.screen)
        said = f"the screen '{name}' cannot be drawn for {state.role} ({machine.option}): {error}"
        return _finding(
            reading, "screen-fails", f"screens.{name}", said, "mend what it says, or the plugin of its kind"
        )
    return None


def _tasks(reading: Reading, machine: Machine, solution: Solution) -> Iterator[SpecFinding]:
    """Yield tasks that cannot be done, or are done before they start."""
    for name, task in solution.tasks.items():
        found = plan(machine, task)
        path = f"tasks.{name}"
        if isinstance(found, NoPlan):
            said = f"the task '{name}' cannot be done on '{machine.option}': {found.reason}"
            fix = f"give {task.role} a screen or button that leads there, or change what counts as done"
            finding = _finding(reading, "no-way", path, said, fix)
            yield replace(finding, code="way-not-found", severity="warning") if found.gave_up else finding
        elif found.done_before_start:
            said = f"the task '{name}' is done before it starts on '{machine.option}'"
            yield _finding(reading, "done-before-start", path, said, "ask for something that is not so at the start")


def _finding(reading: Reading, code: str, path: str, message: str, fix: str) -> SpecFinding:
    parents = (path, path.rpartition(".")[0])
    first = next(iter(reading.places.values()), "")
    where = next((reading.places[p] for p in parents if p in reading.places), first)
    return SpecFinding(code, "error", where, path, message, fix)
