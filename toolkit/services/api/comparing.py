"""Values as addresses write them, and what it takes to compare them with those of a row."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from toolkit.domain.solution import Field
from toolkit.domain.values import Value

ORDERED = frozenset({"number", "money", "percent", "date", "datetime", "time", "duration"})
"""Types of which it makes sense to ask for less or more."""
WORDS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_DURATION = re.compile(r"(-?)P(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?")


def read(text: str, field: Field) -> Value:
    """Return the value that a text stands for. Raises ValueError saying what it should be like."""
    reader = _READERS.get(field.type)
    if reader is None or field.refers:
        return text
    made, like = reader
    try:
        return made(text)
    except (ValueError, OverflowError):
        raise ValueError(f"'{field.name}' is a {field.type}, like {like}") from None


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError
    return number


def _moment(text: str) -> date:
    """Return a point in time, or a whole day where no time is said; there are no zones in a prototype."""
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text).replace(tzinfo=None)


def _clock(text: str) -> time:
    return time.fromisoformat(text).replace(tzinfo=None)


def _duration(text: str) -> timedelta:
    found = _DURATION.fullmatch(text)
    if not found or not any(found.groups()[1:]):
        raise ValueError
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] else length


def _yes(text: str) -> bool:
    if text.casefold() not in WORDS:
        raise ValueError
    return WORDS[text.casefold()]


_READERS: dict[str, tuple[Callable[[str], Value], str]] = {
    "number": (_number, "12.5"),
    "money": (_number, "12.50"),
    "percent": (_number, "40"),
    "date": (date.fromisoformat, "2026-03-27"),
    "datetime": (_moment, "2026-03-27T14:30:00"),
    "time": (_clock, "14:30"),
    "duration": (_duration, "PT2H30M"),
    "yes/no": (_yes, "true"),
}


def equal(value: Value, wanted: Value) -> bool:
    """Return whether a row's value is the one that is wanted, holds it, or lies on that day."""
    if isinstance(value, tuple):
        return wanted in value
    if isinstance(value, datetime) and isinstance(wanted, date) and not isinstance(wanted, datetime):
        return value.date() == wanted
    return bool(value == wanted)


def before(value: Value, wanted: Value) -> bool | None:
    """Return whether a row's value is less than the one that is wanted; None where they cannot be compared."""
    first, second = _comparable(value), _comparable(wanted)
    if type(first) is not type(second):
        return None
    return bool(first < second)


def _comparable(value: Value) -> Any:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return float(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    return value
