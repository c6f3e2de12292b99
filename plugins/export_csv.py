"""Rows as CSV (RFC 4180): one entity a file, with a header; what other tools open without asking.

A folder of them gets a description beside them: CSV on the Web (W3C), with types, keys and that all is made up.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from toolkit import MADE_UP, Entity, Exporter, Field, Tables, Value, exchanged, guarded, hook

PART = "; "
"""What stands between several values in a cell."""
TYPES = {
    "number": "number",
    "money": "number",
    "percent": "number",
    "date": "date",
    "datetime": "datetime",
    "time": "time",
    "duration": "duration",
    "yes/no": "boolean",
}


def _written(value: Value) -> str:
    """Return a value as a cell: nothing for an empty one, several parted by semicolons, a text never as a formula."""
    if isinstance(value, str):
        return guarded(value)
    plain = exchanged(value)
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return guarded(PART.join(plain)) if isinstance(plain, list) else "" if plain is None else str(plain)


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()


def _write(tables: Tables) -> Iterator[str]:
    for entity, rows in tables.values():
        names = ("id", *entity.fields)
        yield _line(names)
        for row in rows:
            yield _line(_written(row.get(name)) for name in names)


def _described(files: Mapping[str, Entity]) -> tuple[str, str]:
    """Return the description of a folder: its name is where programs look for it."""
    tables = [
        _table(file, entity, {other.name: name for name, other in files.items()}) for file, entity in files.items()
    ]
    said = {"@context": "http://www.w3.org/ns/csvw", "dc:description": MADE_UP, "tables": tables}
    return "csv-metadata.json", json.dumps(said, indent=1, ensure_ascii=False) + "\n"


def _table(file: str, entity: Entity, files: Mapping[str, str]) -> dict[str, Any]:
    keys = [
        {
            "columnReference": quote(one.name, safe=""),
            "reference": {"resource": files[one.refers], "columnReference": "id"},
        }
        for one in entity.fields.values()
        if one.refers in files
    ]
    columns = [{"titles": "id", "name": "id", "required": True}, *(_column(one) for one in entity.fields.values())]
    return {"url": file, "tableSchema": {"columns": columns, "primaryKey": "id", "foreignKeys": keys}}


def _column(one: Field) -> dict[str, Any]:
    """Return what is said of a column; its heading has blanks as they are, its name has to be fit for an address."""
    parted = {"separator": PART} if one.several or one.type == "any of" else {}
    return {"titles": one.name, "name": quote(one.name, safe=""), "datatype": TYPES.get(one.type, "string"), **parted}


@hook
def register_exporters() -> Iterable[Exporter]:
    """Bring CSV."""
    return (Exporter("csv", "one entity as comma-separated values", "csv", _write, single=True, beside=_described),)
