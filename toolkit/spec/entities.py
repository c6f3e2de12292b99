"""Entities with their fields, held against each other: references, life cycles, computed fields."""

import re
from collections.abc import Mapping
from dataclasses import replace

from toolkit.domain.solution import CHANGED, Entity, Field
from toolkit.domain.values import slug
from toolkit.spec.asks import check_asks
from toolkit.spec.computed import worked_out
from toolkit.spec.expressions import condition, samples_for
from toolkit.spec.fields import field_of
from toolkit.spec.known import Known
from toolkit.spec.lifecycle import check_conditions, check_states
from toolkit.spec.node import Node
from toolkit.spec.report import Report
from toolkit.spec.rowrules import check_rules
from toolkit.spec.spreads import check_spread

MOST_ENTITIES, MOST_FIELDS = 300, 200
"""A prototype with more is nothing that somebody would read, or wait for."""
WAS = "was"
"""What stands beside an entity's fields and is none: the name that it had before."""
_NAMED = re.compile(r"(?P<name>[^\W\d][\w \-]*?)\s*(?:\((?P<plural>[^()]+)\))?")


def entities_of(node: Node, known: Known) -> dict[str, Entity]:
    """Return the entities that are written here, with what is wrong with them reported."""
    names = tuple(match["name"] for name in node.entries if (match := _NAMED.fullmatch(name)))
    known = replace(known, names=names)
    found: dict[str, Entity] = {}
    places: dict[str, Node] = {}
    if len(node.entries) > MOST_ENTITIES:
        fix = f"begin with the {MOST_ENTITIES} that the screens are about, or with fewer"
        known.report.add("too-large", node, f"there are more than {MOST_ENTITIES} entities", fix=fix)
        return {}
    for written, part in node.entries.items():
        entity = _entity(written, part, known)
        if entity is None:
            known.report.dropped.add(written)
        else:
            found[entity.name], places[entity.name] = entity, part
    found = worked_out(found, places, known)
    same_slug("entity", {name: places[name] for name in found}, known.report)
    once_called("entity", found, places, known.report)
    for name, entity in found.items():
        _check(entity, places[name], replace(known, entities=found))
    return found


def _entity(written: str, node: Node, known: Known) -> Entity | None:
    name = _NAMED.fullmatch(written)
    if not name:
        fix = "use letters, digits and spaces; its plural in brackets, as in Person (People)"
        known.report.add("bad-name", node.name, f"an entity cannot be called '{written}'", fix=fix)
        return None
    fields = _fields(name["name"], node, known)
    several = name["plural"] or plural(name["name"])
    return Entity(name["name"], fields, several, was=_before(node)) if fields else None


def _before(node: Node) -> tuple[str, ...]:
    """Return what an entity was called before."""
    if WAS not in node.entries:
        return ()
    said = node.at(WAS)
    return tuple(item.text for item in said.items if item.text) if isinstance(said.value, list) else (said.text,)


def _fields(name: str, node: Node, known: Known) -> dict[str, Field]:
    if node.value is None:
        known.report.assume(f"{name} has one field, name, for none is said")
        return {"name": Field("name", "text", label="Name")}
    if not node.entries:
        fix = "write one line a field, as in name: text"
        known.report.add("wrong-shape", node.name, f"'{name}' does not say its fields", fix=fix)
        return {}
    if len(node.entries) > MOST_FIELDS:
        fix = f"begin with the {MOST_FIELDS} that people look at, or with fewer"
        known.report.add("too-large", node.name, f"'{name}' has more than {MOST_FIELDS} fields", fix=fix)
        return {}
    found: dict[str, Field] = {}
    for key, part in node.entries.items():
        if key == WAS:
            continue
        field = field_of(key, part, known)
        if field is None:
            known.report.dropped |= {key, key.replace(" ", "_").replace("-", "_")}
        else:
            found[key] = field
    same_slug("field", {key: node.at(key) for key in found}, known.report)
    once_called("field", found, {key: node.at(key) for key in found}, known.report)
    return found


def same_slug(what: str, places: Mapping[str, Node], report: Report) -> None:
    """Report two names that would be the same in an address."""
    first: dict[str, str] = {}
    for name, node in places.items():
        other = first.setdefault(slug(name), name)
        if other != name:
            message = f"two things of one name: '{other}' and '{name}' are the same in an address"
            report.add("said-twice", node.name, message, fix=f"call one {what} something else")


def once_called(what: str, found: Mapping[str, Field | Entity], places: Mapping[str, Node], report: Report) -> None:
    """Report a former name that something else has or had, too."""
    first: dict[str, str] = {name: name for name in found}
    for name, one in found.items():
        for former in one.was:
            other = first.setdefault(former, name)
            if other != name:
                message = f"'{name}' was called '{former}', and '{other}' is or was called so, too"
                report.add("said-twice", places[name].name, message, fix=f"say it of one {what} only")


def plural(name: str) -> str:
    """Return an English plural, good enough until one is said: 'Category' -> 'Categories'."""
    if re.search(r"[^aeiou]y$", name):
        return f"{name[:-1]}ies"
    return f"{name}es" if re.search(r"(s|x|z|ch|sh)$", name) else f"{name}s"


def _check(entity: Entity, node: Node, known: Known) -> None:
    """Hold an entity against the others."""
    for name, field in entity.fields.items():
        part = node.at(name)
        check_rules(entity, field, part, known)
        check_spread(entity, field, part, known)
        if field.where is not None:
            _check_where(field, part, known)
        if field.moves:
            moves = part.at("moves")
            check_states(field.moves, field.options, moves, known.report)
            check_conditions(entity, field, moves, known)
            check_asks(entity, field, moves, known)
        if field.refers == entity.name and field.required and not field.computed:
            message = f"'{name}' must be filled, so that no {entity.name} could be the first"
            known.report.add("tree-rootless", part, message, fix="add: optional")
        if field.stamp:
            _check_stamp(entity, field, part.at("type"), known.report)
    if sum(bool(f.moves) for f in entity.fields.values()) > 1:
        fix = "keep one life cycle, and make the other a list of options"
        known.report.add("two-lives", node.name, f"'{entity.name}' has two life cycles", fix=fix)


def _check_where(field: Field, node: Node, known: Known) -> None:
    about = known.entities.get(field.refers or field.several)
    if about is None or field.where is None:
        return
    place = node.at("where") if "where" in node.entries else node.at("type")
    spot = place.after(max(0, place.text.rfind(field.where.text)))
    condition(field.where.text, samples_for(about, known), spot, known.report)


def _check_stamp(entity: Entity, field: Field, line: Node, report: Report) -> None:
    states = entity.status.options if entity.status else ()
    if field.stamp not in {CHANGED, *states}:
        spot = line.after(max(0, line.text.rfind(field.stamp)))
        report.unknown("state", field.stamp, spot, [*states, CHANGED])
