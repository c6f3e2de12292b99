"""The server: one process for many prototypes, put together here and run until it is stopped."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from nicegui import app as framework
from nicegui import ui
from starlette.types import ASGIApp, Scope

from toolkit.errors import ToolkitError
from toolkit.loader import load
from toolkit.services.book import open_book
from toolkit.services.links import links_of
from toolkit.services.workspace import Workspace, name_of
from toolkit.web.api import add_api
from toolkit.web.assets import AssetLayer
from toolkit.web.catalogue import Catalogue
from toolkit.web.changes_page import add_changes
from toolkit.web.door import LOGIN, Door, add_login, loopback
from toolkit.web.house import House
from toolkit.web.index import add_index
from toolkit.web.layers import BodyLayer, Rate, RateLayer, SecurityLayer
from toolkit.web.participant import add_participant_pages
from toolkit.web.recorder import add_recorder
from toolkit.web.replay_pages import add_replay
from toolkit.web.resting import Last, NotedLayer, rest, settle
from toolkit.web.settings import Settings
from toolkit.web.stage_pages import add_apologies, add_stage
from toolkit.web.studio_pages import add_studio

LOOK = 0.2
"""Seconds between two looks at the specs."""
DEAD_PEER = 5.0
"""Seconds after which a silent connection counts as lost; its page is waited for much longer."""
ANY = ("0.0.0.0", "::")  # noqa: S104 -- to know it, not to listen on it


def serve(settings: Settings, *, ready: Callable[[str], None]) -> None:
    """Serve until stopped; `ready` is called with the address once pages can be opened. Raises ToolkitError."""
    secret = links_of(Workspace(settings.workspace.resolve()).runtime_dir / "secret").key("door")
    door = Door(host=settings.host, password=settings.password, secret=secret)
    listening = _bound(settings.host, settings.port)
    port = listening.getsockname()[1]
    name = "localhost" if loopback(settings.host) or settings.host in ANY else settings.host
    with listening:
        app = _application(_house(settings, door), lambda: ready(f"http://{name}:{port}"))
        config = uvicorn.Config(
            app,
            ws="websockets-sansio",
            lifespan="on",
            access_log=False,
            log_level="warning",
            timeout_graceful_shutdown=3,
            server_header=False,
        )
        with suppress(KeyboardInterrupt):  # being stopped is how a server ends
            uvicorn.Server(config).run(sockets=[listening])


def _house(settings: Settings, door: Door) -> House:
    workspace = Workspace(settings.workspace.resolve())
    plugins = load(workspace.root)
    catalogue = Catalogue(_specs(workspace, settings.prototypes), plugins, workspace)
    return House(workspace.root, catalogue, open_book(workspace.runtime_dir), door, nasty=settings.nasty)


def _specs(workspace: Workspace, names: tuple[str, ...]) -> dict[str, Path]:
    """Return the specs to serve by name: those asked for, else the workspace's own, else those that come with us."""
    if names:
        return {name_of(path): path for path in map(workspace.find_prototype, names)}
    every = workspace.prototypes()
    own = {name: path for name, path in every.items() if path.is_relative_to(workspace.root)}
    return own or every


def _application(house: House, ready: Callable[[], None]) -> ASGIApp:
    """Return everything that answers, in its layers."""

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        watching = asyncio.create_task(_watch(house))
        settle()
        resting = asyncio.create_task(rest(last))
        ready()
        yield
        watching.cancel()
        resting.cancel()
        house.book.store.close()

    last = Last()
    app = FastAPI(lifespan=life, openapi_url=None)
    add_index(app, house)
    add_login(app, house.door, house.draw)
    add_participant_pages(app, house)
    add_recorder(app, house)
    add_stage(house)
    add_apologies(app, house)
    add_changes(app, house)
    add_studio(app, house)
    add_api(app, house)
    add_replay(app, house)
    # its bar for requests under way has no name that could be read out, and the stage has a sign of its own
    framework.config.quasar_config["loadingBar"]["skipHijack"] = True
    ui.run_with(
        app,
        title="showtell",
        language="en-GB",
        dark=None,
        tailwind=False,
        reconnect_timeout=DEAD_PEER,
        message_history_length=100,
        binding_refresh_interval=None,
        show_welcome_message=False,
    )
    rates = {"page": Rate(150, 25), "batch": Rate(400, 60), "login": Rate(10, 0.5)}
    layered: ASGIApp = BodyLayer(app, long=lambda path: "/log/" in path or path.startswith("/_nicegui_ws/"))
    layered = RateLayer(layered, rates, kind=_kind)
    return NotedLayer(SecurityLayer(AssetLayer(layered)), last)


def _kind(scope: Scope) -> str:
    """Return which rate a request counts for; the socket's own and static files count for none."""
    path = scope["path"]
    if path.startswith(("/_nicegui", "/assets/")) or path == "/healthz":
        return ""
    if path == LOGIN:
        return "login" if scope["method"] == "POST" else "page"
    return "batch" if "/log/" in path or path.endswith("/clock") else "page"


async def _watch(house: House) -> None:
    """Read specs anew when they are saved."""
    while True:
        await asyncio.sleep(LOOK)
        if names := await asyncio.to_thread(house.catalogue.refresh):
            house.renew(names)


def _bound(host: str, port: int) -> socket.socket:
    """Return a socket that listens there. Raises ToolkitError for a port that is taken, or an address not ours."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=256)
    except OSError as error:
        raise ToolkitError(
            f"the server cannot listen on port {port}: {(error.strerror or str(error)).lower()}",
            where=f"{host}:{port}",
            fix="stop what is using it, or take another port; --port 0 finds one that is free",
        ) from error
