"""The nasty dataset is the same rows with all that breaks screens in them, and nothing that the spec does not allow."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime

import pytest
from hypothesis import given

from tests.unit.data.conftest import Made, Specified
from tests.unit.data.test_limits import CLINIC, COURSE, STOCK
from tests.unit.data.test_properties import EVERY, check, solutions
from toolkit.data import fingerprint, make
from toolkit.data.nasty import nasty
from toolkit.domain.dataset import Dataset
from toolkit.domain.kinds import FieldType
from toolkit.domain.solution import Solution

DESK = """
now: 2026-03-02 09:30
people: User
roles: {Agent: {}}
entities:
  User: {name: person, email: email, phone: phone, site: url, home: address, founded: date}
  Ticket:
    title: text, 5..40 characters
    code: text, pattern [A-Z]{2}-[0-9]{4}
    short: text, 1..4 characters, unique
    note: long text, optional
    guests: number, 10..20000
    cost: money
    share: percent, 0..100
    held: date, next 900 days
    alarm: time
    paper: file
    photo: image
    tags: any of Red, Green, Blue
    level: one of Low, High
    requester: User = me
    created: datetime, last 14 days = now
    due: "= created + days(3)"
    status: {Open -> Done: Close}
  Comment: {ticket: Ticket, author: User = me, body: long text, reference: reference number}
tasks:
  close: {as: Agent, say: Close it., done: {Ticket: {title: Cannot print, status: Done}}}
data:
  rows: {User: 30, Ticket: 120, Comment: 60}
  pinned: {Ticket: [{title: Cannot print, status: Open}, {title: Broken screen}]}
"""


@pytest.fixture(scope="module")
def desk(specified: Specified, types: Mapping[str, FieldType]) -> tuple[Dataset, Dataset]:
    return turned(specified, types, DESK)


def turned(specified: Specified, types: Mapping[str, FieldType], text: str, **rows: int) -> tuple[Dataset, Dataset]:
    """Return a spec's dataset and its nasty twin."""
    solution = specified(text)
    usual = make(solution, types, rows=rows)
    return usual, nasty(solution, types, usual)


@EVERY
@given(solution=solutions())
def test_every_value_of_any_spec_is_still_one_that_could_be_entered(
    types: Mapping[str, FieldType], solution: Solution
) -> None:
    usual = make(solution, types)
    data = nasty(solution, types, usual)
    assert fingerprint(nasty(solution, types, usual)) == fingerprint(data)
    for name, entity in solution.base.entities.items():
        assert list(data.rows(name))[: len(usual.rows(name))] == list(usual.rows(name))
        for key, row in data.rows(name).items():
            assert list(row) == ["id", *entity.fields]
            before = usual.rows(name).get(key, row)
            assert [row[f.name] for f in entity.fields.values() if f.refers or f.moves] == [
                before[f.name] for f in entity.fields.values() if f.refers or f.moves
            ]
            for part in entity.fields.values():
                value = row[part.name]
                if part.high is None and types[part.type].span == "number":
                    assert value is None or (isinstance(value, int | float) and value >= (part.low or -1e12))
                else:
                    check(part, value, data, types)


def test_texts_are_of_every_kind_that_breaks_screens(desk: tuple[Dataset, Dataset]) -> None:
    data = desk[1]
    texts = [str(v) for rows in data.tables.values() for row in rows.values() for v in row.values() if v is not None]
    for sign in ("<script>", "=1+1", "{{7*7}}", "'", '"', "\u200d", "\u202e", "\n", "\t"):
        assert any(sign in text for text in texts), sign
    assert any(unicodedata.bidirectional(text[0]) in {"R", "AL"} for text in texts)
    assert any(unicodedata.combining(letter) for text in texts for letter in text)
    titles = {len(str(row["title"])) for row in data.rows("Ticket").values()}
    assert {5, 40} <= titles
    assert max(len(str(row["name"])) for row in data.rows("User").values()) > 110
    assert min(len(str(row["name"])) for row in data.rows("User").values()) <= 2
    assert any(row["note"] is None for row in data.rows("Ticket").values())


def test_numbers_and_dates_go_to_their_bounds(desk: tuple[Dataset, Dataset]) -> None:
    data = desk[1]
    rows = list(data.rows("Ticket").values())
    assert {10, 20000} <= {row["guests"] for row in rows}
    assert {0, 100} <= {row["share"] for row in rows}
    assert max(float(str(row["cost"])) for row in rows) > 1e10
    assert {date(2028, 2, 29), date(2026, 3, 29), date(2026, 12, 31)} & {row["held"] for row in rows}
    founded = {row["founded"] for row in data.rows("User").values()}
    assert {date(1900, 1, 1), date(9999, 12, 31)} & founded
    assert ("Red", "Green", "Blue") in {row["tags"] for row in rows}


def test_what_rules_and_tasks_speak_of_stays(desk: tuple[Dataset, Dataset]) -> None:
    usual, data = desk
    assert data.rows("Ticket")["ticket-1"]["title"] == "Cannot print"
    assert data.rows("Ticket")["ticket-2"]["title"] != "Broken screen"
    for key, row in usual.rows("Ticket").items():
        for name in ("created", "status", "requester", "level"):
            assert data.rows("Ticket")[key][name] == row[name]
        assert re.fullmatch("[A-Z]{2}-[0-9]{4}", str(data.rows("Ticket")[key]["code"]))
    shorts = [str(row["short"]).casefold() for row in data.rows("Ticket").values()]
    assert len(set(shorts)) == len(shorts)


def test_one_parent_has_thousands_of_children(desk: tuple[Dataset, Dataset]) -> None:
    usual, data = desk
    per = [row["ticket"] for row in data.rows("Comment").values()]
    assert max(map(per.count, set(per))) == 2000
    numbers = [row["reference"] for row in data.rows("Comment").values()]
    assert len(set(numbers)) == len(numbers)
    assert len(data.rows("Ticket")) == len(usual.rows("Ticket"))


def test_one_more_row_changes_no_other(specified: Specified, types: Mapping[str, FieldType]) -> None:
    fewer, more = (turned(specified, types, DESK, User=count)[1].rows("User") for count in (20, 21))
    assert {key: more[key] for key in fewer} == fewer


def test_rules_between_rows_are_kept(specified: Specified, types: Mapping[str, FieldType]) -> None:
    data = turned(specified, types, CLINIC, Doctor=2, Visit=40)[1]
    visits = [row for row in data.rows("Visit").values() if row["status"] != "Cancelled"]
    assert len({(row["doctor"], row["time"]) for row in visits}) == len(visits)
    for row in data.rows("Visit").values():
        assert isinstance(row["time"], datetime)
        assert row["time"].weekday() < 5
        assert float(str(row["length"])) <= float(str(data.rows("Doctor")[str(row["doctor"])]["most"]))
    data = turned(specified, types, COURSE, Person=30, Course=12, Booking=24)[1]
    for key, course in data.rows("Course").items():
        assert sum(row["course"] == key for row in data.rows("Booking").values()) <= int(str(course["seats"]))
    data = turned(specified, types, STOCK, Product=6, Receipt=24, Issue=12)[1]
    for key in data.rows("Product"):
        received, issued = (
            sum(float(str(row["amount"])) for row in data.rows(name).values() if row["product"] == key)
            for name in ("Receipt", "Issue")
        )
        assert received >= issued


def test_the_usual_dataset_is_left_alone(desk: tuple[Dataset, Dataset], made: Made) -> None:
    assert fingerprint(desk[0]) == fingerprint(made(DESK))
