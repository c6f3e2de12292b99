"""A presenter switches to data that breaks screens, at an address of its own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from tests.web.test_scenarios import SCENARIOS, seen, titles
from toolkit.domain.action import Place
from toolkit.domain.showing import MANY, SETTING
from toolkit.services.invite import rehearse
from toolkit.services.showing import address_of, addressed
from toolkit.web.house import House
from toolkit.web.index import add_index
from toolkit.web.plays import RehearsalPlay
from toolkit.web.rooms import Room, Tab


@pytest.fixture
def house(open_house: Callable[..., House], spec: Path) -> House:
    spec.write_text(spec.read_text("utf-8") + SCENARIOS, encoding="utf-8")
    return open_house()


def opened(house: House, scenario: str = "", session: str = "", *, nasty: bool = True) -> Room[RehearsalPlay]:
    prototype = house.catalogue.get("library")
    assert prototype is not None
    session = session or rehearse(house.book, "library").session.id
    base = address_of(prototype, "as-asked", scenario, nasty=nasty).rstrip("/")
    return house.rehearsal(prototype, "as-asked", session, base=base, scenario=scenario)


def test_the_same_rows_have_nasty_values_and_addresses_say_so(house: House) -> None:
    prototype = house.catalogue.get("library")
    assert prototype is not None
    assert address_of(prototype, "as-asked", "one book", nasty=True) == "/p/library/as-asked@one-book~nasty/"
    assert addressed(prototype, "as-asked@one-book~nasty") == ("as-asked", "one book")
    assert addressed(prototype, "as-asked~nasty") == ("as-asked", "")
    usual, nasty = (opened(house, nasty=flag).play.machine.dataset for flag in (False, True))
    assert usual is prototype.dataset
    assert list(nasty.rows("Loan"))[:6] == list(usual.rows("Loan"))
    assert nasty.rows("Loan")["loan-1"]["title"] != "Emma"
    assert nasty.rows("Loan")["loan-2"]["title"] == "Ulysses"  # a scenario begins at it


async def test_what_is_done_on_nasty_rows_stays_there(house: House) -> None:
    session = rehearse(house.book, "library").session.id
    room = opened(house, "one book", session)
    mine = Tab(room.play.state.place, room.play.mark)
    await room.begin(mine)
    back = next(control.id for control in room.view(mine).controls() if control.label == "Take back")
    await room.do(mine, back, {})
    assert room.play.state.changes != {}
    assert opened(house, "one book", session, nasty=False).play.state.changes == {}
    room.play.rehearsal.reload()
    assert room.play.state.changes != {}


def test_the_panel_switches_and_stays_at_the_place(house: House) -> None:
    room = opened(house, "rush hour")
    panel = room.play.bar(Place.at("loans?q=Dune")).panel
    assert panel is not None
    switches = next(group for group in panel.groups if group.name == "data").switches
    assert [(one.label, one.address, one.on) for one in switches] == [
        ("Believable", "/p/library/as-asked@rush-hour/loans?q=Dune", False),
        ("Nasty", "/p/library/as-asked@rush-hour~nasty/loans?q=Dune", True),
    ]
    others = next(group for group in panel.groups if group.name == "scenario").switches
    assert all("~nasty/" in one.address for one in others)


def test_very_many_rows_are_nasty_too(house: House) -> None:
    play = opened(house).play
    state = replace(play.state, role="Librarian", place=Place.at(f"loans?{SETTING}={MANY}"))
    shown = [row for block in play.view(state).blocks for row in getattr(block, "rows", ())]
    assert len(shown) > 10
    assert any("<" in row.cells[0].text or "=" in row.cells[0].text for row in shown)


async def test_the_first_page_leads_to_nasty_data_if_the_server_was_told_so(
    house: House, visitor: Callable[..., httpx.AsyncClient]
) -> None:
    told, app = replace(house, nasty=True), FastAPI()
    add_index(app, told)
    page = (await visitor(app).get("/")).text
    assert 'href="/p/library/as-asked~nasty/"' in page
    assert 'href="/p/library/as-asked@rush-hour~nasty/"' in page
    answer = await visitor(app).get("/p/library", follow_redirects=False)
    assert answer.headers["location"] == "/p/library/as-asked~nasty/"


def test_a_scenario_on_nasty_rows_begins_as_it_does_on_the_usual_ones(house: House) -> None:
    room = opened(house, "rush hour")
    assert (room.play.state.role, room.play.state.place) == ("Librarian", Place.at("loans?q=Dune"))
    assert room.play.machine.now.day == 9
    assert titles(seen(opened(house, "rush hour", nasty=False))) == ["Dune"]
