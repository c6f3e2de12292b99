"""Values of rows as a spec writes them, and the plan for the made-up data with its pinned rows."""

from collections.abc import Iterator, Mapping

from toolkit.domain.kinds import Parts
from toolkit.domain.solution import ME, App, DataPlan, Entity, Field
from toolkit.domain.values import Value
from toolkit.spec.grammar import DataPart
from toolkit.spec.report import Report, closest, listed
from toolkit.spec.text import Node

ROWS = 30
"""Rows of an entity for which no number is said."""


def value_of(entity: Entity, name: str, node: Node, *, parts: Parts, report: Report) -> Value:
    """Return a value as its field's type reads it; a finding, and None, for one that does not fit."""
    field = entity.fields.get(name)
    if field is None:
        report.unknown("field", name, node, entity.fields, key=1)
        return None
    if node.value is None:
        return None
    if field.refers:
        return node.text
    text = "\n".join(item.text for item in node.items)
    try:
        return parts.types[field.type].read(text, field)
    except ValueError as error:
        meant = closest(node.text, field.options)
        one = f"use one of: {listed(field.options)}" if field.options else "write a value that the field can hold"
        report.add("bad-value", node, f"{error}", fix=f"did you mean '{meant}'?" if meant else one)
        return None


def plan_of(part: DataPart, node: Node, app: App, *, parts: Parts, report: Report) -> DataPlan:
    """Return what the data is made from; `app` holds every entity that any option has."""
    for name in [*part.rows, *part.pinned]:
        if name not in app.entities:
            place = node.at("rows", name) if name in part.rows else node.at("pinned", name)
            report.unknown("entity", name, place, app.entities, key=1)
    silent = [name for name in app.entities if name not in part.rows]
    if silent:
        report.assume(f"{ROWS} rows each of {listed(silent, 30)}")
    rows = {name: part.rows.get(name, ROWS) for name in app.entities}
    pinned = {
        name: tuple(_rows(entity, node.at("pinned", name), parts, report))
        for name, entity in app.entities.items()
        if name in part.pinned
    }
    _references(pinned, node, app, report)
    _more_pinned_than_rows(pinned, part, node, report)
    return DataPlan(part.seed, part.locale, rows, pinned)


def _rows(entity: Entity, node: Node, parts: Parts, report: Report) -> Iterator[Mapping[str, Value]]:
    for row in node.items:
        read = {f: value_of(entity, f, n, parts=parts, report=report) for f, n in row.entries.items()}
        for name in read:
            field = entity.fields.get(name)
            if field is not None and field.computed:
                fix = "leave it out; it is worked out from the others"
                report.add("pins-computed", row.at(name), f"'{name}' is computed", fix=fix, key=1)
        yield {f: value for f, value in read.items() if f in entity.fields and not entity.fields[f].computed}


def _references(pinned: Mapping[str, tuple[Mapping[str, Value], ...]], node: Node, app: App, report: Report) -> None:
    """Report references to rows that are not pinned: a reference is said by the other row's title."""
    titles = {name: {str(row.get(app.entities[name].title.name, "")) for row in rows} for name, rows in pinned.items()}
    for name, rows in pinned.items():
        for place, row in enumerate(rows):
            for field, value in _refering(app.entities[name], row):
                known = sorted(titles.get(field.refers, set()) - {""})
                if value not in known and value not in report.dropped and value != ME:
                    at = node.at("pinned", name, str(place), field.name)
                    message = f"there is no pinned {field.refers} '{value}'"
                    meant = closest(value, known)
                    fix = f"did you mean '{meant}'?" if meant else f"pin a {field.refers} with this title"
                    report.add("unknown-row", at, message, fix=fix)


def _refering(entity: Entity, row: Mapping[str, Value]) -> Iterator[tuple[Field, str]]:
    for name, value in row.items():
        field = entity.fields.get(name)
        if field is not None and field.refers and isinstance(value, str):
            yield field, value


def _more_pinned_than_rows(
    pinned: Mapping[str, tuple[Mapping[str, Value], ...]], part: DataPart, node: Node, report: Report
) -> None:
    for name, rows in pinned.items():
        if name in part.rows and len(rows) > part.rows[name]:
            message = f"{len(rows)} rows of '{name}' are pinned, but there are to be {part.rows[name]}"
            report.add("too-few-rows", node.at("rows", name), message, fix=f"write at least {len(rows)}")
