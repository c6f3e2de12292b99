"""Explores what a role can see and do, as far as it can be carried into a copy that answers without a server."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush

from toolkit.domain.action import Action, Bulk, Go, Place, filled
from toolkit.domain.choosing import COLUMNS
from toolkit.domain.machine import Machine
from toolkit.domain.planner.filling import fill
from toolkit.domain.planner.hints import Hints
from toolkit.domain.state import State
from toolkit.domain.view import Control, Form, View

MISSING = -1
"""Instead of the number of a page that the copy does not hold."""
_SAMPLE = Hints("Sample text", "", frozenset(), frozenset(), (), {}, frozenset(), reads=False)
_STAYING = frozenset(("do", "step", "check"))
"""Settings of a place that open a part of it; every other setting narrows, sorts or turns a page."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Where a form leads: to a page when sample answers are sent, to another when it is sent empty."""

    accepted: int
    refused: int


@dataclass(frozen=True, slots=True)
class Page:
    """One view, and the numbers of the pages it leads to: by control, by form, and by 'name=value' of a filter."""

    view: View
    ways: Mapping[str, int]
    sends: Mapping[str, Sent]
    narrows: Mapping[str, Mapping[str, int]]


def explore(machine: Machine, role: str, *, most: int) -> tuple[Page, ...]:
    """Return at most so many pages that a role can come to; the first is where it starts.

    First come all pages that are reached without changing anything, one filter, order or page number at a time; then
    what one change makes of them, then two. Leaving a screen after a change leads back to how things were at the
    start: a copy that held every order of changes would never end.
    """
    return _Explorer(machine, machine.start(role), most).pages()


@dataclass(slots=True)
class _Explorer:
    machine: Machine
    start: State
    most: int
    _numbers: dict[str, int] = field(default_factory=dict)
    _waiting: list[tuple[int, int, State]] = field(default_factory=list)

    def pages(self) -> tuple[Page, ...]:
        """Visit what is nearest to the start first, until there is nothing more or the copy is full."""
        self._number(self.start, 0)
        found: dict[int, Page] = {}
        while self._waiting:
            changed, number, state = heappop(self._waiting)
            found[number] = self._page(state, changed)
        return tuple(found[number] for number in sorted(found))

    def _number(self, state: State, changed: int) -> int:
        """Return the number of a state's page, a new one if there is room."""
        key = repr((state.place, state.back, state.changes, state.drafts, state.attempt))
        if key not in self._numbers:
            if len(self._numbers) >= self.most:
                return MISSING
            self._numbers[key] = len(self._numbers)
            heappush(self._waiting, (changed, self._numbers[key], state))
        return self._numbers[key]

    def _page(self, state: State, changed: int) -> Page:
        view = self.machine.view(state)
        forms = [block for block in view.blocks if isinstance(block, Form)]
        submits = {form.submit.id for form in forms}
        single = (c for c in view.controls() if c.id not in submits and not isinstance(c.action, Bulk))
        ways = {c.id: self._way(state, c, changed) for c in single}
        sends = {form.id: self._sent(state, form, changed) for form in forms if not form.live}
        narrows = {form.id: self._narrowed(state, form, changed) for form in forms if form.live}
        return Page(view, ways, sends, narrows)

    def _way(self, state: State, control: Control, changed: int) -> int:
        if isinstance(control.action, Go):
            return MISSING if control.action.role else self._gone(state, control.action, changed)
        return self._number(self.machine.step(state, control.action), changed + 1)

    def _gone(self, state: State, action: Go, changed: int) -> int:
        """Return the page of a place; one that is narrowed in two ways at once is left out, or in other columns yet."""
        narrowing = [name for name, _ in action.place.query if name not in _STAYING]
        columns = action.place.get(COLUMNS)
        if len(narrowing) > 1 or (columns and state.place.get(COLUMNS) not in ("", columns)):
            return MISSING
        leaves = bool(state.changes or state.drafts) and action.place.screen != state.place.screen
        went = self.machine.step(self.start if leaves else state, action)
        back = Place(went.back.screen, went.back.row) if went.back else None
        return self._number(replace(went, back=back, notice=""), 0 if leaves else changed)

    def _sent(self, state: State, form: Form, changed: int) -> Sent:
        values = fill(self.machine.scene(state), form, _SAMPLE)
        after = self._tried(state, filled(form.submit.action, values))
        accepted = MISSING if after.attempt else self._number(after, changed + 1)
        empty = self._tried(state, filled(form.submit.action, dict.fromkeys(values, "")))
        return Sent(accepted, self._number(empty, changed) if empty.attempt else MISSING)

    def _tried(self, state: State, action: Action) -> State:
        return self.machine.step(replace(state, attempt=None) if state.attempt else state, action)

    def _narrowed(self, state: State, form: Form, changed: int) -> dict[str, int]:
        """Return where each choice of a filter leads, from the list as it is unfiltered."""
        action = form.submit.action
        if not isinstance(action, Go):
            return {}
        bare = Go(Place(action.place.screen, action.place.row))
        return {
            f"{asked.name}={choice.value}": self._gone(state, _chosen(bare, asked.name, choice.value), changed)
            for asked in form.inputs
            for choice in asked.choices
        }


def _chosen(action: Go, name: str, value: str) -> Go:
    return Go(action.place.with_(**{name: value}))
