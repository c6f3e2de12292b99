"""Rooms: one session each, on stage in however many tabs, with one thing done at a time."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, Protocol, TypeVar, cast

from toolkit.domain.action import Action, Go, Place, Values, filled
from toolkit.domain.machine import Machine, Refused
from toolkit.domain.state import State
from toolkit.domain.view import Control, View
from toolkit.errors import ToolkitError
from toolkit.printing import Bar
from toolkit.web.deed import Deed

IDLE = 1_800.0
"""Seconds after which a room that nobody is in is let go; it is made again from what was recorded."""


class Play(Protocol):
    """What is played in a session: a machine, the state it is in, and a way to act that writes it down first."""

    @property
    def machine(self) -> Machine:
        """The option that is shown."""

    @property
    def state(self) -> State:
        """Where the session stands."""

    def view(self, state: State) -> View:
        """Return what is seen in a state."""

    def act(self, action: Action) -> State:
        """Do an action. Raises Refused for what is not offered."""

    @property
    def base(self) -> str:
        """The address below which its places lie."""

    @property
    def home(self) -> str:
        """The address from which one is led to where the session stands."""

    @property
    def mark(self) -> str:
        """What is being played: another task has another mark."""

    def begin(self) -> None:
        """Note that somebody is there now; nothing was recorded before."""

    def offered(self) -> tuple[Control, ...]:
        """Return what can be done here besides what the view offers: becoming somebody else, in a rehearsal."""

    def bar(self, place: Place) -> Bar:
        """Return the strip around what is shown at a place."""

    def staged(self, deed: Deed, place: Place) -> str:
        """Do what belongs to the strip, asked for at a place; return where to go next, or an empty text to stay."""


Play_co = TypeVar("Play_co", bound=Play, covariant=True)


@dataclass(eq=False, slots=True)
class Tab:
    """One page that shows a room. Its place is its own, so that a second tab does not drag the first along."""

    place: Place
    mark: str = ""
    shown: Callable[["Tab"], None] = field(default=lambda tab: None)


class Over(ToolkitError):
    """What a tab shows is not played any more."""


class Room(Generic[Play_co]):
    """One session on stage. Every change goes through `lock`, so that two tabs cannot work on the same state."""

    def __init__(self, play: Play_co) -> None:
        self.play = play
        self.lock = asyncio.Lock()
        self.tabs: list[Tab] = []
        self.left = time.monotonic()
        self._turn: Tab | None = None

    def enter(self, tab: Tab) -> None:
        """Show the room in a tab."""
        if tab not in self.tabs:
            self.tabs.append(tab)

    def leave(self, tab: Tab) -> None:
        """Show it there no more."""
        if tab in self.tabs:
            self.tabs.remove(tab)
        self.left = time.monotonic()

    def view(self, tab: Tab) -> View:
        """Return what a tab shows: the session's state at the tab's own place. Raises Over."""
        if tab.mark != self.play.mark:
            raise Over("this task is over", fix="load the page again")
        state = self.play.state
        if state.place != tab.place or self._turn not in (None, tab):
            state = replace(state, place=tab.place, attempt=None, notice="", refused="")
        view = self.play.view(state)
        return replace(view, nav=(*view.nav, *self.play.offered()))

    async def go(self, tab: Tab, place: Place) -> None:
        """Take a tab to a place."""
        async with self.lock:
            self.view(tab)
            await self._act(tab, Go(place))

    async def stage(self, tab: Tab, deed: Deed) -> str:
        """Do what belongs to the strip; return where to go next, or an empty text to stay."""
        async with self.lock:
            self.view(tab)
            leave = await asyncio.to_thread(self.play.staged, deed, tab.place)
            if not leave:
                tab.place = self.play.state.place
            return leave

    async def begin(self, tab: Tab) -> None:
        """Somebody is there in a tab: what is played counts as begun, and the tab's address as gone to."""
        async with self.lock:
            self.view(tab)
            await asyncio.to_thread(self.play.begin)
            self.enter(tab)
            if tab.place != self.play.state.place:
                await self._act(tab, Go(tab.place))

    async def do(self, tab: Tab, control: str, values: Values) -> None:
        """Do what a control of the tab's view does. Raises Refused if there is no such control."""
        async with self.lock:
            view = self.view(tab)
            found = next((c for c in view.controls() if c.id == control), None)
            if found is None:
                raise Refused("this is not offered here", where=tab.place.path, fix="look at the screen again")
            if self.play.state.place != tab.place:
                await self._act(tab, Go(tab.place))
            await self._act(tab, chosen(view, found, values))

    async def _act(self, tab: Tab, action: Action) -> None:
        state = await asyncio.to_thread(self.play.act, action)
        self._turn, tab.place = tab, state.place

    def show_others(self, tab: Tab | None) -> None:
        """Let the other tabs show what was changed."""
        for other in list(self.tabs):
            if other is not tab:
                other.shown(other)


def chosen(view: View, control: Control, values: Values) -> Action:
    """Return the action of a control with what its form asked for; a form that only narrows leads to another place."""
    form = view.form(control.id)
    asked = {i.name: values[i.name] for i in form.inputs if i.name in values} if form else {}
    return filled(control.action, asked)


class Rooms:
    """The rooms that are open, by a key; one that nobody has been in for a while is let go."""

    def __init__(self) -> None:
        self._open: dict[str, Room[Play]] = {}

    def room(self, key: str, play: Callable[[], Play_co]) -> Room[Play_co]:
        """Return a session's room, opened anew if it is not there."""
        self._tidy()
        if key not in self._open:
            self._open[key] = Room(play())
        return cast("Room[Play_co]", self._open[key])

    def close(self, key: str) -> None:
        """Let go of a room, so that whoever comes next finds it made anew."""
        self._open.pop(key, None)

    def all(self) -> Mapping[str, Room[Play]]:
        """Return the open rooms by key."""
        return dict(self._open)

    def _tidy(self) -> None:
        before = time.monotonic() - IDLE
        for key, room in list(self._open.items()):
            if not room.tabs and room.left < before:
                del self._open[key]
