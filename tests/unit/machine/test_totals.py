"""Totals as people meet them: they follow what is added and changed, and decide what can be chosen."""

from tests.plugins.prototype import prototype
from toolkit.domain.action import Go, Place, filled
from toolkit.domain.machine import Machine
from toolkit.domain.state import State
from toolkit.domain.view import Form, Table

COURSE = """
people: Person
roles: [Student]
entities:
  Person: {name: person}
  Course:
    title: text
    seats: number, 1..30
    fee: money, 10..90 EUR
    taken: = count of Place where status != 'Given up'
    free: = seats - taken
    income: = sum of Place price
  Place:
    course: Course, where free > 0
    student: Person = me
    note: text
    guests: number = 1
    price: "= course.fee * guests"
    dear: "= course.income > 100.0"
    status: {Booked -> Given up: Give up}
screens:
  Courses: {list: Course, show: [title, seats, taken, free, income]}
  Course: {detail: Course}
  Book: {form: Place, ask: [course, note, guests], then: Courses}
  Places: {list: Place, show: [note, price, dear]}
  Dear: {list: Place, where: course.income > 100.0}
  Place: {detail: Place, edit: [course, note]}
"""
ROWS = {
    "Person": [{"name": "Ana"}],
    "Course": [{"title": "Dance", "seats": 2, "fee": 20.0}, {"title": "Yoga", "seats": 1, "fee": 60.0}],
    "Place": [
        {"course": "course-1", "student": "person-1", "note": "A", "guests": 2, "status": "Booked"},
        {"course": "course-1", "student": "person-1", "note": "B", "guests": 1, "status": "Given up"},
    ],
}


def at(machine: Machine, state: State, screen: str, row: str = "") -> State:
    return machine.step(state, Go(Place(screen, row)))


def cells(machine: Machine, state: State, screen: str) -> list[list[str]]:
    view = machine.view(at(machine, state, screen))
    table = next(block for block in view.blocks if isinstance(block, Table))
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


def form(machine: Machine, state: State) -> Form:
    return next(block for block in machine.view(state).blocks if isinstance(block, Form))


def booked(machine: Machine, state: State, course: str, guests: str = "1") -> State:
    state = at(machine, state, "book")
    values = {"course": course, "note": "New", "guests": guests}
    return machine.step(state, filled(form(machine, state).submit.action, values))


def test_totals_follow_what_is_added_and_decide_what_can_be_chosen() -> None:
    machine = prototype(COURSE, **ROWS)
    start = machine.start("Student")
    assert cells(machine, start, "courses") == [
        ["Dance", "2", "1", "1", "60.00 EUR"],
        ["Yoga", "1", "0", "1", "0.00 EUR"],
    ]
    full = booked(machine, start, "course-2", "2")
    assert full.attempt is None
    assert cells(machine, full, "courses")[1] == ["Yoga", "1", "1", "0", "120.00 EUR"]
    assert [c.value for c in form(machine, at(machine, full, "book")).inputs[0].choices] == ["course-1"]
    again = booked(machine, full, "course-2")
    assert again.attempt is not None
    assert again.attempt.errors == {"course": "Choose a course from the list"}
    assert cells(machine, start, "courses")[1][2] == "0"  # the other session sees nothing of it


def test_what_another_row_holds_can_be_shown_and_asked_for() -> None:
    machine = prototype(COURSE, **ROWS)
    state = booked(machine, machine.start("Student"), "course-2", "2")
    assert cells(machine, state, "places") == [
        ["A", "40.00 EUR", "No"],
        ["B", "20.00 EUR", "No"],
        ["New", "120.00 EUR", "Yes"],
    ]
    assert len(cells(machine, state, "dear")) == 1


def test_what_was_chosen_before_it_was_full_may_stay() -> None:
    machine = prototype(COURSE, **ROWS)
    state = booked(machine, machine.start("Student"), "course-2")
    state = machine.step(state, Go(Place("place", "place-new-1", {"do": "edit"})))
    edit = form(machine, state)
    assert [c.value for c in edit.inputs[0].choices] == ["course-1", "course-2"]
    kept = machine.step(state, filled(edit.submit.action, {"course": "course-2", "note": "Changed"}))
    assert kept.attempt is None
