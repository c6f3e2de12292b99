"""A field of an entity: from its line, its list of options, its mapping or its life cycle to the domain's `Field`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from toolkit.domain.kinds import FieldType, Parts
from toolkit.domain.solution import CHANGED, ME, NOW, Field, Move
from toolkit.domain.values import Value, said
from toolkit.spec import fieldline, rules
from toolkit.spec.expressions import expression_at
from toolkit.spec.fieldline import Line, Piece
from toolkit.spec.grammar import FieldPart
from toolkit.spec.lifecycle import moves_of, states_of
from toolkit.spec.report import Report, closest, listed
from toolkit.spec.shapes import fit
from toolkit.spec.text import Node

CHOICE = "one of"
REFERENCE = "reference"
COMPUTED = "text"
"""What a computed field passes for until its expression was worked out."""
RESERVED = {"id", "me", "now", "true", "false", "null", "in"}


@dataclass(frozen=True, slots=True)
class Known:
    """What a field may speak of: the types, and the names of entities and roles."""

    parts: Parts
    entities: tuple[str, ...]
    roles: tuple[str, ...]
    report: Report


def field_of(name: str, node: Node, known: Known) -> Field | None:
    """Return the field that is written here; None, and a finding, for one that cannot be read."""
    if not re.fullmatch(r"[^\W\d][\w \-]*", name) or name in RESERVED:
        fix = "use letters, digits and spaces, and another name than: id, me, now"
        known.report.add("bad-name", node, f"a field cannot be called '{name}'", fix=fix, key=1)
        return None
    plain = Field(name, COMPUTED, label=said(name))
    if isinstance(node.value, list):
        return _list_field(plain, node, known)
    if isinstance(node.value, dict):
        return _mapping_field(plain, node, known)
    if node.value is None:
        known.report.assume(f"{'.'.join(node.path[1:])} is text, for nothing is said about it")
        return plain
    return line_field(plain, node, known)


def line_field(plain: Field, node: Node, known: Known, *, more: "FieldPart | None" = None) -> Field | None:
    """Return a field from its one line; `more` is what a mapping says besides."""
    text = node.text
    if text.startswith("="):
        offset = len(text) - len(text[1:].lstrip())
        expression = expression_at(node, text[1:].strip(), known.report, offset=offset)
        return replace(plain, computed=expression, required=False) if expression else None
    line = fieldline.split(text)
    meant = fieldline.head(line.head, known.parts.types, known.entities)
    if meant is None:
        _unknown_type(line.head, node, known)
        return None
    if meant.type is None:
        plain = replace(plain, type=REFERENCE, refers=meant.entity)
    else:
        plain = replace(plain, type=meant.type.name)
        plain = _with_head(plain, line, meant.rest, kind=meant.type, node=node, known=known)
    plain = _with_rules(plain, line, node, kind=meant.type, known=known)
    if more is not None and more.options is not None:
        plain = replace(plain, options=tuple(more.options))
    _check_options(plain, node, known)
    return _with_end(plain, line, node, known)


def _unknown_type(head: Piece, node: Node, known: Known) -> None:
    words = [word for kind in known.parts.types.values() for word in kind.words]
    every = [*words, *known.entities]
    if head.text in known.report.dropped:
        return
    first = " ".join(head.text.split()[:2])
    meant = closest(head.text, every) or closest(first, every) or closest(first.split()[0] if first else "", every)
    fix = (
        f"did you mean '{meant}'?"
        if meant
        else f"use one of: {listed(words, 20)}; or an entity: {listed(known.entities)}"
    )
    what = f"'{head.text}' is neither a type nor an entity" if head.text else "the type is missing"
    known.report.add("unknown-type", node, what, fix=fix, offset=head.offset)


def _with_head(plain: Field, line: Line, rest: Piece, *, kind: FieldType, node: Node, known: Known) -> Field:
    """Take what follows the type's words: the first option, or a rule said without a comma."""
    if not rest.text:
        return plain
    if fieldline.takes_options(kind):
        options = [rest, *_options_among(line)]
        return replace(plain, options=tuple(_unquoted(o.text) for o in options if o.text))
    fix = f"put a comma after '{line.head.text[: -len(rest.text)].strip()}'"
    known.report.add("comma-missing", node, f"'{rest.text}' does not belong to the type", fix=fix, offset=rest.offset)
    return plain


