"""Rows for front-end teams, below /api."""

from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from fastapi import FastAPI
from openapi_spec_validator import validate

from toolkit.domain.action import Create, Go, Place
from toolkit.services.invite import rehearse
from toolkit.services.rehearsal import Rehearsal
from toolkit.services.showing import showing
from toolkit.web.api import add_api
from toolkit.web.house import House

Visitor = Callable[..., httpx.AsyncClient]


def served(house: House) -> FastAPI:
    app = FastAPI()
    add_api(app, house)
    return app


@pytest.fixture
async def team(house: House, visitor: Visitor) -> AsyncIterator[httpx.AsyncClient]:
    async with visitor(served(house)) as client:
        yield client


async def test_rows_are_listed_and_counted(team: httpx.AsyncClient) -> None:
    answer = await team.get("/api/library/loan")
    said = answer.json()
    assert [row["title"] for row in said["rows"]][:2] == ["Emma", "Ulysses"]
    assert (said["total"], said["limit"], said["offset"], said["next"]) == (6, 50, 0, None)
    assert said["note"].startswith("Made-up data")
    assert answer.headers["x-made-up-data"] == "true"
    assert answer.headers["x-total-count"] == "6"


async def test_where_one_prototype_is_served_its_name_may_be_left_out(team: httpx.AsyncClient) -> None:
    assert (await team.get("/api/Loan")).json() == (await team.get("/api/library/loan")).json()
    assert (await team.get("/api/loan/loan-1")).json()["title"] == "Emma"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("title=Emma", ["Emma"]),
        ("title=Emma&title=Ulysses", ["Emma", "Ulysses"]),
        ("title[contains]=MM", ["Emma"]),
        ("reader=person-2&status=Out&title[ne]=Emma", ["Ulysses"]),
        ("sort=-title&title=Emma&title=Ulysses", ["Ulysses", "Emma"]),
        ("sort=-id&title=Emma&title=Ulysses", ["Ulysses", "Emma"]),
        ("limit=1&offset=1", ["Ulysses"]),
        ("title=Nobody", []),
        ("title[empty]=true", []),
    ],
)
async def test_rows_are_filtered_sorted_and_paged(team: httpx.AsyncClient, asked: str, found: list[str]) -> None:
    assert [row["title"] for row in (await team.get(f"/api/loan?{asked}")).json()["rows"]] == found


async def test_pages_lead_to_each_other(team: httpx.AsyncClient) -> None:
    address, seen = "/api/library/loan?sort=-title&limit=4", []
    while address:
        answer = await team.get(address)
        seen += [row["id"] for row in answer.json()["rows"]]
        address = answer.json()["next"]
        assert not address or f'<{address}>; rel="next"' in answer.headers["link"]
    assert len(set(seen)) == len(seen) == 6
    assert 'offset=4>; rel="last"' in answer.headers["link"]


async def test_fields_can_be_left_out(team: httpx.AsyncClient) -> None:
    answer = await team.get("/api/loan?fields=title&limit=1")
    assert answer.json()["rows"] == [{"id": "loan-1", "title": "Emma"}]
    assert answer.headers["content-type"] == "application/vnd.showtell.part+json"


