"""Asking for fields: from fields to the inputs of a form, and from what was typed back to values or messages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from toolkit.domain.action import Values
from toolkit.domain.desk import Desk
from toolkit.domain.language import message
from toolkit.domain.limits import Hours
from toolkit.domain.patterns import fits
from toolkit.domain.ruling import broken, from_the_list, missing, needed
from toolkit.domain.solution import Entity, Field
from toolkit.domain.state import Attempt
from toolkit.domain.values import Row, Value
from toolkit.domain.view import Choice, Input

MOST_CARDS = 8
"""Rows to choose from that stand side by side as cards; more of them go into a select."""
KEPT = message("Only the name is noted here; the file itself stays on your device.")
"""What is said under every question for a file."""
LONGEST_TEXT = 10_000
"""Characters that any one field takes, whatever the spec allows."""


def ask(
    desk: Desk, entity: Entity, names: Iterable[str], filled: Attempt, *, beside: Row | None = None
) -> tuple[Input, ...]:
    """Return the inputs for these fields of the form, holding what is filled in and its messages.

    `beside` is what the rest of the row holds; whether a field must be filled may depend on it.
    """
    fields = [desk.asked(entity, name) for name in names]
    rests = any(field.needed_when for field in fields)
    row = {**(beside or {}), **settled(desk, entity, filled.values)} if rests else {}
    held = beside if beside and beside.get("id") else {}
    return tuple(
        _input(desk, field, filled, required=needed(desk, entity, field, row), held=held.get(field.name))
        for field in fields
    )


def settled(desk: Desk, entity: Entity, typed: Values) -> dict[str, Value]:
    """Return the values of what is typed so far, without what cannot be read yet."""
    values: dict[str, Value] = {}
    for name, text in typed.items():
        field = desk.asked(entity, name) if name in entity.fields or "." in name else None
        if field is None or field.computed:
            continue
        try:
            values[name] = desk.type_of(field).read(text.strip(), field) if text.strip() else None
        except ValueError:
            continue
    return values


def _input(desk: Desk, field: Field, filled: Attempt, *, required: bool, held: Value) -> Input:
    """Return one input."""
    typed = filled.values.get(field.name)
    kind = desk.type_of(field)
    choices = desk.choices(field, held) if kind.input in {"select", "radios", "cards", "checks"} else ()
    input_kind = kind.input
    if input_kind == "select" and field.refers and any(c.about for c in choices):
        input_kind = "cards" if len(choices) <= MOST_CARDS else "select"
        choices = choices if input_kind == "cards" else tuple(_in_one_line(field, c) for c in choices)
    elif input_kind == "select" and not field.refers and len(choices) <= 5:
        input_kind = "radios"
    days = kind.span == "days"
    return Input(
        id=f"{filled.form}.{field.key}",
        name=field.name,
        label=field.label,
        kind=input_kind,
        value=typed if typed is not None else typed_default(desk, field),
        choices=choices,
        required=required,
        help=_help(field, input_kind),
        error=filled.errors.get(field.name, ""),
        unit=field.unit,
        longest=int(field.high) if kind.span == "characters" and field.high else None,
        low="" if field.low is None or days else _plain(field.low),
        high="" if field.high is None or days else _plain(field.high),
        autocomplete=kind.autocomplete,
        sensitive=kind.sensitive,
        depends=field.needed_when is not None,
    )


def _help(field: Field, kind: str) -> str:
    """Return the sentence under a question; of a file it says what becomes of it."""
    say = field.language.say
    said = field.help or (say("For example {example}", example=field.example) if field.example else "")
    return f"{said} {say(KEPT)}".strip() if kind in {"file", "image"} else said


def _in_one_line(field: Field, choice: Choice) -> Choice:
    """Return a choice that says all of it in its label: a select has no second line."""
    parts = (choice.label, choice.about) if choice.about else (choice.label,)
    return Choice(choice.value, field.language.formats.listed(parts))


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


def read(
    desk: Desk,
    entity: Entity,
    names: Iterable[str],
    *,
    typed: Values,
    beside: Row | None = None,
) -> Read:
    """Read typed text into values and say, field by field, what is wrong with it.

    `beside` is what the row holds besides, for rules between its fields; with its id if it is there already.
    """
    values: dict[str, Value] = {}
    errors: dict[str, str] = {}
    before = beside if beside and beside.get("id") else {}
    for name in names:
        field = desk.asked(entity, name)
        text = typed.get(name, "").strip()
        try:
            values[name] = _value(desk, entity, field, text, before)
        except ValueError as error:
            errors[name] = str(error)
    rest = {name: value for name, value in (beside or {}).items() if name not in errors}
    return Read(values, broken(desk, entity, values, rest) | errors)


def storable(desk: Desk, entity: Entity, found: Read, typed: Values) -> Read:
    """Return what was typed as far as it can be kept, whatever rules it breaks; what cannot be read is left empty."""
    wrong = {name: typed.get(name, "")[:LONGEST_TEXT] for name in found.errors if name not in found.values}
    kept = dict.fromkeys(wrong) | settled(desk, entity, wrong)
    for name, value in kept.items():
        refers = desk.asked(entity, name).refers
        row = desk.records.get(refers, str(value)) if refers and value else None
        if refers and (row is None or not desk.visible(refers, row)):
            kept[name] = None
    return Read({**found.values, **kept}, {})


def _value(desk: Desk, entity: Entity, field: Field, text: str, before: Row) -> Value:
    """Return one value; `before` is the row as it is. Raises ValueError with the sentence for the person who typed."""
    if len(text) > LONGEST_TEXT:
        raise ValueError(_too_long(field, LONGEST_TEXT))
    if not text:
        if field.required:
            raise ValueError(missing(desk, field))
        return desk.type_of(field).read("", field) if desk.type_of(field).input == "yesno" else None
    try:
        value = _reference(desk, field, text, before.get(field.name)) if field.refers else _typed(desk, field, text)
    except ValueError as error:
        raise ValueError(field.error or str(error)) from None
    if field.unique and _taken(desk, entity, field, value=value, row=str(before.get("id", ""))):
        raise ValueError(field.language.say("{field} is already taken", field=field.label))
    return value


def _typed(desk: Desk, field: Field, text: str) -> Value:
    """Return what was typed as a value within its bounds and of the right form."""
    value = desk.type_of(field).read(text, field)
    if field.several and not set(value if isinstance(value, tuple) else ()) <= {c.value for c in desk.choices(field)}:
        raise ValueError(from_the_list(field))
    _within(desk, field, value)
    if field.pattern and not fits(field.pattern, text):
        say, values = field.language.say, {"field": field.label, "example": field.example}
        plain = say("{field} is not in the right form", **values)
        raise ValueError(say("{field} is not in the right form, like {example}", **values) if field.example else plain)
    return value


def _taken(desk: Desk, entity: Entity, field: Field, *, value: Value, row: str) -> bool:
    """Return whether another row has this value, however it is capitalised."""
    plain = value.casefold() if isinstance(value, str) else value
    others = (r.get(field.name) for r in desk.records.all(entity.name) if r["id"] != row)
    return any((o.casefold() if isinstance(o, str) else o) == plain for o in others)


def _reference(desk: Desk, field: Field, text: str, held: Value) -> str:
    """Return the id of the row referred to, if it may be chosen; what was chosen before may stay."""
    row = desk.records.get(field.refers, text)
    if row is None or not desk.visible(field.refers, row) or not (text == held or desk.allowed(field, row)):
        raise ValueError(from_the_list(field))
    return text


def _within(desk: Desk, field: Field, value: Value) -> None:
    """Check the bounds. Raises ValueError saying which one is crossed."""
    span = desk.type_of(field).span
    if span == "characters" and isinstance(value, str):
        _check_length(field, len(value))
    elif span == "number" and isinstance(value, int | float) and not _inside(field, value):
        raise ValueError(_outside(field))
    elif span == "rows" and isinstance(value, tuple) and not _inside(field, len(value)):
        raise ValueError(_too_few_or_many(field))
    elif span == "days" and isinstance(value, date):
        _check_period(field, value, desk.now)
    if field.hours and not field.hours.on_day(value):
        raise ValueError(field.language.say("{field} must be on a weekday", field=field.label))
    if field.hours and not field.hours.in_time(value):
        raise ValueError(_out_of_hours(field, field.hours))


def _out_of_hours(field: Field, hours: Hours) -> str:
    low, high = hours.clocks
    return field.language.say("{field} must be between {low} and {high}", field=field.label, low=low, high=high)


def _check_length(field: Field, length: int) -> None:
    if field.low is not None and length < field.low:
        fewest = field.language.count(
            "{field} must be {n} character or more", "{field} must be {n} characters or more", int(field.low),
            field=field.label,
        )  # fmt: skip
        raise ValueError(fewest)
    if field.high is not None and length > field.high:
        raise ValueError(_too_long(field, int(field.high)))


def _too_long(field: Field, most: int) -> str:
    return field.language.count(
        "{field} must be {n} character or fewer",
        "{field} must be {n} characters or fewer",
        most,
        field=field.label,
    )


def _inside(field: Field, value: float) -> bool:
    return (field.low is None or value >= field.low) and (field.high is None or value <= field.high)


def _check_period(field: Field, value: date, now: datetime) -> None:
    """Check a date typed by a person: a field made for the past takes no future, and the other way round."""
    given = value.date() if isinstance(value, datetime) else value
    if field.low is not None and field.low >= 0 and given < (now + timedelta(days=field.low)).date():
        raise ValueError(field.language.say("{field} must not be in the past", field=field.label))
    if field.high is not None and field.high <= 0 and given > (now + timedelta(days=field.high)).date():
        raise ValueError(field.language.say("{field} must not be in the future", field=field.label))


def _outside(field: Field) -> str:
    """Return the sentence about a number that is too small or too large."""
    say, low, high = field.language.say, field.low, field.high
    values = {"field": field.label, "low": _said(field, low or 0), "high": _said(field, high or 0)}
    if low is not None and high is not None:
        return say("{field} must be between {low} and {high}", **values)
    if low is not None:
        return say("{field} must be {low} or more", **values)
    return say("{field} must be {high} or less", **values)


def _too_few_or_many(field: Field) -> str:
    """Return the sentence about too few or too many rows."""
    say, low, high = field.language.say, field.low, field.high
    values = {
        "low": _said(field, low or 0),
        "high": _said(field, high or 0),
        "field": field.language.inside(field.label),
    }
    if low is not None and high is not None:
        span = say("Choose {low} to {high} {field}", **values)
        return say("Choose {low} {field}", **values) if low == high else span
    if low is not None:
        return say("Choose at least {low} {field}", **values)
    return say("Choose at most {high} {field}", **values)


def _plain(bound: float) -> str:
    """Return a bound as it would be typed."""
    return str(int(bound)) if float(bound).is_integer() else str(bound)


def _said(field: Field, bound: float) -> str:
    """Return a bound as people read it: '10,000'."""
    formats = field.language.formats
    return formats.number(bound) if float(bound).is_integer() else formats.typed_number(bound)
