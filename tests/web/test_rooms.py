"""What a page may do in a session: what its view offers, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.domain.action import Place
from toolkit.domain.machine import Refused
from toolkit.domain.study import Plan
from toolkit.domain.view import Facts, Notice, Table
from toolkit.services.invite import invite, rehearse
from toolkit.services.recall import recall_session
from toolkit.services.register import register
from toolkit.web.deed import Deed
from toolkit.web.house import House
from toolkit.web.plays import RehearsalPlay
from toolkit.web.rooms import Room, Tab


def opened(house: House, session: str = "") -> tuple[Room[RehearsalPlay], str]:
    prototype = house.catalogue.get("library")
    assert prototype is not None
    session = session or rehearse(house.book, "library").session.id
    return house.rehearsal(prototype, "as-asked", session, base="/p/library/as-asked"), session


def tab(room: Room[RehearsalPlay], screen: str) -> Tab:
    return Tab(Place(screen), room.play.mark)


async def lend(room: Room[RehearsalPlay], title: str) -> Tab:
    mine = tab(room, "new-loan")
    await room.begin(mine)
    submit = next(
        c.id for c in room.view(mine).controls() if c.label not in ("Loans", "Cancel") and c.look == "primary"
    )
    await room.do(mine, submit, {"title": title})
    return mine


def titles(room: Room[RehearsalPlay]) -> set[str]:
    view = room.view(tab(room, "loans"))
    return {row.cells[0].text for block in view.blocks if isinstance(block, Table) for row in block.rows}


async def test_a_control_of_the_view_does_what_it_says(house: House) -> None:
    room, _ = opened(house)
    mine = await lend(room, "Middlemarch")
    assert room.view(mine).title == "Middlemarch"
    assert "Middlemarch" in titles(room)


async def test_a_control_that_is_not_in_the_view_does_nothing(house: House) -> None:
    room, session = opened(house)
    mine = tab(room, "loans")
    await room.begin(mine)
    before = room.play.state
    for forged in ("loan.take-back", "new-loan.submit", "", "x" * 10_000):
        with pytest.raises(Refused):
            await room.do(mine, forged, {"title": "Forged"})
    assert room.play.state is before
    recording = recall_session(house.book, session)
    assert recording is not None
    assert not [entry for entry in recording.entries if "Forged" in str(entry.data)]


async def test_a_field_that_the_form_does_not_ask_for_is_not_taken(house: House) -> None:
    room, _ = opened(house)
    mine = tab(room, "new-loan")
    await room.begin(mine)
    submit = next(c.id for c in room.view(mine).controls() if c.look == "primary")
    await room.do(mine, submit, {"title": "Persuasion", "status": "Back", "note": "forged", "id": "loan-1"})
    facts = {f.label: f.value.text for b in room.view(mine).blocks if isinstance(b, Facts) for f in b.facts}
    assert facts["Status"] == "Out"
    assert "forged" not in str(room.play.state.changes)


async def test_a_form_with_mistakes_stays_and_says_so(house: House) -> None:
    room, _ = opened(house)
    mine = await lend(room, "x")
    assert "3" in next(i.error for b in room.view(mine).blocks for i in getattr(b, "inputs", ()) if i.error)


async def test_another_role_sees_and_does_other_things(house: House) -> None:
    room, _ = opened(house)
    mine = tab(room, "loans")
    await room.begin(mine)
    assert titles(room) >= {"Emma"}
    assert "Ulysses" not in titles(room)
    await room.do(mine, "role.librarian", {})
    assert "Ulysses" in titles(room)
    await room.go(mine, Place("new-loan"))
    assert any(isinstance(block, Notice) and block.tone == "warn" for block in room.view(mine).blocks)


async def test_two_sessions_never_see_each_others_changes(house: House) -> None:
    one, _ = opened(house)
    other, _ = opened(house)
    await lend(one, "Villette")
    assert "Villette" in titles(one)
    assert "Villette" not in titles(other)


async def test_a_restart_keeps_place_changes_and_role(open_house: Callable[..., House]) -> None:
    room, session = opened(open_house())
    mine = await lend(room, "Shirley")
    again, _ = opened(open_house(), session)
    assert again.play.state.place == mine.place
    assert "Shirley" in titles(again)


async def test_a_second_tab_has_its_own_place_and_the_same_rows(house: House) -> None:
    room, _ = opened(house)
    first, second = tab(room, "loans"), tab(room, "loans")
    await room.begin(first)
    await room.begin(second)
    await room.go(second, Place("new-loan"))
    assert room.view(first).screen == "loans"
    submit = next(c.id for c in room.view(second).controls() if c.look == "primary")
    await room.do(second, submit, {"title": "Agnes Grey"})
    assert room.view(first).screen == "loans"
    assert "Agnes Grey" in titles(room)


async def test_starting_again_takes_back_what_was_changed(house: House) -> None:
    room, _ = opened(house)
    mine = await lend(room, "The Professor")
    await room.stage(mine, Deed("stage", "reset", {}))
    assert "The Professor" not in titles(room)
    assert room.view(mine).screen == "loans"


async def test_filters_lead_to_a_place_that_can_be_kept(house: House) -> None:
    room, _ = opened(house)
    mine = tab(room, "loans")
    await room.begin(mine)
    await room.do(mine, "loans.filter.submit", {"q": "emma", "other": "no"})
    assert mine.place.path == "loans?q=emma"
    assert titles(room) >= {"Emma"}


async def test_a_state_of_the_screen_is_shown_to_who_looks_around_and_to_no_participant(house: House) -> None:
    room, session = opened(house)
    empty = Tab(Place("loans").with_(state="empty"), room.play.mark)
    await room.begin(empty)
    assert any(isinstance(block, Notice) and "No loans yet" in block.text for block in room.view(empty).blocks)
    study = register(house.book, Plan(prototype="library", options=("as-asked",), tasks=("borrow",), questions=()))
    (invitation,) = invite(house.book, study)
    walk = house.walk(invitation.session, room.play.prototype, token="x")
    walk.play.walk.consent()
    theirs = Tab(Place("loans").with_(state="empty"), walk.play.mark)
    await walk.begin(theirs)
    assert any(isinstance(block, Table) and block.rows for block in walk.view(theirs).blocks)
    with pytest.raises(Refused):
        await walk.do(theirs, "loans.again", {})
    again, _ = opened(house, session)
    assert again.play.state.place == empty.place


async def test_starting_again_stays_where_there_is_still_something_to_see(house: House) -> None:
    room, _ = opened(house)
    mine = await lend(room, "Middlemarch")
    await room.go(mine, Place("new-loan"))
    await room.stage(mine, Deed("stage", "reset", {}))
    assert (mine.place, "Middlemarch" in titles(room)) == (Place("new-loan"), False)
    mine = await lend(room, "Emma again")
    await room.stage(mine, Deed("stage", "reset", {}))
    assert mine.place == Place("loans")


def switch(name: str, value: str) -> Deed:
    return Deed("stage", name, {"value": value})


async def test_the_panel_switches_the_role_and_the_state_of_the_screen_where_one_is(house: House) -> None:
    room, session = opened(house)
    mine = tab(room, "loans")
    await room.begin(mine)
    await room.stage(mine, switch("state", "one"))
    await room.stage(mine, switch("role", "Librarian"))
    assert (room.view(mine).role, mine.place) == ("Librarian", Place("loans").with_(state="one"))
    await room.stage(mine, switch("state", "normal"))
    assert (mine.place, len(titles(room)) > 1) == (Place("loans"), True)
    await room.go(mine, Place("new-loan"))
    await room.stage(mine, switch("role", "Reader"))
    await room.stage(mine, switch("role", "Nobody"))
    assert (room.view(mine).role, mine.place.screen) == ("Reader", "new-loan")
    again, _ = opened(house, session)
    assert again.play.state == room.play.state


async def test_a_row_that_only_very_many_rows_have_is_left_for_the_start(house: House) -> None:
    room, _ = opened(house)
    mine = tab(room, "loans")
    await room.begin(mine)
    await room.stage(mine, switch("state", "many"))
    await room.go(mine, Place("loan", "loan-1900").with_(state="many"))
    assert any(isinstance(block, Facts) for block in room.view(mine).blocks)
    await room.stage(mine, switch("state", "normal"))
    assert mine.place == Place("loans")


async def test_who_presents_can_let_a_form_with_mistakes_pass_until_it_is_switched_back(house: House) -> None:
    room, session = opened(house)
    mine = tab(room, "new-loan")
    await room.begin(mine)
    await room.stage(mine, switch("lenient", "yes"))
    await room.stage(mine, Deed("stage", "reset", {}))
    mine = await lend(room, "x")
    assert room.view(mine).title == "x"
    room.play.rehearsal.reload()
    assert room.view(mine).title == "x"
    house.rooms.close(f"{session}/as-asked/")
    again, _ = opened(house, session)
    assert "x" in titles(again)
    await again.stage(mine, switch("lenient", ""))
    mine = await lend(again, "y")
    again.play.rehearsal.reload()
    assert again.play.state.lenient is False
    assert any(i.error for b in again.view(mine).blocks for i in getattr(b, "inputs", ()))


def test_all_mistakes_of_a_saved_spec_are_told_without_the_folders_around_it(house: House, spec: Path) -> None:
    room, _ = opened(house)
    good = spec.read_text("utf-8")
    spec.write_text(good.replace("ask: [title]", "ask: [titel]").replace("as: Reader", "as: Raeder"), encoding="utf-8")
    house.renew(house.catalogue.refresh())
    said = room.play.bar(Place("loans")).mistakes
    assert [(one.what, one.fix) for one in said] == [
        ("there is no field 'titel'", "did you mean 'title'?"),
        ("there is no role 'Raeder'", "did you mean 'Reader'?"),
    ]
    assert all(one.where.startswith("spec.yaml:") for one in said)
    spec.write_text(good, encoding="utf-8")
    house.renew(house.catalogue.refresh())
    assert room.play.bar(Place("loans")).mistakes == ()
