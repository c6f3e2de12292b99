"""References to several rows of another entity."""

from collections.abc import Iterable

from toolkit import Draw, Field, FieldType, Value, hook


def _read(text: str, field: Field) -> Value:
    """Return the rows that are named, one a line, each once."""
    return tuple(dict.fromkeys(part.strip() for part in text.split("\n") if part.strip()))


def _lines(value: Value, field: Field) -> str:
    return "\n".join(value) if isinstance(value, tuple) else ""


def _listed(value: Value, field: Field) -> str:
    return ", ".join(value) if isinstance(value, tuple) else ""


def _nothing(field: Field, draw: Draw) -> Value:
    """It is filled where the other rows are known: by the maker of the dataset."""
    return ()


@hook
def register_field_types() -> Iterable[FieldType]:
    """Bring the reference to many."""
    return (FieldType("many", ("many",), "checks", read=_read, show=_listed, typed=_lines, fake=_nothing, span="rows"),)
