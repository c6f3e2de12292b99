"""The rows of a file as pinned rows of a spec: few, one a line, with the values as a form would take them."""

import json
import re
from collections.abc import Iterator, Mapping

from toolkit.ports.importer import ImportedEntity, ImportedField
from toolkit.spec.imported_names import field_names, plain, readable

MOST = 30
"""Rows that are pinned: more of them would be a data set, and no spec."""
LONGEST = 200
"""Characters of one value."""
_BARE = re.compile(r"[^\W\d_][\w.-]*(?: [\w.-]+)*|-?\d{1,15}(?:\.\d+)?|\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")


def data_lines(entities: tuple[ImportedEntity, ...], names: Mapping[str, str]) -> list[str]:
    """Return the lines of the section `data`: as many rows as the file has, and what stands in them."""
    held = [entity for entity in entities if entity.rows]
    if not held:
        return []
    counts = ", ".join(f"{names[entity.name]}: {min(len(entity.rows), MOST)}" for entity in held)
    lines = ["", "data:", f"  rows: {{{counts}}}", "  pinned:"]
    for entity in held:
        lines += [f"    {names[entity.name]}:", *(f"      - {row}" for row in _rows(entity, names))]
    return lines


def _rows(entity: ImportedEntity, names: Mapping[str, str]) -> Iterator[str]:
    fields = list(zip(entity.fields, field_names(entity, names), strict=True))
    for row in entity.rows[:MOST]:
        values = ((name, _value(field, row[field.name])) for field, name in fields if field.name in row)
        yield "{" + ", ".join(f"{name}: {_written(value)}" for name, value in values if value is not None) + "}"


def _value(field: ImportedField, text: str) -> str | None:
    """Return a value as the spec says it; nothing where none is, and for what is too long to be read in a line."""
    if not text.strip():
        return "" if "optional" in field.rules else None
    said = readable(field.options).get(plain(text)) if field.options else text.strip()
    return said if said is not None and len(said) <= LONGEST else None


def _written(value: str) -> str:
    if not value:
        return "null"
    return value if _BARE.fullmatch(value) and value.casefold() != "null" else json.dumps(value, ensure_ascii=False)
