"""Rules between the fields of one row: a value compared with another field's, and one needed when a condition holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from toolkit.domain.desk import Desk
from toolkit.domain.kinds import FieldType
from toolkit.domain.language import message
from toolkit.domain.reckoning import named
from toolkit.domain.solution import Comparison, Entity, Field
from toolkit.domain.values import Row, Value

TURNED = {
    "after": "before",
    "before": "after",
    "not after": "not before",
    "not before": "not after",
    "more than": "less than",
    "less than": "more than",
    "at least": "at most",
    "at most": "at least",
}
"""The words of a comparison, each with those that say the same of the other field."""
TIMELY = frozenset({"after", "before", "not after", "not before"})
"""Words for dates and times; the others are for numbers and durations."""
_SENTENCES = {
    "after": message("{field} must be after {other}"),
    "before": message("{field} must be before {other}"),
    "not after": message("{field} must not be after {other}"),
    "not before": message("{field} must not be before {other}"),
    "more than": message("{field} must be more than {other}"),
    "less than": message("{field} must be less than {other}"),
    "at least": message("{field} must be at least {other}"),
    "at most": message("{field} must be at most {other}"),
}
_UP = frozenset({"after", "not before", "more than", "at least"})
_STRICT = frozenset({"after", "before", "more than", "less than"})
USUAL = 12
"""Steps that lie at most between two values that are compared: days, quarters of an hour, ones."""


def family(kind: FieldType) -> str:
    """Return which values can be compared with this type's; empty for a type whose values have no order."""
    if kind.span in {"days", "number"}:
        return {"days": "date", "number": "number"}[kind.span]
    return kind.name if kind.name in {"time", "duration"} else ""


def placed(value: Value, other: Value) -> tuple[float, float] | None:
    """Return two values on one scale, a date and a point in time by their days; None for what has no order."""
    if isinstance(value, date) and isinstance(other, date):
        both = isinstance(value, datetime) and isinstance(other, datetime)
        first, second = (_minutes(value), _minutes(other)) if both else (value.toordinal(), other.toordinal())
        return float(first), float(second)
    if isinstance(value, time | timedelta) and type(value) is type(other):
        return _minutes(value), _minutes(other)
    if isinstance(value, int | float) and isinstance(other, int | float):
        return float(value), float(other)
    return None


def _minutes(value: Value) -> float:
    if isinstance(value, datetime):
        return (value - datetime.min).total_seconds() / 60
    if isinstance(value, time):
        return value.hour * 60 + value.minute
    return value.total_seconds() / 60 if isinstance(value, timedelta) else 0.0


def fits(words: str, value: Value, other: Value) -> bool:
    """Return whether a value stands to another as the words say; what is empty breaks no rule."""
    pair = placed(value, other)
    if pair is None:
        return True
    ahead = pair[0] - pair[1] if words in _UP else pair[1] - pair[0]
    return ahead > 0 if words in _STRICT else ahead >= 0


def needed(desk: Desk, entity: Entity, field: Field, row: Row) -> bool:
    """Return whether a field must be filled in this row."""
    if field.required or field.needed_when is None:
        return field.required
    return desk.holds(field.needed_when, entity.name, desk.records.complete(entity, row))


def missing(desk: Desk, field: Field) -> str:
    """Return the sentence about a field that must be filled and is not."""
    kind, language = desk.type_of(field), field.language
    if kind.input == "yesno":
        return language.say("Choose yes or no")
    if field.several:
        return language.say("Choose at least one {thing}", thing=language.inside(field.several))
    question = field.label.rstrip().endswith(("?", "؟"))
    if field.options or field.refers or kind.input in {"file", "image"}:
        thing = language.a(field.label)
        return language.say("Choose an answer") if question else language.say("Choose {a_thing}", a_thing=thing)
    return (
        language.say("Enter an answer")
        if question
        else language.say("Enter {a_thing}", a_thing=language.a(field.label))
    )


def from_the_list(field: Field) -> str:
    """Return the sentence about a row that cannot be chosen."""
    language = field.language
    if field.several:
        return language.say("Choose at least one {thing} from the list", thing=language.inside(field.several))
    if field.label.rstrip().endswith(("?", "؟")):
        return language.say("Choose an answer from the list")
    return language.say("Choose {a_thing} from the list", a_thing=language.a(field.label))


def broken(desk: Desk, entity: Entity, typed: Mapping[str, Value], beside: Row) -> dict[str, str]:
    """Return a message for each typed field that breaks a rule, beside what the rest of the row holds."""
    row = desk.records.complete(entity, {**beside, **typed})
    wrong = desk.rules.wrong(entity, row, tuple(typed), desk.circumstances)
    errors = {name: desk.language.own(desk.language.say(said)) for name, said in wrong.items()}
    for name in (n for n, value in typed.items() if value in (None, "", ()) and n in entity.fields):
        if needed(desk, entity, entity.fields[name], row):
            errors[name] = missing(desk, entity.fields[name])
    for field in entity.fields.values():
        for rule in field.compares:
            value, label = compared(desk, entity, row, rule=rule, field=field)
            if fits(rule.words, row.get(field.name), value):
                continue
            if field.name in typed:
                errors.setdefault(field.name, field.error or _sentence(field, field.label, rule.words, label))
            elif rule.field in typed:
                errors.setdefault(rule.field, _sentence(field, label, TURNED[rule.words], field.label))
    return errors or dict(shared(desk, entity, typed, row))


