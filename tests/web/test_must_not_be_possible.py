"""The help desk's 'must not be possible', item by item: by button, by address and by a forged message."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit.domain.action import Place
from toolkit.domain.machine import Refused
from toolkit.domain.showing import STATES
from toolkit.domain.values import Row
from toolkit.domain.view import Form, Table
from toolkit.loader import load
from toolkit.places import bundled
from toolkit.services.book import Book
from toolkit.services.invite import rehearse
from toolkit.services.workspace import Workspace
from toolkit.web.catalogue import Catalogue
from toolkit.web.deed import Deed
from toolkit.web.door import Door
from toolkit.web.house import House
from toolkit.web.plays import RehearsalPlay
from toolkit.web.rooms import Room, Tab

AMELIA = "user-1"
MOVES = ("triage", "start-work", "resolve", "reopen", "assign")
Desk = Room[RehearsalPlay]


@pytest.fixture
def desk(book: Book, tmp_path: Path) -> Desk:
    spec = bundled("prototypes") / "helpdesk" / "spec.yaml"
    catalogue = Catalogue({"helpdesk": spec}, load(tmp_path, installed=False), Workspace(tmp_path))
    house = House(tmp_path, catalogue, book, Door(host="127.0.0.1"))
    prototype = catalogue.get("helpdesk")
    assert prototype is not None
    session = rehearse(book, "helpdesk").session.id
    return house.rehearsal(prototype, "dashboard", session, base="/p/helpdesk/dashboard")


def tickets(room: Desk, **wanted: str) -> Iterator[Row]:
    rows = room.play.prototype.dataset.rows("Ticket").values()
    return (row for row in rows if all(row[name] == value for name, value in wanted.items()))


def foreign(room: Desk) -> Row:
    """Return somebody else's ticket whose title no ticket of the employee has."""
    mine = {row["title"] for row in tickets(room, requester=AMELIA)}
    return next(row for row in tickets(room) if row["requester"] != AMELIA and row["title"] not in mine)


async def entered(room: Desk, role: str, path: str = "") -> Tab:
    tab = Tab(room.play.state.place, room.play.mark)
    await room.begin(tab)
    await room.stage(tab, Deed("stage", "role", {"value": role}))
    if path:
        await room.go(tab, Place.at(path))
    return tab


async def refused(room: Desk, tab: Tab, *controls: str, **values: str) -> None:
    """See that a page that sends these controls all the same changes nothing."""
    before = room.play.state.changes
    for control in controls:
        with pytest.raises(Refused):
            await room.do(tab, control, values)
    assert room.play.state.changes == before


async def test_an_employee_does_not_open_somebody_elses_ticket(desk: Desk) -> None:
    ticket = foreign(desk)
    key, title = str(ticket["id"]), str(ticket["title"])
    tab = await entered(desk, "Employee")
    paths = [f"ticket/{key}", f"queue/{key}", f"my-tickets/{key}", f"ticket/{key}?lang=ar"]
    paths += [f"ticket/{key}?do={move}" for move in (*MOVES, "edit", "delete")]
    paths += [f"ticket/{key}?state={state}" for state in STATES]
    paths += [f"my-tickets?picked={key}&do={move}" for move in MOVES] + ["my-tickets?picked=all&sort=-requester"]
    for path in paths:
        await desk.go(tab, Place.at(path))
        view = desk.view(tab)
        assert title not in repr((view.title, view.blocks)), path
        await refused(desk, tab, "ticket.add.comment.submit", f"row.{key}.open", body="Hello")


async def test_counts_filters_and_columns_say_nothing_of_tickets_that_are_not_ones_own(desk: Desk) -> None:
    tab = await entered(desk, "Employee", "my-tickets?columns=title.requester.assignee.status")
    (table,) = (block for block in desk.view(tab).blocks if isinstance(block, Table))
    own = {str(row["id"]) for row in tickets(desk, requester=AMELIA)}
    assert table.total == len(own)
    assert {row.key for row in table.rows} <= own
    await desk.go(tab, Place.at("my-tickets").with_(q=str(foreign(desk)["title"])))
    assert [block.total for block in desk.view(tab).blocks if isinstance(block, Table)] == [0]
    await desk.go(tab, Place.at("queue?requester=user-2"))
    assert desk.view(tab).title == "You cannot see this page"


