"""What the reference page of the spec language lists, taken from the grammar itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from toolkit.domain.parts import Parts, ScreenKind
from toolkit.spec import grammar
from toolkit.spec.shapes import arms

_SPANS = {
    "characters": "a length",
    "number": "a range",
    "days": "a range of days",
    "rows": "how many",
    "none": "",
}


Row = tuple[str, str, bool]
"""One key, what it means, and whether it must be said."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a spec with its keys."""

    name: str
    about: str
    rows: tuple[Row, ...]


def sections() -> dict[str, Section]:
    """Return every part of the grammar by the name of its model."""
    models = [m for m in vars(grammar).values() if isinstance(m, type) and issubclass(m, grammar.Part)]
    return {model.__name__: _section(model.__name__, model) for model in models}


def kinds(parts: Parts) -> tuple[Section, ...]:
    """Return the screen kinds with their settings."""
    return tuple(_kind(kind) for _, kind in sorted(parts.kinds.items()))


def types(parts: Parts) -> tuple[Row, ...]:
    """Return the words that field lines begin with, and what may bound them."""
    known = (kind for _, kind in sorted(parts.types.items()) if kind.words)
    return tuple((", ".join(f"`{word}`" for word in kind.words), _SPANS[kind.span], False) for kind in known)


def _kind(kind: ScreenKind) -> Section:
    found = _section(kind.name, kind.settings)
    subject = "The text of the page." if kind.subject == "text" else "The entity that the screen is about."
    rows = (row for row in found.rows if kind.subject != "text" or row[0] != "text")
    return Section(kind.name, found.about, ((kind.name, subject, True), *rows))


def _section(name: str, model: type) -> Section:
    return Section(name, _about(model), tuple(_rows(model)))


def _rows(model: Any) -> Iterator[Row]:
    fields: dict[str, FieldInfo] = model.model_fields
    for name, info in fields.items():
        yield info.alias or name, info.description or _inner(info.annotation), info.is_required()


def _inner(annotation: Any) -> str:
    """Return what a part without a description of its own is: the sentence of its model."""
    models = (arm for arm in arms(annotation) if isinstance(arm, type) and issubclass(arm, BaseModel))
    return next((_about(model) for model in models), "")


def _about(model: type) -> str:
    return (model.__doc__ or "").strip()
