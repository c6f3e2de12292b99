"""Dates and times that programs stumble over: leap days, the ends of months and years, the hours clocks are set."""

from datetime import date, datetime, time, timedelta

from toolkit.data.naming import BORN, DUE, about
from toolkit.domain.solution import Field
from toolkit.domain.values import Value

FAR_PAST, FAR_FUTURE = date(1900, 1, 1), date(9999, 12, 31)
TIMES = (time(0, 0), time(23, 59), time(2, 30), time(12, 0), time(1, 0))
"""The first and the last minute of a day, and hours that there are twice or not at all when clocks are set."""
LENGTHS = (timedelta(minutes=1), timedelta(hours=23, minutes=59), timedelta(days=400, hours=23, minutes=59))
_YEARS = range(-2, 5)


def days(field: Field, now: datetime) -> tuple[date, ...]:
    """Return such days within the field's bounds, the bounds themselves among them; all of history without any."""
    first = now.date() + timedelta(days=field.low) if field.low is not None else _earliest(field, now)
    last = now.date() + timedelta(days=field.high) if field.high is not None else _latest(field, now)
    between = sorted({day for year in _YEARS for day in _of_year(now.year + year) if first <= day <= last})
    return (*between, *((first, last) * (len(between) // 4 + 1)))


def _earliest(field: Field, now: datetime) -> date:
    return now.date() if about(field.name, DUE) else FAR_PAST


def _latest(field: Field, now: datetime) -> date:
    return now.date() if about(field.name, BORN) else FAR_FUTURE


def _of_year(year: int) -> tuple[date, ...]:
    """Return the days of one year: its ends, the ends of short months, and when clocks are set in Europe and the US."""
    leap = (date(year, 2, 29),) if year % 4 == 0 and (year % 100 or year % 400 == 0) else (date(year, 2, 28),)
    ends = (date(year, 1, 1), date(year, 1, 31), date(year, 4, 30), date(year, 12, 31))
    set_ = (_sunday(year, 3, 25), _sunday(year, 10, 25), _sunday(year, 3, 8), _sunday(year, 11, 1))
    return (*leap, *ends, *set_)


def _sunday(year: int, month: int, day: int) -> date:
    """Return the first Sunday from a day on."""
    start = date(year, month, day)
    return start + timedelta(days=6 - start.weekday())


def moments(field: Field, now: datetime) -> tuple[Value, ...]:
    """Return such points in time within the field's bounds."""
    first = now + timedelta(days=field.low) if field.low is not None else datetime.min
    last = now + timedelta(days=field.high) if field.high is not None else datetime.max
    every = (datetime.combine(day, clock) for day in days(field, now) for clock in TIMES)
    return tuple(moment for moment in every if first <= moment <= last)
