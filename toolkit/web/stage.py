"""The stage in one tab: draws a room into a NiceGUI page, and does what people do there."""

import logging
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from nicegui import Client, ui

from toolkit.domain.action import Place
from toolkit.domain.language import Language, message
from toolkit.domain.machine import Refused
from toolkit.domain.solution import Brand
from toolkit.domain.view import Form, Notice, View
from toolkit.errors import ToolkitError
from toolkit.ports.store import StoreError
from toolkit.printing import draw_bar, draw_leaving, draw_view
from toolkit.services.load import Prototype
from toolkit.web import assets
from toolkit.web.deed import Deed, Frame
from toolkit.web.element import ViewElement
from toolkit.web.rooms import Play, Room, Tab
from toolkit.web.slots import Slots

log = logging.getLogger(__name__)

OUTDATED = message("This had changed meanwhile. Here is how it is now.")
STYLE = "#app, #esm-fallback { display: none !important } body { background: var(--ground) }"
"""NiceGUI's own tree is empty, and what it says to old browsers would stand below a page that they can read."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a stage looks like: the workspace whose templates draw it, and the prototype's name and brand."""

    workspace: Path
    title: str
    brand: Brand | None = None

    @classmethod
    def of(cls, prototype: Prototype, workspace: Path) -> "Look":
        """Return the look of a prototype."""
        brand = prototype.solution.brand
        return cls(workspace, brand.name if brand else prototype.solution.title, brand)


