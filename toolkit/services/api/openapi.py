"""The description of a prototype's rows as OpenAPI 3.1, made from its spec, with examples from its own rows."""

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import exchanged, slug
from toolkit.ports.exporter import MADE_UP
from toolkit.services.api.asked import FARTHEST, LIMIT, MOST, OPTION, OWN, SORTED
from toolkit.services.api.comparing import ORDERED
from toolkit.services.api.found import Offered, Plain, links
from toolkit.services.api.schemas import PROBLEM, page_schema, row_schema, schema_name, value_schema

Described = dict[str, Any]
PART = "application/vnd.showtell.part+json"
"""What rows are sent as of which only some fields were asked for."""
_NOTES = (
    "Read-only, and the same each time. Every row is as it was made: what people do in the prototype is seen by nobody "
    "else, and not here.\n\n"
    "- Filter: `?status=Open`; several values of one field: any of them. `?due[lt]=2026-03-01`, also `le`, `gt`, `ge`; "
    "`[ne]`: is not; `[contains]`: has in it; `[empty]=true`: has none. `[eq]` for a field that is called like one of "
    "the parameters below.\n"
    "- Sort: `?sort=-due,title`, last first with a hyphen. Page: `?limit=20&offset=40`; `total` says how many there "
    "are, and the Link header leads to the pages around.\n"
    f"- `?fields=title,due` leaves out the other fields, and is answered as `{PART}`.\n"
    "- Points in time are local to the prototype, without a zone; durations are written in ISO 8601.\n"
)


def described(offered: Offered, title: str, base: str, options: Mapping[str, str]) -> Described:
    """Return the document; `base` is where the rows lie, `options` are what can be chosen and what each is."""
    entities = offered.entities
    paths: Described = {}
    for name, entity in entities.items():
        paths |= dict(_paths(offered, name, entity))
    schemas = {schema_name(entity): row_schema(entity, _example(offered, entity)) for entity in entities.values()}
    pages = {f"{schema_name(entity)}-page": page_schema(entity) for entity in entities.values()}
    return {
        "openapi": "3.1.1",
        "info": {
            "title": f"{title}: made-up rows",
            "summary": MADE_UP,
            "description": f"{MADE_UP}\n\n{_NOTES}",
            "version": version("showtell"),
        },
        "servers": [{"url": base}],
        "tags": [{"name": entity.name} for entity in entities.values()],
        "paths": paths,
        "components": {
            "schemas": {**schemas, **pages, "problem": PROBLEM},
            "parameters": _parameters(options),
            "responses": {"problem": _problem("What is wrong, where, and how to mend it.")},
            "headers": _HEADERS,
        },
    }


def _paths(offered: Offered, name: str, entity: Entity) -> Iterator[tuple[str, Described]]:
    key, called = schema_name(entity), entity.name
    at = f"/{quote(name)}"
    yield at, {"get": _operation(f"list-{key}", called, f"{called}: rows", _listing(entity))}
    row = _row_parameter(offered, entity)
    one = {"200": _response(f"One {called}", {"$ref": f"#/components/schemas/{key}"}), **_REFUSED}
    parameters = [row, {"$ref": "#/components/parameters/option"}]
    got = {"parameters": parameters, "responses": one}
    yield f"{at}/{{id}}", {"get": _operation(f"get-{key}", called, f"{called}: one row", got)}
    for other, child in offered.entities.items():
        if fields := links(child, entity):
            by = " or ".join(f"'{one.name}'" for one in fields)
            listing = _listing(child)
            listing["parameters"] = [row, *listing["parameters"]]
            words = f"{child.name}: rows whose {by} is this {called}"
            name_ = f"list-{schema_name(child)}-of-{key}"
            yield f"{at}/{{id}}/{quote(other)}", {"get": _operation(name_, called, words, listing)}


def _operation(name: str, tag: str, summary: str, rest: Described) -> Described:
    return {"operationId": name, "tags": [tag], "summary": summary, **rest}


