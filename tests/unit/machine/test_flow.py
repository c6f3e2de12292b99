"""A flow: one question after another, going back, checking, confirming."""

from datetime import datetime

import pytest

from tests.unit.machine.desk import PLUGINS, SPECS, block, go, labels, press
from toolkit.domain.action import Create
from toolkit.domain.dataset import Dataset
from toolkit.domain.machine import Machine, Refused
from toolkit.domain.state import State
from toolkit.domain.view import Facts, Form, Notice, Steps
from toolkit.spec.reading import read


def flight(key: str, number: str, seats: int, destination: str = "Lisbon") -> dict[str, object]:
    departs = datetime(2026, 1, 19, 21, 30)
    return {
        "id": key,
        "number": number,
        "destination": destination,
        "departs": departs,
        "seats": seats,
        "changes": "Direct",
    }


DATASET = Dataset(
    {
        "Traveller": {
            "traveller-1": {"id": "traveller-1", "name": "Maria Alves", "email": "m@example.com", "phone": None}
        },
        "Flight": {
            "flight-1": flight("flight-1", "SK418", 0),
            "flight-2": flight("flight-2", "SK422", 4),
            "flight-3": flight("flight-3", "SK999", 4, "Faro"),
        },
    },
    seed=1,
    locale="en_GB",
)


def machine() -> Machine:
    solution = read(SPECS / "rebooking" / "spec.yaml", PLUGINS.parts).solution
    assert solution is not None
    return Machine(solution, "seat-held", DATASET, PLUGINS.parts)


def at_check(desk: Machine) -> State:
    state = go(desk, desk.start("Traveller"), "rebook")
    state = press(desk, state, "Continue", flight="flight-2")
    state = press(desk, state, "Continue", seat="Aisle", help="Wheelchair\nHotel for tonight")
    return press(desk, state, "Continue", phone="+44 7700 900142")


def test_only_flights_with_a_seat_to_the_right_place_can_be_chosen() -> None:
    desk = machine()
    state = go(desk, desk.start("Traveller"), "rebook")
    form = block(desk.view(state), Form)
    assert [c.label for c in form.inputs[0].choices] == ["SK422"]
    assert form.inputs[0].kind == "cards"
    refused = press(desk, state, "Continue", flight="flight-1")
    assert "from the list" in block(desk.view(refused), Form).inputs[0].error


def test_answers_are_kept_when_going_back_and_on() -> None:
    desk = machine()
    state = press(desk, go(desk, desk.start("Traveller"), "rebook"), "Continue", flight="flight-2")
    state = press(desk, state, "Continue", seat="Aisle", help="Wheelchair")
    state = press(desk, press(desk, state, "Back"), "Back")
    assert block(desk.view(state), Form).inputs[0].value == "flight-2"
    state = press(desk, state, "Continue", flight="flight-2")
    values = {i.name: i.value for i in block(desk.view(state), Form).inputs}
    assert values == {"seat": "Aisle", "help": "Wheelchair"}


def test_a_step_cannot_be_jumped_to_before_those_before_it_are_answered() -> None:
    desk = machine()
    state = go(desk, desk.start("Traveller"), "rebook?step=check")
    assert block(desk.view(state), Steps).at == 0
    with pytest.raises(Refused):
        desk.step(state, Create("Rebooking", "rebook.confirm", fixed={"flight": "flight-2"}))


def test_the_check_shows_every_answer_and_a_changed_one_returns_to_it() -> None:
    desk = machine()
    state = at_check(desk)
    facts = {f.label: f.value.text for f in block(desk.view(state), Facts).facts}
    assert facts["New flight"].startswith("SK422")
    assert facts["Do you need any of these?"] == "Wheelchair, Hotel for tonight"
    changing = press(desk, state, "Change seat")
    back = press(desk, changing, "Continue", seat="Window", help="")
    assert {f.label: f.value.text for f in block(desk.view(back), Facts).facts}["Seat"] == "Window"


def test_confirming_makes_the_row_and_gives_a_reference() -> None:
    desk = machine()
    done = press(desk, at_check(desk), "Confirm")
    view = desk.view(done)
    facts = {f.label: f.value.text for f in block(view, Facts).facts}
    assert block(view, Notice).text
    assert len(facts["Reference"]) == 6
    assert desk.met(desk.solution.tasks["rebook"], done)
    assert done.drafts == {}
    assert "Confirm" not in labels(view)


def test_a_wrong_phone_number_is_told_at_the_field_and_kept() -> None:
    desk = machine()
    state = press(desk, go(desk, desk.start("Traveller"), "rebook"), "Continue", flight="flight-2")
    state = press(desk, state, "Continue", seat="Aisle", help="")
    state = press(desk, state, "Continue", phone="call me")
    asked = block(desk.view(state), Form).inputs[0]
    assert asked.value == "call me"
    assert "phone number" in asked.error or "like" in asked.error
