"""Days and hours that a value may lie in, what no two rows may share, and rules held against the row referred to."""

from collections.abc import Mapping
from datetime import datetime

import pytest

from tests.plugins.prototype import prototype
from toolkit.domain.action import Go, Place, Transition, filled
from toolkit.domain.machine import Machine
from toolkit.domain.state import State
from toolkit.domain.view import Form, Notice

CLINIC = """
now: 2026-03-02 09:30
entities:
  Doctor: {name: person, starts: time, "most": "number, 1..90"}
  Visit:
    doctor: Doctor
    about: text
    time: datetime, on weekdays, 08:00..17:00, unique with doctor while status != 'Cancelled'
    length: {type: "number, 5..90, at most doctor.most", label: How long?}
    opens: time, 07:00..12:00, optional
    status: {Booked -> Cancelled: Cancel, Booked -> Seen: Finish, Cancelled -> Booked: Book again}
screens:
  Visits: {list: Visit}
  Book: {form: Visit, ask: [doctor, about, time, length, opens]}
  Visit: {detail: Visit, edit: [time, length]}
"""
ROWS = {
    "Doctor": [{"name": "Ada", "most": 20}, {"name": "Bo", "most": 60}],
    "Visit": [
        {"doctor": "doctor-1", "about": "A", "time": datetime(2026, 3, 3, 9), "length": 10, "status": "Booked"},
        {"doctor": "doctor-2", "about": "B", "time": datetime(2026, 3, 3, 10), "length": 10, "status": "Cancelled"},
    ],
}
GOOD = {"doctor": "doctor-1", "about": "C", "time": "2026-03-03T11:00", "length": "15", "opens": ""}


def form(machine: Machine, state: State) -> Form:
    return next(block for block in machine.view(state).blocks if isinstance(block, Form))


def mistakes(values: Mapping[str, str], *, edit: str = "") -> Mapping[str, str]:
    machine = prototype(CLINIC, **ROWS)
    place = Place("visit", edit, {"do": "edit"}) if edit else Place("book")
    state = machine.step(machine.start("Everyone"), Go(place))
    done = machine.step(state, filled(form(machine, state).submit.action, GOOD | values))
    return done.attempt.errors if done.attempt else {}


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({}, {}),
        ({"time": "2026-03-07T11:00"}, {"time": "Time must be on a weekday"}),
        ({"time": "2026-03-03T17:05"}, {"time": "Time must be between 08:00 and 17:00"}),
        ({"time": "2026-03-03T17:00"}, {}),
        ({"opens": "13:00"}, {"opens": "Opens must be between 07:00 and 12:00"}),
        ({"time": "2026-03-03T09:00"}, {"time": "There is already a visit with the same doctor, time"}),
        ({"time": "2026-03-03T09:00", "doctor": "doctor-2"}, {}),
        ({"time": "2026-03-03T10:00", "doctor": "doctor-2"}, {}),  # the other one was cancelled
        ({"length": "21"}, {"length": "How long? must be at most most of the doctor"}),
        ({"length": "21", "doctor": "doctor-2"}, {}),
    ],
)
def test_what_a_form_says_of_limits(values: Mapping[str, str], errors: Mapping[str, str]) -> None:
    assert mistakes(values) == errors


def test_a_row_is_not_in_its_own_way() -> None:
    assert mistakes({"time": "2026-03-03T09:00", "length": "20"}, edit="visit-1") == {}
    assert list(mistakes({"time": "2026-03-03T09:00", "length": "21"}, edit="visit-1")) == ["length"]


