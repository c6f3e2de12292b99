"""JSON Schemas of rows, as strict as their spec: types, choices, lengths, patterns, and what may be empty."""

from typing import Any
from urllib.parse import quote

from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import slug
from toolkit.ports.exporter import MADE_UP
from toolkit.services.api.found import Plain

Schema = dict[str, Any]
_TYPES: dict[str, Schema] = {
    "number": {"type": "number"},
    "money": {"type": "number"},
    "percent": {"type": "number"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time-local"},
    "time": {"type": "string", "format": "time-local"},
    "duration": {"type": "string", "format": "duration"},
    "yes/no": {"type": "boolean"},
    "email": {"type": "string", "format": "email"},
    "url": {"type": "string", "format": "uri"},
}
_ASKED: dict[str, Schema] = {
    "datetime": {"pattern": r"^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$"},
    "time": {"pattern": r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$"},
    "duration": {"pattern": r"^-?P(\d{1,4}D(T\d{1,4}H)?|T\d{1,4}[HMS])$"},
}
"""How values are written that are compared with; more can be read."""
_DECIMALS = {"number", "money", "percent"}
_TEXTS = {"text", "long text"}
PROBLEM: Schema = {
    "type": "object",
    "description": "RFC 9457: what is wrong; `where` it is, and how to `fix` it.",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "where": {"type": "string"},
        "fix": {"type": "string"},
    },
}


def schema_name(entity: Entity) -> str:
    """Return what an entity's schema is called: letters that are not Latin are written as their codes."""
    return quote(slug(entity.name), safe="").replace("%", ".")


def row_schema(entity: Entity, example: Plain) -> Schema:
    """Return the schema of a row; every field is there, also an empty one."""
    key: Schema = {"type": "string", "description": "Names the row."}
    fields = {one.name: _field(one) for one in entity.fields.values()}
    found: Schema = {"type": "object", "title": entity.name, "properties": {"id": key, **fields}}
    found["required"] = ["id", *fields]
    return found | ({"examples": [example]} if example else {})


def page_schema(entity: Entity) -> Schema:
    """Return the schema of a page of rows."""
    row = {"$ref": f"#/components/schemas/{schema_name(entity)}"}
    number, address = {"type": "integer", "minimum": 0}, {"type": ["string", "null"]}
    return {
        "type": "object",
        "required": ["rows", "total", "limit", "offset", "next", "note"],
        "properties": {
            "rows": {"type": "array", "items": row},
            "total": number,
            "limit": number,
            "offset": number,
            "next": address,
            "note": {"type": "string", "const": MADE_UP},
        },
    }


def _field(one: Field) -> Schema:
    """Return the schema of a field's value, with what is to be known about it."""
    found = value_schema(one)
    if one.computed or not one.required or one.needed_when:
        found = _or_empty(found)
    said = [one.label, one.help, f"in {one.unit}" if one.unit else "", _reference(one)]
    if one.computed:
        said.append("worked out from other fields")
    if one.moves:
        said.append("a life cycle: " + ", ".join(f"{move.name} ({move.target})" for move in one.moves if move.target))
    found["description"] = "; ".join(part for part in said if part)
    return found | ({"readOnly": True} if one.computed else {})


def value_schema(one: Field, *, asked: bool = False) -> Schema:
    """Return the schema of a value; `asked` is for one to compare with, which bounds do not bind."""
    if one.several or one.type == "any of":
        item: Schema = {"type": "string", "enum": list(one.options)} if one.options else {"type": "string"}
        return item if asked else {"type": "array", "items": item}
    if one.options and not one.refers:
        return {"type": "string", "enum": list(one.options)}
    found: Schema = {"type": "string"} if one.refers else dict(_TYPES.get(one.type, {"type": "string"}))
    if asked:
        return {**found, **({} if one.refers else _ASKED.get(one.type, {}))}
    return found if one.computed else found | _bounds(one)


def _bounds(one: Field) -> Schema:
    if one.type not in _DECIMALS | _TEXTS:
        return {}
    low, high = ("minimum", "maximum") if one.type in _DECIMALS else ("minLength", "maxLength")
    found: Schema = {}
    if one.low is not None:
        found[low] = one.low if one.type in _DECIMALS else int(one.low)
    if one.high is not None:
        found[high] = one.high if one.type in _DECIMALS else int(one.high)
    return found | ({"pattern": f"^(?:{one.pattern})$"} if one.pattern else {})


def _or_empty(schema: Schema) -> Schema:
    found = {**schema, "type": [schema["type"], "null"]}
    return found | ({"enum": [*schema["enum"], None]} if "enum" in schema else {})


def _reference(one: Field) -> str:
    """Return in words whose row is referred to."""
    if one.several:
        return f"ids of {one.several} rows"
    return f"the id of a {one.refers} row" if one.refers else ""
