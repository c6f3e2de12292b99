"""Text in one line and in many."""

from collections.abc import Iterable
from dataclasses import replace

from toolkit import Draw, Field, FieldType, Value, hook


def _as_is(value: Value, field: Field) -> str:
    return "" if value is None else str(value)


def _read(text: str, field: Field) -> Value:
    return text


def _line(field: Field, draw: Draw) -> Value:
    """Return a few words that fit the field's length."""
    return _cut(draw.faker("catch_phrase"), field)


def _paragraph(field: Field, draw: Draw) -> Value:
    return _cut(" ".join(draw.faker("catch_phrase") + "." for _ in range(draw.whole(1, 3))), field)


def _cut(text: str, field: Field) -> str:
    """Return the text between the field's lengths, cut at a word."""
    low = int(field.low or 0)
    high = int(field.high if field.high is not None else max(low, 200))
    while len(text) < low:
        text = f"{text} {text}" if text else "Text"
    if len(text) <= high:
        return text
    words = text[: high + 1].rpartition(" ")[0].strip()
    return words if len(words) >= max(low, 1) else text[:high].replace(" ", "-")


@hook
def register_field_types() -> Iterable[FieldType]:
    """Bring text and long text."""
    line = FieldType("text", ("text",), "line", read=_read, show=_as_is, typed=_as_is, fake=_line, span="characters")
    return (line, replace(line, name="long text", words=("long text",), input="area", fake=_paragraph))
