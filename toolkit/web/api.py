"""The addresses below /api: a prototype's rows as JSON, what describes them, and a page to read that on."""

import asyncio
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import FastAPI, Request
from starlette.responses import RedirectResponse, Response

from toolkit.errors import ToolkitError
from toolkit.ports.exporter import MADE_UP
from toolkit.services.api.asked import OPTION, Asked, asked, only
from toolkit.services.api.found import Found, NothingThereError, Offered
from toolkit.services.api.openapi import PART, described
from toolkit.services.load import Prototype
from toolkit.services.showing import BETWEEN, addressed, scenarios_in, showing
from toolkit.web.api_page import draw_api
from toolkit.web.dead_ends import html
from toolkit.web.house import House

BASE = "/api"
LOCAL = re.compile(r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?")
"""Where front-ends are that may read from another port: on the machine of whoever looks at them."""
READ = "GET, HEAD, OPTIONS"
METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE"]


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks: of which prototype, the rest of the address, its parameters, and under which path."""

    prototype: Prototype
    parts: Sequence[str]
    pairs: Sequence[tuple[str, str]]
    path: str

    @property
    def base(self) -> str:
        """Where the prototype's rows lie."""
        return f"{BASE}/{quote(self.prototype.name)}"


def add_api(app: FastAPI, house: House) -> None:
    """Add the addresses."""

    @app.api_route(BASE, methods=METHODS, include_in_schema=False)
    @app.api_route(f"{BASE}/{{path:path}}", methods=METHODS, include_in_schema=False)
    async def rows(request: Request, path: str = "") -> Response:
        answer = await _answer(request, house, [part for part in path.split("/") if part])
        origin = request.headers.get("origin", "")
        if LOCAL.fullmatch(origin):
            answer.headers["access-control-allow-origin"] = origin
            answer.headers["access-control-expose-headers"] = "ETag, Link, X-Total-Count, X-Made-Up-Data"
        answer.headers["vary"] = "Origin, Cookie"
        return answer


async def _answer(request: Request, house: House, parts: list[str]) -> Response:
    refused = _refused(request, house)
    if refused is not None:
        return refused
    try:
        question = _question(request, house, parts)
        if question is None:
            return RedirectResponse("/", 303)
        return await asyncio.to_thread(_answered, request, house, question)
    except NothingThereError as error:
        return _problem(404, error)
    except ToolkitError as error:
        return _problem(400, error)


def _refused(request: Request, house: House) -> Response | None:
    """Return the answer to what does not read, and to who is not let in; the latter says nothing of what there is."""
    if request.method == "OPTIONS":  # a browser asks what it may ask
        headers = {"allow": READ, "access-control-allow-methods": READ}
        return Response(status_code=204, headers=headers | {"access-control-allow-headers": "If-None-Match"})
    if request.method not in {"GET", "HEAD"}:
        fix = "read them with GET; what is done to them is tried in the prototype itself"
        return _problem(
            405, ToolkitError("rows cannot be changed here", where=request.method, fix=fix), {"allow": READ}
        )
    if house.door.admits(request):
        return None
    way_in = house.door.show_in(request)
    if "text/html" in request.headers.get("accept", ""):
        return way_in
    closed = way_in.status_code == HTTPStatus.FORBIDDEN
    fix = "ask under the name localhost on the machine that serves" if closed else "send the cookie of /login"
    return _problem(403, ToolkitError("these rows are for the team", where=request.url.path, fix=fix))


def _question(request: Request, house: House, parts: list[str]) -> Question | None:
    """Return what is asked; None where no prototype is meant. Raises ToolkitError.

    Where one prototype is served, its name may be left out.
    """
    served = [listed.prototype for listed in house.catalogue.all() if listed.prototype]
    prototype = house.catalogue.get(parts[0]) if parts else None
    alone = served[0] if len(served) == 1 else None
    if not parts and alone is None:
        return None
    if prototype is None and alone is None:
        names = ", ".join(one.name for one in served)
        raise NothingThereError(
            f"there is no prototype '{parts[0][:60]}'", where=request.url.path, fix=f"name: {names}"
        )
    rest = parts[1:] if prototype else parts
    pairs = request.query_params.multi_items()
    found = prototype or alone
    return Question(found, rest, pairs, request.url.path) if found else None


def _answered(request: Request, house: House, question: Question) -> Response:
    options = _options(question.prototype)
    offered = _offered(question, options)
    match question.parts:
        case []:
            only(question.pairs, (OPTION,))
            page = draw_api(house.workspace, question.prototype, offered, options=options, base=question.base)
            return html(page)
        case ["openapi.json"]:
            only(question.pairs, (OPTION,))
            title = question.prototype.solution.title
            return _json(request, described(offered, title, question.base, options))
        case [entity]:
            return _page(request, offered, question, entity)
        case [entity, row]:
            only(question.pairs, (OPTION,))
            return _json(request, offered.one(offered.entity(entity), row))
        case [entity, row, other]:
            return _page(request, offered, question, other, of=(entity, row))
    raise NothingThereError("nothing lies at this address", where=question.path, fix=f"begin at {question.base}")


def _options(prototype: Prototype) -> dict[str, str]:
    """Return what can be chosen: options by their keys, and scenarios in them."""
    found: dict[str, str] = {}
    for key, machine in prototype.options.items():
        title = prototype.solution.options[machine.option].title if machine.option else prototype.solution.title
        found[key] = title
        for scenario in scenarios_in(prototype, machine.option):
            found[f"{key}{BETWEEN}{scenario.key}"] = f"{title}, {scenario.name}"
    return found


def _offered(question: Question, options: Mapping[str, str]) -> Offered:
    """Return the rows of the option that is asked for, else of the first."""
    said = [text for name, text in question.pairs if name == OPTION]
    chosen = said[0] if said else next(iter(options))
    place = addressed(question.prototype, chosen) if len(said) < 2 and chosen in options else None
    if place is None:
        fix = f"use one of: {', '.join(options)}"
        raise ToolkitError(f"there is no option '{chosen[:60]}'", where=OPTION, fix=fix)
    return Offered(showing(question.prototype, *place))


def _page(
    request: Request, offered: Offered, question: Question, name: str, *, of: tuple[str, str] | None = None
) -> Response:
    """Return a page of rows, with the way to the pages around it."""
    entity = offered.entity(name)
    wanted = asked(entity, question.pairs)
    found = offered.many(entity, wanted, of=(offered.entity(of[0]), of[1]) if of else None)
    ways = _around(question, wanted, found)
    body: dict[str, object] = {
        "rows": found.rows,
        "total": found.total,
        "limit": wanted.limit,
        "offset": wanted.offset,
        "next": ways.get("next"),
        "note": MADE_UP,
    }
    headers = {"x-total-count": str(found.total)}
    if ways:
        headers["link"] = ", ".join(f'<{address}>; rel="{way}"' for way, address in ways.items())
    return _json(request, body, headers, kind=PART if wanted.fields else "application/json")


def _around(question: Question, wanted: Asked, found: Found) -> dict[str, str]:
    """Return the addresses of the pages around one, by what they are (RFC 8288)."""
    last = max(found.total - 1, 0) // wanted.limit * wanted.limit
    places = {"first": 0, "last": last}
    if wanted.offset:
        places["prev"] = max(wanted.offset - wanted.limit, 0)
    if wanted.offset + wanted.limit < found.total:
        places["next"] = wanted.offset + wanted.limit
    kept = [(name, text) for name, text in question.pairs if name not in {"offset", "limit"}]
    pages = {way: urlencode([*kept, ("limit", wanted.limit), ("offset", place)]) for way, place in places.items()}
    return {way: f"{quote(question.path)}?{query}" for way, query in pages.items()}


def _json(
    request: Request, body: object, headers: Mapping[str, str] | None = None, *, kind: str = "application/json"
) -> Response:
    """Return JSON with a mark of what it says, or 304 where that is known already."""
    text = json.dumps(body, ensure_ascii=False, indent=1).encode()
    mark = f'"{hashlib.sha256(text + kind.encode()).hexdigest()[:32]}"'
    said = {"etag": mark, "cache-control": "private, no-cache", "x-made-up-data": "true", **(headers or {})}
    if mark in re.findall(r'"[^"]*"', request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=said)
    return Response(text, headers=said, media_type=kind)


def _problem(status: int, error: ToolkitError, headers: Mapping[str, str] | None = None) -> Response:
    """Return a mistake as programs read it (RFC 9457)."""
    body: dict[str, Any] = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    body |= {"detail": error.what, "where": error.where, "fix": error.fix}
    text = json.dumps(body, ensure_ascii=False, indent=1)
    said = {"cache-control": "no-store", **(headers or {})}
    return Response(text, status, said, "application/problem+json")
