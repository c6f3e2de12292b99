"""Text in one line and in many."""

from collections.abc import Iterable
from dataclasses import replace

from toolkit import Draw, Field, FieldType, Value, hook

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH = 8


def _as_is(value: Value, field: Field) -> str:
    return "" if value is None else str(value)


def _read(text: str, field: Field) -> Value:
    return text


def _fake(field: Field, draw: Draw) -> Value:
    """Return letters and digits of the field's length: what text means is told by phrases, and only a row knows."""
    low = int(field.low or 0)
    high = int(field.high) if field.high is not None else max(low, LENGTH)
    return "".join(LETTERS[draw.whole(0, len(LETTERS) - 1)] for _ in range(max(low, min(LENGTH, high))))


@hook
def register_field_types() -> Iterable[FieldType]:
    """Bring text and long text."""
    line = FieldType("text", ("text",), "line", read=_read, show=_as_is, typed=_as_is, fake=_fake, span="characters")
    return (line, replace(line, name="long text", words=("long text",), input="area"))
