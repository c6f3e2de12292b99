"""The studio: the list of prototypes, a page to read for each, its pictures and its report."""

import asyncio
from pathlib import Path
from urllib.parse import parse_qsl

from fastapi import FastAPI, Request
from nicegui import Client, ui
from starlette.responses import FileResponse, RedirectResponse, Response

from toolkit.errors import ToolkitError
from toolkit.printing import pages
from toolkit.printing.report import print_report
from toolkit.services.invite import invite
from toolkit.services.load import Prototype
from toolkit.services.plan import plan_study
from toolkit.services.register import current, register
from toolkit.services.report import compose
from toolkit.services.sightings import PICTURES, sightings_folder
from toolkit.services.workspace import Workspace
from toolkit.web.catalogue import Listed
from toolkit.web.dead_ends import html
from toolkit.web.door import SEAL
from toolkit.web.house import House
from toolkit.web.index import not_shown
from toolkit.web.studio_case import in_short
from toolkit.web.studio_drawing import draw_studio
from toolkit.web.studio_look import MOST_PEOPLE, Look, put_up
from toolkit.web.studio_record import Checks

PATIENCE = 60.0
"""Seconds that drawing a page may take; a large study is read from its beginning."""


def add_studio(app: FastAPI, house: House) -> None:
    """Add the pages."""
    checks = Checks(house)

    @app.get("/studio", include_in_schema=False)
    async def overview(request: Request) -> Response:
        if not house.door.admits(request):
            return house.door.show_in(request)
        listed = await asyncio.to_thread(lambda: [_card(house, one) for one in house.catalogue.all()])
        return html(draw_studio(house.workspace, "overview", prototypes=listed))

    @ui.page("/studio/{prototype}", response_timeout=PATIENCE)
    async def one(client: Client, request: Request, prototype: str) -> Response | None:
        if not house.door.admits(request):
            return _instead(client, house.door.show_in(request))
        found = house.catalogue.get(prototype)
        if found is None:
            return _instead(client, not_shown(house, prototype))
        look = Look(house, found, checks, base=str(request.base_url).rstrip("/"), seal=house.door.seal(request))
        await put_up(client, look)
        return None

    add_studio_links(app, house)
    add_studio_files(app, house)


def add_studio_links(app: FastAPI, house: House) -> None:
    """Add the address that more links are made at."""

    @app.post("/studio/{prototype}/links", include_in_schema=False)
    async def links(request: Request, prototype: str) -> Response:
        found = house.catalogue.get(prototype)
        if not house.door.admits(request) or found is None:
            return house.door.show_in(request) if found else html(house.draw(pages.Missing()), 404)
        said = dict(parse_qsl((await request.body()).decode("utf-8", "replace")))
        if not house.door.sealed(request, said.get(SEAL, "")):
            return html(draw_studio(house.workspace, "refused", back=f"/studio/{prototype}"), 403)
        await asyncio.to_thread(_make_links, house, found, said)
        return RedirectResponse(f"/studio/{prototype}#links", 303)


def add_studio_files(app: FastAPI, house: House) -> None:
    """Add what the studio's pages show or lead to: pictures and the report."""

    @app.get("/studio/{prototype}/pictures/{name}", include_in_schema=False)
    async def picture(request: Request, prototype: str, name: str) -> Response:
        path = sightings_folder(Workspace(house.workspace), prototype) / PICTURES / Path(name).name
        if not house.door.admits(request) or house.catalogue.get(prototype) is None or not path.is_file():
            return Response(status_code=404)
        return FileResponse(path, headers={"cache-control": "private, max-age=60"})

    @app.get("/studio/{prototype}/report", include_in_schema=False)
    async def report(request: Request, prototype: str) -> Response:
        if not house.door.admits(request):
            return house.door.show_in(request)
        found = house.catalogue.get(prototype)
        if found is None:
            return html(house.draw(pages.Missing()), 404)
        try:
            return html(await asyncio.to_thread(_report, house, found))
        except ToolkitError as error:
            page = draw_studio(house.workspace, "failed", error=error, back=f"/studio/{prototype}")
            return html(page, 409)


def _make_links(house: House, prototype: Prototype, said: dict[str, str]) -> None:
    """Make links for so many more people: in the study there is, or in one that is registered now."""
    study = current(house.book, prototype.name)
    if study is None or said.get("anew"):
        study = register(house.book, plan_study(prototype))
    asked = said.get("people", "")
    count = int(asked) if asked.isdecimal() and len(asked) < 5 else 0
    if count:
        invite(house.book, study, people=min(count, MOST_PEOPLE))


def _report(house: House, prototype: Prototype) -> str:
    shown = compose(Workspace(house.workspace), prototype, book=house.book, plugins=house.catalogue.plugins)
    return print_report(shown, workspace=house.workspace)


def _card(house: House, listed: Listed) -> dict[str, object]:
    """Return one prototype as listed: its title, its sentence, and what is wrong with its spec."""
    prototype, sentence = listed.prototype, ""
    try:
        sentence = in_short(house, prototype) if prototype else ""
    except ToolkitError as error:
        sentence = f"Its results cannot be worked out: {error.what}"
    title = prototype.solution.title if prototype else listed.name
    problem = prototype.solution.problem if prototype else ""
    frozen = [(f"{listed.name}@{kept.name}", kept.day) for kept in house.catalogue.shelf.versions(listed.path)]
    said = {"name": listed.name, "title": title, "problem": problem, "sentence": sentence, "error": listed.error}
    return said | {"frozen": frozen}


def _instead(client: Client, response: Response) -> Response:
    client.delete()
    return response
