"""Entities with their fields, held against each other: references, life cycles, computed fields."""

import re
from collections.abc import Mapping
from dataclasses import replace

from toolkit.domain.kinds import FieldType, Parts
from toolkit.domain.records import named
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import slug
from toolkit.spec.computed import worked_out
from toolkit.spec.expressions import NOON, Samples, condition, samples_of
from toolkit.spec.fields import Known, field_of, stamp_known
from toolkit.spec.lifecycle import check_states
from toolkit.spec.report import Report
from toolkit.spec.text import Node

_NAMED = re.compile(r"(?P<name>[^\W\d][\w \-]*?)\s*(?:\((?P<plural>[^()]+)\))?")


def names_of(node: Node) -> tuple[str, ...]:
    """Return the names of the entities; 'Person (People)' is called Person."""
    return tuple(found["name"] for name in node.entries if (found := _NAMED.fullmatch(name)))


def entities_of(node: Node, parts: Parts, roles: tuple[str, ...], report: Report) -> dict[str, Entity]:
    """Return the entities that are written here, with what is wrong with them reported."""
    known = Known(parts, names_of(node), roles, report)
    found: dict[str, Entity] = {}
    places: dict[str, Node] = {}
    for written, part in node.entries.items():
        entity = _entity(written, part, known)
        if entity is None:
            report.dropped.add(written)
        else:
            found[entity.name], places[entity.name] = entity, part
    same_slug("entity", {name: places[name] for name in found}, report)
    for name, entity in found.items():
        found[name] = worked_out(entity, places[name], parts, report)
    for name, entity in found.items():
        _check(entity, places[name], found, known)
    return found


def _entity(written: str, node: Node, known: Known) -> Entity | None:
    name = _NAMED.fullmatch(written)
    if not name:
        fix = "use letters, digits and spaces; its plural in brackets, as in Person (People)"
        known.report.add("bad-name", node, f"an entity cannot be called '{written}'", fix=fix, key=1)
        return None
    fields = _fields(name["name"], node, known)
    if not fields:
        return None
    return Entity(name["name"], fields, plural=name["plural"] or plural(name["name"]))


def _fields(name: str, node: Node, known: Known) -> dict[str, Field]:
    if node.value is None:
        known.report.assume(f"{name} has one field, name, for none is said")
        return {"name": Field("name", "text", label="Name")}
    if not isinstance(node.value, dict) or not node.value:
        fix = "write one line a field, as in name: text"
        known.report.add("wrong-shape", node, f"'{name}' does not say its fields", fix=fix, key=1)
        return {}
    found: dict[str, Field] = {}
    for key, part in node.entries.items():
        field = field_of(key, part, known)
        if field is None:
            known.report.dropped |= {key, key.replace(" ", "_").replace("-", "_")}
        else:
            found[key] = field
    same_slug("field", {key: node.at(key) for key in found}, known.report)
    return found


def same_slug(what: str, places: Mapping[str, Node], report: Report) -> None:
    """Report two names that would be the same in an address."""
    first: dict[str, str] = {}
    for name, node in places.items():
        other = first.setdefault(slug(name), name)
        if other != name:
            message = f"two things of one name: '{other}' and '{name}' are the same in an address"
            report.add("said-twice", node, message, fix=f"call one {what} something else", key=1)


def plural(name: str) -> str:
    """Return an English plural, good enough until one is said: 'Category' -> 'Categories'."""
    if re.search(r"[^aeiou]y$", name):
        return f"{name[:-1]}ies"
    return f"{name}es" if re.search(r"(s|x|z|ch|sh)$", name) else f"{name}s"


def samples_for(entity: Entity, parts: Parts, *, me: bool = True) -> Samples:
    """Return values for everything that a condition over an entity may speak of."""
    found = {named(f): samples_of(f, type_of(f, parts)) for f in entity.fields.values()}
    return found | {"now": (NOON,)} | ({"me": ("a-row", "another")} if me else {})


def type_of(field: Field, parts: Parts) -> FieldType | None:
    """Return a field's type; None for a reference."""
    return None if field.refers else parts.types.get(field.type)


def _check(entity: Entity, node: Node, entities: Mapping[str, Entity], known: Known) -> None:
    """Hold an entity against the others."""
    report = known.report
    for name, field in entity.fields.items():
        part = node.at(name)
        if field.where is not None and field.refers in entities:
            place = part.at("where") if "where" in part.entries else part.at("type")
            offset = max(0, place.text.rfind(field.where.text))
            condition(
                field.where.text, samples_for(entities[field.refers], known.parts), place, offset=offset, report=report
            )
        if field.moves:
            moves = part.at("moves") if "moves" in part.entries else part
            check_states(field.moves, field.options, moves, report)
            _check_asks(entity, field, moves, report)
    _check_stamps(entity, node, report)
    if sum(bool(f.moves) for f in entity.fields.values()) > 1:
        fix = "keep one life cycle, and make the other a list of options"
        report.add("two-lives", node, f"'{entity.name}' has two life cycles", fix=fix, key=1)


def _check_asks(entity: Entity, status: Field, node: Node, report: Report) -> None:
    stored = [f.name for f in entity.fields.values() if not f.computed and not f.stamp and not f.moves]
    for move in status.moves:
        for asked in move.asks:
            if asked not in stored:
                place = next(
                    (s for way in node.entries.values() for s in way.items if s.text.startswith(move.name)), node
                )
                report.unknown("field", asked, place, stored, offset=max(0, place.text.rfind(asked)))


def _check_stamps(entity: Entity, node: Node, report: Report) -> None:
    states = entity.status.options if entity.status else ()
    for name, field in entity.fields.items():
        if not stamp_known(field, states):
            line = node.at(name, "type")
            offset = max(0, line.text.find(field.stamp))
            report.unknown("state", field.stamp, line, [*states, "changed"], offset=offset)


def replaced(entity: Entity, field: Field) -> Entity:
    """Return the entity with one field replaced by another of its name."""
    return replace(entity, fields={**entity.fields, field.name: field})
