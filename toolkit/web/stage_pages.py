"""The pages of the stage: a rehearsal's, and a participant's task."""

import asyncio

from fastapi import FastAPI, Request
from nicegui import Client, ui
from nicegui import app as nicegui_app
from starlette.responses import RedirectResponse, Response

from toolkit.domain.action import Place
from toolkit.domain.language import Language
from toolkit.errors import ToolkitError
from toolkit.languages import SHIPPED
from toolkit.languages import language as speak
from toolkit.printing import pages
from toolkit.services.invite import rehearse
from toolkit.services.load import Prototype
from toolkit.services.showing import NASTY, addressed, showing
from toolkit.web import assets
from toolkit.web.dead_ends import Nobody, html
from toolkit.web.house import House
from toolkit.web.index import not_shown
from toolkit.web.layers import FRAMED
from toolkit.web.participant import Visit
from toolkit.web.recorder import recorder_tags
from toolkit.web.stage import Look, Stage
from toolkit.web.wishes import LANGUAGE, first_offered, wishes

COOKIE = "showtell_rehearsal"
SPOKEN = "showtell_language"
"""The cookie by which a browser keeps the language of a rehearsal."""
MAKING = 120.0
"""Seconds that a page may take whose rows are made first: 2,000 of them, or those of a scenario, on a slow machine."""
PATIENCE = 600.0
"""Seconds for which a page that lost its connection is waited for, with everything typed and clicked meanwhile."""


def add_stage(house: House) -> None:
    """Add the pages."""

    @ui.page("/p/{prototype}/{option}/{path:path}", reconnect_timeout=PATIENCE, response_timeout=MAKING)
    async def rehearsal(client: Client, request: Request, prototype: str, option: str) -> Response | None:
        if not house.door.admits(request):
            return _instead(client, house.door.show_in(request))
        found = house.catalogue.get(prototype)
        if found is None:
            return _instead(client, not_shown(house, prototype))
        otherwise = await asyncio.to_thread(_unready, house, found, option, _place(request))
        return _instead(client, otherwise) if otherwise else _rehearsal(house, client, request, prototype=found)

    @ui.page("/s/{token}/{option}/{path:path}", reconnect_timeout=PATIENCE)
    async def task(client: Client, request: Request, token: str, option: str) -> Response | None:
        visit = Visit.of(house, token, wishes(request))
        if isinstance(visit, Nobody):
            return _instead(client, await visit.shown())
        if not visit.at(option) or not _place(request).screen:
            return _instead(client, RedirectResponse(visit.address, 303))
        stage = Stage(visit.room, _place(request), Look.of(visit.prototype, house.workspace))
        stage.put_up(client, tags=recorder_tags(house, visit.walk.session, token=token))
        return None


def add_apologies(app: FastAPI, house: House) -> None:
    """Add what is shown for addresses where nothing is, and for pages that fail: no page of the framework's."""

    @nicegui_app.exception_handler(404)
    async def missing(request: Request, _error: Exception) -> Response:
        return html(house.draw(pages.Missing(), language=_spoken(request)), 404)

    @app.exception_handler(Exception)
    @nicegui_app.exception_handler(Exception)
    async def failed(request: Request, _error: Exception) -> Response:
        return html(house.draw(pages.Failed(request.url.path), language=_spoken(request)), 500)


def _spoken(request: Request) -> Language:
    """Return the language to apologise in where no prototype says which ones it speaks."""
    return speak(first_offered(wishes(request), SHIPPED) or "en")


def _rehearsal(house: House, client: Client, request: Request, *, prototype: Prototype) -> Response:
    """Put up a rehearsal; the browser keeps by a cookie which one is its own."""
    key = request.path_params["option"]
    option, scenario = addressed(prototype, key) or (next(iter(prototype.solution.options)), "")
    token = request.cookies.get(COOKIE, "")
    session = house.session(token) if token else None
    if session is None or session.prototype != prototype.name or session.actor != "rehearsal":
        invitation = rehearse(house.book, prototype.name)
        session, token = invitation.session, invitation.token
    base = f"/p/{prototype.name}/{key}"
    room = house.rehearsal(prototype, option, session.id, base=base, scenario=scenario)
    asked = request.query_params.get(LANGUAGE, request.cookies.get(SPOKEN, ""))
    room.play.language = asked if asked in prototype.languages else ""
    place = _place(request)
    response: Response
    if LANGUAGE in request.query_params:
        room.show_others(None)
        response = _instead(client, RedirectResponse(f"{base}/{place.with_(**{LANGUAGE: ''}).path}", 303))
        response.set_cookie(
            SPOKEN, room.play.language, max_age=90 * 86400, path=f"/p/{prototype.name}/", samesite="lax"
        )
    elif place.screen:
        ui.add_head_html(f'<script src="{assets.address("theme.js")}"></script>')  # before anything is drawn
        Stage(room, place, Look.of(prototype, house.workspace)).put_up(client, tags=_presenter(request))
        response = client.build_response(request)
        response.headers.update(FRAMED)
    else:
        if scenario:
            room.play.rehearsal.begin(room.play.mark)
            room.show_others(None)
        response = _instead(client, RedirectResponse(f"{base}/{room.play.state.place.path}", 303))
    response.set_cookie(
        COOKIE, token, max_age=90 * 86400, path=f"/p/{prototype.name}/", httponly=True, samesite="lax",
        secure=request.url.scheme == "https",
    )  # fmt: skip
    return response


def _unready(house: House, prototype: Prototype, option: str, place: Place) -> Response | None:
    """Make the rows that a place will need; return why it is not shown, if there is nothing or they cannot be made."""
    shown = addressed(prototype, option)
    if shown is None:
        return html(house.draw(pages.Missing()), 404)
    try:
        showing(prototype, *shown, nasty=option.endswith(NASTY)).ready(place)
    except ToolkitError as error:
        said = pages.Unshown(f"The scenario '{shown[1]}'", error.what, error.where, error.fix)
        return html(house.draw(said), 409)
    return None


def _presenter(request: Request) -> str:
    """Return the presenter's script; a page in the panel's own frame shows the prototype without the strip."""
    framed = request.headers.get("sec-fetch-dest") == "iframe"
    bare = "<style>.st-stage > .st-dock { display: none }</style>" if framed else ""
    return f'{bare}<script defer src="{assets.address("presenter.js")}"></script>'


def _place(request: Request) -> Place:
    """Return the place that an address names, from the text as it was sent: a name may have a slash in it."""
    path = request.scope.get("raw_path", b"").decode("ascii", "replace").partition("?")[0]
    return Place.at("/".join(path.split("/")[4:]) + f"?{request.url.query}")


def _instead(client: Client, response: Response) -> Response:
    """Return another answer than the page, which is not kept waiting for a connection that will never come."""
    client.delete()
    return response
