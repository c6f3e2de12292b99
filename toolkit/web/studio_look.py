"""The page of one prototype in the studio: drawn at once, and again when there is something new to be seen."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from nicegui import Client, ui

from toolkit.errors import ToolkitError
from toolkit.services.decide import Kept
from toolkit.services.load import Prototype
from toolkit.services.showing import scenario_links
from toolkit.web import assets
from toolkit.web.deed import Deed, Frame
from toolkit.web.element import ViewElement
from toolkit.web.house import House
from toolkit.web.studio_case import sight, so_far, stamp
from toolkit.web.studio_drawing import NAME, draw_studio
from toolkit.web.studio_record import Checks, shown_record
from toolkit.web.studio_rows import MOST_LINKS, MOST_SESSIONS, link_rows, session_rows

log = logging.getLogger(__name__)
EVERY = 3.0
"""Seconds between two looks at whether there is something new."""
MOST_PEOPLE = 50
"""Links that are made at once."""
STYLE = "#app, #esm-fallback { display: none !important } body { background: var(--ground) }"


class Look:
    """One open page of a prototype: draws it, and again when there is something new."""

    def __init__(self, house: House, prototype: Prototype, checks: Checks, *, base: str, seal: str) -> None:
        """`base` is where the stage is reached, `seal` what forms carry."""
        self._house, self._name, self._checks = house, prototype.name, checks
        self._base, self._seal = base, seal
        self._prototype = prototype
        self._stamp: object = None
        self._unchecked: Kept | None = None

    @property
    def workspace(self) -> Path:
        """The workspace whose templates draw it."""
        return self._house.workspace

    @property
    def title(self) -> str:
        """The title of the page."""
        return f"{self._prototype.solution.title} · {NAME}"

    def draw(self) -> str:
        """Return the page as it is now; where that cannot be told, the reason."""
        house = self._house
        self._prototype = house.catalogue.get(self._name) or self._prototype
        self._stamp = self._now()
        listed = next((one for one in house.catalogue.all() if one.name == self._name), None)
        said = {"prototype": self._prototype, "seal": self._seal, "mistakes": listed.error if listed else None}
        try:
            return draw_studio(house.workspace, "prototype", **said, **self._parts())
        except ToolkitError as error:
            log.warning("%s", error.text())
            return draw_studio(house.workspace, "broken", **said, error=error)

    def redrawn(self) -> str:
        """Return the page if something is new, else nothing."""
        if self._unchecked:
            self._checks.make(self._unchecked)
        elif self._now() == self._stamp:
            return ""
        return self.draw()

    def _parts(self) -> dict[str, object]:
        """Return everything that the page is drawn from."""
        house, prototype = self._house, self._prototype
        seen = sight(house, prototype)
        people, robots = so_far(seen.case.results)
        check = self._checks.known(seen.kept) if seen.kept else None
        self._unchecked = seen.kept if check is None else None
        return {
            "sight": seen,
            "report": seen.report,
            "solution": prototype.solution,
            "keys": {machine.option: key for key, machine in prototype.options.items()},
            "scenarios": tuple(scenario_links(prototype)),
            "people": people,
            "robots": robots,
            "links": list(link_rows(seen, house.book, self._base)),
            "sessions": {actor: session_rows(seen, actor) for actor in ("person", "robot", "rehearsal")},
            "record": shown_record(house, seen.kept, check) if seen.kept else None,
            "local": house.door.local,
            "most_links": MOST_LINKS,
            "most_sessions": MOST_SESSIONS,
            "most_people": MOST_PEOPLE,
        }

    def _now(self) -> object:
        return stamp(self._house, self._name), id(self._house.catalogue.get(self._name))


async def put_up(client: Client, look: Look) -> None:
    """Put the page into what is sent at once; what changes later comes by the socket."""
    drawn = await asyncio.to_thread(look.draw)
    client.title = look.title
    client.page_container.set_visibility(False)
    sheets = (assets.look(None, look.workspace), assets.studio_look(look.workspace))
    with client.layout:
        element = ViewElement(_nothing)
        ui.timer(EVERY, _refreshing(look, element))
    links = "".join(f'<link rel="stylesheet" href="{address}">' for address in sheets)
    ui.add_head_html(f"{links}<style>{STYLE}</style>")
    scripts = "".join(
        f'<script defer src="{assets.address(name)}"></script>' for name in ("idiomorph.min.js", "studio.js")
    )
    ui.add_body_html(f'<div id="su-root" class="st-app st-report">{drawn}</div>{scripts}')


def _refreshing(look: Look, element: ViewElement) -> Callable[[], object]:
    async def refresh() -> None:
        drawn = await asyncio.to_thread(look.redrawn)
        if drawn:
            element.show(Frame(html=drawn))

    return refresh


async def _nothing(_deed: Deed) -> None:
    """Nothing is done in the studio but by links and forms."""
