"""The way into a prototype, and what is said when something fails."""

from collections.abc import Callable

import httpx
import pytest
from fastapi import FastAPI

from toolkit.web.house import House
from toolkit.web.index import add_index
from toolkit.web.stage_pages import add_apologies

Visitor = Callable[..., httpx.AsyncClient]


@pytest.fixture
def app(house: House) -> FastAPI:
    app = FastAPI()
    add_index(app, house)
    add_apologies(app, house)
    return app


async def test_a_prototypes_address_leads_to_its_first_option(visitor: Visitor, app: FastAPI) -> None:
    for address in ("/p/library", "/p/library/"):
        answer = await visitor(app).get(address, follow_redirects=False)
        assert answer.headers["location"] == "/p/library/as-asked/"


@pytest.mark.parametrize("name", ["library", "none"])
async def test_strangers_do_not_learn_which_prototypes_there_are(
    visitor: Visitor, open_house: Callable[..., House], name: str
) -> None:
    app = FastAPI()
    add_index(app, open_house("tulip"))
    answer = await visitor(app).get(f"/p/{name}", follow_redirects=False)
    assert answer.headers["location"] == f"/login?to=/p/{name}"


async def test_what_fails_is_said_in_our_own_words(app: FastAPI) -> None:
    @app.get("/broken")
    async def broken() -> None:
        raise ValueError("secret")

    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        answer = await client.get("/broken")
    assert answer.status_code == 500
    assert "st-app" in answer.text
    assert "secret" not in answer.text


@pytest.mark.parametrize("to", ["//evil.example", "/%09/evil.example", "/%0A/evil.example", "/%5Cevil.example"])
async def test_trying_again_leads_to_our_own_pages_only(visitor: Visitor, app: FastAPI, to: str) -> None:
    assert "evil.example" not in (await visitor(app).get(f"/failed?to={to}")).text
