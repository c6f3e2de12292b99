"""References to other rows, and reference numbers that the solution gives."""

import pytest

from tests.plugins.prototype import made_up, prototype, read, show, type_of, typed
from tests.unit.machine.desk import block, go, labels, press
from toolkit import Facts, Field, Form

NUMBER = Field("reference", "reference number", "Reference")
SPEC = """
solution: Desks
people: Person
entities:
  Person: {name: person, works: yes/no}
  Room: {name: text}
  Booking:
    reference: reference number
    who: Person = me
    room: Room, unique
    with: Person, optional, where works
screens:
  Bookings: {list: Booking, show: [reference, room], new: Book}
  Book: {form: Booking, ask: [room, with]}
  Booking: {detail: Booking}
"""
PEOPLE = [{"name": "Ana", "works": True}, {"name": "Ben", "works": False}, {"name": "Cleo", "works": None}]
ROOMS = [{"name": "Attic"}, {"name": "Cellar"}]


def test_a_reference_number_is_given_and_never_asked_for() -> None:
    desk = prototype(SPEC.replace("ask: [room, with]", "for: Everyone"), Person=PEOPLE, Room=ROOMS, Booking=[])
    form = block(desk.view(go(desk, desk.start("Everyone"), "book")), Form)
    assert [i.name for i in form.inputs] == ["room", "with"]


def test_rows_made_one_after_another_get_different_numbers_without_letters_that_are_confused() -> None:
    given = type_of(NUMBER).given
    assert given is not None
    numbers = [str(given(n, NUMBER)) for n in range(1, 2000)]
    assert len(set(numbers)) == len(numbers)
    assert all(len(n) == 6 and not set(n) & set("IO01") for n in numbers)


def test_only_rows_that_fit_can_be_chosen_and_a_condition_on_nothing_is_a_no() -> None:
    desk = prototype(SPEC, Person=PEOPLE, Room=ROOMS, Booking=[])
    state = go(desk, desk.start("Everyone"), "book")
    form = block(desk.view(state), Form)
    assert [c.label for c in form.inputs[1].choices] == ["Ana"]
    wrong = press(desk, state, "Add booking", **{"room": "room-1", "with": "person-3"})
    assert "Choose a with from the list" in [i.error for i in block(desk.view(wrong), Form).inputs]


@pytest.mark.parametrize("room", ["room-9", "Attic", "person-1", "../room-1"])
def test_a_row_that_is_not_there_cannot_be_referred_to(room: str) -> None:
    desk = prototype(SPEC, Person=PEOPLE, Room=ROOMS, Booking=[])
    state = press(desk, go(desk, desk.start("Everyone"), "book"), "Add booking", room=room)
    assert block(desk.view(state), Form).inputs[0].error == "Choose a room from the list"


def test_a_unique_reference_is_taken_once() -> None:
    taken = [{"reference": "K7PQ2M", "who": "person-1", "room": "room-1", "with": None}]
    desk = prototype(SPEC, Person=PEOPLE, Room=ROOMS, Booking=taken)
    state = go(desk, desk.start("Everyone"), "book")
    assert "already taken" in block(desk.view(press(desk, state, "Add booking", room="room-1")), Form).inputs[0].error
    made = press(desk, state, "Add booking", room="room-2")
    facts = {f.label: f.value.text for f in block(desk.view(made), Facts).facts}
    assert (facts["Who"], facts["Room"], facts["With"]) == ("Ana", "Cellar", "–")
    assert "Bookings" in labels(desk.view(made))


def test_numbers_and_ids_are_typed_as_they_are() -> None:
    assert read(NUMBER, typed(NUMBER, "K7PQ2M")) == show(NUMBER, "K7PQ2M") == "K7PQ2M"
    assert all(len(str(value)) == 6 for value in made_up(NUMBER))
