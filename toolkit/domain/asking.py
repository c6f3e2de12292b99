"""Asking for fields: from fields to the inputs of a form, and from what was typed back to values or messages."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from toolkit.domain.action import Values
from toolkit.domain.kinds import FieldType
from toolkit.domain.records import Records, named
from toolkit.domain.solution import ME, NOW, App, Entity, Field
from toolkit.domain.state import Attempt
from toolkit.domain.values import Row, Value, element_id
from toolkit.domain.view import Choice, Input

MOST_CHOICES = 500
"""A reference offers at most so many rows to choose from."""
LONGEST_TEXT = 10_000
"""Characters that any one field takes, whatever the spec allows."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What asking needs to know: the app, its parts, the rows as they are now, the clock and the person."""

    app: App
    types: Mapping[str, FieldType]
    records: Records
    now: datetime
    me: str
    visible: Callable[[str, Row], bool]

    def type_of(self, field: Field) -> FieldType:
        """Return the field's type; a reference's type is 'reference'."""
        return self.types["reference" if field.refers else field.type]

    def default(self, field: Field) -> Value:
        """Return what a new row holds where nothing was typed: 'me' is the person, 'now' the clock."""
        if field.default == ME and field.refers:
            return self.me
        if field.default == NOW and self.type_of(field).span == "days":
            return self.now
        if field.default is None and field.moves:
            return field.options[0]
        return field.default

    def choices(self, field: Field) -> tuple[Choice, ...]:
        """Return what an input for this field offers: its options, or the rows it may refer to."""
        if not field.refers:
            return tuple(Choice(option, option) for option in field.options)
        entity = self.app.entities[field.refers]
        rows = [r for r in self.records.all(entity.name) if self.visible(entity.name, r) and self.allowed(field, r)]
        rows = self.records.sorted(entity, rows, _natural_order(entity))[:MOST_CHOICES]
        return tuple(
            Choice(str(r["id"]), self.records.title(entity.name, str(r["id"])), self.about(entity, r)) for r in rows
        )

    def allowed(self, field: Field, row: Row) -> bool:
        """Return whether a reference may point to this row: its `where` holds over the row's fields."""
        if field.where is None:
            return True
        fields = self.app.entities[field.refers].fields.values()
        return field.where.holds({named(f): row.get(f.name) for f in fields} | {"now": self.now, "me": self.me})

    def about(self, entity: Entity, row: Row) -> str:
        """Return a line that tells rows of one entity apart: their other short fields; none for people."""
        if entity.title.type == "person":
            return ""
        fields = [
            f
            for f in entity.fields.values()
            if f is not entity.title and not f.refers and self.type_of(f).input != "area"
        ]
        return ", ".join(shown for f in fields[:4] if (shown := self.shown(f, row.get(f.name), label=True)))

    def shown(self, field: Field, value: Value, *, label: bool = False) -> str:
        """Return a value as people read it; with `label`, numbers say what they count."""
        if value in (None, "", ()):
            return ""
        if field.refers:
            return self.records.title(field.refers, str(value))
        text = self.type_of(field).show(value, field)
        return f"{text} {field.label.casefold()}" if label and self.type_of(field).span == "number" else text


def _natural_order(entity: Entity) -> tuple[str, ...]:
    """Return how choices are ordered: by the first date if there is one (what comes first), else by title."""
    dated = next(
        (f for f in entity.fields.values() if f.type in {"date", "datetime"} and not f.stamp and not f.computed), None
    )
    return (dated.name if dated else entity.title.name,)


def ask(desk: Desk, entity: Entity, names: Iterable[str], filled: Attempt) -> tuple[Input, ...]:
    """Return the inputs for these fields of the form, holding what is filled in and its messages."""
    return tuple(_input(desk, entity.fields[name], filled) for name in names)


def _input(desk: Desk, field: Field, filled: Attempt) -> Input:
    """Return one input."""
    typed = filled.values.get(field.name)
    kind = desk.type_of(field)
    choices = desk.choices(field) if kind.input in {"select", "radios", "cards", "checks"} else ()
    input_kind = kind.input
    if input_kind == "select" and field.refers and 0 < len(choices) <= 8 and any(c.about for c in choices):
        input_kind = "cards"
    elif input_kind == "select" and not field.refers and len(choices) <= 5:
        input_kind = "radios"
    days = kind.span == "days"
    return Input(
        id=element_id(filled.form, field.name),
        name=field.name,
        label=field.label,
        kind=input_kind,
        value=typed if typed is not None else typed_default(desk, field),
        choices=choices,
        required=field.required,
        help=field.help or (f"For example {field.example}" if field.example else ""),
        error=filled.errors.get(field.name, ""),
        unit=field.unit,
        longest=int(field.high) if kind.span == "characters" and field.high else None,
        low="" if field.low is None or days else f"{field.low:g}",
        high="" if field.high is None or days else f"{field.high:g}",
        autocomplete=kind.autocomplete,
        sensitive=kind.sensitive,
    )


