"""References to other rows, and reference numbers that the solution gives."""

from collections.abc import Iterable

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
    return (
        FieldType("reference", words=(), input="select", read=_read, show=_as_is, typed=_as_is, fake=_nothing),
        FieldType(
            "reference number",
            words=("reference number",),
            input="line",
            read=_read,
            show=_as_is,
            typed=_as_is,
            fake=_fake_number,
            given=_number,
        ),
    )
