"""Dates, points in time and durations."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from toolkit import Draw, Field, FieldType, Value, hook


def _read_date(text: str, field: Field) -> Value:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{field.label} must be a date, like 2026-03-27") from None


def _read_moment(text: str, field: Field) -> Value:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        raise ValueError(f"{field.label} must be a date and time, like 2026-03-27 14:30") from None


def _show_date(value: Value, field: Field) -> str:
    return f"{value.day} {value:%b %Y}" if isinstance(value, date) else ""


def _show_moment(value: Value, field: Field) -> str:
    return f"{value.day} {value:%b}, {value:%H:%M}" if isinstance(value, datetime) else ""


def _show_span(value: Value, field: Field) -> str:
    """Return whole minutes in words; a duration that runs backwards has a minus sign before all of it."""
    if not isinstance(value, timedelta):
        return ""
    minutes = round(abs(value).total_seconds() / 60)
    parts = ((minutes // 1440, "d"), (minutes % 1440 // 60, "h"), (minutes % 60, "min"))
    said = " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 min"
    return f"−{said}" if minutes and value < timedelta() else said


def _read_span(text: str, field: Field) -> Value:
    part = r"\s*(\d+(?:[.,]\d+)?)\s*(d|days?|h|hours?|min|minutes?|m)(?![a-z])[\s,]*"
    minutes = {"d": 1440, "h": 60, "m": 1}
    try:
        if not re.fullmatch(f"(?:{part})+", text.casefold()):
            raise ValueError
        found = re.findall(part, text.casefold())
        return timedelta(minutes=round(sum(float(n.replace(",", ".")) * minutes[unit[0]] for n, unit in found)))
    except (ValueError, OverflowError):
        raise ValueError(f"{field.label} must be a duration, like 2 h 30 min") from None


def _typed_span(value: Value, field: Field) -> str:
    return _show_span(value, field).lstrip("−")


def _typed_date(value: Value, field: Field) -> str:
    return value.isoformat()[:10] if isinstance(value, date) else ""


def _typed_moment(value: Value, field: Field) -> str:
    moment = value.isoformat(timespec="minutes") if isinstance(value, datetime) else _typed_date(value, field)
    return f"{moment}T00:00" if len(moment) == 10 else moment


def _days(field: Field, draw: Draw) -> float:
    """Return days from the prototype's now, within the field's bounds; the last month without any."""
    low, high = field.low if field.low is not None else -30, field.high if field.high is not None else 0
    return low + (high - low) * draw.share()


def _fake_moment(field: Field, draw: Draw) -> Value:
    return timedelta(minutes=5 * round(_days(field, draw) * 288))


def _fake_date(field: Field, draw: Draw) -> Value:
    return timedelta(days=round(_days(field, draw)))


def _fake_span(field: Field, draw: Draw) -> Value:
    return timedelta(minutes=15 * draw.whole(1, 16))


@hook
def register_field_types() -> Iterable[FieldType]:
    """Bring date, datetime and duration; a made-up date is said as its distance from the prototype's now."""
    day = FieldType(
        "date", ("date",), "date", read=_read_date, show=_show_date, typed=_typed_date, fake=_fake_date, span="days"
    )
    words = ("datetime", "date and time")
    moment = replace(
        day,
        name="datetime",
        words=words,
        input="datetime",
        read=_read_moment,
        show=_show_moment,
        typed=_typed_moment,
        fake=_fake_moment,
    )
    span = FieldType(
        "duration", ("duration",), "line", read=_read_span, show=_show_span, typed=_typed_span, fake=_fake_span
    )
    return (day, moment, span)
