"""Rows as JSON: all entities in one object, each a list of rows, and what it says of itself; written row by row."""

import json
from collections.abc import Iterable, Iterator

from toolkit import MADE_UP, Entity, Exporter, Row, Tables, exchanged, hook


def _row(entity: Entity, row: Row) -> str:
    values = {name: exchanged(row.get(name)) for name in ("id", *entity.fields)}
    return json.dumps(values, ensure_ascii=False, allow_nan=False)


ABOUT = "$about"
"""What the object says of itself stands under this key, which no entity can have."""


def _write(tables: Tables) -> Iterator[str]:
    yield f"{{\n{json.dumps(ABOUT)}: {json.dumps({'note': MADE_UP})}"
    for name, (entity, rows) in tables.items():
        yield f",\n{json.dumps(name, ensure_ascii=False)}: ["
        for number, row in enumerate(rows):
            yield f"{',' if number else ''}\n{_row(entity, row)}"
        yield "\n]"
    yield "\n}\n"


@hook
def register_exporters() -> Iterable[Exporter]:
    """Bring JSON."""
    return (Exporter("json", "all entities, each a list of rows", "json", _write),)
