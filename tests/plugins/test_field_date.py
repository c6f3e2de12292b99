"""Dates, points in time and durations, as people type and read them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plugins.prototype import made_up, read, show, type_of, typed
from toolkit import Field

DAY = Field("day", "date", "Day")
MOMENT = Field("at", "datetime", "Start")
SPAN = Field("takes", "duration", "Duration")


@given(st.dates())
def test_a_date_in_a_form_reads_as_the_same_date(value: date) -> None:
    assert read(DAY, typed(DAY, value)) == value


@given(st.datetimes().map(lambda at: at.replace(second=0, microsecond=0)))
def test_a_point_in_time_in_a_form_reads_as_the_same_minute(value: datetime) -> None:
    assert read(MOMENT, typed(MOMENT, value)) == value


@given(st.integers(0, 10**6).map(lambda minutes: timedelta(minutes=minutes)))
def test_a_duration_in_a_form_reads_as_the_same_minutes(value: timedelta) -> None:
    assert read(SPAN, typed(SPAN, value)) == value


def test_a_date_has_no_time_of_day_in_a_form_or_on_a_screen() -> None:
    assert typed(DAY, datetime(2026, 3, 27, 14, 30)) == "2026-03-27"
    assert show(DAY, datetime(2026, 3, 27, 14, 30)) == show(DAY, date(2026, 3, 27)) == "27 Mar 2026"


def test_a_date_where_a_time_is_asked_for_is_its_midnight() -> None:
    assert typed(MOMENT, date(2026, 3, 27)) == "2026-03-27T00:00"
    assert read(MOMENT, "2026-03-27") == datetime(2026, 3, 27)


def test_a_point_in_time_is_shown_with_its_time_and_keeps_no_zone() -> None:
    assert show(MOMENT, datetime(2026, 3, 2, 9, 5)) == "2 Mar, 09:05"
    assert read(MOMENT, "2026-03-27T14:30+02:00") == datetime(2026, 3, 27, 14, 30)


@pytest.mark.parametrize("text", ["tomorrow", "27.03.2026", "2026-02-30", "2026-13-01", "0000-01-01"])
def test_what_is_no_date_is_told_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="Day must be a date, like 2026-03-27"):
        read(DAY, text)
    with pytest.raises(ValueError, match="Start must be a date and time, like 2026-03-27 14:30"):
        read(MOMENT, text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2 h 30 min", 150),
        ("2h30min", 150),
        ("1.5 h", 90),
        ("1,5 h", 90),
        ("1 d, 2 h", 1560),
        ("45 m", 45),
        ("2 hours", 120),
        ("3 Days", 4320),
        ("0 min", 0),
    ],
)
def test_a_duration_is_read_from_its_parts(text: str, minutes: int) -> None:
    assert read(SPAN, text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["2", "h", ",", "nan h", "-2 h", "2 weeks", "2 h later", "9" * 30 + " d"])
def test_what_is_no_duration_is_told_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="Duration must be a duration, like 2 h 30 min"):
        read(SPAN, text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (timedelta(minutes=1590), "1 d 2 h 30 min"),
        (timedelta(hours=-5), "−5 h"),
        (timedelta(seconds=20), "0 min"),
        (timedelta(seconds=-20), "0 min"),
        (timedelta(minutes=59, seconds=50), "1 h"),
        (None, ""),
    ],
)
def test_a_duration_is_shown_in_whole_minutes(value: timedelta | None, text: str) -> None:
    assert show(SPAN, value) == text


@pytest.mark.parametrize("field", [DAY, MOMENT, SPAN])
def test_nothing_and_what_is_no_date_is_shown_and_typed_as_nothing(field: Field) -> None:
    assert show(field, None) == typed(field, None) == show(field, "soon") == typed(field, "soon") == ""


@pytest.mark.parametrize(("low", "high"), [(None, None), (-14, 0), (0, 2), (3, 3)])
@pytest.mark.parametrize("kind", ["date", "datetime"])
def test_made_up_dates_are_distances_from_now_within_bounds(kind: str, low: float | None, high: float | None) -> None:
    for value in made_up(Field("at", kind, "At", low=low, high=high)):
        assert isinstance(value, timedelta)
        assert timedelta(days=-30 if low is None else low) <= value <= timedelta(days=high or 0)


def test_made_up_durations_can_be_read_back() -> None:
    for value in made_up(SPAN):
        assert read(SPAN, show(SPAN, value)) == value


def test_what_bounds_are_counted_in() -> None:
    assert (type_of(DAY).span, type_of(MOMENT).span, type_of(SPAN).span) == ("days", "days", "none")
