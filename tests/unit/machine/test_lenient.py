"""Skipping validation in a show: a form with mistakes is taken as far as it can be kept, for who presents alone."""

from dataclasses import replace

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import go, machine, press
from toolkit.domain.flow import CHECK
from toolkit.domain.machine import Machine
from toolkit.domain.state import State

SPEC = """
solution: Trips
people: Person
now: 2026-03-02 09:30
roles: [Clerk]
entities:
  Person: {name: person}
  Trip:
    title: text, 5..80 characters
    seats: number, 1..9
    day: date
    guide: Person
    code: text, unique
screens:
  Trips: {list: Trip, new: New trip}
  New trip: {form: Trip, then: Trip}
  Apply: {flow: Trip, steps: {What: [title, seats], Who: [guide, day, code]}, then: Trip}
  Trip: {detail: Trip, edit: [title, seats]}
"""


def trips() -> Machine:
    rows = [{"title": "To the sea", "seats": 4, "day": None, "guide": "person-1", "code": "A1"}]
    return prototype(SPEC, Person=[{"name": "Ada Hill"}], Trip=rows)


def lenient(desk: Machine) -> State:
    return replace(desk.start("Clerk"), lenient=True)


def test_what_can_be_kept_is_kept_and_what_cannot_is_left_empty() -> None:
    desk = trips()
    typed = {"title": "Sea", "seats": "40", "day": "soon", "guide": "person-99", "code": "A1"}
    state = press(desk, go(desk, lenient(desk), "new-trip"), "Add trip", **typed)
    assert state.attempt is None
    row = state.changes["Trip"]["trip-new-1"]
    assert row is not None
    assert {name: row[name] for name in typed} == {
        "title": "Sea",
        "seats": 40,
        "day": None,
        "guide": None,
        "code": "A1",
    }
    assert desk.view(state).title == "Sea"


def test_nothing_at_all_is_taken_too() -> None:
    desk = trips()
    state = press(desk, go(desk, lenient(desk), "new-trip"), "Add trip", title="")
    assert desk.view(state).title == "Untitled trip"


def test_a_change_and_the_steps_of_a_flow_let_mistakes_pass() -> None:
    desk = trips()
    state = press(desk, go(desk, lenient(desk), "trip/trip-1?do=edit"), "Save", title="", seats="none")
    row = state.changes["Trip"]["trip-1"]
    assert row is not None
    assert (row["title"], row["seats"], row["code"]) == (None, None, "A1")
    state = press(desk, go(desk, lenient(desk), "apply"), "Continue", title="X", seats="")
    state = press(desk, state, "Continue", guide="", day="", code="")
    assert state.attempt is None
    assert state.place.get("step") == CHECK


def test_without_the_switch_the_same_form_is_sent_back() -> None:
    desk = machine()
    state = go(desk, desk.start("Employee"), "new-ticket")
    assert state.lenient is False
    after = press(desk, state, "Add ticket", title="Hm")
    assert after.attempt is not None
    assert after.changes == {}
