"""What a field type has to bring, and the marks by which settings of a screen name parts of a spec."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Literal, Protocol

from toolkit.domain.solution import Field
from toolkit.domain.values import Value
from toolkit.domain.view import InputKind


class Draw(Protocol):
    """Where a field type takes chance from when it makes a value: one seeded source for each cell."""

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""

    def share(self) -> float:
        """Return a number from 0 up to, not including, 1."""

    def pick(self, options: tuple[str, ...]) -> str:
        """Return one of the options."""

    def faker(self, provider: str) -> str:
        """Return what Faker's provider of this name gives in the dataset's locale, as text."""


@dataclass(frozen=True, slots=True)
class FieldType:
    """One type of field: how it is asked for, read, shown and made up.

    `read` turns typed text into a value and raises ValueError with a message for the person who typed;
    `show` turns a value into the text on a screen; `typed` gives the text a form starts with.
    `words` are the beginnings of a field line that mean this type ('long text'); `span` is what `low..high`
    bounds: the text's characters, the number itself, days from the prototype's now, or how many rows are chosen. A type
    with `given` is never asked for: the n-th row made gets `given(n, field)`, as a reference number does.
    """

    name: str
    words: tuple[str, ...]
    input: InputKind
    read: Callable[[str, Field], Value]
    show: Callable[[Value, Field], str]
    typed: Callable[[Value, Field], str]
    fake: Callable[[Field, Draw], Value]
    span: Literal["characters", "number", "days", "rows", "none"] = "none"
    align: Literal["left", "right"] = "left"
    autocomplete: str = ""
    sensitive: bool = False
    given: Callable[[int, Field], Value] | None = None


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a part of a kind's settings as a name in the spec, so that the reader of specs can check it."""

    to: Literal["field", "screen", "entity", "role", "condition", "order", "field of key", "prose", "text"]


FieldName = Annotated[str, Refers("field")]
ScreenName = Annotated[str, Refers("screen")]
EntityName = Annotated[str, Refers("entity")]
Condition = Annotated[str, Refers("condition")]
"""A CEL expression over the fields of the screen's entity."""
RelatedField = Annotated[str, Refers("field of key")]
"""A field of the entity that is the key of the mapping it stands in."""
Order = Annotated[str, Refers("order")]
"""A field to sort by, with '-' before it for the other way round."""
ShownText = Annotated[str, Refers("text")]
"""A text that people read, so that it can be translated."""
ProseText = Annotated[str, Refers("prose")]
"""Markdown whose links may name screens."""
