"""The rows that were asked for, out of the dataset alone: no session's changes are ever among them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.domain.records import EMPTY, Records
from toolkit.domain.showing import Showing
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Row, Value, exchanged, slug
from toolkit.errors import ToolkitError
from toolkit.services.api.asked import Asked, Wanted
from toolkit.services.api.comparing import before, equal

Plain = dict[str, object]
"""A row as JSON has it."""


class NothingThereError(ToolkitError):
    """An address that leads to no prototype, entity or row."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of rows, and how many there are on all pages."""

    rows: list[Plain]
    total: int


@dataclass(frozen=True, slots=True)
class Offered:
    """The rows of one option, or of a scenario in it, before anybody has done anything."""

    showing: Showing

    @property
    def entities(self) -> Mapping[str, Entity]:
        """The option's entities by their keys in addresses."""
        return {slug(name): entity for name, entity in self.showing.machine.app.entities.items()}

    @property
    def records(self) -> Records:
        """The rows as a session that has just begun would find them."""
        machine = self.showing.machine
        return machine.scene(machine.begin()).desk.records

    def entity(self, name: str) -> Entity:
        """Return an entity by its name or key. Raises NothingThereError."""
        found = self.entities.get(slug(name))
        if found is None:
            fix = f"there are: {', '.join(self.entities)}"
            raise NothingThereError(f"there is no entity '{name[:60]}'", where="address", fix=fix)
        return found

    def one(self, entity: Entity, row: str) -> Plain:
        """Return a row. Raises NothingThereError."""
        found = self.records.get(entity.name, row)
        if found is None:
            raise NothingThereError(
                f"there is no {entity.name} '{row[:60]}'", where="address", fix="list the rows first"
            )
        return _plain(entity, found, ())

    def many(self, entity: Entity, asked: Asked, *, of: tuple[Entity, str] | None = None) -> Found:
        """Return rows; with `of` only those that refer to that row of another entity."""
        records = self.records
        rows = list(_fitting(records, entity, asked.where, self._related(entity, of) if of else None))
        total = len(rows)
        rows = _sorted(records, entity, rows, asked.order)[asked.offset : asked.offset + asked.limit]
        whole = (records.get(entity.name, str(row["id"])) or row for row in rows)
        return Found([_plain(entity, row, asked.fields) for row in whole], total)

    def _related(self, entity: Entity, of: tuple[Entity, str]) -> Iterator[Row]:
        """Yield the rows of an entity that have to do with a row of another. Raises NothingThereError."""
        other, key = of
        self.one(other, key)
        fields = links(entity, other)
        if not fields:
            ways = [name for name, one in self.entities.items() if links(one, other)]
            fix = f"what refers to it: {', '.join(ways)}" if ways else "nothing refers to it"
            raise NothingThereError(f"no {entity.name} refers to a {other.name}", where="address", fix=fix)
        for row in self.showing.machine.dataset.rows(entity.name).values():
            if any(equal(row.get(one.name), key) for one in fields):
                yield row


def links(entity: Entity, other: Entity) -> list[Field]:
    """Return the stored fields by which rows of an entity refer to rows of another."""
    return [one for one in entity.fields.values() if other.name in (one.refers, one.several) and not one.computed]


def _fitting(records: Records, entity: Entity, where: tuple[Wanted, ...], among: Iterable[Row] | None) -> Iterator[Row]:
    """Yield the rows that fit; computed fields are worked out only where they are asked for."""
    worked_out = any(wanted.field.computed for wanted in where)
    for row in records.dataset.rows(entity.name).values() if among is None else among:
        known = records.get(entity.name, str(row["id"])) if worked_out else row
        if known is not None and all(_fits(known.get(wanted.field.name), wanted) for wanted in where):
            yield known


def _fits(value: Value, wanted: Wanted) -> bool:
    """Return whether a value is as it is wanted; `ne` has to differ from all values, the others fit one of them."""
    if wanted.comparison == "empty":
        return (value in EMPTY) in wanted.values
    if wanted.comparison == "ne":
        return not any(equal(value, one) for one in wanted.values)
    return value is not None and any(_compared(value, one, wanted.comparison) for one in wanted.values)


def _compared(value: Value, wanted: Value, comparison: str) -> bool:
    if comparison == "eq":
        return equal(value, wanted)
    if comparison == "contains":
        return str(wanted) in " ".join(map(str, value) if isinstance(value, tuple) else [str(value)]).casefold()
    less, more = before(value, wanted), before(wanted, value)
    answers = {"lt": less, "gt": more, "le": less or equal(value, wanted), "ge": more or equal(value, wanted)}
    return bool(answers[comparison])


def _sorted(records: Records, entity: Entity, rows: list[Row], order: tuple[str, ...]) -> list[Row]:
    """Return rows in an order, as screens would show them; by id is the order in which they were made."""
    names = {part.removeprefix("-") for part in order} - {"id"}
    if any(entity.fields[name].computed for name in names):
        rows = [records.get(entity.name, str(row["id"])) or row for row in rows]
    for part in reversed(order):
        if part == "id":
            continue
        rows = rows[::-1] if part == "-id" else records.sorted(entity, rows, (part,))
    return rows


def _plain(entity: Entity, row: Row, fields: tuple[str, ...]) -> Plain:
    """Return a row as JSON has it: its id, and the fields that were asked for."""
    return {name: exchanged(row.get(name)) for name in dict.fromkeys(("id", *(fields or entity.fields)))}
