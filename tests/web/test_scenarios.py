"""Scenarios of a spec: each has a link, a sandbox, a clock and rows of its own, and participants never meet one."""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from toolkit.domain.action import Place
from toolkit.domain.view import Facts, Table, View
from toolkit.services.invite import rehearse
from toolkit.services.showing import address_of, addressed, scenario_links, scenarios_in
from toolkit.web.deed import Deed
from toolkit.web.house import House
from toolkit.web.index import add_index
from toolkit.web.plays import RehearsalPlay
from toolkit.web.rooms import Room, Tab

SCENARIOS = """
scenarios:
  rush hour:
    as: Librarian
    about: Everybody brings books back.
    start: Loans
    settings: {q: Dune}
    now: 2026-03-09 08:00
    rows: {Loan: 9}
    pinned: {Loan: [{title: Dune, reader: Ada Hill, status: Out}]}
  one book: {as: Librarian, start: Loan, row: Ulysses}
  plain: {as: Reader}
"""


@pytest.fixture
def house(open_house: Callable[..., House], spec: Path) -> House:
    spec.write_text(spec.read_text("utf-8") + SCENARIOS, encoding="utf-8")
    return open_house()


def opened(house: House, scenario: str, session: str = "") -> tuple[Room[RehearsalPlay], str]:
    prototype = house.catalogue.get("library")
    assert prototype is not None
    session = session or rehearse(house.book, "library").session.id
    base = address_of(prototype, "as-asked", scenario).rstrip("/")
    return house.rehearsal(prototype, "as-asked", session, base=base, scenario=scenario), session


def seen(room: Room[RehearsalPlay]) -> View:
    return room.view(Tab(room.play.state.place, room.play.mark))


def titles(view: View) -> list[str]:
    return [row.cells[0].text for block in view.blocks if isinstance(block, Table) for row in block.rows]


def test_a_scenario_begins_with_its_role_screen_settings_rows_and_clock(house: House) -> None:
    room, _ = opened(house, "rush hour")
    assert (room.play.state.role, room.play.state.place) == ("Librarian", Place.at("loans?q=Dune"))
    assert titles(seen(room)) == ["Dune"]
    assert (room.play.machine.now.day, len(room.play.machine.dataset.rows("Loan"))) == (9, 9)
    usual, _ = opened(house, "")
    assert (usual.play.state.role, len(usual.play.machine.dataset.rows("Loan"))) == ("Reader", 6)
    assert any(isinstance(block, Facts) for block in seen(opened(house, "one book")[0]).blocks)
    assert opened(house, "plain")[0].play.state == usual.play.state


async def test_what_is_done_in_a_scenario_stays_there_and_is_begun_afresh_by_its_link(house: House) -> None:
    room, session = opened(house, "one book")
    mine = Tab(room.play.state.place, room.play.mark)
    await room.begin(mine)
    back = next(control.id for control in room.view(mine).controls() if control.label == "Take back")
    await room.do(mine, back, {})
    usual, _ = opened(house, "", session)
    assert room.play.state.changes != {}
    assert usual.play.state.changes == {}
    house.rooms.close(f"{session}/as-asked/one book")
    again, _ = opened(house, "one book", session)
    assert again.play.state == room.play.state
    await again.stage(Tab(again.play.state.place, again.play.mark), Deed("stage", "role", {"value": "Reader"}))
    again.play.rehearsal.begin(again.play.mark)
    again.play.rehearsal.reload()
    assert (again.play.state.changes, again.play.state.role) == ({}, "Librarian")


def test_addresses_name_a_scenario_behind_its_option(house: House) -> None:
    prototype = house.catalogue.get("library")
    assert prototype is not None
    assert address_of(prototype, "as-asked", "rush hour") == "/p/library/as-asked@rush-hour/"
    assert addressed(prototype, "as-asked@rush-hour") == ("as-asked", "rush hour")
    assert addressed(prototype, "as-asked") == ("as-asked", "")
    assert [addressed(prototype, path) for path in ("as-asked@x", "as-asked@", "nothing", "x@plain")][2:] == [None] * 2
    assert addressed(prototype, "as-asked@x") is None
    assert [one.name for one in scenarios_in(prototype, "as-asked")] == ["rush hour", "one book", "plain"]


def test_the_panel_lists_the_scenarios_and_the_way_back(house: House) -> None:
    room, _ = opened(house, "rush hour")
    panel = room.play.bar(Place("loans")).panel
    assert panel is not None
    group = next(group for group in panel.groups if group.name == "scenario")
    assert [(one.label, one.address, one.on) for one in group.switches] == [
        ("As usual", "/p/library/as-asked/", False),
        ("Rush hour", "/p/library/as-asked@rush-hour/", True),
        ("One book", "/p/library/as-asked@one-book/", False),
        ("Plain", "/p/library/as-asked@plain/", False),
    ]


async def test_the_first_page_lists_them_too(house: House, visitor: Callable[..., httpx.AsyncClient]) -> None:
    app = FastAPI()
    add_index(app, house)
    page = (await visitor(app).get("/")).text
    assert 'href="/p/library/as-asked@rush-hour/"' in page
    assert "Everybody brings books back." in page
    prototype = house.catalogue.get("library")
    assert prototype is not None
    assert len(list(scenario_links(prototype))) == 3


def test_a_scenario_that_a_saved_spec_has_no_more_is_let_go(house: House, spec: Path) -> None:
    room, session = opened(house, "plain")
    spec.write_text(spec.read_text("utf-8").replace("  plain: {as: Reader}\n", ""), encoding="utf-8")
    house.renew(house.catalogue.refresh())
    assert f"{session}/as-asked/plain" not in house.rooms.all()
    assert room.play.state.role == "Reader"