async def test_an_employee_neither_triages_nor_resolves(desk: Desk) -> None:
    for status, move in (("Open", "triage"), ("Reopened", "triage"), ("In progress", "resolve")):
        own = next(tickets(desk, requester=AMELIA, status=status))
        for key in (str(own["id"]), str(foreign(desk)["id"])):
            for path in (f"ticket/{key}", f"ticket/{key}?do={move}", f"my-tickets?picked={key}&do={move}"):
                tab = await entered(desk, "Employee", path)
                assert not {c.id for c in desk.view(tab).controls()} & {f"ticket.do.{move}", f"my-tickets.picks.{move}"}
                sent = [f"ticket.do.{move}", f"ticket.do.{move}.submit", f"my-tickets.do.{move}.submit"]
                sent += [f"my-tickets.picks.{move}", f"queue.picks.{move}", f"queue.do.{move}.submit"]
                await refused(desk, tab, *sent, rows=key, priority="Low")


async def test_the_names_that_are_forged_are_those_that_an_agent_is_offered(desk: Desk) -> None:
    key = next(str(row["id"]) for row in tickets(desk, status="Open"))
    tab = await entered(desk, "Agent", f"ticket/{key}")
    offered = {c.id for c in desk.view(tab).controls()}
    for path in (f"ticket/{key}?do=triage", "queue", f"queue?picked={key}&do=triage"):
        await desk.go(tab, Place.at(path))
        offered |= {c.id for c in desk.view(tab).controls()}
    sent = {"ticket.do.triage", "ticket.do.triage.submit", "ticket.add.comment.submit"}
    assert offered >= sent | {"queue.picks.triage", "queue.do.triage.submit"}


async def test_a_ticket_that_was_never_started_is_not_resolved(desk: Desk) -> None:
    open_, started = (str(next(tickets(desk, status=status))["id"]) for status in ("Open", "In progress"))
    tab = await entered(desk, "Agent", f"ticket/{open_}?do=resolve")
    assert "ticket.do.resolve" not in {c.id for c in desk.view(tab).controls()}
    await refused(desk, tab, "ticket.do.resolve", "ticket.do.resolve.submit")
    await desk.go(tab, Place.at(f"queue?status=In+progress&picked={open_}.{started}&do=resolve"))
    await desk.do(tab, "queue.picks.resolve", {"rows": f"{open_}\n{started}\n{open_}"})
    assert set(desk.play.state.changes["Ticket"]) == {started}


async def test_a_ticket_that_is_not_resolved_is_not_reopened(desk: Desk) -> None:
    own = next(tickets(desk, requester=AMELIA, status="In progress"))
    done = next(row for row in tickets(desk, status="Resolved") if row["requester"] != AMELIA)
    for role, screen in (("Employee", "my-tickets"), ("Agent", "queue"), ("Team lead", "queue")):
        for key in (str(own["id"]), str(done["id"])):
            tab = await entered(desk, role, f"ticket/{key}?do=reopen")
            assert "ticket.do.reopen" not in {c.id for c in desk.view(tab).controls()}
            await refused(desk, tab, "ticket.do.reopen", "ticket.do.reopen.submit")
            await desk.go(tab, Place.at(f"{screen}?picked={key}&do=reopen"))
            await refused(desk, tab, f"{screen}.picks.reopen", f"{screen}.do.reopen.submit", rows=key)


@pytest.mark.parametrize("title", ["", " ", "\t\n", "\u3000\u2028", "Hm", "x" * 81])
async def test_a_ticket_without_a_title_is_not_made(desk: Desk, title: str) -> None:
    tab = await entered(desk, "Employee", "new-ticket")
    submit = next(block.submit.id for block in desk.view(tab).blocks if isinstance(block, Form))
    for values in (
        {"title": title, "priority": "Low"},
        {"priority": "Low"},
        {"Title": "Forged title", "priority": "Low"},
    ):
        await desk.do(tab, submit, values)
        assert desk.play.state.changes == {}
        assert any(i.error for block in desk.view(tab).blocks if isinstance(block, Form) for i in block.inputs)