def _listing(entity: Entity) -> Described:
    """Return what a list of rows takes and gives."""
    shared = [{"$ref": f"#/components/parameters/{name}"} for name in ("limit", "offset", OPTION)]
    shared += [_listed("sort", _SORT, entity, most=SORTED), _listed("fields", _FIELDS, entity)]
    own = [parameter for one in entity.fields.values() for parameter in _filters(one)]
    page = {"$ref": f"#/components/schemas/{schema_name(entity)}-page"}
    answer = _response(f"A page of {entity.name} rows", page)
    answer["content"][PART] = {"schema": {"type": "object", "required": ["rows", "total"]}}
    answer["headers"] |= {name: {"$ref": f"#/components/headers/{name}"} for name in ("Link", "X-Total-Count")}
    return {"parameters": [*shared, *own], "responses": {"200": answer, **_REFUSED}}


_SORT = "Fields to sort by, parted by commas, with a hyphen for last first"
_FIELDS = "Fields to give, besides the id, parted by commas"


def _listed(name: str, said: str, entity: Entity, *, most: int | None = None) -> Described:
    """Return a parameter that names fields; with `most` in an order that can be turned round."""
    names = ["id", *entity.fields]
    schema: Described = {"type": "array", "items": {"type": "string", "enum": names}}
    if most:
        schema = {"type": "array", "items": {"enum": [*names, *(f"-{one}" for one in names)]}, "maxItems": most}
    return {"name": name, "in": "query", "description": said, "style": "form", "explode": False, "schema": schema}


def _filters(one: Field) -> Iterator[Described]:
    """Yield the parameters that a field is filtered by."""
    plain = one.name if one.name not in OWN else f"{one.name}[eq]"
    value = value_schema(one, asked=True)
    comparisons = ["lt", "le", "gt", "ge"] if one.type in ORDERED and not one.refers else []
    said = f"{one.label}, one or several"
    yield {"name": plain, "in": "query", "description": said, "schema": {"type": "array", "items": value}}
    for comparison in comparisons:
        yield {"name": f"{one.name}[{comparison}]", "in": "query", "schema": value}


def _row_parameter(offered: Offered, entity: Entity) -> Described:
    first = next(iter(offered.records.dataset.rows(entity.name)), f"{slug(entity.name)}-1")
    return {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}, "example": first}


def _example(offered: Offered, entity: Entity) -> Plain:
    """Return the first row; nothing where there is none."""
    first = next(iter(offered.records.dataset.rows(entity.name)), None)
    row = offered.records.get(entity.name, first) if first else None
    return {name: exchanged(row.get(name)) for name in ("id", *entity.fields)} if row else {}


def _parameters(options: Mapping[str, str]) -> Described:
    def numbered(name: str, said: str, low: int, high: int, usual: int) -> Described:
        bounds = {"type": "integer", "minimum": low, "maximum": high, "default": usual}
        return {"name": name, "in": "query", "description": said, "schema": bounds}

    chosen = {"type": "string", "enum": list(options)}
    told = "; ".join(f"`{key}`: {title}" for key, title in options.items())
    return {
        "limit": numbered("limit", "How many rows at most", 1, MOST, LIMIT),
        "offset": numbered("offset", "How many rows to pass over", 0, FARTHEST, 0),
        OPTION: {"name": OPTION, "in": "query", "description": f"Whose rows: {told}", "schema": chosen},
    }


def _response(said: str, schema: Described) -> Described:
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in ("ETag", "X-Made-Up-Data")}
    return {"description": said, "headers": headers, "content": {"application/json": {"schema": schema}}}


def _problem(said: str) -> Described:
    schema = {"$ref": "#/components/schemas/problem"}
    return {"description": said, "content": {"application/problem+json": {"schema": schema}}}


_REFUSED: Described = {status: {"$ref": "#/components/responses/problem"} for status in ("400", "403", "404")}
_HEADERS: Described = {
    "ETag": {"description": "Send it as If-None-Match to be told 304.", "schema": {"type": "string"}},
    "Link": {"description": "The pages around this one: first, prev, next, last.", "schema": {"type": "string"}},
    "X-Total-Count": {"description": "Rows on all pages.", "schema": {"type": "integer"}},
    "X-Made-Up-Data": {"description": MADE_UP, "schema": {"type": "string", "const": "true"}},
}
