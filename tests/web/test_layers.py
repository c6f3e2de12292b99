"""What every answer carries, how much may be sent, and how often."""

from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from toolkit.web import assets
from toolkit.web.assets import AssetLayer
from toolkit.web.layers import BodyLayer, Rate, RateLayer, SecurityLayer

Visitor = Callable[..., httpx.AsyncClient]


async def echo(request: Request) -> Response:
    prefix = request.headers.get("x-forwarded-prefix", "none")
    return PlainTextResponse(f"{prefix} {len(await request.body())}")


def app() -> ASGIApp:
    return Starlette(routes=[Route("/{path:path}", echo, methods=["GET", "POST"])])


def limited() -> ASGIApp:
    return BodyLayer(app(), long=lambda path: "/log/" in path)


async def test_every_answer_says_what_a_browser_may_do(visitor: Visitor) -> None:
    answer = await visitor(SecurityLayer(app())).get("/", headers={"x-forwarded-prefix": "/evil"})
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.text == "none 0"


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        ("/s/x", 99_000, 200),
        ("/s/x", 101_000, 413),
        ("/s/x/log/rrweb/1/1", 900_000, 200),
        ("/s/x/log/rrweb/1/1", 1_200_000, 413),
    ],
)
async def test_a_form_may_not_be_long_and_a_recording_may_be_longer(
    visitor: Visitor, path: str, size: int, status: int
) -> None:
    assert (await visitor(limited()).post(path, content=b"x" * size)).status_code == status


async def test_a_body_that_does_not_say_how_long_it_is_gets_counted(visitor: Visitor) -> None:
    async def parts() -> AsyncIterator[bytes]:
        for _ in range(3):
            yield b"x" * 60_000

    assert (await visitor(limited()).post("/", content=parts())).status_code == 413


def test_who_asks_too_often_has_to_wait_and_others_do_not() -> None:
    time = [0.0]
    rate = Rate(most=2, again=0.5, clock=lambda: time[0])
    assert [rate.allows("a") for _ in range(3)] == [True, True, False]
    assert rate.allows("b")
    time[0] = 2.0
    assert [rate.allows("a") for _ in range(2)] == [True, False]


def test_senders_are_forgotten_so_that_memory_stays_bounded() -> None:
    rate = Rate(most=1, again=0, senders=2, clock=lambda: 0.0)
    for sender in ("a", "b", "c"):
        rate.allows(sender)
    assert rate.allows("a")
    assert not rate.allows("c")


async def test_too_many_requests_are_told_when_to_come_again(visitor: Visitor) -> None:
    layer = RateLayer(app(), {"page": Rate(most=1, again=0)}, kind=lambda _: "page")
    somebody = visitor(layer, sender="203.0.113.7")
    assert [(await somebody.get("/")).status_code for _ in range(2)] == [200, 429]
    assert (await somebody.get("/")).headers["retry-after"]
    assert (await visitor(layer, sender="203.0.113.8").get("/")).status_code == 200


async def test_our_own_files_are_sent_packed_and_kept_for_ever(visitor: Visitor) -> None:
    client = visitor(AssetLayer(app()))
    packed = await client.get(assets.address("stage.js"))
    plain = await client.get(assets.address("stage.js"), headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "immutable" in packed.headers["cache-control"]
    assert "content-encoding" not in plain.headers
    assert plain.text == packed.text


async def test_the_frameworks_files_are_asked_for_once(visitor: Visitor) -> None:
    asked: list[str] = []

    async def file(request: Request) -> Response:
        asked.append(request.headers.get("accept-encoding", "plain"))
        return Response("x" * 1000, media_type="text/javascript")

    client = visitor(AssetLayer(Starlette(routes=[Route("/_nicegui/1/static/a.js", file)])))
    answers = [await client.get("/_nicegui/1/static/a.js") for _ in range(3)]
    assert asked == ["plain"]
    assert {answer.text for answer in answers} == {"x" * 1000}
    assert answers[2].headers["content-encoding"] == "gzip"


async def test_other_names_of_a_file_do_not_fill_the_memory(visitor: Visitor) -> None:
    asked: list[str] = []

    async def file(request: Request) -> Response:
        asked.append(request.url.path)
        return Response("x" * 1000, media_type="text/javascript")

    client = visitor(AssetLayer(Starlette(routes=[Route("/_nicegui/{path:path}", file)])))
    for _ in range(2):
        assert (await client.get("/_nicegui/1/static//a.js")).status_code == 200
        assert (await client.get("/_nicegui/1/static/a.js")).status_code == 200
    assert asked == ["/_nicegui/1/static//a.js", "/_nicegui/1/static/a.js", "/_nicegui/1/static//a.js"]


async def test_what_is_not_there_is_not_kept(visitor: Visitor) -> None:
    client = visitor(AssetLayer(Starlette()))
    assert (await client.get("/_nicegui/1/static/none.js")).status_code == 404
    assert (await client.get("/assets/0/none.js")).status_code == 404
