"""What a page sends is believed no more than its buttons: rights hold for a forged message, too."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.conftest import SPEC
from toolkit.domain.action import Go, Place
from toolkit.domain.machine import Refused
from toolkit.services.invite import rehearse
from toolkit.web.house import House
from toolkit.web.plays import RehearsalPlay
from toolkit.web.rooms import Room, Tab

DETAIL = "  Loan: {detail: Loan, show: [title, status]"


@pytest.mark.parametrize(
    ("may", "path", "control", "values"),
    [
        ("[update, delete]", "new-loan", "new-loan.form.submit", {"title": "Forged"}),
        ("[create, delete]", "loan/loan-1?do=edit", "loan.edit.submit", {"title": "Forged"}),
        ("[create, update]", "loan/loan-1?do=delete", "loan.delete", {}),
        ("[create, update]", "loans", "loans.picks.take-back", {"rows": "loan-1"}),
    ],
)
async def test_a_forged_message_does_nothing_that_the_role_may_not_do(
    spec: Path, open_house: Callable[..., House], *, may: str, path: str, control: str, values: dict[str, str]
) -> None:
    barred = SPEC.replace("{own: Loan}", f"{{own: Loan, may: {{Loan: {may}}}}}")
    spec.write_text(barred.replace(DETAIL, f"{DETAIL}, edit: [title], delete: true"), encoding="utf-8")
    room = opened(open_house())
    tab = Tab(Place.at(path), room.play.mark)
    await room.begin(tab)
    before = room.play.state
    with pytest.raises(Refused):
        await room.do(tab, control, values)
    assert room.play.state.changes == before.changes == {}


async def test_who_may_does_the_same_by_the_same_message(spec: Path, open_house: Callable[..., House]) -> None:
    spec.write_text(SPEC.replace(DETAIL, f"{DETAIL}, edit: [title], delete: true"), encoding="utf-8")
    room = opened(open_house())
    tab = Tab(Place("loans"), room.play.mark)
    await room.begin(tab)
    await room.go(tab, Place.at("loan/loan-1?do=edit"))
    await room.do(tab, "loan.edit.submit", {"title": "Persuasion"})
    await room.go(tab, Place.at("loan/loan-1?do=delete"))
    await room.do(tab, "loan.delete", {})
    assert room.play.state.changes["Loan"]["loan-1"] is None
    room.play.act(Go(Place(""), role="Librarian"))
    tab = Tab(room.play.state.place, room.play.mark)
    await room.do(tab, "loans.picks.take-back", {"rows": "loan-2"})
    changed = room.play.state.changes["Loan"]["loan-2"]
    assert changed is not None
    assert changed["status"] == "Back"


def opened(house: House) -> Room[RehearsalPlay]:
    prototype = house.catalogue.get("library")
    assert prototype is not None
    session = rehearse(house.book, "library").session.id
    return house.rehearsal(prototype, "as-asked", session, base="/p/library/as-asked")