def typed_default(desk: Desk, field: Field) -> str:
    """Return the text an input starts with."""
    return typed_value(desk, field, desk.default(field))


def typed_value(desk: Desk, field: Field, value: Value) -> str:
    """Return a value as it would be typed; a reference is the other row's id."""
    if value is None:
        return ""
    return str(value) if field.refers else desk.type_of(field).typed(value, field)


@dataclass(frozen=True, slots=True)
class Read:
    """What was typed, read: values by field name, and a message for each field that could not be taken."""

    values: dict[str, Value]
    errors: dict[str, str]


def read(desk: Desk, entity: Entity, names: Iterable[str], *, typed: Values, row: str = "") -> Read:
    """Read typed text into values and say, field by field, what is wrong with it; `row` is the one being changed."""
    values: dict[str, Value] = {}
    errors: dict[str, str] = {}
    for name in names:
        field = entity.fields[name]
        text = typed.get(name, "").strip()
        try:
            values[name] = _value(desk, entity, field, text, row)
        except ValueError as error:
            errors[name] = str(error)
    return Read(values, errors)


def _value(desk: Desk, entity: Entity, field: Field, text: str, row: str) -> Value:
    """Return one value. Raises ValueError with the sentence for the person who typed."""
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"{field.label} must be {LONGEST_TEXT:,} characters or fewer")
    if not text:
        if field.required and desk.type_of(field).input != "yesno":
            verb = "Choose" if field.options or field.refers else "Enter"
            raise ValueError(f"{verb} {_a(field.label)}")
        return desk.type_of(field).read("", field) if desk.type_of(field).input == "yesno" else None
    if field.refers:
        return _reference(desk, field, text)
    value = desk.type_of(field).read(text, field)
    _within(desk, field, value)
    if field.pattern and not re.fullmatch(field.pattern, text):
        raise ValueError(
            f"{field.label} is not in the right form" + (f", like {field.example}" if field.example else "")
        )
    if field.unique and any(r.get(field.name) == value and r["id"] != row for r in desk.records.all(entity.name)):
        raise ValueError(f"{field.label} is already taken")
    return value


def _reference(desk: Desk, field: Field, text: str) -> str:
    """Return the id of the row referred to, if it may be chosen."""
    row = desk.records.get(field.refers, text)
    if row is None or not desk.visible(field.refers, row) or not desk.allowed(field, row):
        raise ValueError(f"Choose {_a(field.label)} from the list")
    return text


def _within(desk: Desk, field: Field, value: Value) -> None:
    """Check the bounds. Raises ValueError saying which one is crossed."""
    span = desk.type_of(field).span
    if span == "characters" and isinstance(value, str):
        _check_length(field, len(value))
    elif span == "number" and isinstance(value, int | float) and not _inside(field, value):
        raise ValueError(f"{field.label} must be {_between(field.low, field.high)}")
    elif span == "days" and isinstance(value, date):
        _check_period(field, value, desk.now)


def _check_length(field: Field, length: int) -> None:
    if field.low is not None and length < field.low:
        raise ValueError(f"{field.label} must be {field.low:g} characters or more")
    if field.high is not None and length > field.high:
        raise ValueError(f"{field.label} must be {field.high:g} characters or fewer")


def _inside(field: Field, value: float) -> bool:
    return (field.low is None or value >= field.low) and (field.high is None or value <= field.high)


def _check_period(field: Field, value: date, now: datetime) -> None:
    """Check a date typed by a person: a field made for the past takes no future, and the other way round."""
    given = value.date() if isinstance(value, datetime) else value
    if field.low is not None and field.low >= 0 and given < (now + timedelta(days=field.low)).date():
        raise ValueError(f"{field.label} must not be in the past")
    if field.high is not None and field.high <= 0 and given > (now + timedelta(days=field.high)).date():
        raise ValueError(f"{field.label} must not be in the future")


def _between(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return f"between {low:g} and {high:g}"
    return f"{low:g} or more" if low is not None else f"{high:g} or less"


def _a(label: str) -> str:
    """Return a label in a sentence: 'Title' -> 'a title', 'New flight' -> 'a new flight'."""
    word = label[:1].lower() + label[1:] if label[1:2].islower() else label
    return f"{'an' if word[:1] in 'aeio' else 'a'} {word}"
