"""The importer `openapi`: the schemas of an OpenAPI 3 description that its operations speak of."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from toolkit import Imported, ImportedEntity, ImportedField, Importer, ToolkitError, hook, number_type, text_type

Schema = Mapping[str, Any]
PAGING = re.compile(
    r"(?i)_?(pagination|paging|page_?info|page_?count|item_?count|total|count|page|pages|per_?page|page_?size|page_?number|limit|offset|next|prev|previous|size|links|meta"
    r"|metadata|cursor|has_?more|has_?next|href|kind|etag|next_?page_?token|total_?(count|pages|items|elements))"
)
"""What stands beside a list about the list."""
FAULT = re.compile(r"\w*(Error|Problem|Fault)(s|Details|Response|Object)?")
SAYING = {"code", "type", "message", "status", "error", "errors", "details", "success", "timestamp", "path"}
SAYING |= {"title", "detail", "instance"}
MOST_WITHIN = 60
"""Lists of objects that become entities."""
DEEPEST = 8
"""Schemas that are followed into each other."""
_FORMATS = {"date": "date", "date-time": "datetime", "email": "email", "uri": "url", "url": "url", "time": "time"}
_FORMATS |= {"duration": "duration", "phone": "phone"}
_MADE = re.compile(
    r"(?:New|Create|Update|Patch|Add|Upsert)(\w+)|(\w+?)_?(?:Request|Input|Payload|CreateOrUpdate|Create|Update|Patch|Fields|Base|Body|Dto|DTO)"
)


@dataclass(frozen=True, slots=True)
class Book:
    """All schemas by name, those that become entities, and what is lost on the way."""

    schemas: Schema
    kept: list[str]
    lost: list[str]
    within: list[ImportedEntity] = field(default_factory=list)


def recognises(text: str) -> bool:
    """Return whether it calls itself OpenAPI, or Swagger as it was called before."""
    return bool(re.search(r"^[ \t{]*[\"']?(?:openapi|swagger)[\"']?[ \t]*:", text, re.MULTILINE)) or (
        text.lstrip()[:1] == "{" and bool(re.search(r'"(?:openapi|swagger)"\s*:\s*"', text[:5_000]))
    )


def read(text: str, name: str) -> Imported:
    """Return an entity for each schema of an object; nothing is fetched. Raises ToolkitError for no document."""
    document = _document(text)
    schemas = _at(_at(document, "components"), "schemas") or _at(document, "definitions")
    objects = {n: s for n, s in schemas.items() if isinstance(s, dict) and _properties(s, schemas)}
    failing = set(_failing(document)) - set(_spoken_of(document))
    twins = {n: twin for n in objects if (twin := _twin(n, objects, schemas))}
    kept = [n for n in objects if n not in failing and n not in twins]
    lost = [f"{n}, which only says what went wrong" for n in objects if n in failing]
    lost += [f"{n}, which is {twin} as it is sent" for n, twin in twins.items() if n not in failing]
    lists = {n: item for n in kept if (item := _list_of(objects[n], schemas, kept))}
    said = {n for n in kept if len(kept) > 1 and (FAULT.fullmatch(n) or _only_says(objects[n], schemas))}
    lost += [f"{n}, which is only a list of {item}" for n, item in lists.items()]
    lost += [f"{n}, which only says how it went" for n in sorted(said)]
    book = Book(schemas, [n for n in kept if n not in lists and n not in said], lost)
    entities = [ImportedEntity(n, tuple(_fields(n, objects[n], book))) for n in book.kept]
    entities = _without_pages([*entities, *book.within])
    title = _at(document, "info").get("title")
    return Imported(tuple(entities), title if isinstance(title, str) else "", tuple(lost))


def _document(text: str) -> Schema:
    try:
        found = json.loads(text) if text.lstrip()[:1] == "{" else YAML(typ="safe").load(text)
    except (ValueError, YAMLError, RecursionError) as error:
        what = " ".join(str(error).split())[:120]
        raise ToolkitError(f"this is neither YAML nor JSON: {what}", fix="export it again, whole") from error
    return found if isinstance(found, dict) else {}


def _at(part: object, key: str) -> dict[str, Any]:
    """Return a part of a mapping that is one itself, else an empty one."""
    found = part.get(key) if isinstance(part, dict) else None
    return {str(k): v for k, v in found.items()} if isinstance(found, dict) else {}


def _named(schema: object) -> str:
    """Return the name at the end of a reference."""
    reference = schema.get("$ref") if isinstance(schema, dict) else None
    return reference.rpartition("/")[2] if isinstance(reference, str) else ""


def _responses(document: Schema) -> Iterator[tuple[str, object]]:
    """Yield what operations answer and ask: the status and the content."""
    for path in _at(document, "paths").values():
        for operation in path.values() if isinstance(path, dict) else ():
            if isinstance(operation, dict):
                yield from _at(operation, "responses").items()
                yield "200", [operation.get("requestBody"), operation.get("parameters")]


def _failing(document: Schema) -> Iterator[str]:
    """Yield the schemas that an operation answers with when something goes wrong."""
    yield from _referred([content for status, content in _responses(document) if not status.startswith("2")])


def _spoken_of(document: Schema) -> Iterator[str]:
    """Yield the schemas that an operation asks for or answers with when all goes well, and those within schemas."""
    whole = [content for status, content in _responses(document) if status.startswith("2")]
    yield from _referred([*whole, _at(_at(document, "components"), "schemas"), _at(document, "definitions")])


def _referred(parts: list[object]) -> Iterator[str]:
    """Yield every name that is referred to below; a part that YAML repeats is looked at once."""
    waiting, seen = list(parts), set[int]()
    while waiting:
        part = waiting.pop()
        if id(part) in seen or not isinstance(part, dict | list):
            continue
        seen.add(id(part))
        waiting += part.values() if isinstance(part, dict) else part
        if name := _named(part):
            yield name


def _made_of(schema: object, schemas: Schema, seen: set[int], depth: int = 0) -> Iterator[Schema]:
    """Yield the schemas that an object is made of and then itself, each once, however often they name each other."""
    if not isinstance(schema, dict) or depth > DEEPEST or id(schema) in seen:
        return
    seen.add(id(schema))
    for part in _listed(schema, "allOf"):
        yield from _made_of(schemas.get(_named(part), part), schemas, seen, depth + 1)
    yield schema


def _properties(schema: object, schemas: Schema) -> dict[str, Any]:
    """Return the properties of an object, with those of the schemas that it is made of."""
    return {name: said for part in _made_of(schema, schemas, set()) for name, said in _at(part, "properties").items()}


def _required(schema: object, schemas: Schema) -> set[str]:
    said = (name for part in _made_of(schema, schemas, set()) for name in _listed(part, "required"))
    return {name for name in said if isinstance(name, str)}


def _twin(name: str, objects: Schema, schemas: Schema) -> str:
    """Return the schema that this one is only another way to send: 'NewPet' of 'Pet', with nothing of its own."""
    made = _MADE.fullmatch(name)
    other = (made[1] or made[2]) if made else ""
    if other not in objects or other == name:
        return ""
    own = _properties(objects[name], schemas).keys() - _properties(objects[other], schemas).keys()
    return "" if own else other


def _fields(entity: str, schema: Schema, book: Book, prefix: str = "") -> Iterator[ImportedField]:
    """Yield the fields of an object; what lies within it in place is drawn out."""
    needed = _required(schema, book.schemas)
    for name, said in _properties(schema, book.schemas).items():
        part, refers = _one(said, book.schemas), _refers(said, book.kept)
        kind = part.get("type")
        if name.casefold() == "id" and not refers:
            continue
        if not refers and not prefix and _properties(part, book.schemas):
            yield from _fields(entity, part, book, prefix=f"{name} ")
        elif not refers and kind == "object":
            book.lost.append(f"{entity}.{prefix}{name}: an object")
        elif not refers and kind == "array" and not _choices(part.get("items"), book.schemas):
            yield from _several(entity, f"{prefix}{name}", part, book, optional=name not in needed)
        else:
            optional = name not in needed or "null" in _types(said) or part.get("nullable") is True
            yield _field(f"{prefix}{name}", part, refers, book, optional=optional)


def _several(entity: str, name: str, part: Schema, book: Book, *, optional: bool) -> Iterator[ImportedField]:
    """Yield the field of a list: of many rows, or of texts; a list of objects is an entity of its own."""
    item = part.get("items")
    target = _refers(item, book.kept)
    if target:
        yield ImportedField(name, several=target, rules=("optional",) if optional else ())
        return
    inner = _one(item, book.schemas)
    if _properties(inner, book.schemas):
        known = {*book.kept, *(one.name for one in book.within)}
        called = _one_of(name) if _one_of(name) not in known else f"{entity} {_one_of(name)}"
        if called not in known and len(book.within) < MOST_WITHIN:
            book.within.append(ImportedEntity(called))
            place = len(book.within) - 1
            owner = (ImportedField(entity, refers=entity),)
            book.within[place] = ImportedEntity(called, (*_fields(called, inner, book), *owner))
            return
    if inner.get("type") in {"string", "integer", "number"}:
        yield _listed_texts(name, optional=optional)
        return
    book.lost.append(f"{entity}.{name}: a list of {_named(item) or inner.get('type') or 'anything'}")


def _listed_texts(name: str, *, optional: bool) -> ImportedField:
    """Return the field of a list of texts: a picture where it is one of pictures, else a text of several lines."""
    picture = bool(re.search(r"(?i)photo|image|picture", name))
    rules = ("optional",) if optional else ()
    called = _one_of(name) if picture else name
    return ImportedField(called, "image" if picture else "long text", rules=rules, lost="a list in the file")


def _one_of(name: str) -> str:
    """Return what one of a list is called: 'photoUrls' -> 'photo', 'lineItems' -> 'lineItem'."""
    bare = re.sub(r"(?i)[_-]?ur[li]s?$", "", name) or name
    bare = re.sub(r"ies$", "y", bare) if bare.endswith("ies") else re.sub(r"(?<=[^s])s$", "", bare)
    return bare[:1].upper() + bare[1:]


def _list_of(schema: Schema, schemas: Schema, kept: list[str]) -> str:
    """Return the entity of which a schema is only a page of a list, with numbers about the list beside it."""
    found = ""
    for name, said in _properties(schema, schemas).items():
        part = _one(said, schemas)
        item = _refers(part.get("items"), kept) if part.get("type") == "array" else ""
        if item and not found:
            found = item
        elif not PAGING.fullmatch(name):
            return ""
    return found


def _without_pages(entities: list[ImportedEntity]) -> list[ImportedEntity]:
    """Return the entities without those that were only a page of a list, and nothing that leads to one."""
    led = {field.refers for entity in entities for field in entity.fields if field.refers}
    listing = [e for e in entities if all(PAGING.fullmatch(field.name) for field in e.fields)]
    pages = {e.name for e in listing if e.name in led or len(e.fields) > 1}
    pages = pages if len(pages) < len(entities) else set()
    return [
        replace(entity, fields=tuple(field for field in entity.fields if field.refers not in pages))
        for entity in entities
        if entity.name not in pages
    ]


def _only_says(schema: Schema, schemas: Schema) -> bool:
    """Return whether a schema only says how a call went: a code and a message."""
    names = {name.casefold() for name in _properties(schema, schemas)}
    return bool({"message", "title", "detail"} & names) and names <= SAYING


def _refers(said: object, kept: list[str]) -> str:
    """Return the entity that a property leads to, also where that is said by way of a list of one."""
    parts = [said, *(p for key in ("allOf", "anyOf", "oneOf") for p in (_listed(said, key)))]
    return next((name for part in parts if (name := _named(part)) in kept), "")


def _listed(part: object, key: str) -> list[Any]:
    found = part.get(key) if isinstance(part, dict) else None
    return found if isinstance(found, list) else []


def _types(said: object) -> list[str]:
    """Return the types that a property may have; since 3.1, 'null' may be one of them."""
    kind = said.get("type") if isinstance(said, dict) else None
    inner = [kind for part in _listed(said, "anyOf") for kind in _types(part)]
    return [*(kind if isinstance(kind, list) else [kind] if isinstance(kind, str) else []), *inner]


def _one(said: object, schemas: Schema, depth: int = 0) -> dict[str, Any]:
    """Return a property as one schema: references followed, and the first of several ways taken that is not null."""
    if not isinstance(said, dict) or depth > DEEPEST:
        return {}
    if name := _named(said):
        return _one(schemas.get(name), schemas, depth + 1)
    for key in ("oneOf", "anyOf", "allOf"):
        for part in _listed(said, key):
            if part != {"type": "null"} and not _properties(said, schemas):
                return {**_one(part, schemas, depth + 1), **{k: v for k, v in said.items() if k != key}}
    kinds = [kind for kind in _types(said) if kind != "null"]
    return {**said, "type": kinds[0] if kinds else None}


def _choices(said: object, schemas: Schema) -> tuple[str, ...]:
    """Return the values that a property is one of."""
    return tuple(str(value) for value in _listed(_one(said, schemas), "enum") if isinstance(value, str | int | float))


def _field(name: str, part: Schema, refers: str, book: Book, *, optional: bool) -> ImportedField:
    options = _choices(part, book.schemas) or _choices(part.get("items"), book.schemas)
    kind = "any of" if part.get("type") == "array" else "one of"
    rules = [*_bounds(part), *(["optional"] if optional else [])]
    default, pattern = part.get("default"), part.get("pattern")
    said = str(default) if isinstance(default, str | int | float) else ""
    return ImportedField(
        name,
        kind if options else _type(name, part),
        refers,
        options,
        tuple(rules),
        pattern=pattern.removeprefix("^").removesuffix("$") if isinstance(pattern, str) else "",
        default=said.lower() if isinstance(default, bool) else said,
    )


def _type(name: str, part: Schema) -> str:
    """Return how a field's line begins."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    longest = part.get("maxLength")
    match part.get("type"):
        case "boolean":
            return "yes/no"
        case "integer":
            return "number"
        case "number":
            return number_type(words)
    return _FORMATS.get(str(part.get("format")), "") or text_type(words, longest if isinstance(longest, int) else 0)


def _bounds(part: Schema) -> Iterator[str]:
    for low, high, unit in (("minimum", "maximum", ""), ("minLength", "maxLength", " characters")):
        ends = [str(part[k]) if isinstance(part.get(k), int | float) else "" for k in (low, high)]
        if any(re.fullmatch(r"-?\d+(\.\d+)?", end) for end in ends):
            yield f"{ends[0]}..{ends[1]}{unit}"


@hook
def register_importers() -> Iterable[Importer]:
    """Bring OpenAPI."""
    about = "OpenAPI 3 in YAML or JSON, with schemas of objects."
    return (Importer("openapi", about, (".yaml", ".yml", ".json"), recognises, read),)
