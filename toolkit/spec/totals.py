"""Totals as they are written: `sum of Line amount`, `count of Loan by borrower where status == 'Lent'`."""

import re
from collections.abc import Mapping
from dataclasses import replace

from toolkit.domain.solution import Entity, Field
from toolkit.domain.totals import Total, Way
from toolkit.spec.expressions import condition, expression_at, samples_for
from toolkit.spec.known import Known
from toolkit.spec.node import Spot
from toolkit.spec.report import listed

WAYS: Mapping[str, Way] = {
    "count": "count",
    "sum": "sum",
    "average": "average",
    "lowest": "lowest",
    "highest": "highest",
    "earliest": "lowest",
    "latest": "highest",
}
"""How totals begin, with what each of them is."""
_TOTAL = re.compile(r"(?P<way>[a-z]+) of (?P<of>[^\W\d].*)")
_WHERE = re.compile(r"\s+where\s+(?=\S)")
_BY = re.compile(r"(.*?)\s+by\s+([^\W\d][\w \-]*)")
EXAMPLE = "write it like: sum of Line amount, or: count of Loan where late"


def is_total(text: str) -> bool:
    """Return whether what is to be worked out is written as a total."""
    found = _TOTAL.match(text)
    return bool(found) and (found["way"] in WAYS if found else False)


def total_of(text: str, spot: Spot, known: Known) -> Total | None:
    """Return the total that is written, its names still to be looked up; None, and a finding, if it is of nothing."""
    found = _TOTAL.fullmatch(text)
    if found is None:
        return None
    what, where = found["of"], None
    if cut := _WHERE.search(what):
        at = spot.after(found.start("of") + cut.end())
        where = expression_at(what[cut.end() :], at, known.report)
        what = what[: cut.start()]
        if where is None:
            return None
    by = ""
    if said := _BY.fullmatch(what):
        what, by = said[1], said[2].strip()
    names = {form: name for name in known.names for form in (f"{name[:-1]}ies", f"{name}es", f"{name}s", name)}
    entity = max((n for n in names if re.match(rf"{re.escape(n)}(?![\w-])", what, re.IGNORECASE)), key=len, default="")
    if not entity:
        wanted = what.split()[0]
        known.report.unknown("entity", wanted, spot.after(found.start("of")), known.names)
        return None
    return Total(text, WAYS[found["way"]], names[entity], what[len(entity) :].lstrip(" .").strip(), by, where)


def looked_up(total: Total, about: Entity, entities: Mapping[str, Entity], spot: Spot, known: Known) -> Total | None:
    """Return a total whose names lead somewhere; report what does not."""
    entity = entities.get(total.entity)
    if entity is None:
        return None
    by = _link(total, about, entity, spot, known)
    if by is None or not _adds_up(total, entity, spot, known):
        return None
    field = _field(entity, total.field)
    return replace(total, by=by, field=field.name if field else "")


def where_holds(total: Total, spot: Spot, known: Known) -> bool:
    """Return whether a total's condition is one over the rows it takes together; report it if not."""
    if total.where is None:
        return True
    at = spot.after(max(0, total.text.rfind(total.where.text)))
    samples = samples_for(known.entities[total.entity], known, me=False)
    return condition(total.where.text, samples, at, known.report) is not None


def _field(entity: Entity, said: str) -> Field | None:
    plain = said.replace("_", " ").replace("-", " ").casefold()
    return next(
        (f for n, f in entity.fields.items() if n.replace("_", " ").replace("-", " ").casefold() == plain), None
    )


def _link(total: Total, about: Entity, entity: Entity, spot: Spot, known: Known) -> str | None:
    """Return the field by which the rows refer to the row that has the total."""
    links = [f.name for f in entity.fields.values() if about.name in {f.refers, f.several} and not f.computed]
    if total.by:
        if total.by in links:
            return total.by
        known.report.unknown("field", total.by, spot.after(max(0, total.text.rfind(total.by))), links)
    elif len(links) > 1:
        message = f"{entity.name} refers to {about.name} by {listed(links)}"
        known.report.add("which-link", spot, message, fix=f"say which one: {total.text} by {links[0]}")
    elif not links:
        message = f"nothing says to which {about.name} a {entity.name} belongs"
        fix = f"add a field to {entity.name} that refers to it, as in {about.name.casefold()}: {about.name}"
        known.report.add("no-link", spot, message, fix=fix)
    else:
        return links[0]
    return None


def _adds_up(total: Total, entity: Entity, spot: Spot, known: Known) -> bool:
    """Return whether there is something to take together; report it if not."""
    if total.way == "count" and not total.field:
        return True
    field = _field(entity, total.field)
    able = [f.name for f in entity.fields.values() if not f.computed and measurable(f, total.way, known)]
    if total.way != "count" and field is not None and (field.computed or field.name in able):
        return True
    if total.way == "count":
        message, fix = f"rows are counted, not their '{total.field}'", "put 'where' before a condition"
    elif field is None and total.field:
        known.report.unknown("field", total.field, spot.after(total.text.find(total.field)), able)
        return False
    else:
        message = f"it does not say of which field of {entity.name}"
        message = message if field is None else f"'{field.name}' has no {total.text.split()[0]}"
        fix = f"name one of: {listed(able)}" if able else f"write: count of {entity.name}"
    known.report.add("no-total", spot, message, fix=fix)
    return False


def measurable(field: Field, way: Way, known: Known) -> bool:
    """Return whether values of a field can be taken together so."""
    kind = known.type_of(field)
    if kind is None:
        return False
    if kind.span == "days":
        return way in {"lowest", "highest"}
    return kind.span == "number" or kind.name == "duration"
