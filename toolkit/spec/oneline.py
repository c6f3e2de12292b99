"""A field from its one line: `text, 5..80 characters, optional`, `one of Low, High = Low`, `User, where ...`."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from toolkit.domain.kinds import FieldType
from toolkit.domain.solution import ME, NOW, Field
from toolkit.domain.values import Value
from toolkit.spec.expressions import expression_at
from toolkit.spec.fieldline import Line, Meant, Piece, RuleError, head, pieces_of, split, takes_options
from toolkit.spec.known import Known
from toolkit.spec.meant import meaning_at
from toolkit.spec.node import Node
from toolkit.spec.report import closest, listed
from toolkit.spec.rules import WORDS, kept_short, rule
from toolkit.spec.spreads import joined, misfit
from toolkit.spec.totals import is_total, total_of

REFERENCE = "reference"
"""The type of a field that refers to a row."""


def line_field(plain: Field, node: Node, known: Known, *, options: tuple[str, ...] = ()) -> Field | None:
    """Return a field from its line; `options` are those said beside it."""
    text = node.text
    if text.startswith("="):
        spot, bare = node.after(len(text) - len(text[1:].lstrip())), text[1:].strip()
        if is_total(bare):
            total = total_of(bare, spot, known)
            return replace(plain, computed=total, required=False) if total else None
        expression = expression_at(bare, spot, known.report)
        return replace(plain, computed=expression, required=False) if expression else None
    line = _in_order(split(text))
    meant = head(line.head, known.parts.types, known.names)
    if meant is None:
        _unknown_type(line.head, node, known)
        return None
    plain = replace(plain, type=meant.type.name if meant.type else REFERENCE, refers=meant.entity, options=options)
    plain, rules = _with_head(plain, line, meant)
    if meant.type and meant.type.span == "rows" and plain.several not in known.names:
        _unknown_entity(meant, node, known)
        return None
    plain = _with_rules(plain, rules, node, kind=meant.type, known=known)
    check_options(plain, node, known)
    return _with_end(plain, line, node, known)


def _in_order(line: Line) -> Line:
    """Return a line whose rules behind the default stand before it, as in `Person = me, unique with course`."""
    if line.default is None:
        return line
    first, *rest = pieces_of(line.default.text)
    if not rest or not all(_is_rule(piece) for piece in rest):
        return line
    start = line.default.offset
    behind = tuple(Piece(piece.text, start + piece.offset) for piece in rest)
    return replace(line, rules=(*line.rules, *behind), default=Piece(first.text, start))


def _with_head(plain: Field, line: Line, meant: Meant) -> tuple[Field, tuple[Piece, ...]]:
    """Take what follows the type's words, options or a unit, and return the rules that are left."""
    if meant.type and takes_options(meant.type):
        taken = _options_among(line)
        return replace(plain, options=plain.options or _options([meant.rest, *taken])), line.rules[len(taken) :]
    if meant.type and meant.type.span == "rows":
        return replace(plain, several=meant.rest.text), line.rules
    unit = re.fullmatch(r"[^\W\d_]{1,5}\.?|[%€$£]", meant.rest.text)
    if unit and meant.type and meant.type.span == "number" and not closest(unit[0], WORDS):
        return replace(plain, unit=unit[0]), line.rules
    return plain, (meant.rest, *line.rules) if meant.rest.text else line.rules


def _unknown_type(said: Piece, node: Node, known: Known) -> None:
    if said.text in known.report.dropped:
        return
    if said.text in known.roles:
        fix = f"refer to the entity of the people, one of: {listed(known.names)}"
        known.report.add("unknown-type", node.after(said.offset), f"'{said.text}' is a role, no entity", fix=fix)
        return
    words = [word for kind in known.parts.types.values() for word in kind.words]
    begin = said.text.split()
    tries = (said.text, " ".join(begin[:2]), begin[0] if begin else "")
    meant = next((found for part in tries if (found := closest(part, [*words, *known.names]))), "")
    either = f"use one of: {listed(words, 20)}; or an entity: {listed(known.names)}"
    what = f"'{said.text}' is neither a type nor an entity" if said.text else "the type is missing"
    fix = f"did you mean '{meant}'?" if meant else either
    if "->" in said.text:
        fix = "write the moves in braces: {Open -> Closed: Close}"
    known.report.add("unknown-type", node.after(said.offset), what, fix=fix)


def _unknown_entity(meant: Meant, node: Node, known: Known) -> None:
    """Report a reference to many of what is no entity."""
    named = meant.rest.text
    if named:
        known.report.unknown("entity", named, node.after(meant.rest.offset), known.names)
    else:
        fix = f"write: many {next(iter(known.names), 'ENTITY')}"
        known.report.add("unknown-type", node, "it does not say many of what", fix=fix)


def _options(pieces: list[Piece]) -> tuple[str, ...]:
    return tuple(unquoted(piece.text) for piece in pieces if piece.text)


def _options_among(line: Line) -> list[Piece]:
    """Return the pieces after the head that are options: all up to the first rule."""
    rules = (at for at, piece in enumerate(line.rules) if _is_rule(piece))
    return list(line.rules[: next(rules, len(line.rules))])


def _is_rule(piece: Piece) -> bool:
    try:
        found = rule(piece)
        return found is not None and "compares" not in found  # an option may well be 'After lunch'
    except RuleError:
        return True


def unquoted(text: str) -> str:
    """Return a text without the quotes around it."""
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text


