"""The rows of one session: the dataset with the session's own changes over it, computed fields worked out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from toolkit.domain.dataset import Dataset
from toolkit.domain.expression import Expression, ExpressionError
from toolkit.domain.solution import ME, NOW, App, Entity, Field
from toolkit.domain.state import Changes
from toolkit.domain.values import Row, Value

Show = Callable[[Field, Value], str]
"""Says a value that is no reference as people read it."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What was worked out of the immutable dataset, shared by all sessions of one prototype.

    `rows` with their computed fields, by entity and id; `truths` of conditions, by text, person, entity and id.
    """

    rows: dict[tuple[str, str], Row] = field(default_factory=dict)
    truths: dict[tuple[str, str, str, str], bool] = field(default_factory=dict)


def named(field: Field) -> str:
    """Return a field's name as an expression says it: 'due date' -> 'due_date'."""
    return field.name.replace(" ", "_").replace("-", "_")


def spoken(entity: Entity, row: Row) -> dict[str, Value]:
    """Return a row's values by the names that an expression has for them."""
    return {named(f): row.get(f.name) for f in entity.fields.values()}


def computed(entity: Entity, row: Row, now: datetime) -> Row:
    """Return the row with its computed fields, each after those it needs; one that fails is empty."""
    names: dict[str, Value] = {NOW: now}
    names |= {named(f): row.get(f.name) for f in entity.fields.values() if not f.computed}
    result = dict(row)
    waiting = {named(f): f for f in entity.fields.values() if f.computed}
    for _ in range(len(waiting)):
        for name, one in list(waiting.items()):
            if one.computed and not one.computed.names & (waiting.keys() - {name}):
                result[one.name] = names[name] = _worked_out(one.computed, names)
                del waiting[name]
    return result


def _worked_out(expression: Expression, names: Mapping[str, Value]) -> Value:
    """Return the value, or None where the row has nothing to work it out from."""
    try:
        return expression.value(names)
    except ExpressionError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What the rows are now: the changes of one session laid over the dataset; nothing is copied."""

    app: App
    dataset: Dataset
    changes: Changes
    now: datetime
    memory: Memory
    show: Show

    def get(self, entity: str, key: str) -> Row | None:
        """Return one row with its computed fields, or None if there is none (any more)."""
        changed = self.changes.get(entity, {})
        if key in changed:
            row = changed[key]
            return computed(self.app.entities[entity], row, self.now) if row is not None else None
        known = self.memory.rows.get((entity, key))
        if known is not None:
            return known
        row = self.dataset.rows(entity).get(key)
        if row is None or entity not in self.app.entities:
            return None
        return self.memory.rows.setdefault((entity, key), computed(self.app.entities[entity], row, self.now))

    def all(self, entity: str) -> Iterator[Row]:
        """Yield an entity's rows: the dataset's in their order, then those made in this session."""
        keys = dict.fromkeys(self.dataset.rows(entity)) | dict.fromkeys(self.changes.get(entity, {}))
        for key in keys:
            if (row := self.get(entity, key)) is not None:
                yield row

    def holds(self, condition: Expression, entity: str, row: Row, *, me: str) -> bool:
        """Return whether a condition is true of a row for a person; of a row of the dataset it is worked out once."""
        key = str(row["id"])
        if self.memory.rows.get((entity, key)) is not row:
            return self._true(condition, entity, row, me)
        place = (condition.text, me if ME in condition.names else "", entity, key)
        truth = self.memory.truths.get(place)
        if truth is None:
            truth = self.memory.truths[place] = self._true(condition, entity, row, me)
        return truth

    def _true(self, condition: Expression, entity: str, row: Row, me: str) -> bool:
        return condition.holds(spoken(self.app.entities[entity], row) | {NOW: self.now, ME: me})

    def sorted(self, entity: Entity, rows: list[Row], order: tuple[str, ...]) -> list[Row]:
        """Return rows by fields ('-due': last first); empty values come last whichever way."""
        for item in reversed(order):
            field = entity.fields[item.removeprefix("-")]
            keyed = [(self._sort_key(field, row), row) for row in rows]
            empty = [row for key, row in keyed if key is None]
            full = sorted(
                ((k, r) for k, r in keyed if k is not None), key=lambda pair: pair[0], reverse=item.startswith("-")
            )
            rows = [row for _, row in full] + empty
        return rows

    def _sort_key(self, field: Field, row: Row) -> tuple[int, object] | None:
        """Return what a value is ordered by: an option by its place among the options, a reference by its title."""
        value = row.get(field.name)
        if value in (None, "", ()):
            return None
        if field.refers:
            return _ordered(self.title(field.refers, str(value)))
        if field.several:
            return _ordered(self.titles(field.several, value))
        if isinstance(value, str) and value in field.options:
            return (0, field.options.index(value))
        return _ordered(value)

    def title(self, entity: str, key: str) -> str:
        """Return what people call a row (the other's title if a reference names it); empty if it is gone."""
        return self._title(entity, key, met=frozenset())

    def titles(self, entity: str, keys: Value) -> tuple[str, ...]:
        """Return what several rows are called, without those that are gone."""
        return tuple(title for key in keys if (title := self.title(entity, key))) if isinstance(keys, tuple) else ()

    def _title(self, entity: str, key: str, *, met: frozenset[str]) -> str:
        row = self.get(entity, key)
        if row is None:
            return ""
        title = self.app.entities[entity].title
        value = row.get(title.name)
        around = title.refers in met | {entity}  # entities that name themselves by each other have no names
        if around or value in (None, "", ()):
            spoken_in = title.language
            return spoken_in.say("Untitled {entity}", entity=spoken_in.inside(entity))
        return self._title(title.refers, str(value), met=met | {entity}) if title.refers else self.show(title, value)


def _ordered(value: Value) -> tuple[int, object]:
    """Return what values of all kinds can be ordered by: those of one kind stand together."""
    if isinstance(value, int | float):
        return (1, value)
    if isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
        return (2, moment.replace(tzinfo=None))
    if isinstance(value, timedelta):
        return (3, value)
    return (4, ", ".join(value).casefold()) if isinstance(value, tuple) else (5, str(value).casefold())
