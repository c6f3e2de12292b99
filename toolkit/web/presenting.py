"""What the presenter's panel of a rehearsal offers, and what its switches do."""

from dataclasses import dataclass

from toolkit.domain.action import Go, Place
from toolkit.domain.showing import NORMAL, SETTING, STATES, Showing
from toolkit.domain.state import State
from toolkit.errors import ToolkitError
from toolkit.printing import Group, Mistake, Panel, Switch
from toolkit.services.load import BrokenSpecError, Prototype
from toolkit.services.rehearsal import Rehearsal
from toolkit.services.showing import NASTY, address_of, scenarios_in
from toolkit.web.deed import Deed
from toolkit.web.wishes import LANGUAGE

ROLE, STATE, LENIENT, RESET = "role", "state", "lenient", "reset"
"""What the panel can be asked to do."""
NASTY_IS = (
    "The same rows with very long and very short texts, other scripts, emoji, markup, and values at their limits."
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: an option of a prototype, perhaps in a scenario, below an address."""

    prototype: Prototype
    option: str
    scenario: str
    language: str
    showing: Showing
    base: str
    nasty: bool = False


def panel(shown: Shown, state: State, place: Place) -> Panel:
    """Return the panel for somebody at a place of what is shown."""
    groups = (
        _roles(shown.showing, state),
        _scenarios(shown),
        _states(place, shown.base),
        _data(shown, place),
        _languages(shown, place),
    )
    changes = Switch("What changed", f"/studio/{shown.prototype.name}/changes")
    return Panel(tuple(group for group in groups if group.switches), tools=(_lenient(state), changes))


def _scenarios(shown: Shown) -> Group:
    """Return the scenarios that fit the option, and the way back from them; none where the spec has none."""
    prototype, option = shown.prototype, shown.option
    found = [
        Switch(
            f"{one.name[:1].upper()}{one.name[1:]}",
            address_of(prototype, option, one.name, nasty=shown.nasty),
            on=one.name == shown.scenario,
            about=one.about,
        )
        for one in scenarios_in(prototype, option)
    ]
    usual = Switch("As usual", address_of(prototype, option, nasty=shown.nasty), on=not shown.scenario)
    return Group("scenario", "Scenario", (usual, *found) if found else ())


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


def _data(shown: Shown, place: Place) -> Group:
    """Return the two datasets: the one that people believe, and the one that breaks screens; one stays at the place."""
    usual = shown.base.removesuffix(NASTY)
    switches = (
        Switch("Believable", f"{usual}/{place.path}", on=not shown.nasty),
        Switch("Nasty", f"{usual}{NASTY}/{place.path}", on=shown.nasty, about=NASTY_IS),
    )
    return Group("data", "Data", switches)


def _languages(shown: Shown, place: Place) -> Group:
    """Return the languages that the prototype speaks; none where it is but one."""
    every = shown.prototype.languages
    now = shown.language or next(iter(every), "")
    switches = tuple(
        Switch(one.name, f"{shown.base}/{place.with_(**{LANGUAGE: code}).path}", on=code == now, lang=one.tag)
        for code, one in every.items()
    )
    return Group("language", "Language", switches if len(switches) > 1 else ())


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
        return tuple(Mistake(f.message, _short(f.where), f.fix) for f in error.findings if f.severity == "error")
    return (Mistake(error.what, _short(error.where), error.fix),) if error else ()


def _short(where: str) -> str:
    """Return a place without the folders around it: who writes the spec knows which it is."""
    return where.replace("\\", "/").rsplit("/", 1)[-1]
