"""Moves of several rows of a list: which boxes there are, what is asked once for all, and what comes of it."""

from typing import Any

import pytest

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go, labels, press, titles
from toolkit import Form, Notice, Table, Text, View
from toolkit.domain.action import Bulk, from_json, to_json
from toolkit.domain.gestures import Click, Tick, Unfold, gestures
from toolkit.domain.machine import Machine, Refused
from toolkit.domain.state import State

SPEC = """
solution: Parcels
people: Person
roles: {Clerk: {}, Sender: {own: Parcel}}
entities:
  Person: {name: person}
  Parcel:
    label: text
    sender: Person = me
    note: text, optional
    weight: number, optional
    status:
      New -> Sent: Send (Clerk)
      Sent -> Lost: Give up (Clerk), asks note
      Lost -> New: Complain (Sender, own)
screens:
  Parcels: {list: Parcel, show: [label, status], rows: 4BULK}
  Parcel: {detail: Parcel}
"""
PEOPLE = [{"name": "Ana"}, {"name": "Ben"}]
STATES = ["New", "Sent", "New", "Lost", "New"]
PARCELS: list[dict[str, Any]] = [
    {"label": f"P{n}", "sender": "person-1", "note": None, "weight": n, "status": status}
    for n, status in enumerate(STATES, 1)
]


def post(bulk: str = "", parcels: list[dict[str, Any]] | None = None) -> Machine:
    return prototype(SPEC.replace("BULK", bulk), Person=PEOPLE, Parcel=parcels or PARCELS)


def states(desk: Machine, state: State) -> list[str]:
    shown = desk.view(go(desk, state, "parcels"))
    return [row.cells[1].text for row in block(shown, Table).rows]


def boxes(view: View) -> list[str]:
    return [row.pick for row in block(view, Table).rows]


def test_rows_to_which_something_can_be_done_have_a_box_named_by_the_row() -> None:
    desk = post()
    view = desk.view(desk.start("Clerk"))
    assert boxes(view) == ["Select P1", "Select P2", "Select P3", ""]
    picks = block(view, Table).picks
    assert picks is not None
    assert [move.label for move in picks.moves] == ["Send", "Give up"]


def test_a_move_is_made_with_all_that_allow_it_and_the_others_are_named() -> None:
    desk = post()
    state = press(desk, desk.start("Clerk"), "Send", rows="parcel-1\nparcel-2\nparcel-3")
    assert block(desk.view(state), Notice).text == "Now Sent: 2 of 3 parcels. It could not be done to P2."
    assert states(desk, state) == ["Sent", "Sent", "Sent", "Lost"]
    assert not any(row.picked for row in block(desk.view(state), Table).rows)


def test_one_row_is_spoken_of_as_one() -> None:
    desk = post()
    state = press(desk, desk.start("Clerk"), "Send", rows="parcel-1")
    assert block(desk.view(state), Notice).text == "Now Sent: 1 parcel."


def test_nothing_picked_changes_nothing_and_says_so() -> None:
    desk = post()
    state = press(desk, desk.start("Clerk"), "Send", rows="")
    assert block(desk.view(state), Notice).text == "Nothing was chosen. Tick at least one row first."
    assert not state.changes


def test_what_a_move_asks_is_asked_once_for_all() -> None:
    desk = post(parcels=[{**p, "status": "Sent"} for p in PARCELS])
    asking = press(desk, desk.start("Clerk"), "Give up", rows="parcel-1\nparcel-3")
    view = desk.view(asking)
    assert asking.place.path == "parcels?do=give-up&picked=parcel-1.parcel-3"
    assert block(view, Text).paragraphs == ("For 2 parcels: P1, P3.",)
    assert [i.name for i in block(view, Form).inputs] == ["note"]
    done = press(desk, asking, "Give up", note="Fell off the van")
    assert block(desk.view(done), Notice).text == "Now Lost: 2 parcels."
    assert done.place.path == "parcels"
    assert [done.changes["Parcel"][key]["note"] for key in ("parcel-1", "parcel-3")] == ["Fell off the van"] * 2
    assert press(desk, asking, "Cancel").place.path == "parcels?picked=parcel-1.parcel-3"


