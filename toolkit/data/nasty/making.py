"""From a dataset to its nasty twin: the same rows, references and states, and very many children of one parent."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from toolkit.data.chance import marked, mixed
from toolkit.data.making import clock
from toolkit.data.nasty.children import with_children
from toolkit.data.nasty.kept import Kept, kept, said_in_spec
from toolkit.data.nasty.texts import told_apart
from toolkit.data.nasty.values import Several, allowed, proposed
from toolkit.data.plan import entities_of
from toolkit.domain.dataset import Dataset
from toolkit.domain.kinds import FieldType
from toolkit.domain.solution import Entity, Field, Solution
from toolkit.domain.values import Row, Value

ANY = "und"
"""The locale of rows that are written in all languages."""
EMPTY = 5
"""Of so many values that may be empty, one is."""
ATTEMPTS = 8
"""So many proposals are tried before a value stays as it is."""


def nasty(solution: Solution, types: Mapping[str, FieldType], dataset: Dataset) -> Dataset:
    """Return the nasty twin of a solution's dataset. Every value keeps the rules of the spec; each cell has its own."""
    entities = entities_of(solution)
    staying = kept(solution, entities)
    making = _Making(types, clock(solution.now), solution.data.seed, staying, said_in_spec(solution))
    full = with_children(entities, types, dataset, staying)
    tables = {name: making.table(entities, name, rows) for name, rows in full.tables.items()}
    return replace(full, tables=tables, locale=ANY)


@dataclass(frozen=True, slots=True)
class _Making:
    types: Mapping[str, FieldType]
    now: datetime
    seed: int
    staying: Kept
    said: frozenset[str]
    taken: dict[tuple[str, str], set[Value]] = field(default_factory=dict)

    def table(self, entities: Mapping[str, Entity], name: str, rows: Mapping[str, Row]) -> Mapping[str, Row]:
        """Return an entity's rows with nasty values in the fields that are free."""
        if name not in entities:
            return rows
        entity = entities[name]
        free = {f: self._proposals(entity, f) for f in entity.fields.values()}
        free = {f: several for f, several in free.items() if several}
        for part in (f for f in free if f.unique):
            self.taken[name, part.name] = {_plain(row.get(part.name)) for row in rows.values()}
        return {
            key: {**row, **{f.name: self._value(entity, f, row, several) for f, several in free.items()}}
            for key, row in rows.items()
        }

    def _proposals(self, entity: Entity, part: Field) -> Several:
        if part.computed or part.refers or part.several or (entity.name, part.name) in self.staying.fields:
            return ()
        return proposed(part, self.now)

    def _value(self, entity: Entity, part: Field, row: Row, several: Several) -> Value:
        """Return the nasty value of one cell, or what is there where the spec speaks of it or nothing else fits."""
        before = row.get(part.name)
        cell = mixed(marked("nasty", self.seed, entity.name, part.name) ^ marked(str(row["id"])))
        if before in self.said or (before is None and part.required):
            return before
        if not part.required and part is not entity.title and not part.unique and cell % EMPTY == 0:
            return None
        kind = self.types[part.type]
        for attempt in range(ATTEMPTS):
            value = several[(cell // EMPTY + attempt) % len(several)]
            value = self._apart(entity, part, row, value) if part.unique else value
            if value not in (None, "") and allowed(kind, part, value, self.now):
                if part.unique:
                    self.taken[entity.name, part.name].add(_plain(value))
                return value
        return before

    def _apart(self, entity: Entity, part: Field, row: Row, value: Value) -> Value:
        """Return a value that no other row has; none where it cannot be made so."""
        taken, number = self.taken[entity.name, part.name], int(str(row["id"]).rpartition("-")[2])
        if _plain(value) in taken and isinstance(value, str):
            longest = int(part.high) if part.high is not None else None
            host = value.partition("@")
            value = f"{number}.{value}" if host[1] and part.type == "email" else told_apart(value, number, longest)
        return None if _plain(value) in taken else value


def _plain(value: Value) -> Value:
    return value.casefold() if isinstance(value, str) else value
