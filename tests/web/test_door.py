"""Who gets into the team's part."""

from collections.abc import Callable

import httpx
import pytest
from fastapi import FastAPI, Request
from starlette.responses import PlainTextResponse, Response

from toolkit.errors import ToolkitError
from toolkit.printing import pages
from toolkit.web.door import Door, add_login


@pytest.fixture
def guarded(visitor: Callable[..., httpx.AsyncClient]) -> Callable[..., httpx.AsyncClient]:
    return lambda door, host="localhost": visitor(behind(door), f"http://{host}")


def behind(door: Door) -> FastAPI:
    app = FastAPI()

    @app.get("/")
    async def inside(request: Request) -> Response:
        return PlainTextResponse("inside") if door.admits(request) else door.show_in(request)

    add_login(app, door, lambda page: f"wrong={page.wrong}" if isinstance(page, pages.Login) else "")
    return app


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8080", "[::1]:8080", "[::1]"])
async def test_this_machine_needs_no_password(guarded: Callable[..., httpx.AsyncClient], host: str) -> None:
    assert (await guarded(Door(host="127.0.0.1"), host).get("/")).text == "inside"


async def test_a_foreign_name_that_leads_to_this_machine_is_refused(guarded: Callable[..., httpx.AsyncClient]) -> None:
    assert (await guarded(Door(host="127.0.0.1"), "evil.example").get("/")).status_code == 403


async def test_a_proxy_on_this_machine_does_not_let_others_in(visitor: Callable[..., httpx.AsyncClient]) -> None:
    somebody = visitor(behind(Door(host="127.0.0.1")), sender="203.0.113.7")
    assert (await somebody.get("/")).status_code == 403


def test_a_server_for_others_needs_a_password() -> None:
    with pytest.raises(ToolkitError, match="no password") as caught:
        Door(host="0.0.0.0")
    assert "SHOWTELL_PASSWORD" in caught.value.fix
    assert caught.value.where


async def test_the_password_opens_the_door_and_a_wrong_one_does_not(guarded: Callable[..., httpx.AsyncClient]) -> None:
    client = guarded(Door(host="0.0.0.0", password="tulip"), "try.example")
    assert (await client.get("/")).text == "wrong=False"
    assert (await client.post("/login", data={"password": "rose"})).status_code == 403
    assert (await client.get("/")).text == "wrong=False"
    assert (await client.post("/login?to=/", data={"password": "tulip"})).text == "inside"
    assert (await client.get("/")).text == "inside"


async def test_guessing_is_slowed_down(guarded: Callable[..., httpx.AsyncClient]) -> None:
    client = guarded(Door(host="0.0.0.0", password="tulip"), "try.example")
    answers = [(await client.post("/login", data={"password": str(n)})).status_code for n in range(7)]
    assert answers[-1] == 429
    assert (await client.post("/login", data={"password": "tulip"})).status_code == 429


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example"])
async def test_the_login_leads_to_our_own_pages_only(guarded: Callable[..., httpx.AsyncClient], to: str) -> None:
    client = guarded(Door(host="0.0.0.0", password="tulip"), "try.example")
    answer = await client.post("/login", params={"to": to}, data={"password": "tulip"}, follow_redirects=False)
    assert answer.headers["location"] == "/"


async def test_the_badge_is_out_of_reach_for_scripts_and_other_sites(guarded: Callable[..., httpx.AsyncClient]) -> None:
    client = guarded(Door(host="0.0.0.0", password="tulip"), "try.example")
    answer = await client.post("/login", data={"password": "tulip"}, follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "tulip" not in cookie


async def test_a_badge_is_good_for_a_day_only(guarded: Callable[..., httpx.AsyncClient]) -> None:
    now = [1_000_000.0]
    client = guarded(Door(host="0.0.0.0", password="tulip", clock=lambda: now[0]), "try.example")
    assert (await client.post("/login?to=/", data={"password": "tulip"})).text == "inside"
    now[0] += 24 * 3600
    assert (await client.get("/")).text == "wrong=False"


async def test_a_badge_cannot_be_made_longer_or_by_other_passwords(guarded: Callable[..., httpx.AsyncClient]) -> None:
    first = guarded(Door(host="0.0.0.0", password="tulip", secret=b"one"), "try.example")
    await first.post("/login", data={"password": "tulip"}, follow_redirects=False)
    badge = first.cookies["showtell_team"]
    longer = f"{int(badge.split('.')[0]) + 1}.{badge.split('.')[1]}"
    for door, cookie in (("tulip", longer), ("rose", badge)):
        client = guarded(Door(host="0.0.0.0", password=door, secret=b"one"), "try.example")
        client.cookies.set("showtell_team", cookie)
        assert (await client.get("/")).text == "wrong=False"
    again = guarded(Door(host="0.0.0.0", password="tulip", secret=b"one"), "try.example")
    again.cookies.set("showtell_team", badge)
    assert (await again.get("/")).text == "inside"
