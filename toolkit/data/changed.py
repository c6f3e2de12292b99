"""Rows changed by a scenario's rules: in which of them, what they hold then, and what follows from that."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from toolkit.data.bench import Bench, Made
from toolkit.data.dates import dated, in_state, is_end, moment_of, stamped, stored
from toolkit.data.lifecycle import Life, course_of, led_on, shifted
from toolkit.data.pinned import row_called
from toolkit.data.plan import DATES
from toolkit.data.relations import Relations
from toolkit.data.ruled import keep, ruled, unkept
from toolkit.domain.expression import Expression
from toolkit.domain.reckoning import Reckoning, named, spoken
from toolkit.domain.scenario import Change
from toolkit.domain.solution import NOW, Entity, Field
from toolkit.domain.totals import Total
from toolkit.domain.values import Row, Value
from toolkit.errors import ToolkitError


def change(bench: Bench, relations: Relations, name: str, *, last: bool = False) -> None:
    """Change an entity's rows as the scenario says. Raises ToolkitError where they would break a rule of their entity.

    It is done before rows are made that refer to them, so that these agree; or `last`, after all, where a rule counts
    such rows.
    """
    changes = (bench.solution.data.change or {}).get(name, ())
    entity = bench.entities[name]
    if not changes or _counts(entity, changes) != last:
        return
    changing = _Changing(bench, entity, relations, frozenset(bench.given[name]))
    for place, one in enumerate(changes):
        for key in changing.chosen(one, place):
            changing.apply(one, key)


def _counts(entity: Entity, changes: tuple[Change, ...]) -> bool:
    """Return whether some change looks at what is worked out over the rows that refer to a row."""
    said = [e for one in changes for e in (one.where, *one.values.values()) if isinstance(e, Expression)]
    names, seen = {name for e in said for name in e.names}, set[str]()
    fields = {named(f): f.computed for f in entity.fields.values() if f.computed}
    while waiting := (names & fields.keys()) - seen:
        seen |= waiting
        if any(isinstance(fields[name], Total) for name in waiting):
            return True
        names |= {other for name in waiting for other in getattr(fields[name], "names", ())}
    return False


@dataclass(frozen=True, slots=True)
class _Changing:
    """Changes the rows of one entity; those that were pinned stay as they are."""

    bench: Bench
    entity: Entity
    relations: Relations
    pinned: frozenset[str]

    def chosen(self, one: Change, place: int) -> list[str]:
        """Return the ids of the rows to change: after it, the share of rows that is said holds the values.

        Those that hold them already count first, then rows by their own numbers, so that few change when one is added.
        """
        rows, reckoning = self.bench.tables[self.entity.name], self.bench.reckoning()
        where = one.where
        fits = [k for k, r in rows.items() if where is None or where.holds(self._names(where, r, reckoning))]
        plain = {n: v for n, v in one.values.items() if not isinstance(v, Expression)}
        same = plain if len(plain) == len(one.values) else {}
        mark = f"change {place}"
        fits.sort(key=lambda key: self.bench.cell(self.entity.name, key, mark))
        fits.sort(key=lambda key: (not (same and self._holds(rows[key], same)), key in self.pinned))
        return [key for key in fits[: math.floor(one.share * len(fits) + 0.5)] if key not in self.pinned]

    def _holds(self, row: Made, values: Mapping[str, Value]) -> bool:
        return all(row.get(name) == self._plain(self.entity.fields[name], value) for name, value in values.items())

    def _names(self, expression: Expression, row: Made, reckoning: Reckoning) -> dict[str, Value]:
        """Return what an expression may speak of: the row, those that it refers to, the clock."""
        whole: Row = reckoning.whole(self.entity, row)
        names = spoken(self.entity, whole) | {NOW: self.bench.now}
        return names | reckoning.beyond(expression, self.entity, whole)

    def apply(self, one: Change, key: str) -> None:
        """Change one row, and with it what hangs on that: its life, its dates, who works on it."""
        bench, entity, row = self.bench, self.entity, self.bench.tables[self.entity.name][key]
        new = dict(self._new(one, row))
        before = bench.lives.get(entity.name, {}).get(key)
        row.update(new)
        if before is not None:
            self._relive(row, new, before)
        if ruled(entity):
            bench.given[entity.name][key] = frozenset(new)
            keep(bench, entity, row)
            del bench.given[entity.name][key]
        self._check(row, new)

    def _new(self, one: Change, row: Made) -> Iterator[tuple[str, Value]]:
        """Yield what a row holds after a change, all of it worked out of the row as it was."""
        reckoning = self.bench.reckoning()
        for name, said in one.values.items():
            value = said.value(self._names(said, row, reckoning)) if isinstance(said, Expression) else said
            yield name, self._plain(self.entity.fields[name], value)

    def _plain(self, field: Field, value: Value) -> Value:
        """Return a value as the field holds it: a date without its time, a row by its id."""
        if field.refers and value is not None:
            return row_called(self.bench, field.refers, str(value), f"scenarios: change: {self.entity.name}")
        if isinstance(value, datetime):
            return stored(self.bench, field, value.replace(second=0, microsecond=0))
        if isinstance(value, float) and not isinstance(value, bool):
            return round(value, 2) if field.type == "money" else int(value) if value.is_integer() else value
        return value

    def _relive(self, row: Made, new: Mapping[str, Value], before: Life) -> None:
        """Let a row's life agree with its beginning and its state, and its dates and people with its life."""
        bench, entity, status = self.bench, self.entity, self.entity.status
        birth, key = bench.births[entity.name], str(row["id"])
        begun = moment_of(new[birth.name]) if birth and new.get(birth.name) else before.birth
        by = begun - before.birth
        life = shifted(before, by, bench.now) if by else before
        if status and status.name in new:
            chance = bench.chance(entity.name, key, f"{status.name} {new[status.name]}")
            life = led_on(course_of(status), life, str(new[status.name]), bench.now, chance=chance)
        if life == before:
            return
        bench.lives[entity.name][key] = life
        for field in sorted((f for f in entity.fields.values() if f.name not in new and not f.computed), key=is_end):
            if field.stamp:
                row[field.name] = stamped(bench, field, life)
            elif field.type in DATES and field is not birth and (row.get(field.name) or in_state(entity, field)):
                row[field.name] = dated(bench, entity, field, row=row, life=life)
            elif self._works(field) and len(life.steps) != len(before.steps):
                row[field.name] = self._worker(field, row, begun=len(life.steps) > 1)

    def _worker(self, field: Field, row: Made, *, begun: bool) -> Value:
        """Return who works on a row: whoever did, somebody once it has begun, perhaps nobody before that."""
        if row.get(field.name) is None:
            return self.relations.choose(self.entity, field, row)
        empty = not begun and self.relations.stays_empty(self.entity, field, str(row["id"]))
        return None if empty else row[field.name]

    def _works(self, field: Field) -> bool:
        """Return whether a field says who works on a row."""
        works = field.refers and field.refers == self.bench.solution.people
        return bool(works and not field.required and not field.unique)

    def _check(self, row: Made, new: Mapping[str, Value]) -> None:
        """Raise ToolkitError for a row that the change has made break a rule of its entity."""
        for name, value in new.items():
            if said := next(self._wrong(self.entity.fields[name], value), ""):
                raise self._error(name, said)
        for field, rule in unkept(self.bench, self.entity, row):
            if {field.name, rule.field} & set(new):
                raise self._error(field.name, f"would not be {rule.words} its '{rule.field}'")

    def _wrong(self, field: Field, value: Value) -> Iterator[str]:
        kind, now = self.bench.type_of(field), self.bench.now
        if value is None:
            yield from ("would be empty, and must be filled",) if field.required else ()
            return
        if field.refers and not self.relations.fits(field, str(value)):
            yield f"would not be one where {field.where.text}" if field.where else "could not be that one"
        if kind.span == "days" and isinstance(value, date):
            low, high = (None if days is None else now + timedelta(days=days) for days in (field.low, field.high))
            at = moment_of(value)
            early = low is not None and at < (low if isinstance(value, datetime) else moment_of(low.date()))
            if early or (high is not None and at > high):
                yield f"would be {value:%Y-%m-%d}, outside its range"
        size = len(value) if isinstance(value, str) and kind.span == "characters" else value
        if kind.span in {"number", "characters"} and isinstance(size, int | float) and not _inside(field, size):
            yield f"would be {value}, outside its range"

    def _error(self, field: str, said: str) -> ToolkitError:
        return ToolkitError(
            f"'{field}' of a changed {self.entity.name} {said}",
            where=f"scenarios: change: {self.entity.name}",
            fix="change it to something that the entity's rules allow, or widen the rule",
        )


def _inside(field: Field, size: float) -> bool:
    return (field.low is None or size >= field.low) and (field.high is None or size <= field.high)
