"""What a scenario changes of the made-up rows by rule: in which of them, in how many, and what they hold then."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta

from toolkit.domain.expression import Expression
from toolkit.domain.kinds import FieldType
from toolkit.domain.scenario import Change, Pins
from toolkit.domain.solution import ME, Entity, Field
from toolkit.domain.values import Value
from toolkit.spec.expressions import A_ROW, condition, expression_at, names_known, never_works, results, samples_for
from toolkit.spec.grammar import ChangePart
from toolkit.spec.known import Known
from toolkit.spec.node import Node
from toolkit.spec.report import closest, listed
from toolkit.spec.rows import value_of

_SHARE = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_REASONED = re.compile(r"^now$|[-+*/?()<>]|==|\bnow\b")
"""What looks like an expression where a plain value does not fit."""


def changes_of(
    written: Mapping[str, Sequence[ChangePart]], node: Node, known: Known, pinned: Pins
) -> dict[str, tuple[Change, ...]]:
    """Return the changes by entity; `pinned` are the rows that a reference may be set to."""
    found: dict[str, tuple[Change, ...]] = {}
    for name, parts in written.items():
        entity = known.entities.get(name)
        if entity is None:
            known.report.unknown("entity", name, node.at(name).name, known.entities)
            continue
        reader = _Reader(entity, known, pinned)
        found[name] = tuple(reader.change(part, node.at(name, str(n))) for n, part in enumerate(parts))
    return found


class _Reader:
    """Reads the changes of one entity's rows."""

    def __init__(self, entity: Entity, known: Known, pinned: Pins) -> None:
        self.entity, self.known, self.pinned = entity, known, pinned
        self.samples = samples_for(entity, known, me=False)

    def change(self, part: ChangePart, node: Node) -> Change:
        where = condition(part.where, self.samples, node.at("where"), self.known.report) if part.where else None
        values = dict(self._values(node.at("set")))
        if not part.values:
            fix = "add: set: {FIELD: VALUE}"
            self.known.report.add("changes-nothing", node.name, "a change of the rows sets nothing", fix=fix)
        return Change(values, where, self._share(part.share, node.at("share")))

    def _share(self, text: str | None, node: Node) -> float:
        found = _SHARE.fullmatch(text.strip()) if text else None
        share = float(found[1].replace(",", ".")) / 100 if found else 1.0
        if (text and not found) or share > 1:
            self.known.report.add("bad-share", node, f"'{text}' is no share of the rows", fix="write it as in 40 %")
        return min(share, 1.0)

    def _values(self, node: Node) -> Iterator[tuple[str, Value | Expression]]:
        report = self.known.report
        for name, said in node.entries.items():
            field = self.entity.fields.get(name)
            if field is None:
                report.unknown("field", name, said.name, self.entity.fields)
            elif field.computed:
                fix = "leave it out; change what it is worked out from"
                report.add("pins-computed", said.name, f"'{name}' is computed", fix=fix)
            elif field.unique:
                fix = "pin a row that holds it, or take the change away"
                report.add("change-unique", said.name, f"'{name}' is unique and cannot be set in many rows", fix=fix)
            elif said.value is None:
                self._empty(field, said)
                yield name, None
            else:
                yield name, self._value(field, said)

    def _empty(self, field: Field, node: Node) -> None:
        if field.required:
            fix = "say a value, or let the field be optional"
            self.known.report.add(
                "empty-needed", node.name, f"'{field.name}' cannot be empty, it must be filled", fix=fix
            )

    def _value(self, field: Field, node: Node) -> Value | Expression:
        """Return a plain value, or, behind '=' and where only that makes sense, an expression over the row."""
        text, kind = node.text, self.known.type_of(field)
        if kind is None:
            self._check_row(field, node)
            return text
        if text.startswith("="):
            return self._expression(field, kind, node, len(text) - len(text[1:].lstrip()))
        if _REASONED.search(text) and not _reads(kind, field, text):
            return self._expression(field, kind, node, 0)
        return value_of(self.entity, field.name, node, self.known)

    def _check_row(self, field: Field, node: Node) -> None:
        title = self.known.entities[field.refers].title.name if field.refers in self.known.entities else ""
        pins = [str(row.get(title, "")) for row in self.pinned.get(field.refers, ())]
        if node.text not in {*pins, ME, *self.known.report.dropped}:
            meant = closest(node.text, pins)
            fix = f"did you mean '{meant}'?" if meant else f"pin a {field.refers} with this title"
            message = f"there is no pinned {field.refers} '{node.text}'"
            self.known.report.add("unknown-row", node, message, fix=fix)

    def _expression(self, field: Field, kind: FieldType, node: Node, offset: int) -> Value | Expression:
        spot, report = node.after(offset), self.known.report
        expression = expression_at(node.text[offset:], spot, report)
        if expression is None or not names_known(expression, self.samples, spot, report):
            return None
        found, failed = results(expression, self.samples)
        if not found and failed:
            never_works(expression, self.samples, spot, report)
        elif wrong := next((value for value in found if not _may_hold(kind, field, value)), None):
            message = f"'{expression.text}' gives {_said(wrong)}, which '{field.name}' cannot hold"
            either = f"write one of: {listed(field.options)}" if field.options else f"let it give a {kind.name}"
            report.add("change-misfits", spot, message, fix=either)
        return expression


def _reads(kind: FieldType, field: Field, text: str) -> bool:
    try:
        kind.read(text, field)
    except ValueError:
        return False
    return True


def _may_hold(kind: FieldType, field: Field, value: Value) -> bool:
    """Return whether a field may hold what an expression gives; what a reference holds may be any row's id."""
    if value is None or value == A_ROW:
        return True
    if kind.span == "days":
        return isinstance(value, date)
    if kind.input == "yesno":
        return isinstance(value, bool)
    if kind.span == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    plain = {"duration": timedelta, "time": time}.get(kind.name, str)
    return isinstance(value, plain) and (kind.name != "one of" or value in field.options)


def _said(value: Value) -> str:
    return f"'{value}'" if isinstance(value, str) else f"{str(value).lower() if isinstance(value, bool) else value}"