def _with_rules(plain: Field, pieces: tuple[Piece, ...], node: Node, *, kind: FieldType | None, known: Known) -> Field:
    for piece in pieces:
        spot = node.after(piece.offset)
        try:
            found = kept_short(rule(piece), kind)
        except RuleError as error:
            known.report.add("bad-rule", spot, error.message, fix=error.fix)
            continue
        if found is None:
            _unknown_rule(piece, node, known)
        elif misfit := _misfit(found, kind):
            known.report.add("rule-misfits", spot, f"'{piece.text}' does not fit {misfit}", fix="take it away")
        else:
            if "needed_when" in found:
                at = spot.after(len(piece.text) - len(found["needed_when"]))
                found["needed_when"] = expression_at(found["needed_when"], at, known.report)
            if "means" in found:
                found["means"] = meaning_at(
                    found["means"], spot.after(len(piece.text) - len(found["means"])), kind, known
                )
            if said := found.pop("while", ""):
                where = expression_at(said, spot.after(len(piece.text) - len(said)), known.report)
                found["apart"] = replace(found["apart"], where=where)
            plain = replace(plain, **_joined(plain, {n: v for n, v in found.items() if n != "days"}))
    return plain


def _joined(plain: Field, found: Mapping[str, Any]) -> dict[str, Any]:
    """Return what to set; 'last 14 days, next 2 days' together span both, and what is set by itself is never asked."""
    if "low" in found and "high" in found and plain.low is not None and plain.high is not None:
        return {**found, "low": min(plain.low, found["low"]), "high": max(plain.high, found["high"])}
    if "hours" in found and plain.hours:
        new = found["hours"]
        return {"hours": replace(new, weekdays=True) if plain.hours.weekdays else replace(plain.hours, weekdays=True)}
    if "spread" in found:
        return joined(plain, found)
    if "compares" in found:
        return {"compares": (*plain.compares, *found["compares"])}
    if "was" in found:
        return {"was": (*plain.was, *found["was"])}
    return {**found, "required": False} if "stamp" in found else dict(found)


def _misfit(found: Mapping[str, Any], kind: FieldType | None) -> str:
    """Return what a rule does not fit, or an empty text."""
    span = kind.span if kind else "none"
    if "spread" in found:
        return misfit(found["spread"], kind)
    if ({"low", "high"} & set(found)) and span == "none":
        return f"a field of type '{kind.name}'" if kind else "a reference"
    if ("stamp" in found or "days" in found) and span != "days":
        return "anything but a date or datetime"
    if "hours" in found and (span != "days" and not (kind and kind.name == "time" and not found["hours"].weekdays)):
        return "a time of day" if kind and kind.name == "time" else "anything but a date or time"
    if "pattern" in found and (kind is None or kind.input not in {"line", "area", "email", "tel", "url"}):
        return "anything but text"
    return ""


def _unknown_rule(piece: Piece, node: Node, known: Known) -> None:
    meant = closest(piece.text, WORDS) or closest(piece.text.split()[0] if piece.text else "", WORDS)
    fix = f"did you mean '{meant}'?" if meant else f"use rules like: {listed(WORDS)}"
    message = f"'{piece.text}' is no rule" if piece.text else "there is nothing beside a comma"
    known.report.add("unknown-rule", node.after(piece.offset), message, fix=fix)


def check_options(plain: Field, node: Node, known: Known) -> None:
    """Report a choice of nothing, and options of one name."""
    kind = known.type_of(plain)
    if kind is None or not takes_options(kind):
        return
    if not plain.options:
        known.report.add(
            "no-options", node, f"'{plain.name}' has nothing to choose from", fix="write: one of Low, High"
        )
    if len(plain.options) == 1 and kind.name == "one of":
        message = f"'{plain.name}' has only '{plain.options[0]}' to choose from"
        known.report.add("one-option", node, message, fix="put commas between the options", severity="warning")
    for option in sorted({o for o in plain.options if plain.options.count(o) > 1}):
        message = f"two things of one name: the option '{option}'"
        known.report.add("said-twice", node, message, fix="name each option once")


def _with_end(plain: Field, line: Line, node: Node, known: Known) -> Field:
    """Take the default and the condition."""
    if line.default is not None:
        plain = replace(plain, default=default_of(plain, line.default, node, known))
    return with_where(plain, line.where, node, known) if line.where is not None else plain


def with_where(plain: Field, where: Piece, node: Node, known: Known) -> Field:
    """Return the field with a condition on what it may refer to."""
    spot = node.after(where.offset)
    if not (plain.refers or plain.several):
        fix = "use 'where' with a reference to an entity only"
        known.report.add("rule-misfits", spot, "'where' does not fit a field that refers to nothing", fix=fix)
        return plain
    return replace(plain, where=expression_at(where.text, spot, known.report))


def default_of(plain: Field, piece: Piece, node: Node, known: Known) -> Value:
    """Return the default that is written; a finding, and none, for one the field cannot hold."""
    text, spot = unquoted(piece.text), node.after(piece.offset)
    kind = known.type_of(plain)
    if kind is None:
        if text != ME:
            fix = "write = me, or leave the default out"
            known.report.add("bad-default", spot, f"a reference cannot be '{text}' by default", fix=fix)
        return ME if text == ME else None
    if kind.span == "rows":
        message = "a reference to many has no default"
        known.report.add("bad-default", spot, message, fix="leave the default out")
        return None
    if text == NOW and kind.span == "days":
        return NOW
    try:
        if kind.input == "yesno" and text.casefold() not in {"yes", "no", "true", "false"}:
            raise ValueError(f"'{text}' is neither yes nor no")
        return kind.read(text, plain)
    except ValueError as error:
        meant = closest(text, plain.options)
        compute = f"write only = {text}, if it is to be worked out" if re.search(r"[-+*/<>?]", text) else ""
        fix = f"did you mean '{meant}'?" if meant else compute or "write a value that the field can hold"
        known.report.add("bad-default", spot, f"the default does not fit: {error}", fix=fix)
        return None