class Stage:
    """One tab. It holds nothing of the session: a reload, another tab or a restart show the same."""

    def __init__(self, room: Room[Play], place: Place, look: Look) -> None:
        self._room, self._look = room, look
        self._tab = Tab(place, room.play.mark, lambda _: self._refresh())
        self._view = room.view(self._tab)
        self._element: ViewElement | None = None
        self._slots: Slots | None = None
        self._sent: Frame | None = None
        self._begun = False
        self._seen = self._answered = 0

    def put_up(self, client: Client, *, tags: str = "") -> None:
        """Put the first frame into the page as it is sent, so that it is read before any script has run."""
        client.page_container.set_visibility(False)
        with client.layout:
            self._element = ViewElement(self._heard)
        self._slots = Slots(client, self._press)
        frame = self._sent = self._frame(self._view)
        client.title = frame.title
        _speak(client, self._view.language)
        look = assets.look(self._look.brand, self._look.workspace)
        ui.add_head_html(f'<link rel="stylesheet" href="{look}"><style>{STYLE}</style>')
        ui.add_body_html(
            f'<div id="st-root" class="st-app st-stage">{frame.html}</div>'
            '<p id="st-live" class="st-toast" role="status"></p>'
            f'<script defer src="{assets.address("idiomorph.min.js")}"></script>'
            f'<script defer src="{assets.address("stage.js")}"></script>{tags}'
        )
        client.on_connect(self._enter)
        client.on_disconnect(lambda: None if client.has_socket_connection else self._room.leave(self._tab))

    async def _enter(self) -> None:
        """Somebody is there: from now on the session counts as begun, and the address as gone to."""
        if self._begun:  # only the connection was lost for a while
            self._room.enter(self._tab)
            self._refresh(again=True)
            return
        self._begun = True
        try:
            await self._room.begin(self._tab)
        except ToolkitError as error:
            self._leave(error)
        else:
            self._catch_up()

    def _catch_up(self) -> None:
        """Show what was changed between the page being sent and being there, if anything was."""
        if self._frame(self._room.view(self._tab)) != self._sent:
            self._refresh()

    async def _heard(self, deed: Deed) -> None:
        """Do what was done on the page, and answer; whatever happens, there is an answer."""
        if deed.n <= self._seen:
            return  # it was sent again, and the first has arrived after all
        self._seen = deed.n
        await self._answer_to(deed)

    async def _press(self, control: str) -> None:
        """Do what somebody clicked in a custom block for; it is no deed that the page has counted."""
        await self._answer_to(Deed("act", control, {}, self._answered))

    async def _answer_to(self, deed: Deed) -> None:
        try:
            leave = await self._done(deed)
            self._answered = deed.n
            self._answer(leave)
        except Refused as error:
            log.info("refused: %s", error.what)
            self._answered = deed.n
            self._refresh(said=self._view.language.say(OUTDATED))
        except ToolkitError as error:
            self._leave(error)
        except Exception:  # a page that gets no answer waits for ever
            log.exception("a deed could not be done")
            self._show(Frame(leave=self._failed))
        else:
            self._room.show_others(self._tab)

    async def _done(self, deed: Deed) -> str:
        match deed.kind:
            case "act":
                await self._room.do(self._tab, deed.name, deed.values)
            case "visit":
                base = f"{self._room.play.base}/"
                place = Place.at(deed.name.removeprefix(base))
                if deed.name.startswith(base) and place.screen and place != self._tab.place:
                    await self._room.go(self._tab, place)
            case "stage":
                return await self._room.stage(self._tab, deed)
        return ""

    def _answer(self, leave: str) -> None:
        if leave:
            self._show(Frame(leave=leave))
            return
        before, self._view = self._view, self._room.view(self._tab)
        self._show(self._frame(self._view, before))

    def _refresh(self, said: str = "", *, again: bool = False) -> None:
        """Show how things stand, without moving anything."""
        try:
            self._view = self._room.view(self._tab)
            self._show(replace(self._frame(self._view, self._view), said=said, again=again))
        except ToolkitError as error:
            self._leave(error)

    def _leave(self, error: ToolkitError) -> None:
        """Load the page anew, or say that it was our fault when nothing can be written down."""
        failed = isinstance(error, StoreError)
        log.log(logging.ERROR if failed else logging.INFO, "%s", error.text())
        self._show(Frame(leave=self._failed if failed else self._room.play.home))

    @property
    def _failed(self) -> str:
        return f"/failed?to={quote(self._room.play.home)}"

    def _show(self, frame: Frame) -> None:
        if self._element and not self._element.is_deleted:
            self._element.show(replace(frame, heard=self._answered))

    def _frame(self, view: View, before: View | None = None) -> Frame:
        """Return a view as it is shown, and where the focus goes after what was shown before."""
        play = self._room.play
        if self._slots:
            self._slots.show(view)  # before the strip, which says what failed in it
        brand = play.machine.solution.brand or Brand(view.language.own(self._look.title))
        drawn = draw_view(view, base=play.base, brand=brand, workspace=self._look.workspace)
        bar = draw_bar(play.bar(view.place), workspace=self._look.workspace)
        spoken = view.language
        drawn += draw_leaving(spoken.code, workspace=self._look.workspace)
        wrong = any(i.error for block in view.blocks if isinstance(block, Form) for i in block.inputs)
        moved = before is not None and _page(view) != _page(before)
        return Frame(
            html=f'{bar}<div class="st-view" lang="{spoken.tag}" dir="{spoken.direction}">{drawn}</div>',
            path=f"{play.base}/{view.place.path}",
            title=f"{spoken.say('Error:') + ' ' if wrong else ''}{view.title} · {spoken.own(self._look.title)}",
            screen=view.screen,
            focus="mistakes" if wrong and not moved else "heading" if moved else "",
            moved=moved,
            said=_said(view),
            opened="" if before is None or moved else _opened(view, before),
        )


def _speak(client: Client, language: Language) -> None:
    """Let the framework's own page speak a language, too: its attributes, and what it says of a lost connection."""
    if language.code[:2] != "en":
        client.page = copy(client.page)  # one value serves all clients
        client.page.language = cast("Any", language.code[:2])  # its type lists all the languages that it knows


def _page(view: View) -> tuple[str, ...]:
    """Return what makes two views one page to a reader, however it was narrowed or sorted."""
    return (view.role, view.screen, view.place.row, view.place.get("step"), view.place.get("item"), view.title)


def _said(view: View) -> str:
    """Return what was just said to the person."""
    return next((b.text for b in view.blocks if isinstance(b, Notice) and b.tone == "good"), "")


def _opened(view: View, before: View) -> str:
    """Return the form or the question that was not there before, which one will want to fill in or to answer."""
    known = {block.id for block in before.blocks}
    new = (b for b in view.blocks if b.id not in known)
    return next(
        (b.id for b in new if (isinstance(b, Form) and not b.live) or (isinstance(b, Notice) and b.heading)), ""
    )
