"""The JSON Schema of a spec, for completion in editors: the grammar with the settings that the screen kinds bring."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic.json_schema import models_json_schema

from toolkit.domain.parts import Parts, ScreenKind
from toolkit.spec.grammar import FieldPart, SpecPart

Schema = dict[str, Any]
_TEXTS: Schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_NULL: Schema = {"type": "null"}


def json_schema(parts: Parts) -> Schema:
    """Return the schema of a whole spec with these screen kinds and field types."""
    kinds = list(parts.kinds.values())
    models: list[Any] = [(m, "validation") for m in (SpecPart, FieldPart, *(kind.settings for kind in kinds))]
    where, together = models_json_schema(models, by_alias=True, ref_template="#/$defs/{model}")
    definitions: Schema = {name: _lenient(part) for name, part in together["$defs"].items()}
    names: Mapping[Any, Schema] = {model: reference for (model, _), reference in where.items()}
    settings = {kind.name: definitions.pop(_name(names[kind.settings])) for kind in kinds}
    definitions |= {
        "Field": _field(parts),
        "Screen": _screen(kinds, settings),
        "ScreenChange": _change(kinds, settings),
    }
    definitions["Move"] = _TEXTS | {"description": "NAME OF THE BUTTON (Role, Role, own), asks field"}
    spec = definitions.pop("SpecPart")
    _joined(spec["properties"], "Screen")
    _joined(definitions["OptionPart"]["properties"], "ScreenChange")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A showtell spec"} | {
        **{key: value for key, value in spec.items() if key != "title"},
        "$defs": dict(sorted(definitions.items())),
    }


def _name(reference: Mapping[str, Any]) -> str:
    return str(reference["$ref"]).rsplit("/", 1)[-1]


def _lenient(schema: Any) -> Any:
    """Let one text stand for a list of one, as the reader does, and take away the titles that only repeat the keys."""
    if isinstance(schema, list):
        return [_lenient(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {key: _lenient(value) for key, value in schema.items() if key != "title" or not isinstance(value, str)}
    if plain.get("type") == "array" and plain.get("items", {}).get("type") == "string":
        about = {key: plain.pop(key) for key in ("description", "default") if key in plain}
        return {"anyOf": [{"type": "string"}, plain]} | about
    return plain


def _joined(properties: Schema, screen: str) -> None:
    """Put in what pydantic does not know: the short forms, the fields and the screens."""
    for name, about in (("entities", "Field"), ("screens", screen)):
        part: Schema = {"$ref": f"#/$defs/{about}"}
        inner = part if name == "screens" else {"type": "object", "additionalProperties": part}
        said = {"type": "object", "additionalProperties": {"anyOf": [inner, _NULL]}}
        properties[name] = said | {"description": properties[name]["description"]}
    names = {"type": "array", "items": {"type": "string"}}
    properties["roles"] = {"anyOf": [names, properties["roles"]]}
    if "questions" in properties:
        properties["questions"]["additionalProperties"] = {
            "anyOf": [{"type": "string"}, {"$ref": "#/$defs/QuestionPart"}]
        }
        request: Schema = {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/RequestPart"}]}
        properties["request"] = request | {"description": properties["request"]["description"]}


def _field(parts: Parts) -> Schema:
    words = sorted(word for kind in parts.types.values() for word in kind.words)
    about = f"TYPE[, rule ...] [= default]. Types: {', '.join(words)}, or the name of an entity; '= CEL' is computed."
    line = {
        "type": "string",
        "description": about,
        "examples": ["text, 5..80 characters", "User = me", "one of Low, High"],
    }
    moves = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Move"}}
    moves |= {"description": "A life cycle, 'From | Also from -> To: Button (Role), asks field'; 'any' is every state."}
    options = {"type": "array", "items": {"type": ["string", "number"]}, "description": "What can be chosen."}
    return {"anyOf": [line, options, {"$ref": "#/$defs/FieldPart"}, moves, _NULL]}


def _shared(kind: ScreenKind) -> Schema:
    about = "What the page says." if kind.subject == "text" else "The entity that the screen is about."
    return {
        kind.name: {"type": "string", "description": about},
        "for": _TEXTS | {"description": "The roles that may open it; all if left out."},
    }


def _screen(kinds: Iterable[ScreenKind], settings: Mapping[str, Schema]) -> Schema:
    return {"anyOf": [_of_kind(kind, settings[kind.name]) for kind in kinds]}


def _of_kind(kind: ScreenKind, settings: Schema) -> Schema:
    own = {name: part for name, part in settings.get("properties", {}).items() if not _subject(kind, name)}
    needed = [kind.name, *(name for name in settings.get("required", ()) if not _subject(kind, name))]
    shape = {"type": "object", "properties": _shared(kind) | own, "required": needed, "additionalProperties": False}
    return shape | {"description": settings.get("description", "")}


def _subject(kind: ScreenKind, name: str) -> bool:
    return kind.subject == "text" and name == "text"


def _change(kinds: Iterable[ScreenKind], settings: Mapping[str, Schema]) -> Schema:
    """Return what an option may say of a screen: a part of what any kind knows."""
    ways: dict[str, list[Schema]] = {}
    for kind in kinds:
        for name, part in _of_kind(kind, settings[kind.name])["properties"].items():
            if part not in ways.setdefault(name, []):
                ways[name].append(part)
    properties = {name: {"anyOf": [*parts, _NULL]} for name, parts in ways.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}
