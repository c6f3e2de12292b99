"""Rows as SQL that SQLite and PostgreSQL take: tables with their keys, then rows that refer to rows already there.

Where entities refer to each other in a circle, or to themselves, the reference is empty at first and set at the end.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from toolkit import MADE_UP, Entity, Exporter, Field, Row, Tables, Value, exchanged, hook

AT_ONCE = 500
"""Rows an INSERT."""
TYPES = {
    "number": "NUMERIC",
    "money": "NUMERIC",
    "percent": "NUMERIC",
    "date": "DATE",
    "datetime": "TIMESTAMP",
    "time": "TIME",
    "yes/no": "BOOLEAN",
}


@dataclass(frozen=True, slots=True)
class _Tables:
    """The tables that are written, in their order."""

    entities: Mapping[str, Entity]

    def columns(self, entity: Entity) -> dict[str, Field]:
        """Return the fields that are columns by what the columns are called, different also where case is ignored."""
        found, taken = {}, {"id"}
        for one in entity.fields.values():
            if one.several in self.entities:
                continue
            name = one.name
            while name.casefold() in taken:
                name += " too"
            taken.add(name.casefold())
            found[name] = one
        return found

    def many(self, entity: Entity) -> list[Field]:
        """Return the fields that hold several rows of another table: each is a table of its own."""
        return [one for one in entity.fields.values() if one.several in self.entities]

    def is_late(self, entity: Entity, one: Field) -> bool:
        """Return whether a field refers to rows that are not there yet when its own row is written."""
        order = list(self.entities)
        return one.refers in self.entities and order.index(one.refers) >= order.index(entity.name)


def _write(tables: Tables) -> Iterator[str]:
    known = _Tables({name: entity for name, (entity, _) in tables.items()})
    yield f"-- {MADE_UP}\n-- For SQLite and PostgreSQL alike.\nBEGIN;\n"
    for entity in known.entities.values():
        yield _table(known, entity)
    for entity in known.entities.values():
        yield from (_link_table(known, entity, one) for one in known.many(entity))
    for entity, rows in tables.values():
        yield from _inserts(known, entity, rows)
    for entity, rows in tables.values():
        yield from (piece for one in known.many(entity) for piece in _links(known, entity, one, rows))
        yield from _updates(known, entity, rows)
    yield "COMMIT;\n"


def _table(known: _Tables, entity: Entity) -> str:
    columns = known.columns(entity)
    lines = ['"id" TEXT PRIMARY KEY', *(_column(known, entity, name, one) for name, one in columns.items())]
    named = {one.name: name for name, one in columns.items()}
    for one in columns.values():
        if one.apart and one.apart.where is None and set(one.apart.fields) <= named.keys():
            lines.append(f"UNIQUE ({', '.join(_name(named[part]) for part in (one.name, *one.apart.fields))})")
    circles = [name for name, one in columns.items() if known.is_late(entity, one) and one.refers != entity.name]
    keys = "".join(
        f"-- In PostgreSQL, in the end: ALTER TABLE {_name(entity.name)} ADD FOREIGN KEY ({_name(name)})"
        f" REFERENCES {_name(columns[name].refers)};\n"
        for name in circles
    )
    body = ",\n  ".join(lines)
    return f"\n{keys}CREATE TABLE {_name(entity.name)} (\n  {body}\n);\n"


def _column(known: _Tables, entity: Entity, name: str, one: Field) -> str:
    late, parts = known.is_late(entity, one), [_name(name), _type(one)]
    if one.required and not one.computed and not one.needed_when and not late:
        parts.append("NOT NULL")
    if one.unique:
        parts.append("UNIQUE")
    if one.computed:
        return " ".join(parts)
    if one.refers in known.entities and (not late or one.refers == entity.name):
        parts.append(f'REFERENCES {_name(one.refers)} ("id")')
    elif one.options and one.type != "any of":
        parts.append(f"CHECK ({_name(name)} IN ({', '.join(_text(option) for option in one.options)}))")
    return " ".join(parts)


def _type(one: Field) -> str:
    """Return a column's type; what a spec bounds in characters is bounded here, too."""
    if one.type == "text" and one.high is not None and not one.computed:
        return f"VARCHAR({int(one.high)})"
    return TYPES.get(one.type, "TEXT")


def _link_table(known: _Tables, entity: Entity, one: Field) -> str:
    own, other = _name(entity.name), _name(one.several)
    return (
        f"\nCREATE TABLE {_link_name(known, entity, one)} (\n"
        f'  "id" TEXT NOT NULL REFERENCES {own} ("id"),\n'
        f'  "other" TEXT NOT NULL REFERENCES {other} ("id"),\n'
        f'  PRIMARY KEY ("id", "other")\n);\n'
    )


def _link_name(known: _Tables, entity: Entity, one: Field) -> str:
    name, taken = f"{entity.name} {one.name}", {other.casefold() for other in known.entities}
    return _name(f"{name} rows" if name.casefold() in taken else name)


def _inserts(known: _Tables, entity: Entity, rows: Iterable[Row]) -> Iterator[str]:
    columns = known.columns(entity)
    early = {name: one for name, one in columns.items() if not known.is_late(entity, one)}
    lines = (
        ", ".join((_text(str(row["id"])), *(_literal(row.get(one.name)) for one in early.values()))) for row in rows
    )
    yield from _statements(_name(entity.name), ("id", *early), lines)


def _links(known: _Tables, entity: Entity, one: Field, rows: Iterable[Row]) -> Iterator[str]:
    pairs = ((str(row["id"]), other) for row in rows for other in dict.fromkeys(_several(row.get(one.name))))
    lines = (f"{_text(own)}, {_text(other)}" for own, other in pairs)
    yield from _statements(_link_name(known, entity, one), ("id", "other"), lines)


def _updates(known: _Tables, entity: Entity, rows: Iterable[Row]) -> Iterator[str]:
    """Yield what closes the circles, a row at a time."""
    late = {name: one for name, one in known.columns(entity).items() if known.is_late(entity, one)}
    for row in rows if late else ():
        said = {name: row[one.name] for name, one in late.items() if row.get(one.name) is not None}
        if said:
            sets = ", ".join(f"{_name(name)} = {_literal(value)}" for name, value in said.items())
            place = f'"id" = {_text(str(row["id"]))}'
            yield f"UPDATE {_name(entity.name)} SET {sets} WHERE {place};\n"  # noqa: S608 - written down, all in quotes


def _statements(table: str, columns: Iterable[str], lines: Iterator[str]) -> Iterator[str]:
    """Yield the INSERTs of a table, so many rows in each."""
    head = f"\nINSERT INTO {table} ({', '.join(map(_name, columns))}) VALUES\n"
    while batch := list(islice(lines, AT_ONCE)):
        body = "),\n  (".join(batch)
        yield f"{head}  ({body});\n"


def _several(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _literal(value: Value) -> str:
    plain = exchanged(value)
    if plain is None or (isinstance(plain, float) and not math.isfinite(plain)):
        return "NULL"
    if isinstance(plain, bool):
        return "TRUE" if plain else "FALSE"
    if isinstance(plain, int | float):
        return repr(plain)
    return _text(json.dumps(plain, ensure_ascii=False) if isinstance(plain, list) else plain)


def _text(text: str) -> str:
    """Return a text in quotes; PostgreSQL has no place for NUL."""
    return "'" + text.replace("\0", "").replace("'", "''") + "'"


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


@hook
def register_exporters() -> Iterable[Exporter]:
    """Bring SQL."""
    return (Exporter("sql", "tables and rows for SQLite and PostgreSQL", "sql", _write),)
