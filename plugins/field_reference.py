"""References to other rows, and reference numbers that the solution gives."""

from collections.abc import Iterable
from dataclasses import replace

from toolkit import Draw, Field, FieldType, Value, hook, slug

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def _as_is(value: Value, field: Field) -> str:
    return "" if value is None else str(value)


def _read(text: str, field: Field) -> Value:
    return text


def _nothing(field: Field, draw: Draw) -> Value:
    """A reference is filled where the other rows are known: by the maker of the dataset."""
    return None


def _number(n: int, field: Field) -> Value:
    """Return the n-th reference number: six letters and digits that are not read for one another."""
    seed, text = n * 7_919_917 + sum(map(ord, slug(field.name))) * 104_729, ""
    for _ in range(6):
        seed, digit = divmod(seed, len(_LETTERS))
        text += _LETTERS[(digit + 11 * len(text)) % len(_LETTERS)]
    return text


def _fake_number(field: Field, draw: Draw) -> Value:
    return "".join(draw.pick(tuple(_LETTERS)) for _ in range(6))


@hook
def register_field_types() -> Iterable[FieldType]:
    """Bring references and reference numbers."""
    reference = FieldType("reference", (), "select", read=_read, show=_as_is, typed=_as_is, fake=_nothing)
    words = ("reference number",)
    number = replace(reference, name="reference number", words=words, input="line", fake=_fake_number, given=_number)
    return (reference, number)
