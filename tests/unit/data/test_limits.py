"""Made-up rows keep to days and hours, to what no two rows may share, and to what the rows they refer to allow."""

from datetime import datetime

import pytest

from tests.unit.data.conftest import Made
from toolkit.errors import ToolkitError

CLINIC = """
now: 2026-03-02 09:30
entities:
  Doctor: {name: person, "most": "number, 10..60"}
  Visit:
    doctor: Doctor
    about: text
    time: datetime, next 20 days, on weekdays, 08:00..17:00, unique with doctor while status != 'Cancelled'
    length: number, 5..90, at most doctor.most
    opens: time, 07:00..12:00
    status: {Booked -> Cancelled: Cancel}
"""
COURSE = """
entities:
  Person: {name: person}
  Course: {title: text, seats: "number, 2..4", taken: = count of Booking, left: = seats - taken}
  Booking: {course: "Course, where left > 0", person: "Person, unique with course", guests: "number, 1..3"}
"""
STOCK = """
entities:
  Product: {name: text, received: = sum of Receipt amount, issued: = sum of Issue amount, stock: = received - issued}
  Receipt: {product: Product, amount: "number, 5..9"}
  Issue: {product: "Product, where stock > 0", amount: "number, 1..20, at most product.stock"}
"""


def test_times_lie_in_the_hours_and_no_doctor_has_two_visits_at_one(made: Made) -> None:
    dataset = made(CLINIC, Doctor=2, Visit=60)
    doctors, visits = dataset.rows("Doctor"), list(dataset.rows("Visit").values())
    places = [(visit["doctor"], visit["time"]) for visit in visits if visit["status"] != "Cancelled"]
    assert len(set(places)) == len(places) > 20
    for visit in visits:
        time = visit["time"]
        assert isinstance(time, datetime)
        assert time.weekday() < 5
        assert 8 * 60 <= time.hour * 60 + time.minute <= 17 * 60
        assert visit["opens"].hour < 13
        assert visit["length"] <= doctors[visit["doctor"]]["most"]


def test_no_course_is_overbooked_and_nobody_is_in_one_twice(made: Made) -> None:
    dataset = made(COURSE, Person=30, Course=12, Booking=24)
    bookings = [(row["course"], row["person"]) for row in dataset.rows("Booking").values()]
    assert len(set(bookings)) == len(bookings)
    for key, course in dataset.rows("Course").items():
        assert sum(place == key for place, _ in bookings) <= course["seats"]


def test_no_more_is_taken_out_than_there_is(made: Made) -> None:
    dataset = made(STOCK, Product=6, Receipt=24, Issue=12)
    for key in dataset.rows("Product"):
        amounts = [
            sum(row["amount"] for row in dataset.rows(entity).values() if row["product"] == key)
            for entity in ("Receipt", "Issue")
        ]
        assert amounts[0] >= amounts[1]


def test_of_many_rows_only_those_that_fit_are_chosen(made: Made) -> None:
    spec = """
    entities:
      Tag: {name: text, open: yes/no}
      Note: {title: text, tags: "many Tag, 1..3, where open"}
    """
    dataset = made(spec, Tag=20, Note=30)
    chosen = {key for note in dataset.rows("Note").values() for key in note["tags"]}
    assert chosen
    assert all(dataset.rows("Tag")[key]["open"] for key in chosen)


def test_more_rows_than_there_is_room_for_are_told(made: Made) -> None:
    with pytest.raises(ToolkitError) as told:
        made(COURSE, Person=30, Course=2, Booking=24)
    assert told.value.where == "entities.Booking.course"
    with pytest.raises(ToolkitError) as told:
        made(COURSE.replace("left > 0", "left > -99"), Person=3, Course=2, Booking=24)
    assert told.value.where == "entities.Booking.person"