async def test_rows_lead_to_those_that_refer_to_them(team: httpx.AsyncClient) -> None:
    said = (await team.get("/api/person/person-1/loan?title=Emma")).json()
    assert [row["title"] for row in said["rows"]] == ["Emma"]
    assert {row["reader"] for row in (await team.get("/api/person/person-1/loan")).json()["rows"]} == {"person-1"}


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/api/library/laon", 404, "there are: person, loan"),
        ("/api/library/loan/loan-99", 404, "there is no Loan 'loan-99'"),
        ("/api/library/loan/loan-1/person", 404, "no Person refers to a Loan"),
        ("/api/library/loan/loan-1/person/x", 404, "nothing lies at this address"),
        ("/api/loan?statsu=Out", 400, "did you mean 'status'?"),
        ("/api/loan?status=Gone", 400, "use one of: Out, Back"),
        ("/api/loan?status=out", 400, "did you mean 'Out'?"),
        ("/api/loan?title[lt]=x", 400, "neither less nor more"),
        ("/api/loan?title[like]=x", 400, "there is no comparison 'like'"),
        ("/api/loan?title[empty]=maybe", 400, "write title[empty]=true"),
        ("/api/loan?limit=0", 400, "use a whole number from 1 to 500"),
        ("/api/loan?limit=501", 400, "use a whole number from 1 to 500"),
        ("/api/loan?offset=-1", 400, "use a whole number from 0"),
        ("/api/loan?limit=1&limit=2", 400, "said twice"),
        ("/api/loan?sort=titel", 400, "did you mean 'title'?"),
        ("/api/loan?sort=" + "title," * 6, 400, "5 fields at most"),
        ("/api/loan?fields=titel", 400, "did you mean 'title'?"),
        ("/api/loan?option=nope", 400, "there is no option 'nope'"),
        ("/api/loan?title=" + "x" * 501, 400, "too long"),
        ("/api/loan?" + "title=x&" * 41, 400, "more than 40 parameters"),
        ("/api/loan/loan-1?limit=2", 400, "'limit' means nothing here"),
    ],
)
async def test_mistakes_say_what_where_and_how_to_mend_them(
    team: httpx.AsyncClient, address: str, status: int, words: str
) -> None:
    answer = await team.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    said = answer.json()
    assert said["status"] == status
    assert words in f"{said['detail']} {said['fix']}"
    assert said["where"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_nothing_can_be_written(team: httpx.AsyncClient, method: str) -> None:
    answer = await team.request(method, "/api/loan", json={"title": "x"})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.json()["detail"] == "rows cannot be changed here"


async def test_what_is_known_already_is_not_sent_again(team: httpx.AsyncClient) -> None:
    first = await team.get("/api/loan")
    again = await team.get("/api/loan", headers={"if-none-match": f'W/"x", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert (await team.get("/api/loan?limit=1")).headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize(
    ("origin", "may"),
    [
        ("http://localhost:5173", True),
        ("https://127.0.0.1", True),
        ("http://[::1]:3000", True),
        ("http://localhost.evil.example", False),
        ("http://evil.example", False),
        ("null", False),
        ("http://localhost:5173.evil.example", False),
    ],
)
async def test_only_pages_of_this_machine_may_read_from_another_port(
    team: httpx.AsyncClient, origin: str, may: bool
) -> None:
    for answer in (
        await team.get("/api/loan", headers={"origin": origin}),
        await team.options("/api/loan", headers={"origin": origin, "access-control-request-method": "GET"}),
        await team.get("/api/nothing", headers={"origin": origin}),
    ):
        assert (answer.headers.get("access-control-allow-origin") == origin) is may
        assert "access-control-allow-credentials" not in answer.headers


async def test_rows_are_behind_the_same_door_as_the_studio(open_house: Callable[..., House], visitor: Visitor) -> None:
    async with visitor(served(open_house("tulip")), "http://try.example") as stranger:
        for address in ("/api", "/api/loan", "/api/nothing", "/api/library/openapi.json"):
            answer = await stranger.get(address)
            assert (answer.status_code, "loan" in answer.text.replace(address, "")) == (403, False)
        sent = await stranger.get("/api/library", headers={"accept": "text/html"}, follow_redirects=False)
        assert sent.headers["location"] == "/login?to=/api/library"


async def test_a_foreign_name_that_leads_here_is_refused(house: House, visitor: Visitor) -> None:
    async with visitor(served(house), "http://evil.example") as stranger:
        assert (await stranger.get("/api/loan")).status_code == 403


async def test_what_somebody_does_in_a_session_is_not_among_the_rows(house: House, team: httpx.AsyncClient) -> None:
    before = (await team.get("/api/loan")).text
    prototype = house.catalogue.get("library")
    assert prototype is not None
    option = next(iter(prototype.solution.options))
    rehearsal = Rehearsal(
        house.book, rehearse(house.book, "library").session.id, machines=lambda name: showing(prototype, name)
    )
    rehearsal.begin(option)
    rehearsal.act(option, Go(Place("new-loan")))
    state = rehearsal.act(option, Create("Loan", "new-loan.form", values={"title": "My secret"}))
    assert "My secret" in str(state.changes)
    assert (await team.get("/api/loan")).text == before


async def test_the_description_is_openapi_and_holds_for_every_row(team: httpx.AsyncClient) -> None:
    document = (await team.get("/api/library/openapi.json")).json()
    validate(document)
    assert document["info"]["description"].startswith("Made-up data")
    assert document["servers"] == [{"url": "/api/library"}]
    assert set(document["paths"]) == {"/person", "/person/{id}", "/person/{id}/loan", "/loan", "/loan/{id}"}
    loan = document["components"]["schemas"]["loan"]
    assert loan["properties"]["status"]["enum"] == ["Out", "Back"]
    assert loan["properties"]["title"]["maxLength"] == 40
    assert loan["properties"]["note"]["type"] == ["string", "null"]


async def test_the_page_says_what_there_is_and_loads_nothing_from_elsewhere(team: httpx.AsyncClient) -> None:
    page = (await team.get("/api/library", headers={"accept": "text/html"})).text
    assert "/api/library/loan?status=Out" in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "<script" not in page
