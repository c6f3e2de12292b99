"""The page that says in words what changed: since a version was frozen, since serving began, or with the last save."""

import asyncio

from fastapi import FastAPI, Request
from starlette.responses import Response

from toolkit.errors import ToolkitError
from toolkit.services.changes import TODAY, changes
from toolkit.services.load import Prototype
from toolkit.web.catalogue import Listed
from toolkit.web.dead_ends import html
from toolkit.web.house import House
from toolkit.web.index import not_shown
from toolkit.web.studio_drawing import draw_studio

BEGAN, SAVED = ":began", ":saved"
"""Not frozen, but remembered while serving: the spec when it began, and the one before it was saved last."""
_CALLED = {BEGAN: "when serving began", SAVED: "before the last save"}


def add_changes(app: FastAPI, house: House) -> None:
    """Add the page; `from` and `to` in its address name frozen versions."""

    @app.get("/studio/{prototype}/changes", include_in_schema=False)
    async def told(request: Request, prototype: str) -> Response:
        if not house.door.admits(request):
            return house.door.show_in(request)
        listed = house.catalogue.listed(prototype)
        if listed is None or (listed.prototype is None and not house.catalogue.shelf.versions(listed.path)):
            return not_shown(house, prototype)
        asked = request.query_params
        version = "" if listed.name == prototype else prototype.partition("@")[2]
        then = asked.get("from", "") or version
        return await asyncio.to_thread(_page, house, listed, then=then, now=asked.get("to", ""))


def _page(house: House, listed: Listed, *, then: str, now: str) -> Response:
    """Return the page; a version that cannot be shown is said on it, and another can be chosen there."""
    kept = house.catalogue.shelf.versions(listed.path)
    held = _remembered(listed)
    shown = (version.name for version in kept if house.catalogue.get(f"{listed.name}@{version.name}"))
    then = then or next(shown, "") or next((version.name for version in kept), "") or next(iter(held), "")
    found, error = None, None
    try:
        ends = [_version(house, listed, name) for name in (then, now)] if then else []
        found = changes(ends[0], ends[1], then=_CALLED.get(then, then)) if ends else None
    except ToolkitError as raised:
        error = raised
    days = {version.name: version.day for version in kept}
    choices = [(name, f"{name}, frozen on {day}") for name, day in days.items()]
    page = draw_studio(
        house.workspace,
        "changes",
        name=listed.name,
        title=listed.prototype.solution.title if listed.prototype else listed.name,
        found=found,
        error=error,
        then=then,
        now="" if now == TODAY else now,
        frozen=choices,
        remembered=[(name, _CALLED[name]) for name in held],
        address=lambda name: f"/p/{listed.name}@{name}" if name in days else f"/p/{listed.name}",
    )
    return html(page, 409 if error else 200)


def _remembered(listed: Listed) -> dict[str, Prototype]:
    """Return the readings before this one, where they are others."""
    held = {BEGAN: listed.first, SAVED: listed.previous}
    return {name: read for name, read in held.items() if read and read is not listed.prototype}


def _version(house: House, listed: Listed, name: str) -> Prototype:
    """Return a version by its name; nothing and 'today' are the spec as it is now. Raises ToolkitError."""
    if name in _CALLED and (read := _remembered(listed).get(name)):
        return read
    called = listed.name if name in ("", TODAY) else f"{listed.name}@{name}"
    found, error = house.catalogue.get(called), house.catalogue.error(called)
    if found is not None:
        return found
    raise error or ToolkitError(f"there is no frozen version '{name}'", fix="choose one below")
