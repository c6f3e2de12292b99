"""Who holds a link has none of the presenter's powers: by no deed, no control, no address and no other link."""

import pytest

from toolkit.domain.action import Place
from toolkit.domain.machine import Refused
from toolkit.domain.showing import STATES
from toolkit.domain.study import Plan
from toolkit.services.invite import Invitation, invite, rehearse
from toolkit.services.register import register
from toolkit.web.dead_ends import Nobody
from toolkit.web.deed import Deed
from toolkit.web.house import House
from toolkit.web.participant import Visit
from toolkit.web.plays import TaskPlay
from toolkit.web.rooms import Room, Tab


@pytest.fixture
def invitation(house: House) -> Invitation:
    plan = Plan(prototype="library", options=("as-asked",), tasks=("borrow",), questions=())
    (invitation,) = invite(house.book, register(house.book, plan))
    return invitation


async def at_task(house: House, invitation: Invitation) -> tuple[Room[TaskPlay], Tab]:
    prototype = house.catalogue.get("library")
    assert prototype is not None
    room = house.walk(invitation.session, prototype, token=invitation.token)
    room.play.walk.consent()
    tab = Tab(Place("loans"), room.play.mark)
    await room.begin(tab)
    return room, tab


async def test_a_participant_switches_nothing(house: House, invitation: Invitation) -> None:
    room, tab = await at_task(house, invitation)
    for name in ("role", "state", "lenient", "reset", "scenario", "theme", "lang", "changes", "frozen", "", "done "):
        for value in ("Librarian", "yes", "many", "de", ""):
            assert await room.stage(tab, Deed("stage", name, {"value": value, "answer": "x"})) == ""
    for control in ("role.librarian", "loans.again", "loans.as-it-is", "loans.picks.take-back", "loan.do.take-back"):
        with pytest.raises(Refused):
            await room.do(tab, control, {"rows": "loan-1"})
    state = room.play.state
    assert (state.role, state.lenient, state.changes, state.aside) == ("Reader", False, {}, {})


async def test_no_address_shows_a_participant_what_a_presenter_sees(house: House, invitation: Invitation) -> None:
    room, tab = await at_task(house, invitation)
    plain = room.view(tab).blocks
    asked = [f"state={state}" for state in STATES] + ["lang=de", "scenario=x", "role=Librarian", "theme=dark"]
    for query in asked:
        await room.go(tab, Place.at(f"loans?{query}"))
        view = room.view(tab)
        assert (view.role, len(view.blocks)) == ("Reader", len(plain))
        assert "Ulysses" not in repr(view.blocks)
        await room.go(tab, Place.at(f"loan/loan-2?{query}"))
        assert room.view(tab).title == "You cannot see this page"


def test_a_link_opens_one_session_and_nothing_near_it(house: House, invitation: Invitation) -> None:
    token = invitation.token
    assert not isinstance(Visit.of(house, token), Nobody)
    near = [token[:-1], f"{token}x", token.swapcase(), invitation.session.id, "", "x" * 10_000, "\0"]
    for other in (*near, rehearse(house.book, "library").token):
        assert isinstance(Visit.of(house, other), Nobody)
