"""A flow: one step after another, the check of all answers, and the row at the end."""

from typing import Any

import pytest

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go, labels, press
from toolkit import Answer, Create, Facts, Form, Go, Notice, Place, Steps
from toolkit.domain.machine import Machine, Refused
from toolkit.domain.state import State

SPEC = """
solution: Seats
people: Guest
roles: {Guest: {own: Seat}, Host: {}}
entities:
  Guest: {name: person}
  Table: {name: text, free: "number, 0..9", quiet: yes/no}
  Seat:
    guest: Guest = me
    table: Table, where free > 0
    meal: one of Fish, Stew
    wishes: any of Vegan, High chair, optional
    price: money, optional
screens:
  Seats: {list: Seat, new: Reserve}
  Tables: {list: Table, for: Host}
  Table: {detail: Table, for: Host, edit: [free]}
  Reserve:
    flow: Seat
    steps: {Your table: [table], Your meal: [meal, wishes, price]}
    submit: Reserve it
    thanks: See you!
  Seat: {detail: Seat}
"""
TABLES = [{"name": "By the door", "free": 0, "quiet": False}, {"name": "By the oven", "free": 2, "quiet": True}]


def house(spec: str = SPEC, **more: Any) -> Machine:
    return prototype(spec, Guest=[{"name": "Ana"}], Table=TABLES, Seat=[], **more)


def answered(desk: Machine, role: str = "Guest") -> State:
    state = press(desk, go(desk, desk.start(role), "reserve"), "Continue", table="table-2")
    return press(desk, state, "Continue", meal="Stew", wishes="High chair\nVegan", price="12,5")


def test_steps_are_named_and_numbered_and_the_last_one_is_the_check() -> None:
    desk = house()
    view = desk.view(go(desk, desk.start("Guest"), "reserve"))
    steps = block(view, Steps)
    assert (steps.id, steps.names, steps.at) == (
        "reserve.steps",
        ("Your table", "Your meal", "Check your answers"),
        0,
    )
    assert steps.back is None
    assert block(view, Form).submit.id == "reserve.your-table.submit"
    assert "Seats" in labels(view)


def test_what_can_be_chosen_says_what_tells_it_apart() -> None:
    desk = house()
    (choice,) = block(desk.view(go(desk, desk.start("Guest"), "reserve")), Form).inputs[0].choices
    assert (choice.label, choice.about) == ("By the oven", "2 free, quiet")


@pytest.mark.parametrize("step", ["your-meal", "_check", "nonsense", "check", ""])
def test_no_step_is_reached_before_those_before_it_are_answered(step: str) -> None:
    desk = house()
    assert block(desk.view(go(desk, desk.start("Guest"), f"reserve?step={step}")), Steps).at == 0


def test_the_check_says_every_answer_as_people_read_it() -> None:
    desk = house()
    view = desk.view(answered(desk))
    assert {f.label: f.value.text.replace("\u00a0", " ") for f in block(view, Facts).facts} == {
        "Table": "By the oven (2 free, quiet)",
        "Meal": "Stew",
        "Wishes": "Vegan, High chair",
        "Price": "12.50",
    }
    assert [f.change.label for f in block(view, Facts).facts if f.change][:2] == ["Change table", "Change meal"]
    assert block(view, Form).submit.label == "Reserve it"


def test_confirming_makes_the_row_and_ends_the_flow() -> None:
    desk = house()
    state = press(desk, answered(desk), "Reserve it")
    row = state.changes["Seat"]["seat-new-1"]
    assert row is not None
    assert row == {
        "id": "seat-new-1",
        "guest": "guest-1",
        "table": "table-2",
        "meal": "Stew",
        "wishes": ("Vegan", "High chair"),
        "price": 12.5,
    }
    assert (state.place.path, block(desk.view(state), Notice).text, state.drafts) == ("seat/seat-new-1", "See you!", {})
    assert block(desk.view(go(desk, state, "reserve")), Steps).at == 0


def test_what_the_screen_at_the_end_says_is_said_alone() -> None:
    desk = house(
        SPEC.replace("    thanks: See you!\n", "").replace("{detail: Seat}", "{detail: Seat, done: It is yours.}")
    )
    notices = [b for b in desk.view(press(desk, answered(desk), "Reserve it")).blocks if isinstance(b, Notice)]
    assert [notice.text for notice in notices] == ["It is yours."]


def test_an_answer_can_be_changed_from_the_check_and_leads_back_to_it() -> None:
    desk = house()
    changing = press(desk, answered(desk), "Change meal")
    assert {i.name: i.value for i in block(desk.view(changing), Form).inputs}["meal"] == "Stew"
    wrong = press(desk, changing, "Continue", meal="Cake")
    assert "one of Fish, Stew" in block(desk.view(wrong), Form).inputs[0].error
    changed = press(desk, wrong, "Continue", meal="Fish")
    assert {f.label: f.value.text for f in block(desk.view(changed), Facts).facts}["Meal"] == "Fish"


def test_answers_wait_while_one_looks_elsewhere_but_not_for_somebody_else() -> None:
    desk = house()
    state = go(desk, press(desk, answered(desk), "Seats"), "reserve?step=_check")
    assert block(desk.view(state), Steps).at == 2
    other = desk.step(state, Go(Place("reserve"), role="Host"))
    assert other.drafts == {}
    assert block(desk.view(go(desk, other, "reserve?step=_check")), Steps).at == 0


def test_an_answer_that_is_not_possible_any_more_is_told_at_the_check() -> None:
    desk = house()
    state = answered(desk, "Host")
    full = press(desk, go(desk, state, "table/table-2?do=edit"), "Save", free="0")
    refused = press(desk, go(desk, full, "reserve?step=_check"), "Reserve it")
    view = desk.view(refused)
    assert block(view, Notice).text == "Choose a table from the list. Change the answer below."
    assert "Seat" not in refused.changes
    assert "Change table" in labels(view)


def test_a_step_may_be_called_check() -> None:
    desk = house(SPEC.replace("Your meal:", "Check:"))
    state = answered(desk)
    assert block(desk.view(state), Steps).at == 2
    assert press(desk, state, "Reserve it").place.path == "seat/seat-new-1"


def test_a_flow_takes_only_the_answers_of_the_step_it_is_at() -> None:
    desk = house()
    start = go(desk, desk.start("Guest"), "reserve")
    ahead = Answer("Reserve", "Your meal", form="reserve.your-meal", values={"meal": "Stew"})
    with pytest.raises(Refused):
        desk.step(start, ahead)
    with pytest.raises(Refused):
        desk.step(start, Create("Seat", form="reserve.confirm", fixed={"table": "table-1", "meal": "Stew"}))
    sneaked = press(desk, start, "Continue", table="table-2", meal="Stew", guest="guest-9")
    assert sneaked.drafts == {"reserve": {"table": "table-2"}}
