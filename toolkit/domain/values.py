"""The kinds of value a row can hold, and the names that things go by in ids and addresses."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache

Value = str | int | float | bool | date | datetime | time | timedelta | tuple[str, ...] | None
Row = Mapping[str, Value]
"""One record: field name -> value, with its own key under `id`; a reference holds the other row's id."""


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """Return a name as it stands in ids and addresses: 'Late tickets' -> 'late-tickets'.

    Letters of any script are kept, so that two names in Arabic do not become the same empty slug.
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[^\w]+", "-", plain, flags=re.UNICODE).strip("-_") or "x"


def element_id(*parts: str) -> str:
    """Return the id of an element made from spec names: ('Queue', 'row', 'open') -> 'queue.row.open'."""
    return ".".join(slug(part) for part in parts if part)


def said(name: str) -> str:
    """Return a field's name as a label: 'due_date' -> 'Due date'."""
    words = re.sub(r"[_\s]+", " ", name).strip()
    return words[:1].upper() + words[1:]


def exchanged(value: Value) -> str | int | float | bool | list[str] | None:
    """Return a value as JSON and other programs take it: dates, times and durations in ISO 8601, several as a list."""
    if isinstance(value, timedelta):
        return _duration(value)
    if isinstance(value, date | time):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _duration(length: timedelta) -> str:
    """Return a duration in ISO 8601: a day and a half is P1DT12H."""
    seconds = int(abs(length).total_seconds())
    parts = ((seconds // 3_600 % 24, "H"), (seconds // 60 % 60, "M"), (seconds % 60, "S"))
    clock = "".join(f"{count}{unit}" for count, unit in parts if count)
    days = f"{seconds // 86_400}D" if seconds >= 86_400 else ""
    sign = "-" if length < timedelta() else ""
    return f"{sign}P{days}T{clock}" if clock else f"{sign}P{days or 'T0S'}"
