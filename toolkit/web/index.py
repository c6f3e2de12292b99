"""The architect's first page: what is being served, and what is wrong with a spec that was just saved."""

from fastapi import FastAPI, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from toolkit.printing import pages
from toolkit.services.showing import address_of, scenario_links
from toolkit.web.catalogue import Listed
from toolkit.web.dead_ends import html
from toolkit.web.door import target
from toolkit.web.house import House


def add_index(app: FastAPI, house: House) -> None:
    """Add the index, the way into a prototype, and what is asked by machines."""

    @app.get("/", include_in_schema=False)
    async def index(request: Request) -> Response:
        if not house.door.admits(request):
            return house.door.show_in(request)
        return html(house.draw(pages.Index(tuple(_shown(house, listed) for listed in house.catalogue.all()))))

    @app.get("/p/{prototype}", include_in_schema=False)
    @app.get("/p/{prototype}/", include_in_schema=False)
    async def first_option(request: Request, prototype: str) -> Response:
        if not house.door.admits(request):
            return house.door.show_in(request)
        found = house.catalogue.get(prototype)
        if found is None:
            return not_shown(house, prototype)
        return RedirectResponse(address_of(found, next(iter(found.solution.options)), nasty=house.nasty), 303)

    @app.get("/failed", include_in_schema=False)
    async def failed(request: Request) -> Response:
        return html(house.draw(pages.Failed(target(request))), 503)

    _add_for_machines(app)


def _add_for_machines(app: FastAPI) -> None:
    @app.api_route("/healthz", methods=["GET", "HEAD"], include_in_schema=False)
    async def health() -> Response:
        return PlainTextResponse("ok", headers={"cache-control": "no-store"})

    @app.get("/robots.txt", include_in_schema=False)
    async def robots() -> Response:
        return PlainTextResponse("User-agent: *\nDisallow: /\n")


def not_shown(house: House, name: str) -> Response:
    """Return why a prototype is not shown: there is none, or it is a frozen version that cannot be read any more."""
    error = house.catalogue.error(name)
    if error is None or house.catalogue.listed(name) is None:
        return html(house.draw(pages.Missing()), 404)
    return html(house.draw(pages.Unshown(name, error.what, error.where, error.fix)), 409)


def _shown(house: House, listed: Listed) -> pages.Shown:
    prototype, shelf = listed.prototype, house.catalogue.shelf
    mistakes = tuple(listed.error.text().split("\n\n")) if listed.error else ()
    if prototype is None:
        return pages.Shown(listed.name, "", (), mistakes=mistakes)
    solution = prototype.solution
    options = tuple((o.title, address_of(prototype, o.name, nasty=house.nasty)) for o in solution.options.values())
    return pages.Shown(
        name=solution.title,
        problem=solution.problem,
        options=options,
        studio=f"/studio/{listed.name}",
        mistakes=mistakes,
        frozen=tuple(
            (kept.name, kept.day, f"/p/{listed.name}@{kept.name}", shelf.trouble(listed.path, kept.name))
            for kept in shelf.versions(listed.path)
        ),
        changes=f"/studio/{listed.name}/changes",
        scenarios=tuple(scenario_links(prototype, nasty=house.nasty)),
    )
