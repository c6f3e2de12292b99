"""The rows of one session: the dataset with the session's own changes over it, computed fields worked out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from toolkit.domain.dataset import Dataset
from toolkit.domain.expression import MY, Expression
from toolkit.domain.reckoning import Reckoning, named, reaching, spoken, worked_out
from toolkit.domain.solution import ME, NOW, App, Entity, Field
from toolkit.domain.state import Changes
from toolkit.domain.values import Row, Value

EMPTY = (None, "", ())
"""Values that say nothing."""
Show = Callable[[Field, Value], str]
"""Says a value that is no reference as people read it."""
KEPT = 4
"""Sessions whose far-reaching values are kept at a time."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What was worked out of the immutable dataset, shared by all sessions of one prototype.

    `rows` with their computed fields, by entity and id; `truths` of conditions, by text, person, entity and id.
    `reckoned` is what reaches beyond a row, for the changes that were last asked for; `reaching` are the entities of
    which it is asked.
    """

    rows: dict[tuple[str, str], Row] = field(default_factory=dict)
    truths: dict[tuple[str, str, str, str], bool] = field(default_factory=dict)
    reckoned: list[tuple[Changes, Reckoning]] = field(default_factory=list)
    reaching: dict[int, bool] = field(default_factory=dict)


def computed(entity: Entity, row: Row, now: datetime) -> Row:
    """Return the row with its computed fields, each after those it needs; one that fails, or reaches far, is empty."""
    names: dict[str, Value] = {NOW: now}
    names |= {named(f): row.get(f.name) for f in entity.fields.values() if not f.computed}
    result = dict(row)
    waiting = {named(f): f for f in entity.fields.values() if f.computed}
    for _ in range(len(waiting)):
        for name, one in list(waiting.items()):
            if one.computed and not one.computed.names & (waiting.keys() - {name}):
                near = one.computed if isinstance(one.computed, Expression) else None
                result[one.name] = names[name] = worked_out(near, names) if near else None
                del waiting[name]
    return result


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What the rows are now: the changes of one session laid over the dataset; nothing is copied."""

    app: App
    dataset: Dataset
    changes: Changes
    now: datetime
    memory: Memory
    show: Show
    people: str = ""

    def get(self, entity: str, key: str) -> Row | None:
        """Return one row with its computed fields, or None if there is none (any more)."""
        known = self.app.entities.get(entity)
        if known is not None and self._reaches(known):
            row = self.stored(entity, key)
            return None if row is None else self.reckoning.whole(known, row)
        changed = self.changes.get(entity, {})
        if key in changed:
            row = changed[key]
            return computed(self.app.entities[entity], row, self.now) if row is not None else None
        kept = self.memory.rows.get((entity, key))
        if kept is not None:
            return kept
        row = self.dataset.rows(entity).get(key)
        if row is None or known is None:
            return None
        return self.memory.rows.setdefault((entity, key), computed(known, row, self.now))

    def stored(self, entity: str, key: str) -> Row | None:
        """Return one row without its computed fields."""
        changed = self.changes.get(entity, {})
        return changed[key] if key in changed else self.dataset.rows(entity).get(key)

    def complete(self, entity: Entity, row: Row) -> Row:
        """Return a row that is not stored so, or not yet, with its computed fields."""
        if self._reaches(entity):
            return self.reckoning.whole(entity, row, fresh=True)
        return computed(entity, row, self.now)

    def _reaches(self, entity: Entity) -> bool:
        found = self.memory.reaching.get(id(entity))
        if found is None:
            found = self.memory.reaching[id(entity)] = reaching(entity)
        return found

    @property
    def reckoning(self) -> Reckoning:
        """What is worked out over many rows, for the rows as they are now."""
        for changes, known in tuple(self.memory.reckoned):
            if changes is self.changes or not (changes or self.changes):
                return known
        made = Reckoning(self.app.entities, self.stored, self._stored_rows, self.now)
        self.memory.reckoned[:] = [*self.memory.reckoned[-KEPT + 1 :], (self.changes, made)]
        return made

    def without(self, entity: Entity, row: Row, field: Field) -> Reckoning:
        """Return what is worked out as if a row held nothing in one of its fields yet."""
        key = str(row.get("id") or "")
        before = self.stored(entity.name, key) if key else None
        if before is None or before.get(field.name) is None:
            return self.reckoning
        emptied = {**self.changes.get(entity.name, {}), key: {**before, field.name: None}}
        return replace(self, changes={**self.changes, entity.name: emptied}).reckoning

    def _stored_rows(self, entity: str) -> Iterator[Row]:
        keys = dict.fromkeys(self.dataset.rows(entity)) | dict.fromkeys(self.changes.get(entity, {}))
        return (row for key in keys if (row := self.stored(entity, key)) is not None)

    def all(self, entity: str) -> Iterator[Row]:
        """Yield an entity's rows: the dataset's in their order, then those made in this session."""
        keys = dict.fromkeys(self.dataset.rows(entity)) | dict.fromkeys(self.changes.get(entity, {}))
        for key in keys:
            if (row := self.get(entity, key)) is not None:
                yield row

    def holds(self, condition: Expression, entity: str, row: Row, *, me: str) -> bool:
        """Return whether a condition is true of a row for a person; of a row of the dataset it is worked out once."""
        key = str(row.get("id", ""))
        if condition.far or self.memory.rows.get((entity, key)) is not row:
            return self._true(condition, entity, row, me)
        if condition.personal and me in self.changes.get(self.people, {}):
            return self._true(condition, entity, row, me)
        place = (condition.text, me if condition.personal else "", entity, key)
        truth = self.memory.truths.get(place)
        if truth is None:
            truth = self.memory.truths[place] = self._true(condition, entity, row, me)
        return truth

    def _true(self, condition: Expression, entity: str, row: Row, me: str) -> bool:
        about = self.app.entities[entity]
        names = spoken(about, row) | {NOW: self.now, ME: me}
        far = self.reckoning.beyond(condition, about, row) if condition.far else {}
        return condition.holds(names | far | (self._person(me) if condition.personal else {}))

    def _person(self, me: str) -> dict[str, Value]:
        """Return the fields of the person's own row by the names that an expression has for them."""
        entity = self.app.entities.get(self.people)
        row = self.get(entity.name, me) if entity else None
        return {f"{MY}{name}": value for name, value in spoken(entity, row).items()} if entity and row else {}

    def sorted(self, entity: Entity, rows: list[Row], order: tuple[str, ...]) -> list[Row]:
        """Return rows by fields ('-due': last first); empty values come last whichever way."""
        for item in reversed(order):
            field = entity.fields[item.removeprefix("-")]
            key_of = self._sort_key(field)
            keyed = [(key_of(value) if (value := row.get(field.name)) not in EMPTY else None, row) for row in rows]
            empty = [row for key, row in keyed if key is None]
            full = [(key, row) for key, row in keyed if key is not None]
            full.sort(key=_first, reverse=item.startswith("-"))
            rows = [row for _, row in full] + empty
        return rows

    def _sort_key(self, field: Field) -> Callable[[Value], tuple[int, object]]:
        """Return what says how a value is ordered: an option by its place among them, a reference by its title."""
        if field.refers:
            known: dict[Value, tuple[int, object]] = {}

            def titled(value: Value) -> tuple[int, object]:
                if value not in known:
                    known[value] = _ordered(self.title(field.refers, str(value)))
                return known[value]

            return titled
        if field.several:
            return lambda value: _ordered(self.titles(field.several, value))
        places: dict[Value, tuple[int, object]] = {option: (0, at) for at, option in enumerate(field.options)}
        return lambda value: places.get(value) or _ordered(value)

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


def _first(pair: tuple[tuple[int, object] | None, Row]) -> tuple[int, object]:
    return pair[0] or (0, 0)


def _ordered(value: Value) -> tuple[int, object]:
    """Return what values of all kinds can be ordered by: those of one kind stand together."""
    if isinstance(value, int | float):
        return (1, value)
    if isinstance(value, date):
        if isinstance(value, datetime):
            return (2, value.replace(tzinfo=None) if value.tzinfo else value)
        return (2, datetime(value.year, value.month, value.day))
    if isinstance(value, timedelta):
        return (3, value)
    return (4, ", ".join(value).casefold()) if isinstance(value, tuple) else (5, str(value).casefold())
