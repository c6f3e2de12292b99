"""The rows of one session: the dataset with the session's own changes over it, computed fields worked out."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from toolkit.domain.dataset import Dataset
from toolkit.domain.expression import Expression, ExpressionError
from toolkit.domain.solution import App, Entity, Field
from toolkit.domain.state import Changes
from toolkit.domain.values import Row, Value

Cache = dict[tuple[str, str], Row]
"""Worked-out rows of the immutable dataset, by entity and id; shared by all sessions of one prototype."""


def named(field: Field) -> str:
    """Return a field's name as an expression says it: 'due date' -> 'due_date'."""
    return field.name.replace(" ", "_").replace("-", "_")


def computed(entity: Entity, row: Row, now: datetime) -> Row:
    """Return the row with its computed fields, each after those it needs; one that fails is empty."""
    names: dict[str, Value] = {"now": now}
    names |= {named(f): row.get(f.name) for f in entity.fields.values() if not f.computed}
    result = dict(row)
    waiting = [f for f in entity.fields.values() if f.computed]
    for _ in range(len(waiting)):
        for field in list(waiting):
            others = {named(f) for f in waiting if f is not field}
            if not field.computed or any(mentions(field.computed, other) for other in others):
                continue
            result[field.name] = names[named(field)] = _worked_out(field.computed, names)
            waiting.remove(field)
    return result


def mentions(expression: Expression, name: str) -> bool:
    """Return whether an expression speaks of a name."""
    return name in expression.names


def _worked_out(expression: Expression, names: Mapping[str, Value]) -> Value:
    """Return the value, or None where the row has nothing to work it out from."""
    try:
        return expression.value(names)
    except ExpressionError:
        return None


class Records:
    """What one session's rows are now. `me` is the id of the person in the role, among the rows of `people`."""

    def __init__(self, app: App, dataset: Dataset, *, changes: Changes, now: datetime, cache: Cache) -> None:
        """Lay the changes over the dataset; nothing is copied."""
        self._app, self._dataset, self._changes, self._now, self._cache = app, dataset, changes, now, cache

    def get(self, entity: str, key: str) -> Row | None:
        """Return one row with its computed fields, or None if there is none (any more)."""
        changed = self._changes.get(entity, {})
        if key in changed:
            row = changed[key]
            return computed(self._app.entities[entity], row, self._now) if row is not None else None
        row = self._dataset.rows(entity).get(key)
        if row is None or entity not in self._app.entities:
            return None
        if (entity, key) not in self._cache:
            self._cache[entity, key] = computed(self._app.entities[entity], row, self._now)
        return self._cache[entity, key]

    def all(self, entity: str) -> Iterator[Row]:
        """Yield an entity's rows: the dataset's in their order, then those made in this session."""
        keys = dict.fromkeys(self._dataset.rows(entity)) | dict.fromkeys(self._changes.get(entity, {}))
        for key in keys:
            if (row := self.get(entity, key)) is not None:
                yield row

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

    def _sort_key(self, field: Field, row: Row) -> tuple[object, ...] | None:
        """Return what a value is ordered by: an option by its place among the options, a reference by its title."""
        value = row.get(field.name)
        if value is None or value == "":
            return None
        if field.options and isinstance(value, str):
            return (field.options.index(value) if value in field.options else len(field.options),)
        if field.refers:
            return (self.title(field.refers, str(value)).casefold(),)
        if isinstance(value, date) and not isinstance(value, datetime):
            return (value.isoformat(),)
        return (value.casefold() if isinstance(value, str) else value,)

    def title(self, entity: str, key: str) -> str:
        """Return what people call a row (the other's title if a reference names it); empty if it is gone."""
        row = self.get(entity, key)
        if row is None:
            return ""
        title = self._app.entities[entity].title
        value = row.get(title.name)
        if title.refers and value and title.refers != entity:
            return self.title(title.refers, str(value))
        return "" if value is None else str(value)
