"""The search: breadth first over states, from where the role starts to where the goal is reached."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from toolkit.domain.action import Action, Values
from toolkit.domain.machine import Machine
from toolkit.domain.planner.answers import Reading, reading_of
from toolkit.domain.planner.candidates import Candidate, candidates
from toolkit.domain.planner.hints import Hints, hints_of
from toolkit.domain.solution import Task
from toolkit.domain.state import State
from toolkit.domain.view import Control, View

BUDGET = 20_000
"""So many states are looked at before a search gives up."""


@dataclass(frozen=True, slots=True)
class Step:
    """One action of a plan: what is seen before it, what is used and typed, and the screen that follows."""

    view: View
    control: Control
    values: Values
    action: Action
    screen: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The shortest way through a task, in actions; `tried` states were looked at to find it.

    No steps mean that nothing has to be clicked: the answer stands on the first screen, or the task is done before it
    starts. `last` is what is seen at the end, `answer` what is to be said there.
    """

    task: str
    option: str
    start: str
    steps: tuple[Step, ...]
    last: View
    answer: str = ""
    tried: int = 0

    @property
    def screens(self) -> tuple[str, ...]:
        """The keys of the screens, the first included: one more for each action, as a session's log says them."""
        return (self.start, *(step.screen for step in self.steps))

    @property
    def needed(self) -> int:
        """How many different screens the way has: what lostness compares with."""
        return len(set(self.screens))

    @property
    def done_before_start(self) -> bool:
        """Whether a task that asks for something to be done is done already."""
        return not self.steps and not self.answer


@dataclass(frozen=True, slots=True)
class NoPlan:
    """No way was found, and why; `gave_up` says that the search ended before all states were tried.

    `refused` says what stood in the way: forms that did not take what the planner could think of, broken screens;
    `no_row` that no row the role sees could be the answer.
    """

    task: str
    option: str
    reason: str
    tried: int = 0
    gave_up: bool = False
    refused: tuple[str, ...] = ()
    no_row: bool = False


@dataclass(frozen=True, slots=True)
class _Node:
    """One state met on the way, how it was come by, and whether the row of an answer is known by now."""

    state: State
    known: bool = False
    before: "_Node | None" = None
    by: Candidate | None = None
    view: View | None = None


@dataclass(slots=True)
class _Search:
    """One search under way."""

    machine: Machine
    task: Task
    hints: Hints
    reading: Reading | None
    budget: int
    tried: int = 0
    gave_up: bool = False
    refused: dict[str, None] = field(default_factory=dict)

    def run(self, start: State) -> _Node | None:
        """Return the first node at which the goal is reached, or None."""
        first = _Node(start)
        if self.reading is None and self.machine.met(self.task, start):
            return first
        waiting, met = deque([first]), {_key(first)}
        while waiting and self.tried < self.budget:
            node = waiting.popleft()
            self.tried += 1
            view = self._view(node)
            if view is None:
                continue
            known, over = self._reached(node, view)
            if over:
                return node
            for child in self._children(node, view, known=known):
                if self.reading is None and self.machine.met(self.task, child.state):
                    return child
                if (key := _key(child)) not in met:
                    met.add(key)
                    waiting.append(child)
        self.gave_up = bool(waiting)
        return None

    def _view(self, node: _Node) -> View | None:
        """Return what is seen; a screen that cannot be drawn leads nowhere, and is noted."""
        try:
            return self.machine.view(node.state)
        except Exception as error:
            self.refused[f"the screen '{node.state.place.screen}' cannot be drawn: {error}"] = None
            return None

    def _reached(self, node: _Node, view: View) -> tuple[bool, bool]:
        """Return whether the row of the answer is known here, and whether the answer can be read."""
        if self.reading is None:
            return False, False
        sight = self.reading.sight(node.state, view)
        known = node.known or sight.knows
        return known, known and sight.shows

    def _children(self, node: _Node, view: View, *, known: bool) -> Iterator[_Node]:
        screen = self.machine.app.screen_at(view.screen)
        role = self.machine.app.roles[node.state.role]
        scene = self.machine.scene(node.state) if screen and role.name in screen.roles else None
        row = self.reading.row if self.reading else ""
        for candidate in candidates(scene, view, self.hints, row=row):
            state = self.machine.step(node.state, candidate.action)
            if state.attempt:
                said = "; ".join(state.attempt.errors.values())
                self.refused[f"the form '{candidate.control.label}' on '{view.title}' was not accepted: {said}"] = None
            else:
                yield _Node(state, known, node, candidate, view)


def plan(machine: Machine, task: Task, *, budget: int = BUDGET) -> Plan | NoPlan:
    """Return the shortest way through a task, or say why none was found.

    Of ways of one length it is the one whose first steps answer best to the words of the task.
    """
    if task.role not in machine.app.roles:
        return NoPlan(task.name, machine.option, f"there is no role '{task.role}' in this option")
    start = machine.start(task.role)
    reading = reading_of(machine, task, start)
    if reading and not reading.row:
        return NoPlan(task.name, machine.option, "there is no row in the data that could be the answer", no_row=True)
    if task.answer and not machine.right_answer(task.answer, start):
        return NoPlan(task.name, machine.option, f"the field '{task.answer.field}' of the right row is empty")
    search = _Search(machine, task, hints_of(machine, task), reading, budget)
    end = search.run(start)
    return _no_plan(search) if end is None else _plan(search, end)


def _plan(search: _Search, end: _Node) -> Plan:
    nodes = [end]
    while (before := nodes[-1].before) is not None:
        nodes.append(before)
    first, *others = reversed(nodes)
    steps = tuple(
        Step(n.view, n.by.control, n.by.values, n.by.action, n.state.place.screen)
        for n in others
        if n.view is not None and n.by is not None
    )
    machine, task = search.machine, search.task
    return Plan(
        task.name,
        machine.option,
        first.state.place.screen,
        steps,
        last=machine.view(end.state),
        answer=machine.right_answer(task.answer, end.state) if task.answer else "",
        tried=search.tried,
    )


def _no_plan(search: _Search) -> NoPlan:
    reason = f"gave up after {search.tried} states" if search.gave_up else f"no way among all {search.tried} states"
    if search.refused:
        reason += f"; {next(iter(search.refused))}"
    refused = tuple(search.refused)
    return NoPlan(search.task.name, search.machine.option, reason, search.tried, search.gave_up, refused)


def _key(node: _Node) -> object:
    """Return what makes two states the same to a planner: place, changes, drafts, and what is known."""
    state = node.state
    changes = frozenset(
        (entity, key, None if row is None else frozenset(row.items()))
        for entity, rows in state.changes.items()
        for key, row in rows.items()
    )
    drafts = frozenset((flow, frozenset(values.items())) for flow, values in state.drafts.items())
    return state.role, state.place, changes, drafts, node.known
