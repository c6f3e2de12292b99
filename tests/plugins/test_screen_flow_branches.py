"""Branches and dead ends of a flow: which steps the answers lead through, and where the way ends."""

import pytest

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go, labels, press
from toolkit import Answer, Facts, Form, Notice, Steps
from toolkit.domain.machine import Machine, Refused
from toolkit.domain.planner import NoPlan, Plan, plan
from toolkit.domain.state import State

SPEC = """
solution: Street
now: 2026-03-02 09:30
people: Neighbour
roles: {Neighbour: {own: Event}}
entities:
  Neighbour: {name: person}
  Event:
    who: Neighbour = me
    kind: one of Fireworks, Party, Market
    starts: date, next 90 days
    alcohol: yes/no
    seller: text, 2..40 characters
    guests: number, 1..9999
    soon: = starts < now + days(28)
screens:
  Events: {list: Event, new: Ask}
  Ask:
    flow: Event
    steps:
      Kind: [kind]
      Not here: {stop: The fire brigade decides on fireworks., when: kind == 'Fireworks'}
      Day: [starts]
      Too late: {stop: Apply 28 days before., when: soon && kind != 'Party'}
      Drinks: [alcohol]
      Seller: {ask: [seller], when: alcohol && kind != 'Party'}
      Guests: [guests]
  Event: {detail: Event}
tasks:
  ask: {as: Neighbour, say: Ask for a street event., done: {Event: {who: me}}}
"""


def street(spec: str = SPEC) -> Machine:
    return prototype(spec, Neighbour=[{"name": "Ana"}], Event=[])


def begun(desk: Machine) -> State:
    return go(desk, desk.start("Neighbour"), "ask")


def asked(desk: Machine, *, kind: str = "Market", starts: str = "2026-05-02", alcohol: str = "yes") -> State:
    state = press(desk, begun(desk), "Continue", kind=kind)
    state = press(desk, state, "Continue", starts=starts)
    return press(desk, state, "Continue", alcohol=alcohol)


def shown(desk: Machine, state: State) -> str:
    steps = block(desk.view(state), Steps)
    return steps.names[steps.at]


def facts(desk: Machine, state: State) -> list[str]:
    return [fact.label for fact in block(desk.view(state), Facts).facts]


def test_a_step_is_asked_only_where_its_condition_holds() -> None:
    desk = street()
    assert shown(desk, asked(desk, alcohol="yes")) == "Seller"
    assert shown(desk, asked(desk, alcohol="no")) == "Guests"
    assert shown(desk, asked(desk, kind="Party")) == "Guests"


def test_the_steps_that_are_named_are_those_on_the_way() -> None:
    desk = street()
    assert block(desk.view(asked(desk, alcohol="no")), Steps).names == (
        "Kind",
        "Day",
        "Drinks",
        "Guests",
        "Check your answers",
    )
    assert "Seller" in block(desk.view(asked(desk)), Steps).names


def test_back_passes_over_what_was_not_asked() -> None:
    desk = street()
    assert shown(desk, press(desk, asked(desk, alcohol="no"), "Back")) == "Drinks"


def test_a_step_that_was_passed_over_has_no_address_and_takes_no_answer() -> None:
    desk = street()
    state = asked(desk, alcohol="no")
    assert shown(desk, go(desk, state, "ask?step=seller")) == "Kind"
    with pytest.raises(Refused):
        desk.step(go(desk, state, "ask?step=seller"), Answer("Ask", "Seller", "ask.seller", {"seller": "The Crown"}))


def test_a_changed_answer_that_opens_a_step_leads_through_it_back_to_the_check() -> None:
    desk = street()
    state = press(desk, asked(desk, alcohol="no"), "Continue", guests="40")
    assert facts(desk, state) == ["Kind", "Starts", "Alcohol", "Guests"]
    state = press(desk, press(desk, state, "Change alcohol"), "Continue", alcohol="yes")
    assert shown(desk, state) == "Seller"
    state = press(desk, state, "Continue", seller="The Crown")
    assert shown(desk, state) == "Check your answers"
    assert facts(desk, state) == ["Kind", "Starts", "Alcohol", "Seller", "Guests"]


def test_answers_of_a_step_that_is_passed_over_by_now_are_not_kept_in_the_row() -> None:
    desk = street()
    state = press(desk, asked(desk), "Continue", seller="The Crown")
    state = press(desk, state, "Continue", guests="40")
    state = press(desk, press(desk, state, "Change alcohol"), "Continue", alcohol="no")
    assert "Seller" not in facts(desk, state)
    again = press(desk, press(desk, state, "Change alcohol"), "Continue", alcohol="yes")
    assert [f.value.text for f in block(desk.view(again), Facts).facts if f.label == "Seller"] == ["The Crown"]
    row = press(desk, state, "Confirm").changes["Event"]["event-new-1"]
    assert row is not None
    assert (row["alcohol"], row["seller"]) == (False, None)


def test_a_dead_end_says_why_and_leads_back_to_the_answer_only() -> None:
    desk = street()
    state = press(desk, begun(desk), "Continue", kind="Fireworks")
    view = desk.view(state)
    notice = block(view, Notice)
    assert (notice.heading, notice.text) == ("Not here", "The fire brigade decides on fireworks.")
    assert [b for b in view.blocks if isinstance(b, Form)] == []
    assert labels(view) == ["Events", "Events", "Change your answer"]
    for step in ("day", "_check", "guests"):
        assert block(desk.view(go(desk, state, f"ask?step={step}")), Notice).heading == "Not here"
    state = press(desk, press(desk, state, "Change your answer"), "Continue", kind="Party")
    assert shown(desk, state) == "Day"


def test_the_way_back_from_a_dead_end_leads_to_the_answer_that_it_hangs_on() -> None:
    spec = SPEC.replace("      Guests: [guests]\n", "").replace("      Kind: [kind]\n", "      Kind: [guests, kind]\n")
    desk = street(spec.replace("soon && kind != 'Party'", "guests > 500"))
    state = press(desk, begun(desk), "Continue", kind="Market", guests="501")
    state = press(desk, state, "Continue", starts="2026-05-02")
    assert block(desk.view(state), Notice).heading == "Too late"
    assert shown(desk, press(desk, state, "Change your answer")) == "Kind"


def test_the_planner_keeps_away_from_dead_ends() -> None:
    found = plan(street(), street().solution.tasks["ask"])
    assert isinstance(found, Plan)
    assert found.steps[1].values == {"kind": "Party"}
    spec = SPEC.replace("soon && kind != 'Party'", "guests < 1000 || soon").replace("[starts]", "[guests, starts]")
    late = street(spec.replace("      Guests: [guests]\n", ""))
    found = plan(late, late.solution.tasks["ask"])
    assert isinstance(found, Plan)
    assert int(found.steps[2].values["guests"]) >= 1000


def test_a_task_that_wants_what_stops_has_no_way() -> None:
    desk = street(SPEC.replace("{who: me}", "{kind: Fireworks}"))
    assert isinstance(plan(desk, desk.solution.tasks["ask"]), NoPlan)
