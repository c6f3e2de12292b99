"""A field of an entity, however it is written: as a line, a list of options, a mapping or a life cycle."""

import re
from dataclasses import replace

from toolkit.domain.solution import Field
from toolkit.domain.values import said
from toolkit.spec.expressions import expression_at
from toolkit.spec.fieldline import Piece, RuleError
from toolkit.spec.grammar import FieldPart
from toolkit.spec.known import Known
from toolkit.spec.lifecycle import moves_of, states_of
from toolkit.spec.meant import meaning_at
from toolkit.spec.node import Node
from toolkit.spec.oneline import check_options, default_of, line_field, with_where
from toolkit.spec.rules import rule
from toolkit.spec.shapes import fit, members

CHOICE = "one of"
PLAIN = "text"
"""What a field is of which nothing is said, and what a computed one passes for until it was worked out."""
RESERVED = {"id", "me", "now", "true", "false", "null", "in"}


def field_of(name: str, node: Node, known: Known) -> Field | None:
    """Return the field that is written here; None, and a finding, for one that cannot be read."""
    if not re.fullmatch(r"[^\W\d][\w \-]*", name) or name in RESERVED:
        fix = f"use letters, digits and spaces, and another name than: {', '.join(sorted(RESERVED))}"
        if node.value is None:
            fix = "if it belongs to the line before it, put that line in double quotes"
        known.report.add("bad-name", node.name, f"a field cannot be called '{name}'", fix=fix)
        return None
    plain = Field(name, PLAIN, label=said(name))
    if isinstance(node.value, list):
        return _list_field(plain, node, known)
    if isinstance(node.value, dict):
        return _mapping_field(plain, node, known)
    if node.value is None:
        known.report.assume(f"{'.'.join(node.path[1:])} is text, for nothing is said about it")
        return plain
    return line_field(plain, node, known)


def _list_field(plain: Field, node: Node, known: Known) -> Field | None:
    """Return the field whose value is a list: its options."""
    options = tuple(item.text for item in node.items)
    if not all(options):
        message = f"the options of '{plain.name}' must be texts"
        known.report.add("wrong-shape", node, message, fix="write: [Low, High]")
        return None
    plain = replace(plain, type=CHOICE, options=options)
    check_options(plain, node, known)
    return plain


def _mapping_field(plain: Field, node: Node, known: Known) -> Field | None:
    """Return the field that is written as a mapping: with more than its line, or as a life cycle."""
    if not set(node.entries) & set(members(FieldPart)):
        return _status(plain, node, known)
    part, node = fit(node, FieldPart, known.report)
    if part is None:
        return None
    if part.moves:
        found = _status(plain, node.at("moves"), known)
    else:
        line = node.at("type") if "type" in node.entries else Node(PLAIN, path=node.path)
        found = line_field(plain, line, known, options=tuple(part.options or ()))
    return _with_part(found, part, node, known) if found is not None else None


def _with_part(found: Field, part: FieldPart, node: Node, known: Known) -> Field:
    """Lay what a mapping says over what its line said."""
    found = replace(
        found,
        label=part.label or found.label,
        help=part.help or "",
        error=part.error or "",
        example=part.example or "",
        unique=found.unique if part.unique is None else part.unique,
        required=_required(found, part),
        was=(*found.was, *(part.was or ())),
    )
    if part.pattern:
        found = _with_pattern(found, part.pattern, node.at("pattern"), known)
    if part.needed_when:
        place = node.at("required when")
        condition = expression_at(part.needed_when, place.here, known.report)
        found = replace(found, required=False, needed_when=condition)
    if part.means:
        kind = known.type_of(found)
        found = replace(found, means=meaning_at(part.means, node.at("means"), kind, known))
    if part.default:
        found = replace(found, default=default_of(found, Piece(part.default, 0), node.at("default"), known))
    return with_where(found, Piece(part.where, 0), node.at("where"), known) if part.where else found


def _required(found: Field, part: FieldPart) -> bool:
    if part.required is not None:
        return part.required
    return found.required if part.optional is None else not part.optional


def _with_pattern(found: Field, pattern: str, node: Node, known: Known) -> Field:
    try:
        return replace(found, **(rule(Piece(f"pattern {pattern}", 0)) or {}))
    except RuleError as error:
        known.report.add("bad-rule", node, error.message, fix=error.fix)
        return found


def _status(plain: Field, node: Node, known: Known) -> Field | None:
    """Return the field that holds a life cycle: its states are its options, the first one is where a row begins."""
    moves = moves_of(node, known.roles, known.report)
    options = states_of(moves)
    if not options:
        if moves or not node.entries:
            message = f"'{plain.name}' has neither a type nor a move between two states"
            fix = "write its type, as in text, or its moves, as in Open -> Closed: Close"
            known.report.add("no-states", node.name, message, fix=fix)
        return None
    return replace(plain, type=CHOICE, options=options, default=options[0], moves=moves)
