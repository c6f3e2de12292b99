"""Datasets with fewer rows or more, in which no reference leads nowhere."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from toolkit.domain.dataset import Dataset
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Row, Value

Tables = dict[str, Mapping[str, Row]]


def thinned(
    dataset: Dataset, entities: Mapping[str, Entity], keep: Mapping[str, Collection[str]], people: str
) -> Dataset:
    """Return the dataset with only these rows of the entities named, and without what cannot be without the others.

    An optional reference to a row that is gone is empty then. People stay, for somebody has to look at the screen.
    """
    tables: Tables = dict(dataset.tables)
    for name, keys in keep.items():
        tables[name] = {key: row for key, row in dataset.rows(name).items() if key in keys}
    changed = set(keep)
    while changed:
        gone, changed = changed, set()
        for entity in entities.values():
            links = [f for f in entity.fields.values() if (f.refers in gone or f.several in gone) and not f.computed]
            before = tables.get(entity.name, {})
            after = _linked(before, links, tables, needed=entity.name != people) if links else before
            if len(after) < len(before):
                changed.add(entity.name)
            tables[entity.name] = after
    return replace(dataset, tables=tables)


def _linked(rows: Mapping[str, Row], links: list[Field], tables: Tables, *, needed: bool) -> Mapping[str, Row]:
    """Return the rows with their references as far as these lead somewhere, without those that need one that is not."""
    found: dict[str, Row] = {}
    for key, row in rows.items():
        values = {field.name: _led(field, row.get(field.name), tables) for field in links}
        if needed and any(f.required and not values[f.name] and row.get(f.name) for f in links):
            continue
        same = all(values[f.name] == row.get(f.name) for f in links)
        found[key] = row if same else {**row, **values}
    return found


def _led(field: Field, value: Value, tables: Tables) -> Value:
    """Return a reference if it leads to a row, and of several those that do."""
    there = tables.get(field.refers or field.several, {})
    if isinstance(value, tuple):
        return tuple(key for key in value if key in there)
    return value if value in there else None


def owned(dataset: Dataset, entity: Entity, person: str, usual: Mapping[str, Row]) -> Dataset:
    """Return the dataset with every row of an entity that has owners being this person's.

    Those of the `usual` rows that are somebody else's are left out: no state of a screen shows them to anybody more.
    Who has none of their own is shown theirs as what it would look like.
    """
    if entity.owner is None:
        return dataset
    name = entity.owner.name
    theirs = {key for key, row in usual.items() if row.get(name) != person}
    theirs = theirs if len(theirs) < len(usual) else set()
    rows = {key: {**row, name: person} for key, row in dataset.rows(entity.name).items() if key not in theirs}
    return replace(dataset, tables={**dataset.tables, entity.name: rows})


def repeated(dataset: Dataset, many: int) -> Dataset:
    """Return the dataset with its own rows over and over, about so many of each entity."""
    tables = {name: _over_and_over(rows, many) for name, rows in dataset.tables.items()}
    return replace(dataset, tables=tables)


def _over_and_over(rows: Mapping[str, Row], many: int) -> Mapping[str, Row]:
    found = dict(rows)
    for turn in range(1, many // len(rows) + 1 if rows else 0):
        found |= {f"{key}-{turn}": {**row, "id": f"{key}-{turn}"} for key, row in rows.items()}
    return found


def gathered_at(
    dataset: Dataset, entities: Mapping[str, Entity], at: tuple[str, str], most: int | None = None
) -> Dataset:
    """Return the dataset with the rows that can belong to one row (`at`: its entity and id) all belonging to it.

    Of each entity at most so many of them are there at all.
    """
    name, key = at
    tables: Tables = dict(dataset.tables)
    for entity in entities.values():
        link = next((f for f in entity.fields.values() if f.refers == name and not f.computed), None)
        if link is not None and entity.name != name:
            rows = list(dataset.rows(entity.name).items())[:most]
            tables[entity.name] = {k: {**row, link.name: key} for k, row in rows}
    return replace(dataset, tables=tables)
