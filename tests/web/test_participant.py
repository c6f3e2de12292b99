"""A participant's way through the light pages, by plain HTTP."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from toolkit.domain.study import Plan, Study
from toolkit.services.close import close
from toolkit.services.invite import invite
from toolkit.services.recall import recall_session
from toolkit.services.register import register
from toolkit.web.deed import Deed
from toolkit.web.house import House
from toolkit.web.participant import add_participant_pages
from toolkit.web.plays import LEAVING

Visitor = Callable[..., httpx.AsyncClient]


@pytest.fixture
def study(house: House) -> Study:
    plan = Plan(
        prototype="library",
        options=("as-asked",),
        tasks=("borrow",),
        questions=("missing",),
        consent="We record. You may stop.",
    )
    return register(house.book, plan)


@pytest.fixture
def pages(house: House) -> FastAPI:
    app = FastAPI()
    add_participant_pages(app, house)
    return app


def link(house: House, study: Study) -> tuple[str, str]:
    (invitation,) = invite(house.book, study)
    return f"/s/{invitation.token}", invitation.session.id


def kinds(house: House, session: str) -> list[str]:
    recording = recall_session(house.book, session)
    assert recording is not None
    return [entry.kind for entry in recording.entries]


async def test_looking_at_the_invitation_records_nothing(
    visitor: Visitor, house: House, pages: FastAPI, study: Study
) -> None:
    address, session = link(house, study)
    client = visitor(pages)
    assert "We record." in (await client.get(address)).text
    assert (await client.head(address)).status_code == 200
    assert kinds(house, session) == []


async def test_consent_leads_to_the_first_task(visitor: Visitor, house: House, pages: FastAPI, study: Study) -> None:
    address, session = link(house, study)
    answer = await visitor(pages).post(address, data={"consent": "yes"}, follow_redirects=False)
    assert kinds(house, session) == ["consented"]
    again = await visitor(pages).get(answer.headers["location"], follow_redirects=False)
    assert again.headers["location"] == f"{address}/as-asked/loans"


async def test_who_declines_is_left_alone(visitor: Visitor, house: House, pages: FastAPI, study: Study) -> None:
    address, session = link(house, study)
    answer = await visitor(pages).post(address, data={"consent": "no"})
    assert "Nothing was recorded" in answer.text
    assert kinds(house, session) == ["declined", "ended"]


async def do_the_task(client: httpx.AsyncClient, house: House, address: str) -> None:
    """Take part, up to the question how easy the first task was."""
    await client.post(address, data={"consent": "yes"}, follow_redirects=False)
    prototype, found = house.catalogue.get("library"), house.session(address.removeprefix("/s/"))
    assert prototype is not None
    assert found is not None
    walk = house.walk(found, prototype, token="").play.walk
    walk.start()
    walk.done()


def test_pressing_give_up_once_says_nothing_in_the_task_after_it(house: House) -> None:
    plan = Plan(prototype="library", options=("as-asked",), tasks=("borrow", "find"), questions=(), consent="Yes?")
    (invitation,) = invite(house.book, register(house.book, plan))
    prototype = house.catalogue.get("library")
    assert prototype is not None
    play = house.walk(invitation.session, prototype, token="t").play
    play.walk.consent()
    play.begin()
    place = play.state.place
    assert play.staged(Deed("stage", "give-up", {}), place) == ""
    assert play.bar(place).message == LEAVING
    assert play.staged(Deed("stage", "done", {}), place) == play.home
    play.walk.ease(5)
    assert play.walk.task.name == "find"
    play.begin()
    assert play.bar(place).message == ""
    assert play.staged(Deed("stage", "give-up", {}), place) == ""
    assert play.walk.task.name == "find"


async def test_every_page_comes_once_and_an_answer_is_asked_for_until_it_is_given(
    visitor: Visitor, house: House, pages: FastAPI, study: Study
) -> None:
    address, session = link(house, study)
    client = visitor(pages)
    await do_the_task(client, house, address)
    assert "How easy" in (await client.get(address)).text
    missing = await client.post(address, data={"ease": "9"})
    assert (missing.status_code, "Choose a number" in missing.text) == (422, True)
    assert "Ten statements" in (await client.post(address, data={"ease": "6"})).text
    some = await client.post(address, data={f"sus{n}": "4" for n in range(1, 10)})
    assert "Answer statement 10" in some.text
    every = await client.post(address, data={f"sus{n}": "4" for n in range(1, 11)})
    assert "What did you miss?" in every.text
    assert "Thank you" in (await client.post(address, data={"missing": "Renewals"})).text
    assert "Thank you" in (await client.post(address, data={"missing": "Twice"})).text
    assert kinds(house, session)[-2:] == ["answered", "ended"]


async def test_an_answer_sent_twice_by_a_double_click_answers_nothing_after_it(
    visitor: Visitor, house: House, pages: FastAPI, study: Study
) -> None:
    address, session = link(house, study)
    client = visitor(pages)
    await do_the_task(client, house, address)

    async def sent_twice(answers: dict[str, str]) -> str:
        action = re.search(r'<form[^>]* action="([^"]+)"', (await client.get(address)).text)
        assert action
        for _ in range(2):
            answer = await client.post(unescape(action[1]), data=answers)
        return answer.text

    assert "Answer statement" not in await sent_twice({"ease": "6"})
    assert "What did you miss?" in await sent_twice({f"sus{n}": "4" for n in range(1, 11)})
    assert kinds(house, session)[-1] == "answered"
    assert "Thank you" in await sent_twice({"missing": "Renewals"})


async def test_what_is_taken_back_is_gone(visitor: Visitor, house: House, pages: FastAPI, study: Study) -> None:
    address, session = link(house, study)
    client = visitor(pages)
    await client.post(address, data={"consent": "yes"}, follow_redirects=False)
    assert "Erase everything" in (await client.get(f"{address}/withdraw")).text
    assert kinds(house, session) == ["consented"]
    assert "is erased" in (await client.post(f"{address}/withdraw")).text
    assert kinds(house, session) == []
    assert "is erased" in (await client.post(address, data={"consent": "yes"})).text


async def test_a_link_that_is_none_says_no_more_than_that(visitor: Visitor, pages: FastAPI) -> None:
    client = visitor(pages)
    answers = [await client.get("/s/nobody"), await client.post("/s/nobody"), await client.get("/s/nobody/withdraw")]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1


async def test_a_closed_study_takes_nobody_else_in(
    visitor: Visitor, house: House, pages: FastAPI, study: Study
) -> None:
    address, session = link(house, study)
    close(house.book, study)
    assert "has ended" in (await visitor(pages).get(address)).text
    assert "has ended" in (await visitor(pages).post(address, data={"consent": "yes"})).text
    assert kinds(house, session) == []


@pytest.mark.parametrize("done", [False, True], ids=["in a task", "rating one"])
async def test_who_cannot_go_on_in_a_changed_prototype_can_still_take_everything_back(
    visitor: Visitor, open_house: Callable[..., House], spec: Path, study: Study, done: bool
) -> None:
    house = open_house()
    address, session = link(house, study)
    prototype, found = house.catalogue.get("library"), house.session(address.removeprefix("/s/"))
    assert prototype is not None
    assert found is not None
    walk = house.walk(found, prototype, token="").play.walk
    walk.consent()
    walk.start()
    if done:
        walk.done()
    spec.write_text(spec.read_text("utf-8").replace("  borrow:", "  fetch:"), "utf-8")
    house.renew(house.catalogue.refresh())
    app = FastAPI()
    add_participant_pages(app, house)
    assert (await visitor(app).get(address, follow_redirects=False)).status_code in {200, 303}
    again = FastAPI()
    add_participant_pages(again, open_house())
    client = visitor(again)
    for answer in (await client.get(address), await client.post(address, data={"ease": "3"})):
        assert (answer.status_code, "on our side" in answer.text) == (503, True)
    assert "Erase everything" in (await client.get(f"{address}/withdraw")).text
    assert "is erased" in (await client.post(f"{address}/withdraw")).text
    assert kinds(house, session) == []
