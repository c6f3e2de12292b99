"""A time of day."""

import re
from collections.abc import Iterable
from datetime import time

from toolkit import Draw, Field, FieldType, Value, hook


def _read(text: str, field: Field) -> Value:
    """Return a time of day: '9:30', '09.30' and '9:30 am' are one; seconds are left out."""
    found = re.fullmatch(
        r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*([ap])?\.?(?:m\.?)?", text.strip().casefold(), re.ASCII
    )
    if found and (found[2] or found[3]) and (found[3] or not text.strip().casefold().endswith("m")):
        hour, minute = int(found[1]), int(found[2] or 0)
        if minute < 60 and (hour < 24 if not found[3] else 1 <= hour <= 12):
            return time(hour % 12 + 12 * (found[3] == "p") if found[3] else hour, minute)
    raise ValueError(field.language.say("{field} must be a time of day, like 09:30", field=field.label))


def _show(value: Value, field: Field) -> str:
    return field.language.formats.clock_time(value) if isinstance(value, time) else ""


def _typed(value: Value, field: Field) -> str:
    return f"{value:%H:%M}" if isinstance(value, time) else ""


def _fake(field: Field, draw: Draw) -> Value:
    """Return a quarter of an hour between 8 and 18 o'clock."""
    quarter = 32 + int(41 * draw.share())
    return time(quarter // 4, 15 * (quarter % 4))


@hook
def register_field_types() -> Iterable[FieldType]:
    """Bring the time of day."""
    return (FieldType("time", ("time", "time of day"), "time", read=_read, show=_show, typed=_typed, fake=_fake),)
