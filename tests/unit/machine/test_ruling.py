"""Rules between the fields of a row, as whoever fills in a form meets them."""

from collections.abc import Mapping
from datetime import date, time

import pytest

from tests.plugins.prototype import prototype
from toolkit.domain.action import Create, Go, Place, filled
from toolkit.domain.machine import Machine
from toolkit.domain.state import State
from toolkit.domain.view import Form, Input, View

TRIP = """
now: 2026-03-02 09:30
entities:
  Trip:
    name: text
    departs: date
    returns: date, after departs
    opens: time, optional
    closes: time, not before opens, optional
    budget: money = 100
    spent: {type: "money, at most budget", error: Nobody pays more than the budget}
    kind: one of Work, Other = Work
    reason: text, required when kind == 'Other'
    left: "= budget - spent"
    spare: number, at most left, optional
    status:
      Planned -> Refused: Refuse, asks note
      Planned -> Agreed: Agree, asks note
    note: text, required when status == 'Refused'
screens:
  Home: {page: Trips}
  New trip: {form: Trip, ask: [name, departs, returns, opens, closes, spent, kind, reason, spare]}
  Trip: {detail: Trip, edit: [departs, reason]}
"""
GOOD = {"name": "Porto", "departs": "2026-03-05", "returns": "2026-03-06", "spent": "40", "kind": "Work"}
ROW = {"name": "Rome", "departs": date(2026, 4, 1), "returns": date(2026, 4, 9), "kind": "Other", "status": "Planned"}


def form(view: View) -> Form:
    return next(block for block in view.blocks if isinstance(block, Form))


def asked(view: View, name: str) -> Input:
    return next(i for i in form(view).inputs if i.name == name)


def sent(machine: Machine, state: State, values: Mapping[str, str]) -> State:
    return machine.step(state, filled(form(machine.view(state)).submit.action, values))


def mistakes(typed: Mapping[str, str]) -> Mapping[str, str]:
    """Return what is said of a new trip, by field."""
    machine = prototype(TRIP)
    state = machine.start(next(iter(machine.app.roles)))
    state = sent(machine, machine.step(state, Go(Place("new-trip"))), GOOD | typed)
    return state.attempt.errors if state.attempt else {}


def test_what_keeps_all_rules_is_taken() -> None:
    assert mistakes({"opens": "09:00", "closes": "09:00"}) == {}


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"returns": "2026-03-05"}, "returns", "Returns must be after departs"),
        ({"opens": "09:00", "closes": "08:59"}, "closes", "Closes must not be before opens"),
        ({"spent": "100.01"}, "spent", "Nobody pays more than the budget"),
        ({"spare": "61"}, "spare", "Spare must be at most left"),
        ({"kind": "Other"}, "reason", "Enter a reason"),
    ],
)
def test_what_breaks_a_rule_is_told_at_its_field(typed: Mapping[str, str], field: str, message: str) -> None:
    assert mistakes(typed) == {field: message}


def test_what_is_empty_or_cannot_be_read_breaks_no_other_rule() -> None:
    assert mistakes({"opens": "09:00"}) == {}
    assert list(mistakes({"departs": "soon"})) == ["departs"]


def test_an_own_error_text_is_said_of_what_does_not_fit_but_not_of_what_is_missing() -> None:
    assert mistakes({"spent": "much"})["spent"] == "Nobody pays more than the budget"
    assert mistakes({"spent": ""})["spent"] == "Enter a spent"


def test_a_field_says_that_it_is_optional_until_an_answer_makes_it_needed() -> None:
    machine = prototype(TRIP)
    state = machine.step(machine.start(next(iter(machine.app.roles))), Go(Place("new-trip")))
    assert not asked(machine.view(state), "reason").required
    state = sent(machine, state, GOOD | {"kind": "Other"})
    assert asked(machine.view(state), "reason").required
    assert sent(machine, state, GOOD | {"kind": "Other", "reason": "A fair"}).attempt is None


def test_a_change_is_held_against_what_the_row_holds_besides() -> None:
    machine = prototype(TRIP, Trip=[ROW])
    state = machine.step(machine.start(next(iter(machine.app.roles))), Go(Place("trip", "trip-1", (("do", "edit"),))))
    assert asked(machine.view(state), "reason").required
    state = sent(machine, state, {"departs": "2026-04-09", "reason": "A fair"})
    assert state.attempt
    assert state.attempt.errors == {"departs": "Departs must be before returns"}
    assert sent(machine, state, {"departs": "2026-04-08", "reason": "A fair"}).attempt is None


@pytest.mark.parametrize(("move", "needed"), [("refuse", True), ("agree", False)])
def test_what_a_move_makes_necessary_is_asked_for_by_the_move(move: str, needed: bool) -> None:
    machine = prototype(TRIP, Trip=[ROW])
    state = machine.step(machine.start(next(iter(machine.app.roles))), Go(Place("trip", "trip-1", (("do", move),))))
    assert asked(machine.view(state), "note").required is needed
    assert (sent(machine, state, {"note": ""}).attempt is not None) is needed


def test_steps_of_a_flow_are_held_against_the_answers_before() -> None:
    machine = prototype(
        """
        entities:
          Stay: {name: text, kind: "one of Work, Other", "from": date, reason: "text, required when kind == 'Other'",
            end: "date, after from"}
        screens:
          Home: {page: Stays}
          Book: {flow: Stay, steps: {Who: [name, kind, from], When: [reason, end]}}
        """
    )
    state = machine.step(machine.start(next(iter(machine.app.roles))), Go(Place("book")))
    state = sent(machine, state, {"name": "Jo", "kind": "Other", "from": "2026-03-05"})
    assert asked(machine.view(state), "reason").required
    state = sent(machine, state, {"reason": "", "end": "2026-03-05"})
    assert state.attempt
    assert state.attempt.errors == {"reason": "Enter a reason", "end": "End must be after from"}


def test_times_of_day_are_kept() -> None:
    machine = prototype(TRIP)
    state = machine.step(machine.start(next(iter(machine.app.roles))), Go(Place("new-trip")))
    state = sent(machine, state, GOOD | {"opens": "09:00", "closes": "17:30"})
    made = state.changes["Trip"]["trip-new-1"]
    assert made
    assert isinstance(form(machine.view(machine.step(state, Go(Place("new-trip"))))).submit.action, Create)
    assert (made["opens"], made["closes"]) == (time(9), time(17, 30))