def _options_among(line: Line) -> list[Piece]:
    """Return the pieces after the head that are options: all up to the first rule."""
    found: list[Piece] = []
    for piece in line.rules:
        if _is_rule(piece):
            break
        found.append(piece)
    return found


def _is_rule(piece: Piece) -> bool:
    try:
        return rules.rule(piece) is not None
    except rules.RuleError:
        return True


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text


def _with_rules(plain: Field, line: Line, node: Node, *, kind: FieldType | None, known: Known) -> Field:
    taken = len(_options_among(line)) if kind is not None and fieldline.takes_options(kind) else 0
    for piece in line.rules[taken:]:
        try:
            found = rules.rule(piece)
        except rules.RuleError as error:
            known.report.add("bad-rule", node, error.message, fix=error.fix, offset=piece.offset)
            continue
        if found is None:
            _unknown_rule(piece, node, known)
        elif misfit := _misfit(found, kind):
            known.report.add(
                "rule-misfits", node, f"'{piece.text}' does not fit {misfit}", fix="take it away", offset=piece.offset
            )
        else:
            plain = replace(plain, **_joined(plain, found))
    return plain


def _joined(plain: Field, found: Mapping[str, Any]) -> dict[str, Any]:
    """Return what to set; 'last 14 days, next 2 days' together span both."""
    if "low" in found and "high" in found and plain.low is not None and plain.high is not None:
        return {**found, "low": min(plain.low, found["low"]), "high": max(plain.high, found["high"])}
    return {**found, "required": False} if "stamp" in found else dict(found)


def _misfit(found: Mapping[str, Any], kind: FieldType | None) -> str:
    """Return what a rule does not fit, or an empty text."""
    span = kind.span if kind else "none"
    if ({"low", "high"} & set(found)) and span == "none":
        return f"a field of type {kind.name}" if kind else "a reference"
    if "stamp" in found and span != "days":
        return "anything but a date or datetime"
    if "pattern" in found and (kind is None or kind.input not in {"line", "area", "email", "tel", "url"}):
        return "anything but text"
    return ""


def _unknown_rule(piece: Piece, node: Node, known: Known) -> None:
    meant = closest(piece.text, rules.WORDS) or closest(piece.text.split()[0] if piece.text else "", rules.WORDS)
    fix = f"did you mean '{meant}'?" if meant else f"use rules like: {listed(rules.WORDS)}"
    message = f"'{piece.text}' is no rule" if piece.text else "there is nothing between two commas"
    known.report.add("unknown-rule", node, message, fix=fix, offset=piece.offset)


def _check_options(plain: Field, node: Node, known: Known) -> None:
    if plain.type not in {"one of", "any of"}:
        return
    if not plain.options:
        known.report.add(
            "no-options", node, f"'{plain.name}' has nothing to choose from", fix="write: one of Low, High"
        )
    for option in sorted({o for o in plain.options if plain.options.count(o) > 1}):
        fix = "name each option once"
        known.report.add("said-twice", node, f"two things of one name: the option '{option}'", fix=fix)


def _with_end(plain: Field, line: Line, node: Node, known: Known) -> Field:
    """Take the default and the condition."""
    if line.default is not None:
        plain = replace(plain, default=default_of(plain, line.default, node, known))
    if line.where is not None:
        plain = _with_where(plain, line.where, node, known)
    return plain


