"""Steps that gather rows: another, changed, removed, and made together with the row of the flow."""

import pytest

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go, labels, press
from toolkit import Answer, Facts, Form, Steps, Text
from toolkit.domain.action import from_json, to_json
from toolkit.domain.machine import Machine, Refused
from toolkit.domain.planner import Plan, plan
from toolkit.domain.state import State

SPEC = """
solution: Street
people: Neighbour
roles: {Neighbour: {own: Event}}
entities:
  Neighbour: {name: person}
  Event:
    who: Neighbour = me
    name: text, 2..40 characters
    food: yes/no
  Stall:
    event: Event
    name: text, 2..40 characters
    sells: one of Cakes, Soup
screens:
  Events: {list: Event, new: Ask}
  Ask:
    flow: Event
    steps:
      Name: [name, food]
      Stalls: {each: Stall, ask: [name, sells], rows: 1..3, when: food}
  Event: {detail: Event, related: {Stall: []}}
tasks:
  ask: {as: Neighbour, say: Ask for an event with food., done: {Event: {who: me, food: yes}}}
"""


def street(spec: str = SPEC) -> Machine:
    return prototype(spec, Neighbour=[{"name": "Ana"}], Event=[], Stall=[])


def begun(desk: Machine, food: str = "yes") -> State:
    return press(desk, go(desk, desk.start("Neighbour"), "ask"), "Continue", name="Fair", food=food)


def stall(desk: Machine, state: State, name: str, sells: str = "Soup") -> State:
    return press(desk, state, "Save and continue", name=name, sells=sells)


def rows(desk: Machine, state: State) -> dict[str, str]:
    return {fact.label: fact.value.text for fact in block(desk.view(state), Facts).facts}


def test_the_first_row_is_asked_for_at_once_and_stands_in_a_list_then() -> None:
    desk = street()
    state = begun(desk)
    form = block(desk.view(state), Form)
    assert (form.label, [i.name for i in form.inputs], form.cancel) == ("Stall 1", ["name", "sells"], None)
    state = stall(desk, state, "Ana's cakes", "Cakes")
    assert rows(desk, state) == {"Stall 1": "Ana's cakes, Cakes"}
    for label in ("Change stall 1", "Remove stall 1", "Add another stall", "Continue"):
        assert label in labels(desk.view(state))


def test_what_is_wrong_with_a_row_is_told_in_its_form() -> None:
    desk = street()
    state = stall(desk, begun(desk), "A")
    assert "2 characters or more" in block(desk.view(state), Form).inputs[0].error


def test_rows_are_added_changed_and_removed() -> None:
    desk = street()
    state = stall(desk, begun(desk), "Ana's cakes", "Cakes")
    state = stall(desk, press(desk, state, "Add another stall"), "Ben's soup")
    state = stall(desk, press(desk, state, "Change stall 1"), "Ana's pies", "Cakes")
    assert rows(desk, state) == {"Stall 1": "Ana's pies, Cakes", "Stall 2": "Ben's soup, Soup"}
    state = press(desk, state, "Remove stall 1")
    assert rows(desk, state) == {"Stall 1": "Ben's soup, Soup"}
    state = press(desk, state, "Remove stall 1")
    assert block(desk.view(state), Form).label == "Stall 1"


def test_no_more_rows_than_may_be() -> None:
    desk = street()
    state = stall(desk, begun(desk), "One")
    for name in ("Two", "Three"):
        state = stall(desk, press(desk, state, "Add another stall"), name)
    assert "Add another stall" not in labels(desk.view(state))
    assert block(desk.view(state), Text).paragraphs == ("You have added 3, and more cannot be added.",)
    assert len(rows(desk, go(desk, state, "ask?step=stalls&item=new"))) == 3
    with pytest.raises(Refused):
        desk.step(state, Answer("Ask", "Stalls", "ask.stalls.new", {"name": "Four", "sells": "Soup"}, item="new"))


def test_where_none_are_needed_one_may_go_on_without() -> None:
    desk = street(SPEC.replace("rows: 1..3", "rows: 0..3"))
    state = begun(desk)
    assert block(desk.view(state), Text).paragraphs == ("No stall added yet.",)
    assert block(desk.view(press(desk, press(desk, state, "Add a stall"), "Cancel")), Text)
    check = press(desk, state, "Continue")
    assert rows(desk, check)["Stalls"] == "None"


def test_rows_are_made_with_the_row_of_the_flow_and_refer_to_it() -> None:
    desk = street()
    state = stall(desk, begun(desk), "Ana's cakes", "Cakes")
    state = stall(desk, press(desk, state, "Add another stall"), "Ben's soup")
    check = press(desk, state, "Continue")
    assert rows(desk, check)["Stalls"] == "Ana's cakes, Cakes\nBen's soup, Soup"
    assert "Stall" not in check.changes
    made = press(desk, check, "Confirm")
    stalls = [row for row in made.changes["Stall"].values() if row]
    assert [(row["name"], row["event"]) for row in stalls] == [
        ("Ana's cakes", "event-new-1"),
        ("Ben's soup", "event-new-1"),
    ]
    assert len({row["id"] for row in stalls}) == 2
    assert made.drafts == {}


def test_rows_can_be_changed_from_the_check() -> None:
    desk = street()
    check = press(desk, stall(desk, begun(desk), "Ana's cakes", "Cakes"), "Continue")
    state = press(desk, press(desk, check, "Change stalls"), "Add another stall")
    state = press(desk, stall(desk, state, "Ben's soup"), "Continue")
    assert block(desk.view(state), Steps).at == 2
    assert rows(desk, state)["Stalls"].endswith("Ben's soup, Soup")


def test_rows_of_a_step_that_is_passed_over_by_now_are_not_made() -> None:
    desk = street()
    check = press(desk, stall(desk, begun(desk), "Ana's cakes", "Cakes"), "Continue")
    state = press(desk, press(desk, check, "Change food"), "Continue", name="Fair", food="no")
    assert "Stall" not in press(desk, state, "Confirm").changes


def test_what_is_done_to_a_row_can_be_written_down_and_read_back() -> None:
    gone = Answer("Ask", "Stalls", "ask.stalls.1", item="1", gone=True)
    assert from_json(to_json(gone)) == gone
    written = {"kind": "answer", "flow": "Ask", "step": "Name", "form": "ask.name", "values": {}}
    assert from_json(written) == Answer("Ask", "Name", "ask.name")


def test_the_planner_adds_as_many_rows_as_are_needed() -> None:
    desk = street(SPEC.replace("rows: 1..3", "rows: 2..3"))
    found = plan(desk, desk.solution.tasks["ask"])
    assert isinstance(found, Plan)
    pressed = [step.control.label for step in found.steps]
    assert pressed[2:5] == ["Save and continue", "Add another stall", "Save and continue"]
    assert len(pressed) == 7
