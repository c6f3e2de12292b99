"""Values of rows as a spec writes them, and the plan for the made-up data with its pinned rows."""

from collections.abc import Iterable, Iterator, Mapping

from toolkit.domain.phrases import EVERY
from toolkit.domain.scenario import Pins
from toolkit.domain.solution import ME, DataPlan, Entity, Field
from toolkit.domain.values import Value
from toolkit.spec.grammar import DataPart
from toolkit.spec.known import Known
from toolkit.spec.locales import locales_of, main_of
from toolkit.spec.node import Node
from toolkit.spec.report import closest, listed

ROWS = 30
"""Rows of an entity for which no number is said."""
MOST_ROWS = 300_000
"""Rows of all entities, and those of all scenarios together."""


def value_of(entity: Entity, name: str, node: Node, known: Known) -> Value:
    """Return a value as its field's type reads it; a finding, and None, for one that does not fit."""
    field = entity.fields.get(name)
    if field is None:
        known.report.unknown("field", name, node.name, entity.fields)
        return None
    if node.value is None:
        return None
    if field.refers:
        return node.text
    text = "\n".join(item.text for item in node.items)
    try:
        return known.parts.types[field.type].read(text, field)
    except ValueError as error:
        meant = closest(node.text, field.options)
        one = f"use one of: {listed(field.options)}" if field.options else "write a value that the field can hold"
        known.report.add("bad-value", node, f"{error}", fix=f"did you mean '{meant}'?" if meant else one)
        return None


def plan_of(part: DataPart, node: Node, known: Known) -> DataPlan:
    """Return what the data is made from; `known` holds every entity that any option has."""
    for name in [*part.rows, *part.pinned]:
        if name not in known.entities:
            place = node.at("rows", name) if name in part.rows else node.at("pinned", name)
            known.report.unknown("entity", name, place.name, known.entities)
    silent = [name for name in known.entities if name not in part.rows]
    if silent:
        known.report.assume(f"{ROWS} rows each of {listed(silent, 30)}")
    rows = {name: part.rows.get(name, ROWS) for name in known.entities}
    check_amount(part.rows.values(), node.at("rows"), known)
    pinned = {
        name: tuple(_rows(entity, node.at("pinned", name), known))
        for name, entity in known.entities.items()
        if name in part.pinned
    }
    domains = {phrases.domain for phrases in known.parts.phrases.values()} - {EVERY}
    if part.domain and part.domain not in domains:
        known.report.unknown("domain", part.domain, node.at("domain"), sorted(domains))
    _references(pinned, node.at("pinned"), known, pinned)
    _more_pinned_than_rows(pinned, part, node, known)
    locales = locales_of(part.locale, part.locales, node, known)
    several = len(part.locale) > 1 or part.locales
    return DataPlan(
        part.seed, main_of(part.locale), rows, pinned, locales if several else None, domain=part.domain or EVERY
    )


def check_amount(rows: Iterable[int], node: Node, known: Known) -> None:
    """Report more rows in all than a prototype is shown with: they take minutes to make, and most of the memory."""
    if (count := sum(rows)) > MOST_ROWS:
        fix = f"name {MOST_ROWS:,} at most; 'showtell data --entity NAME --rows N' writes more of one by itself"
        known.report.add("too-large", node, f"there are to be {count:,} rows in all", fix=fix)


def pinned_of(written: Iterable[str], node: Node, known: Known, *, there: Pins) -> Pins:
    """Return rows that are pinned besides those that are `there`; they may refer to these, too."""
    for name in written:
        if name not in known.entities:
            known.report.unknown("entity", name, node.at(name).name, known.entities)
    pinned = {
        name: tuple(_rows(entity, node.at(name), known)) for name, entity in known.entities.items() if name in written
    }
    every = {name: (*there.get(name, ()), *pinned.get(name, ())) for name in {**there, **pinned}}
    _references(pinned, node, known, every)
    return pinned


def _rows(entity: Entity, node: Node, known: Known) -> Iterator[Mapping[str, Value]]:
    for row in node.items:
        read = {f: value_of(entity, f, n, known) for f, n in row.entries.items()}
        for name in read:
            field = entity.fields.get(name)
            if field is not None and field.computed:
                fix = "leave it out; it is worked out from the others"
                known.report.add("pins-computed", row.at(name).name, f"'{name}' is computed", fix=fix)
        yield {f: value for f, value in read.items() if f in entity.fields and not entity.fields[f].computed}


def _references(pinned: Pins, node: Node, known: Known, every: Pins) -> None:
    """Report references to rows that are not pinned: a reference is said by the other row's title."""
    titles = {name: {str(row.get(known.entities[name].title.name, "")) for row in rows} for name, rows in every.items()}
    for name, rows in pinned.items():
        for place, row in enumerate(rows):
            for field, value in _refering(known.entities[name], row):
                about = field.refers or field.several
                pins = sorted(titles.get(about, set()) - {""})
                if value not in {*pins, *known.report.dropped, ME}:
                    at = node.at(name, str(place), field.name)
                    message = f"there is no pinned {about} '{value}'"
                    meant = closest(value, pins)
                    fix = f"did you mean '{meant}'?" if meant else f"pin a {about} with this title"
                    known.report.add("unknown-row", at, message, fix=fix)


def _refering(entity: Entity, row: Mapping[str, Value]) -> Iterator[tuple[Field, str]]:
    for name, value in row.items():
        field = entity.fields.get(name)
        if field is not None and (field.refers or field.several):
            yield from ((field, str(said)) for said in (value if isinstance(value, tuple) else (value,)) if said)


def _more_pinned_than_rows(pinned: Pins, part: DataPart, node: Node, known: Known) -> None:
    for name, rows in pinned.items():
        if name in part.rows and len(rows) > part.rows[name]:
            message = f"{len(rows)} rows of '{name}' are pinned, but there are to be {part.rows[name]}"
            known.report.add("too-few-rows", node.at("rows", name), message, fix=f"write at least {len(rows)}")
