"""Computed fields that reach beyond their own row: what another row holds, and totals over the rows that refer to it.

Each field of each row is worked out once, and only when it is asked for. What a spec may say is without loops, which
is seen to when it is read; so the cost is bounded by the number of rows.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from toolkit.domain.expression import Expression, ExpressionError
from toolkit.domain.solution import NOW, Entity, Field
from toolkit.domain.totals import Total
from toolkit.domain.values import Row, Value


def named(field: Field) -> str:
    """Return a field's name as an expression says it: 'due date' -> 'due_date'."""
    return _spelt(field.name)


@lru_cache(maxsize=4096)
def _spelt(name: str) -> str:
    return name.replace(" ", "_").replace("-", "_")


def spoken(entity: Entity, row: Row) -> dict[str, Value]:
    """Return a row's values by the names that an expression has for them."""
    return {named(f): row.get(f.name) for f in entity.fields.values()}


def worked_out(expression: Expression, names: Mapping[str, Value]) -> Value:
    """Return the value, or None where the row has nothing to work it out from."""
    try:
        return expression.value(names)
    except ExpressionError:
        return None


def reaching(entity: Entity) -> bool:
    """Return whether what an entity's rows hold hangs on other rows."""
    return any(isinstance(f.computed, Total) or (f.computed and f.computed.far) for f in entity.fields.values())


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Works out what reaches beyond a row, over all rows as they are now; what was worked out is kept."""

    entities: Mapping[str, Entity]
    get: Callable[[str, str], Row | None]
    all: Callable[[str], Iterable[Row]]
    now: datetime
    kept: dict[tuple[str, str], dict[str, Value]] = field(default_factory=dict)
    groups: dict[tuple[str, str], dict[Value, list[Row]]] = field(default_factory=dict)

    def whole(self, entity: Entity, row: Row, *, fresh: bool = False) -> Row:
        """Return a row with its computed fields; a `fresh` one is not the row of its id as it is stored."""
        kept = {} if fresh else self._kept(entity, row)
        return {**row, **{f.name: self._value(entity, row, f, kept) for f in entity.fields.values() if f.computed}}

    def beyond(self, expression: Expression, entity: Entity, row: Row) -> dict[str, Value]:
        """Return what an expression wants to know of the rows that a row refers to: 'claim.status'."""
        return {name: self.other(entity, name, row) for name in expression.far}

    def other(self, entity: Entity, name: str, row: Row) -> Value:
        """Return what a field of the row holds that a row refers to, as in 'claim.status'."""
        own, _, theirs = name.partition(".")
        reference = next((f for f in entity.fields.values() if f.refers and not f.computed and named(f) == own), None)
        other = self.entities.get(reference.refers) if reference else None
        there = self.get(other.name, str(row.get(reference.name) or "")) if reference and other else None
        if there is None or other is None:
            return None
        part = next((f for f in other.fields.values() if named(f) == theirs), None)
        return self._value(other, there, part, self._kept(other, there)) if part else None

    def _kept(self, entity: Entity, row: Row) -> dict[str, Value]:
        key = str(row.get("id") or "")
        return self.kept.setdefault((entity.name, key), {}) if key else {}

    def _value(self, entity: Entity, row: Row, part: Field, kept: dict[str, Value]) -> Value:
        """Return what one field of a row holds."""
        if not part.computed:
            return row.get(part.name)
        if part.name not in kept:
            if isinstance(part.computed, Total):
                kept[part.name] = self._total(part.computed, str(row.get("id") or ""))
            else:
                kept[part.name] = worked_out(part.computed, self._names(part.computed, entity, row, kept))
        return kept[part.name]

    def _names(self, expression: Expression, entity: Entity, row: Row, kept: dict[str, Value]) -> dict[str, Value]:
        near = {named(f): f for f in entity.fields.values() if named(f) in expression.names}
        names = {name: self._value(entity, row, part, kept) for name, part in near.items()}
        return names | {NOW: self.now} | self.beyond(expression, entity, row)

    def _total(self, total: Total, key: str) -> Value:
        entity = self.entities.get(total.entity)
        rows = self._group(total.entity, total.by).get(key, ()) if entity and key else ()
        if entity is None:
            return None
        kept = [row for row in rows if total.where is None or self._holds(total.where, entity, row)]
        part = entity.fields.get(total.field)
        return total.of(
            [self._value(entity, r, part, self._kept(entity, r)) for r in kept] if part else list(range(len(kept)))
        )

    def _holds(self, where: Expression, entity: Entity, row: Row) -> bool:
        return where.holds(self._names(where, entity, row, self._kept(entity, row)))

    def _group(self, entity: str, by: str) -> Mapping[Value, list[Row]]:
        """Return an entity's rows by the row that they refer to; those that refer to many stand with each."""
        found = self.groups.get((entity, by))
        if found is None:
            found = {}
            for row in self.all(entity):
                value = row.get(by)
                for key in value if isinstance(value, tuple) else (value,):
                    found.setdefault(key, []).append(row)
            self.groups[entity, by] = found
        return found
