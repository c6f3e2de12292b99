"""Very many children of one parent: the rows that belong to it, over and over under ids of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from toolkit.data.nasty.kept import Kept
from toolkit.domain.dataset import Dataset
from toolkit.domain.kinds import FieldType
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Row, Value, slug

CHILDREN = 2_000
"""Rows that belong to the one parent."""


def with_children(
    entities: Mapping[str, Entity], types: Mapping[str, FieldType], dataset: Dataset, staying: Kept
) -> Dataset:
    """Return the dataset with as many children of the first parent as nobody thought of, wherever there may be so many.

    Each is a copy of a child that the parent has, so that it keeps every rule that the other one keeps.
    """
    tables = dict(dataset.tables)
    for entity, parent in _families(entities, staying):
        rows = dataset.rows(entity.name)
        whose = {row.get(parent.name) for row in rows.values()}
        first = next((key for key in dataset.rows(parent.refers) if key in whose), "")
        children = [row for row in rows.values() if row.get(parent.name) == first]
        tables[entity.name] = _repeated(entity, types, rows, children) if children else rows
    return replace(dataset, tables=tables)


def _families(entities: Mapping[str, Entity], staying: Kept) -> Iterator[tuple[Entity, Field]]:
    """Yield each entity that nothing refers to, with what it belongs to, if no rule counts or tells its rows apart."""
    referred = {name for e in entities.values() for f in e.fields.values() for name in (f.refers, f.several) if name}
    for entity in entities.values():
        parent = next((f for f in entity.fields.values() if f.refers and f is not entity.owner and f.required), None)
        alone = any(f.unique or f.apart for f in entity.fields.values())
        if parent and not entity.status and not alone and entity.name not in referred | staying.counted:
            yield entity, parent


def _repeated(
    entity: Entity, types: Mapping[str, FieldType], rows: Mapping[str, Row], children: list[Row]
) -> Mapping[str, Row]:
    found = dict(rows)
    given = {f.name: (types[f.type].given, f) for f in entity.fields.values() if not f.refers and types[f.type].given}
    for turn in range(max(CHILDREN - len(children), 0)):
        number = len(rows) + turn + 1
        key = f"{slug(entity.name)}-{number}"
        named: dict[str, Value] = {name: make(number, f) for name, (make, f) in given.items() if make}
        found[key] = {**children[turn % len(children)], "id": key, **named}
    return found