def shared(desk: Desk, entity: Entity, typed: Mapping[str, Value], row: Row) -> Iterator[tuple[str, str]]:
    """Yield a typed field with the sentence about what no two rows may share."""
    for field in entity.fields.values():
        names = (*(field.apart.fields if field.apart else ()), field.name)
        told = next((n for n in reversed(names) if n in typed), "")
        if field.apart and told and meets(desk, entity, field, row):
            language = field.language
            same = ", ".join(language.inside(entity.fields[n].label) for n in names)
            thing = language.a(entity.name)
            said = language.say("There is already {a_thing} with the same {fields}", a_thing=thing, fields=same)
            yield told, field.error or said


def compared(desk: Desk, entity: Entity, row: Row, *, rule: Comparison, field: Field) -> tuple[Value, str]:
    """Return what a field is compared with and how that is called: another field, or one of a row referred to.

    What the row itself adds to a total of that other row does not count against it.
    """
    own, _, theirs = rule.field.partition(".")
    near = next((f for f in entity.fields.values() if named(f) == own), None)
    if near is None or not theirs:
        there = entity.fields.get(rule.field)
        return row.get(rule.field), there.label if there else rule.field
    other = desk.app.entities.get(near.refers)
    part = next((f for f in other.fields.values() if named(f) == theirs), None) if other else None
    value = desk.records.without(entity, row, field).other(entity, rule.field, row)
    language = field.language
    inner = language.inside(part.label if part else theirs)
    return value, language.say("{field} of the {thing}", field=inner, thing=language.inside(near.label))


def meets(desk: Desk, entity: Entity, field: Field, row: Row) -> bool:
    """Return whether another row holds what no two rows may: the same here and in the fields beside."""
    apart = field.apart
    names = (field.name, *(apart.fields if apart else ()))
    if apart is None or any(row.get(name) in (None, "", ()) for name in names):
        return False
    if apart.where and not desk.holds(apart.where, entity.name, row):
        return False
    same = (
        other
        for other in desk.records.all(entity.name)
        if other["id"] != row.get("id") and all(other.get(name) == row[name] for name in names)
    )
    return any(apart.where is None or desk.holds(apart.where, entity.name, other) for other in same)


def _sentence(field: Field, label: str, words: str, other: str) -> str:
    language = field.language
    return language.say(_SENTENCES[words], field=label, other=language.inside(other))


@dataclass(frozen=True, slots=True)
class Room:
    """Where the values of one field may lie: within its own bounds, on the prototype's day."""

    kind: FieldType
    field: Field
    now: datetime

    def beyond(self, words: str, other: Value, share: float = 0.0) -> Value:
        """Return a value that stands to another as the words say: the nearest, or a share of what is usual further on.

        None where the field's own bounds leave no room.
        """
        way, least = (1 if words in _UP else -1), int(words in _STRICT)
        for steps in (least + int(share * USUAL), least):
            value = self._moved(other, way * steps)
            if value is not None and self._holds(value) and fits(words, value, other):
                return value
        return None

    def _moved(self, other: Value, steps: int) -> Value:
        """Return a value so many usual steps from another: days, quarters of an hour, or as fine as a number is."""
        try:
            if isinstance(other, date):
                return self._later(other, steps)
            if isinstance(other, time):
                minutes = int(_minutes(other)) + 15 * steps
                return time(minutes // 60, minutes % 60)
            if isinstance(other, timedelta):
                return max(other + timedelta(minutes=15 * steps), timedelta())
            return self._counted(other, steps) if isinstance(other, int | float) else None
        except (OverflowError, ValueError):
            return None

    def _later(self, other: date, steps: int) -> date:
        day = date.fromordinal(other.toordinal() + (steps if self.kind.input == "date" else 0))
        if self.kind.input == "date":
            return day
        if isinstance(other, datetime):
            return other + timedelta(minutes=15 * steps)
        return datetime(day.year, day.month, day.day, 9) + timedelta(days=steps)

    def _counted(self, other: float, steps: int) -> Value:
        size = 1.0 if abs(other) >= 1 or float(other).is_integer() else 0.01
        number = round(other + size * steps, 2)
        return int(number) if self.field.type == "number" and number.is_integer() else number

    def _holds(self, value: Value) -> bool:
        """Return whether a value lies within the field's own bounds."""
        low, high, amount = self.field.low, self.field.high, value
        if self.kind.span == "days" and isinstance(value, date):
            exact = isinstance(value, datetime)
            amount = (
                (_minutes(value) - _minutes(self.now)) / 1440 if exact else value.toordinal() - self.now.toordinal()
            )
        if self.kind.span == "none" or not isinstance(amount, int | float):
            return True
        return (low is None or amount >= low) and (high is None or amount <= high)
