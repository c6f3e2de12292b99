"""Drawing every screen for every role, option and state, with no row or very many: what throws is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from toolkit.domain.action import Go, Place
from toolkit.domain.asking import typed_value
from toolkit.domain.dataset import Dataset
from toolkit.domain.finding import SpecFinding
from toolkit.domain.flow import CHECK
from toolkit.domain.machine import Machine
from toolkit.domain.scene import Scene
from toolkit.domain.showing import Showing
from toolkit.domain.solution import Screen
from toolkit.domain.state import State
from toolkit.domain.thinning import repeated
from toolkit.domain.values import Row, slug
from toolkit.domain.view import Actions, Form, Stats, Steps, View
from toolkit.services.checking.case import At, Case
from toolkit.services.checking.states import in_states, showing_of
from toolkit.spec.refers import Mention, mentions

EVERY_ROW = 3
"""Of each screen about one row so many rows are drawn: the first ones, as they differ most in a bundled dataset."""
MANY = 2_000
"""Rows of each entity in a prototype that is full."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One view that could be drawn, and the screen, the state and the option it is of."""

    option: str
    screen: Screen
    state: State
    view: View


@dataclass(frozen=True, slots=True)
class Gallery:
    """Everything that was drawn of the prototype's own data, what could not be drawn, and how many views it took."""

    drawn: tuple[Drawn, ...]
    failed: tuple[SpecFinding, ...]
    views: int


def gallery(case: Case, many: int = MANY) -> Gallery:
    """Draw the prototype as it is, then with nobody's rows in it, then with so many rows of each entity."""
    drawn: list[Drawn] = []
    failed: list[SpecFinding] = []
    views = 0
    for option, machine in case.machines.items():
        for state in _states(machine):
            found = _draw(case, machine, state, "")
            views += 1
            drawn += [
                Drawn(option, screen, state, found) for screen in _screen(machine, state) if isinstance(found, View)
            ]
            failed += [found] if isinstance(found, SpecFinding) else []
    for said, dataset in (
        (" when there is no row", _empty(case)),
        (f" with {many:,} rows", repeated(case.dataset, many)),
    ):
        met: list[Screen] = []
        for option in case.machines:
            machine = Machine(case.solution, option, dataset, case.code.parts(option, case.plugins.parts))
            tried = [_draw(case, machine, state, said) for state in _overviews(machine, met)]
            failed += [found for found in tried if isinstance(found, SpecFinding)]
            views += len(tried)
    met = []
    for machine in case.machines.values():
        shown = showing_of(machine)
        tried = [_draw(case, shown, state, said) for state, said in in_states(machine, met)]
        failed += [found for found in tried if isinstance(found, SpecFinding)]
        views += len(tried)
    return Gallery(tuple(drawn), tuple(failed), views)


def _screen(machine: Machine | Showing, state: State) -> Iterator[Screen]:
    screen = machine.app.screen_at(state.place.screen)
    if screen is not None:
        yield screen


def _draw(case: Case, machine: Machine | Showing, state: State, said: str) -> View | SpecFinding:
    """Return the view, or a finding if there is none, whatever the reason: to the customer a plugin's fault is ours."""
    try:
        return machine.view(state)
    except Exception as error:
        name = next((s.name for s in _screen(machine, state)), state.place.screen)
        told = f"the screen '{name}' cannot be drawn for {state.role} ({machine.option}){said}: {error}"
        at = At(("screens", name), machine.option)
        return case.error("screen-fails", at, told, "mend what it says, or the plugin of its kind")


def _overviews(machine: Machine, met: list[Screen]) -> Iterator[State]:
    """Yield each screen that is about no single row and was not met yet, as one role sees it."""
    for screen in machine.app.screens.values():
        if screen.roles and not machine.parts.kinds[screen.kind].needs_row and screen not in met:
            met.append(screen)
            yield machine.step(machine.start(screen.roles[0]), Go(Place(screen.key)))


def _states(machine: Machine) -> Iterator[State]:
    """Yield each role at each screen that it may open, with what can be opened there."""
    for role in machine.app.roles:
        start = machine.start(role)
        yield start
        for screen in machine.app.screens.values():
            if role in screen.roles:
                yield from states_of(machine, role, screen)