def test_a_move_does_not_bring_back_what_no_two_rows_may_share() -> None:
    taken = {"doctor": "doctor-1", "about": "C", "time": datetime(2026, 3, 3, 9), "length": 5, "status": "Cancelled"}
    machine = prototype(CLINIC, **ROWS | {"Visit": [*ROWS["Visit"], taken]})

    def again(visit: str) -> State:
        state = machine.step(machine.start("Everyone"), Go(Place("visit", visit)))
        return machine.step(state, Transition("Visit", visit, "Book again"))

    clash, free = again("visit-3"), again("visit-2")
    assert clash.changes == {}
    said = [block.text for block in machine.view(clash).blocks if isinstance(block, Notice)]
    assert said == ["There is already a visit with the same doctor, time"]
    assert free.changes["Visit"]["visit-2"]["status"] == "Booked"


CLAIM = """
now: 2026-03-02 09:30
entities:
  Claim:
    title: text
    begins: date
    total: = sum of Line price
    reason: text, required when total > 100.0
  Line: {claim: Claim, day: "date, not before claim.begins", what: "text, unique with day", price: money}
screens:
  Home: {page: Hello, do: [New]}
  New:
    flow: Claim
    steps:
      Trip: [title, begins]
      Lines: {each: Line, ask: [day, what, price], rows: 1..3}
      Why: {ask: [reason], when: total > 100.0}
  Claim: {detail: Claim}
"""


def claiming(*lines: Mapping[str, str]) -> tuple[Machine, State]:
    machine = prototype(CLAIM)
    state = machine.step(machine.start("Everyone"), Go(Place("new")))
    trip = {"title": "York", "begins": "2026-02-10"}
    state = machine.step(state, filled(form(machine, state).submit.action, trip))
    for line in lines:
        state = machine.step(state, Go(state.place.with_(item="new")))
        state = machine.step(state, filled(form(machine, state).submit.action, line))
    return machine, state


def test_a_gathered_row_is_held_against_the_row_it_will_belong_to() -> None:
    _, state = claiming({"day": "2026-02-09", "what": "Taxi", "price": "20"})
    assert state.attempt is not None
    assert state.attempt.errors == {"day": "Day must not be before begins of the claim"}
    line = {"day": "2026-02-10", "what": "Taxi", "price": "20"}
    assert claiming(line)[1].attempt is None
    again = claiming(line, line)[1].attempt
    assert again is not None
    assert again.errors == {"what": "There is already a line with the same day, what"}


@pytest.mark.parametrize(("price", "step"), [("60", "why"), ("50", "_check")])
def test_a_condition_of_a_flow_speaks_of_a_total_over_what_is_gathered(price: str, step: str) -> None:
    line = {"day": "2026-02-10", "price": price}
    machine, state = claiming(line | {"what": "Taxi"}, line | {"what": "Train"})
    onward = next(c for c in machine.view(state).controls() if c.label == "Continue")
    state = machine.step(state, onward.action)
    assert state.place.get("step") == step


TAGS = """
entities:
  Tag: {name: text, open: yes/no}
  Note:
    title: text
    tags: many Tag, where open
    kind: one of A, Other = A
    why: text, required when kind == 'Other'
screens:
  Notes: {list: Note}
  New note: {form: Note, ask: [title, tags, kind, why]}
  Note: {detail: Note}
"""


def test_of_many_rows_only_those_that_fit_can_be_chosen() -> None:
    machine = prototype(TAGS, Tag=[{"name": "A", "open": True}, {"name": "B", "open": False}])
    state = machine.step(machine.start("Everyone"), Go(Place("new-note")))
    asked = {i.name: i for i in form(machine, state).inputs}
    assert [choice.value for choice in asked["tags"].choices] == ["tag-1"]
    values = {"title": "x", "tags": "tag-2", "kind": "A"}
    forged = machine.step(state, filled(form(machine, state).submit.action, values))
    assert forged.attempt is not None
    assert list(forged.attempt.errors) == ["tags"]


def test_what_is_needed_only_sometimes_is_not_called_optional() -> None:
    machine = prototype(TAGS, Tag=[{"name": "A", "open": True}])
    asked = form(machine, machine.step(machine.start("Everyone"), Go(Place("new-note")))).inputs
    assert [(i.name, i.required, i.depends) for i in asked][-1] == ("why", False, True)
