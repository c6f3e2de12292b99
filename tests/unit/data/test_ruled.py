"""Made-up rows keep the rules between their fields."""

import pytest

from tests.unit.data.conftest import Made
from toolkit.errors import ToolkitError

TRIP = """
now: 2026-03-02 09:30
data: {rows: {Trip: 60}, pinned: {Trip: [{name: Pinned, departs: 2026-03-20, returns: 2026-03-10, reason: Said}]}}
entities:
  Trip:
    name: text
    departs: date, next 30 days
    returns: date, after departs
    opens: time
    closes: time, after opens
    budget: money, 100..900
    spent: money, at most budget
    seats: number, 1..9
    taken: number, 0..9, less than seats
    starts: datetime, next 5 days
    ends: datetime, after starts
    takes: duration
    longest: duration, at least takes
    kind: one of Work, Other
    reason: text, required when kind == 'Other'
    amount: "number, 1..9, required when reason != null"
"""


def test_every_row_keeps_every_comparison(made: Made) -> None:
    for row in list(made(TRIP).rows("Trip").values())[1:]:
        assert row["departs"] < row["returns"], row
        assert row["opens"] < row["closes"], row
        assert row["spent"] <= row["budget"], row
        assert row["taken"] < row["seats"], row
        assert row["starts"] < row["ends"], row
        assert row["takes"] <= row["longest"], row


def test_values_that_are_compared_differ_from_row_to_row(made: Made) -> None:
    rows = made(TRIP).rows("Trip").values()
    assert len({(row["returns"] - row["departs"]).days for row in rows}) > 4
    assert len({row["taken"] for row in rows}) > 3


def test_what_is_needed_only_sometimes_is_there_only_then(made: Made) -> None:
    rows = list(made(TRIP).rows("Trip").values())[1:]
    assert {row["kind"] for row in rows} == {"Work", "Other"}
    for row in rows:
        assert (row["reason"] is not None) == (row["kind"] == "Other") == (row["amount"] is not None)


def test_what_is_pinned_stays(made: Made) -> None:
    first = made(TRIP).rows("Trip")["trip-1"]
    assert (str(first["departs"]), str(first["returns"]), first["reason"]) == ("2026-03-20", "2026-03-10", "Said")


def test_a_pinned_value_moves_the_one_that_is_not(made: Made) -> None:
    text = TRIP.replace("departs: 2026-03-20, returns: 2026-03-10", "returns: 2026-03-10")
    first = made(text).rows("Trip")["trip-1"]
    assert str(first["departs"]) < str(first["returns"]) == "2026-03-10"


def test_bounds_that_leave_no_room_are_told(made: Made) -> None:
    with pytest.raises(ToolkitError, match="no 'b' of Trip can be more than its 'c'"):
        made("entities:\n  Trip:\n    a: number, 8..9\n    b: number, 1..5, more than c\n    c: = a + 1\n")
