"""Showing: any screen of an option in any of its states, for a presenter; participants never come here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from toolkit.domain.action import Action, Go, Place
from toolkit.domain.carrying import carrying
from toolkit.domain.dataset import Dataset
from toolkit.domain.language import message
from toolkit.domain.machine import Machine, Refused
from toolkit.domain.overviews import Board
from toolkit.domain.skeleton import skeleton
from toolkit.domain.solution import App, Screen
from toolkit.domain.state import State
from toolkit.domain.thinning import gathered_at, owned, thinned
from toolkit.domain.view import Control, Notice, Table, View

NORMAL, EMPTY, ONE, MANY = "normal", "empty", "one", "many"
LOADING, ERROR, NO_PERMISSION = "loading", "error", "no-permission"
STATES: Mapping[str, str] = {
    NORMAL: "as it is",
    EMPTY: "no row yet",
    ONE: "a single row",
    MANY: "2,000 rows",
    LOADING: "on its way",
    ERROR: "it went wrong",
    NO_PERMISSION: "not for this role",
}
"""The states of a screen by their names in addresses, each with what it shows."""
OTHER_DATA = frozenset({EMPTY, ONE, MANY})
"""States in which one can go on clicking, on other rows than usual."""
SETTING = "state"
"""What a state is called in an address: 'queue?state=empty'."""
MANY_ROWS = 2_000
REMEMBERED = 12
"""Machines on other rows that are kept; each screen about one row has its own."""

BROKEN = message("Something went wrong")
BROKEN_WHY = message("This page could not be loaded. What you have entered before is safe.")
AGAIN = message("Try again")
UNKNOWN = message("There is no state '{name}'. A screen can be shown in these: {names}.")
MEANT = message("There is no state '{name}'. Did you mean '{meant}'?")
AS_IT_IS = message("Show it as it is")

Filled = Callable[[str], Dataset]
"""Gives the dataset in which an entity has very many rows."""


@dataclass(frozen=True, slots=True)
class Showing:
    """One option as a presenter shows it. What is done on other rows is kept apart from what is done on the usual ones.

    `name` is the sandbox's: the option's own, or that of a scenario of it, which begins with `begun`.
    """

    machine: Machine
    many: Filled
    name: str = ""
    begun: State | None = None
    _others: dict[tuple[str, ...], Machine] = field(default_factory=dict)

    @property
    def option(self) -> str:
        """What its sandbox is recorded under."""
        return self.name or self.machine.option

    @property
    def app(self) -> App:
        """The option's roles, entities and screens."""
        return self.machine.app

    def shows(self, state: State) -> bool:
        """Return whether there is anything at a state's place, and for its role."""
        inner = _entered(state, name) if (name := state.place.get(SETTING)) in OTHER_DATA else state
        return self._on_other_rows(inner, name).shows(inner) if inner is not state else self.machine.shows(state)

    def start(self, role: str) -> State:
        """Return the state in which somebody in this role begins."""
        return self.begun if self.begun and self.begun.role == role else self.machine.start(role)

    def begin(self) -> State:
        """Return the state in which somebody begins who says no role."""
        return self.begun or self.machine.begin()

    def view(self, state: State) -> View:
        """Return what is seen of the screen in the state that the address asks for."""
        name = state.place.get(SETTING)
        screen = self.machine.app.screen_at(state.place.screen)
        if name in ("", NORMAL) or screen is None:
            return self.machine.view(state)
        if name == NO_PERMISSION or state.role not in screen.roles:
            return self.machine.closed(state)
        if name in OTHER_DATA:
            inner = _entered(state, name)
            return carrying(self._on_other_rows(inner, name).view(inner), SETTING, name)
        usual = self.machine.view(state)
        if not self.machine.shows(state):
            return usual
        return skeleton(usual) if name == LOADING else replace(usual, blocks=(_told(usual, name),))

    def step(self, state: State, action: Action) -> State:
        """Return the state after an action. Raises Refused for what the view does not offer."""
        name = state.place.get(SETTING)
        if name in ("", NORMAL) or isinstance(action, Go):
            return self.machine.step(state, action)
        if name not in OTHER_DATA:
            fix = "show the screen as it is"
            raise Refused("nothing can be done in this state of the screen", where=state.place.path, fix=fix)
        inner = _entered(state, name)
        after = self._on_other_rows(inner, name).step(inner, action)
        aside = {**state.aside, name: after.changes}
        return replace(after, changes=state.changes, aside=aside, place=after.place.with_(state=name))

    def ready(self, place: Place) -> None:
        """Make the rows that a place will need, which may take a moment when there are to be many."""
        screen = self.app.screen_at(place.screen)
        if screen and screen.roles and place.get(SETTING) == MANY:
            self.view(replace(self.start(screen.roles[0]), place=place))

    def _on_other_rows(self, state: State, name: str) -> Machine:
        """Return the machine on the rows that a state of a screen has; the usual one for a screen about no entity."""
        screen = self.machine.app.screen_at(state.place.screen)
        if screen is None or not screen.entity:
            return self.machine
        about = self.machine.parts.kinds[screen.kind].needs_row
        row = state.place.row if about else self._first(state, screen) if name == ONE else ""
        person = self.machine.person(state.role) if self._own_only(state, screen) else ""
        key = (name, screen.entity, row, person)
        if key in self._others:
            return self._others[key]
        dataset = self._about(name, screen.entity, row) if about else self._overview(name, screen.entity, row)
        if person and name != EMPTY:
            usual_rows = self.machine.dataset.rows(screen.entity)
            dataset = owned(dataset, self.app.entities[screen.entity], person, usual_rows)
        while len(self._others) >= REMEMBERED:
            self._others.pop(next(iter(self._others)), None)
        usual = self.machine
        made = Machine(usual.solution, usual.option, dataset, usual.parts, language=usual.language)
        return self._others.setdefault(key, made)

    def _overview(self, name: str, entity: str, row: str) -> Dataset:
        """Return the rows for a screen about all rows of an entity."""
        if name == MANY:
            return self.many(entity)
        keep = {entity: (row,) if name == ONE else ()}
        return thinned(self.machine.dataset, self.app.entities, keep, self.machine.solution.people)

    def _about(self, name: str, entity: str, row: str) -> Dataset:
        """Return the rows for a screen about one row: that row, and more or less that belongs to it."""
        usual, entities = self.machine.dataset, self.app.entities
        if name == MANY:
            full = usual if row in usual.rows(entity) else self.many(entity)
            return gathered_at(full, entities, (entity, row))
        near = gathered_at(usual, entities, (entity, row), most=1 if name == ONE else 0)
        return thinned(near, entities, {entity: (row,)}, self.machine.solution.people)

    def _own_only(self, state: State, screen: Screen) -> bool:
        """Return whether the role meets only their own rows on a screen."""
        return screen.entity in self.app.roles[state.role].own or bool(getattr(screen.settings, "own", False))

    def _first(self, state: State, screen: Screen) -> str:
        """Return the id of the row that a screen shows first, else of the first one that there is."""
        plain = replace(state, place=Place(screen.key), changes={}, attempt=None, notice="")
        every = self.machine.dataset.rows(screen.entity)
        for block in self.machine.view(plain).blocks:
            if isinstance(block, Table | Board) and block.rows and block.rows[0].key in every:
                return block.rows[0].key
        return next(iter(every), "")


def _told(usual: View, name: str) -> Notice:
    """Return what is said where a screen failed, or where it has no such state."""
    plain, say = Go(usual.place.with_(state="")), usual.language.say
    if name == ERROR:
        again = Control(f"{usual.screen}.again", say(AGAIN), plain, "primary")
        return Notice(f"{usual.screen}.failed", say(BROKEN_WHY), "bad", again, say(BROKEN))
    close = get_close_matches(name.casefold(), STATES, n=1)
    meant = say(MEANT, name=name, meant=close[0] if close else "")
    said = meant if close else say(UNKNOWN, name=name, names=", ".join(STATES))
    shown = Control(f"{usual.screen}.as-it-is", say(AS_IT_IS), plain, "primary")
    return Notice(f"{usual.screen}.unknown-state", said, "warn", shown)


def _entered(state: State, name: str) -> State:
    """Return the state as it is on the rows of a state of the screen: with what was done there, and nothing else."""
    return replace(state, changes=state.aside.get(name, {}), aside={})