def states_of(machine: Machine, role: str, screen: Screen) -> Iterator[State]:
    """Yield a role at one screen that it may open, with what can be opened there."""
    for at in _at(machine, machine.start(role), screen):
        yield at
        yield from _within(machine, at, screen)


def _at(machine: Machine, start: State, screen: Screen) -> Iterator[State]:
    """Yield a role at one screen; at a screen about a row, with a few rows and one in each state of its life."""
    there = machine.step(start, Go(Place(screen.key)))
    if not machine.parts.kinds[screen.kind].needs_row:
        yield there
        return
    scene = machine.scene(there)
    visible = scene.rows(screen.entity)
    every = machine.dataset.rows(screen.entity)
    hidden = (
        next((key for key in every if all(row["id"] != key for row in visible)), "")
        if scene.role.own or scene.role.sees
        else ""
    )
    for key in [*(str(row["id"]) for row in visible[:EVERY_ROW]), *([hidden] if hidden else [])]:
        yield machine.step(start, Go(Place(screen.key, key)))
    yield from _lives(machine, start, scene, visible)


def _lives(machine: Machine, start: State, scene: Scene, rows: list[Row]) -> Iterator[State]:
    """Yield a row in each state that the first rows are not in; where no row is, the first one is put into it."""
    status = scene.entity.status
    if status is None or not rows:
        return
    seen = {row.get(status.name) for row in rows[:EVERY_ROW]}
    for option in (option for option in status.options if option not in seen):
        row = next((row for row in rows if row.get(status.name) == option), None)
        key = str((row or rows[0])["id"])
        stored = machine.dataset.rows(scene.entity.name).get(key, {})
        changes = {} if row else {scene.entity.name: {key: {**stored, status.name: option}}}
        yield replace(machine.step(start, Go(Place(scene.screen.key, key))), changes=changes)


def _within(machine: Machine, state: State, screen: Screen) -> Iterator[State]:
    """Yield what opens on a screen without leaving it: the forms behind buttons, the rows behind figures, the steps."""
    try:
        view = machine.view(state)
    except Exception:  # the screen as a whole is told about where it is drawn
        return
    for block in view.blocks:
        controls = block.controls if isinstance(block, Actions | Stats) else ()
        for control in controls:
            action = control.action
            if isinstance(action, Go) and action.place.screen == screen.key and action.place.query:
                yield machine.step(state, action)
        if isinstance(block, Steps):
            yield from _steps(machine, state, screen, block)


def _steps(machine: Machine, state: State, screen: Screen, steps: Steps) -> Iterator[State]:
    """Yield each further step of a flow, answered as the first row of the data would be."""
    scene = machine.scene(state)
    row = next(iter(machine.dataset.rows(screen.entity).values()), None)
    if row is None:
        return
    fields = scene.entity.fields.values()
    asked = set(named_in(screen, "field"))
    draft = {f.name: typed_value(scene.desk, f, row.get(f.name)) for f in fields if f.name in asked}
    for name in (*(slug(name) for name in steps.names[1:-1]), CHECK):
        yield replace(state, place=state.place.with_(step=name), drafts={screen.key: draft})


def asked_for(view: View) -> Iterator[Form]:
    """Yield the forms of a view that ask somebody to fill them: not those that narrow a list."""
    yield from (block for block in view.blocks if isinstance(block, Form) and not block.live)


def named_in(screen: Screen, what: str) -> tuple[str, ...]:
    """Return the names in a screen's settings that are marked as a field, a screen, and so on."""
    found = mentions(type(screen.settings), screen.settings, Mention("", "", ()))
    return tuple(mention.name for mention in found if mention.to == what)


def _empty(case: Case) -> Dataset:
    """Return the data of a prototype that nobody used yet: there are only the people."""
    tables: Mapping[str, Mapping[str, Row]] = {
        name: rows if name == case.solution.people else {} for name, rows in case.dataset.tables.items()
    }
    return replace(case.dataset, tables=tables)