def test_a_form_for_many_says_what_is_wrong_and_keeps_what_was_typed() -> None:
    desk = prototype(
        SPEC.replace("BULK", "").replace("note: text, optional", "note: 'text, 5..20 characters'"),
        Person=PEOPLE,
        Parcel=[{**p, "status": "Sent"} for p in PARCELS],
    )
    asking = press(desk, desk.start("Clerk"), "Give up", rows="parcel-1\nparcel-2")
    again = press(desk, asking, "Give up", note="No")
    (asked,) = block(desk.view(again), Form).inputs
    assert (asked.value, asked.error) == ("No", "Note must be 5 characters or more")
    assert not again.changes


def test_all_rows_of_a_page_can_be_picked_by_address_and_none_again() -> None:
    desk = post()
    every = press(desk, desk.start("Clerk"), "Select all on this page")
    assert every.place.path == "parcels?picked=all"
    assert [row.picked for row in block(desk.view(every), Table).rows] == [True, True, True, False]
    assert press(desk, every, "Select none").place.path == "parcels"
    assert press(desk, every, "Next page").place.path == "parcels?page=2"
    assert press(desk, every, "Status").place.path == "parcels?sort=status"


@pytest.mark.parametrize(("bulk", "boxed"), [("", False), (", bulk: true", True), (", bulk: false", False)])
def test_moves_of_ones_own_rows_have_no_boxes_unless_they_are_asked_for(bulk: str, *, boxed: bool) -> None:
    desk = post(bulk)
    assert any(boxes(desk.view(desk.start("Sender")))) is boxed
    assert any(boxes(desk.view(desk.start("Clerk")))) is (bulk != ", bulk: false")


def test_without_bulk_no_address_opens_a_form_for_many() -> None:
    desk = post(", bulk: false", [{**p, "status": "Sent"} for p in PARCELS])
    view = desk.view(go(desk, desk.start("Clerk"), "parcels?do=give-up&picked=parcel-1"))
    assert titles(view) == ["P1", "P2", "P3", "P4"]


def test_a_forged_move_of_many_is_refused_or_moves_only_what_the_role_may_move() -> None:
    own = [{**p, "sender": "person-2" if n else "person-1", "status": "Lost"} for n, p in enumerate(PARCELS)]
    desk = post(", bulk: true", own)
    state = desk.start("Sender")
    with pytest.raises(Refused):
        desk.step(state, Bulk("Parcel", "Send", "parcels.picks", values={"rows": "parcel-1"}))
    with pytest.raises(Refused):
        desk.step(state, Bulk("Parcel", "Complain", "parcels.picks", rows="parcel-2"))
    rows = {"rows": "parcel-1\nparcel-2\nparcel-99"}
    state = desk.step(state, Bulk("Parcel", "Complain", "parcels.picks", values=rows))
    assert set(state.changes["Parcel"]) == {"parcel-1"}
    assert block(desk.view(state), Notice).text == "Now New: 1 parcel."
    closed = go(desk, desk.start("Sender"), "parcels?do=complain&picked=parcel-2")
    assert "Send" not in labels(desk.view(closed))


def test_a_move_of_many_survives_being_written_down() -> None:
    action = Bulk("Parcel", "Send", "parcels.picks", values={"rows": "parcel-1\nparcel-2"})
    assert from_json(to_json(action)) == action


def test_hands_tick_the_boxes_and_press_the_button() -> None:
    desk = post()
    view = desk.view(desk.start("Clerk"))
    send = next(c for c in view.controls() if c.label == "Send")
    assert gestures(view, send, {"rows": "parcel-1\nparcel-3"}) == (
        Tick("Select parcels", "Select P1"),
        Tick("Select parcels", "Select P3"),
        Click("button", "Send"),
    )


def test_hands_unfold_the_columns_before_they_choose_one() -> None:
    desk = post()
    view = desk.view(desk.start("Clerk"))
    show = next(c for c in view.controls() if c.label == "Show Weight")
    assert gestures(view, show, {}) == (Unfold("Columns"), Click("link", "Show Weight"))
