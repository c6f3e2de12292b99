"""Rows as JSON: all entities in one object, each a list of rows; written row by row."""

import json
from collections.abc import Iterable, Iterator, Mapping

from toolkit import Entity, Exporter, Row, exchanged, hook


def _row(entity: Entity, row: Row) -> str:
    values = {name: exchanged(row.get(name)) for name in ("id", *entity.fields)}
    return json.dumps(values, ensure_ascii=False, allow_nan=False)


def _write(tables: Mapping[str, tuple[Entity, Iterable[Row]]]) -> Iterator[str]:
    yield "{"
    for place, (name, (entity, rows)) in enumerate(tables.items()):
        yield f"{',' if place else ''}\n{json.dumps(name, ensure_ascii=False)}: ["
        for number, row in enumerate(rows):
            yield f"{',' if number else ''}\n{_row(entity, row)}"
        yield "\n]"
    yield "\n}\n"


@hook
def register_exporters() -> Iterable[Exporter]:
    """Bring JSON."""
    return (Exporter("json", "all entities, each a list of rows", "json", _write),)