def _with_where(plain: Field, where: Piece, node: Node, known: Known) -> Field:
    if not plain.refers:
        fix = "use 'where' with a reference to an entity only"
        known.report.add(
            "rule-misfits", node, "'where' does not fit a field that refers to nothing", fix=fix, offset=where.offset
        )
        return plain
    return replace(plain, where=expression_at(node, where.text, known.report, offset=where.offset))


def default_of(plain: Field, piece: Piece, node: Node, known: Known) -> Value:
    """Return the default that is written; a finding, and none, for one the field cannot hold."""
    text = _unquoted(piece.text)
    if plain.refers:
        if text == ME:
            return ME
        fix = "write = me, or leave the default out"
        known.report.add(
            "bad-default", node, f"a reference cannot be '{text}' by default", fix=fix, offset=piece.offset
        )
        return None
    kind = known.parts.types[plain.type]
    if text == NOW and kind.span == "days":
        return NOW
    try:
        return kind.read(text, plain)
    except ValueError as error:
        meant = closest(text, plain.options)
        fix = f"did you mean '{meant}'?" if meant else "write a value that the field can hold"
        known.report.add("bad-default", node, f"the default does not fit: {error}", fix=fix, offset=piece.offset)
        return None


def _list_field(plain: Field, node: Node, known: Known) -> Field | None:
    """Return the field whose value is a list: its options."""
    options = tuple(item.text for item in node.items)
    if not all(options):
        known.report.add("wrong-shape", node, f"the options of '{plain.name}' must be texts", fix="write: [Low, High]")
        return None
    plain = replace(plain, type=CHOICE, options=options)
    _check_options(plain, node, known)
    return plain


def _mapping_field(plain: Field, node: Node, known: Known) -> Field | None:
    """Return the field that is written as a mapping: with more than its line, or as a life cycle."""
    if not set(node.entries) & set(FieldPart.model_fields):
        return _status(plain, node, known)
    part, node = fit(node, FieldPart, known.report)
    if part is None:
        return None
    found = (
        _status(plain, node.at("moves"), known) if part.moves else line_field(plain, node.at("type"), known, more=part)
    )
    return _with_part(found, part, node, known) if found is not None else None


def _with_part(found: Field, part: FieldPart, node: Node, known: Known) -> Field:
    """Lay what a mapping says over what its line said."""
    plain = {"label": part.label, "help": part.help, "example": part.example, "unique": part.unique}
    found = replace(found, **{name: value for name, value in plain.items() if value is not None})
    required = part.required if part.required is not None else None if part.optional is None else not part.optional
    if required is not None:
        found = replace(found, required=required)
    if part.pattern:
        found = _with_pattern(found, part.pattern, node.at("pattern"), known)
    if part.default:
        found = replace(found, default=default_of(found, Piece(part.default, 0), node.at("default"), known))
    return _with_where(found, Piece(part.where, 0), node.at("where"), known) if part.where else found


def _with_pattern(found: Field, pattern: str, node: Node, known: Known) -> Field:
    try:
        return replace(found, **(rules.rule(Piece(f"pattern {pattern}", 0)) or {}))
    except rules.RuleError as error:
        known.report.add("bad-rule", node, error.message, fix=error.fix)
        return found


def _status(plain: Field, node: Node, known: Known) -> Field | None:
    moves: tuple[Move, ...] = moves_of(node, known.roles, known.report)
    if not moves:
        if not node.entries:
            fix = "write its type, as in text, or its moves, as in Open -> Closed: Close"
            known.report.add("empty-value", node, f"'{plain.name}' says nothing", fix=fix)
        return None
    options = states_of(moves)
    if not options:
        fix = "write at least one move between two states, as in Open -> Closed: Close"
        known.report.add("no-states", node, f"the life cycle of '{plain.name}' has no state", fix=fix)
        return None
    return replace(plain, type=CHOICE, options=options, default=options[0], moves=moves)


def stamp_known(field: Field, states: tuple[str, ...]) -> bool:
    """Return whether 'set when ...' speaks of a state there is."""
    return not field.stamp or field.stamp == CHANGED or field.stamp in states
