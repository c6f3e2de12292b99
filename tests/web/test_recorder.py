"""What a page recorded is taken in once, from whom it comes, and after consent only."""

import gzip
import json
from collections.abc import Callable

import httpx
import pytest
from fastapi import FastAPI

from toolkit.domain.study import Plan
from toolkit.services.invite import Invitation, invite
from toolkit.services.recall import recall_session
from toolkit.services.register import register
from toolkit.web.house import House
from toolkit.web.participant import add_participant_pages
from toolkit.web.recorder import add_recorder

Visitor = Callable[..., httpx.AsyncClient]
BATCH = gzip.compress(json.dumps([{"at": 1.5, "kind": "click", "data": {"id": "loans.row", "x": 10}}]).encode())


@pytest.fixture
def app(house: House) -> FastAPI:
    app = FastAPI()
    add_participant_pages(app, house)
    add_recorder(app, house)
    return app


@pytest.fixture
def guest(house: House) -> Invitation:
    return invite(
        house.book, register(house.book, Plan(prototype="library", options=("as-asked",), tasks=("borrow",)))
    )[0]


async def consented(client: httpx.AsyncClient, guest: Invitation) -> str:
    await client.post(f"/s/{guest.token}", data={"consent": "yes"}, follow_redirects=False)
    return f"/s/{guest.token}"


async def test_a_batch_is_kept_once_however_often_it_comes(
    visitor: Visitor, house: House, app: FastAPI, guest: Invitation
) -> None:
    client = visitor(app)
    address = f"{await consented(client, guest)}/log/events/page1/1"
    answers = [(await client.post(address, content=BATCH)).json() for _ in range(2)]
    assert answers == [{"receipt": "stored"}, {"receipt": "known"}]
    recording = recall_session(house.book, guest.session.id)
    assert recording is not None
    assert [(event.kind, event.at) for event in recording.events] == [("click", 1.5)]


async def test_nothing_is_taken_in_before_consent(visitor: Visitor, app: FastAPI, guest: Invitation) -> None:
    client = visitor(app)
    answer = await client.post(f"/s/{guest.token}/log/events/page1/1", content=BATCH)
    assert (answer.status_code, answer.json()) == (422, {"refused": "not open"})
    assert (await client.get(f"/s/{guest.token}/clock")).json() == {"at": None}
    assert (await client.get("/s/nobody/clock")).status_code == 404


@pytest.mark.parametrize(
    ("path", "body"),
    [("log/events/p/1", b"plain"), ("log/other/p/1", BATCH), ("log/events/p/0", BATCH), ("log/rrweb/p/1", BATCH)],
    ids=["no gzip", "no such stream", "no number", "no rrweb"],
)
async def test_what_is_no_batch_is_refused_for_good(
    visitor: Visitor, app: FastAPI, guest: Invitation, path: str, body: bytes
) -> None:
    client = visitor(app)
    answer = await client.post(f"{await consented(client, guest)}/{path}", content=body)
    assert answer.status_code == 422


async def test_a_stranger_cannot_add_to_a_session(visitor: Visitor, app: FastAPI) -> None:
    assert (await visitor(app).post("/s/nobody/log/events/p/1", content=BATCH)).status_code == 422


async def test_the_clock_counts_from_consent(visitor: Visitor, app: FastAPI, guest: Invitation) -> None:
    client = visitor(app)
    answer = await client.get(f"{await consented(client, guest)}/clock")
    assert answer.json()["at"] >= 0
