"""What the presenter's panel of a rehearsal offers, and what its switches do."""

from toolkit.domain.action import Go, Place
from toolkit.domain.showing import NORMAL, SETTING, STATES, Showing
from toolkit.domain.state import State
from toolkit.errors import ToolkitError
from toolkit.printing import Group, Mistake, Panel, Switch
from toolkit.services.load import BrokenSpecError
from toolkit.services.rehearsal import Rehearsal
from toolkit.web.deed import Deed

ROLE, STATE, LENIENT, RESET = "role", "state", "lenient", "reset"
"""What the panel can be asked to do."""


def panel(showing: Showing, state: State, place: Place, *, base: str, changes: str) -> Panel:
    """Return the panel for somebody at a place of an option; `changes` is where it says what changed."""
    return Panel(
        (_roles(showing, state), _states(place, base)), tools=(_lenient(state), Switch("What changed", changes))
    )


def _roles(showing: Showing, state: State) -> Group:
    roles = tuple(Switch(name, deed=ROLE, value=name, on=name == state.role) for name in showing.app.roles)
    return Group(ROLE, "Role", roles)


def _states(place: Place, base: str) -> Group:
    now = place.get(SETTING) or NORMAL
    switches = (
        Switch(
            name.replace("-", " ").capitalize(),
            address=f"{base}/{place.with_(**{SETTING: '' if name == NORMAL else name}).path}",
            deed=STATE,
            value=name,
            on=name == now,
            about=about,
        )
        for name, about in STATES.items()
    )
    return Group(STATE, "State of the screen", tuple(switches))


def _lenient(state: State) -> Switch:
    about = "A form is taken as far as it can be kept, whatever is wrong with it."
    value = "" if state.lenient else "yes"
    return Switch("Skip validation", deed=LENIENT, value=value, on=state.lenient, about=about, lasting=True)


def switched(rehearsal: Rehearsal, showing: Showing, deed: Deed, place: Place) -> None:
    """Do what was switched, and stay at the place where there is still something to see."""
    value = deed.values.get("value", "")
    name = showing.option
    if deed.name == RESET:
        rehearsal.reset(name)
        rehearsal.stay(name, place)
    elif deed.name == ROLE and value in showing.app.roles:
        rehearsal.act(name, Go(Place(""), role=value))
        rehearsal.stay(name, place)
    elif deed.name == STATE:
        rehearsal.act(name, Go(place))
        there = place.with_(**{SETTING: "" if value == NORMAL else value})
        if rehearsal.stay(name, there).place != there:
            start = showing.start(rehearsal.state(name).role).place
            rehearsal.act(name, Go(start.with_(**{SETTING: there.get(SETTING)})))
    elif deed.name == LENIENT:
        rehearsal.act(name, Go(place))
        rehearsal.lenient(name, on=bool(value))


def mistakes(error: ToolkitError | None) -> tuple[Mistake, ...]:
    """Return what is wrong with a spec as it was saved last, all of it."""
    if isinstance(error, BrokenSpecError):
        return tuple(Mistake(f.message, f.where, f.fix) for f in error.findings if f.severity == "error")
    return (Mistake(error.what, error.where, error.fix),) if error else ()
