"""Drawing every screen in each of its states: with a single row, while it loads, when it fails, for nobody."""

from collections.abc import Iterator
from dataclasses import replace

from toolkit.domain.action import Place
from toolkit.domain.machine import Machine
from toolkit.domain.showing import ERROR, LOADING, MANY, NO_PERMISSION, NORMAL, SETTING, STATES, Showing
from toolkit.domain.solution import Screen
from toolkit.domain.state import State

SAID = {
    "empty": " when nothing belongs to it",
    "one": " with a single row",
    "many": " when very much belongs to it",
    LOADING: " while it is loading",
    ERROR: " when it has failed",
    NO_PERMISSION: " when it is not to be seen",
}
"""What a finding says of the state in which a screen cannot be drawn."""


def showing_of(machine: Machine) -> Showing:
    """Return a showing of a machine whose rows are only its own: very many of them are drawn elsewhere."""
    return Showing(machine, lambda _: machine.dataset)


def in_states(machine: Machine, met: list[Screen]) -> Iterator[tuple[State, str]]:
    """Yield each screen that was not met yet in each state but the normal one, as one role sees it, with its words."""
    for screen in machine.app.screens.values():
        if screen.roles and screen not in met:
            met.append(screen)
            about = machine.parts.kinds[screen.kind].needs_row
            state = _at(machine, screen, about=about)
            for name in STATES:
                if name != NORMAL and (about or name != MANY):
                    yield replace(state, place=state.place.with_(**{SETTING: name})), SAID[name]


def _at(machine: Machine, screen: Screen, *, about: bool) -> State:
    """Return the first role at a screen, and at the first row that they may see where it is about one."""
    start = machine.start(screen.roles[0])
    there = replace(start, place=Place(screen.key))
    if not about:
        return there
    rows = machine.scene(there).rows(screen.entity)
    return replace(there, place=Place(screen.key, str(rows[0]["id"]) if rows else ""))
