"""Dates, points in time and durations."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from toolkit import Draw, Field, FieldType, Formats, Value, hook

PLAIN = Formats()


def _read_date(text: str, field: Field) -> Value:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(field.language.say("{field} must be a date, like 2026-03-27", field=field.label)) from None


def _read_moment(text: str, field: Field) -> Value:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        said = field.language.say("{field} must be a date and time, like 2026-03-27 14:30", field=field.label)
        raise ValueError(said) from None


def _show_date(value: Value, field: Field) -> str:
    return field.language.formats.short_date(value) if isinstance(value, date) else ""


def _show_moment(value: Value, field: Field) -> str:
    return field.language.formats.moment(value) if isinstance(value, datetime) else ""


def _show_span(value: Value, field: Field) -> str:
    return field.language.formats.duration(value) if isinstance(value, timedelta) else ""


def _read_span(text: str, field: Field) -> Value:
    try:
        return field.language.formats.read_duration(text)
    except (ValueError, OverflowError):
        said = field.language.say("{field} must be a duration, like 2 h 30 min", field=field.label)
        raise ValueError(said) from None


def _typed_span(value: Value, field: Field) -> str:
    """Return a duration in signs that every language reads."""
    return PLAIN.duration(value).lstrip("−") if isinstance(value, timedelta) else ""


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
