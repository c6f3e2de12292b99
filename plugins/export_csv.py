"""Rows as CSV (RFC 4180): one entity a file, with a header; what other tools open without asking."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from toolkit import Entity, Exporter, Row, Value, exchanged, hook


def _written(value: Value) -> str:
    """Return a value as a cell: nothing for an empty one, several parted by semicolons."""
    plain = exchanged(value)
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return "; ".join(plain) if isinstance(plain, list) else "" if plain is None else str(plain)


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()


def _write(tables: Mapping[str, tuple[Entity, Iterable[Row]]]) -> Iterator[str]:
    for entity, rows in tables.values():
        names = ("id", *entity.fields)
        yield _line(names)
        for row in rows:
            yield _line(_written(row.get(name)) for name in names)


@hook
def register_exporters() -> Iterable[Exporter]:
    """Bring CSV."""
    return (Exporter("csv", "one entity as comma-separated values", "csv", _write, single=True),)
