"""Rules between the fields of one row held against what there is: fields to compare with, and conditions."""

import re

from toolkit.domain.limits import Apart
from toolkit.domain.reckoning import named
from toolkit.domain.ruling import TIMELY, TURNED, family
from toolkit.domain.solution import Comparison, Entity, Field
from toolkit.spec.expressions import condition, samples_for
from toolkit.spec.known import Known
from toolkit.spec.node import Node, Spot

_NAMED = {"date": "a date", "time": "a time", "duration": "a duration", "number": "a number", "": "without an order"}
_EXAMPLES = {"date": "after", "time": "after", "duration": "more than", "number": "more than"}


def check_rules(entity: Entity, field: Field, node: Node, known: Known) -> None:
    """Report what a field's rules cannot be held against."""
    for rule in field.compares:
        _check_comparison(entity, field, rule, node=node, known=known)
    if field.apart is not None:
        _check_apart(entity, field, field.apart, node, known)
    if field.needed_when is not None:
        place = node.at("required when") if "required when" in node.entries else node.at("type")
        spot = place.after(max(0, place.text.find(field.needed_when.text)))
        condition(field.needed_when.text, samples_for(entity, known, me=False), spot, known.report)


def _check_comparison(entity: Entity, field: Field, rule: Comparison, *, node: Node, known: Known) -> None:
    line = node.at("type")
    found = re.search(rf"{rule.words.replace(' ', ' +')}\s+{re.escape(rule.field)}", line.text, re.IGNORECASE)
    at = line.after(found.start() if found else 0)
    other = _named(entity, rule.field, known)
    if other is None:
        spot = line.after(found.end() - len(rule.field) if found else 0)
        known.report.unknown("field", rule.field, spot, _comparable(entity, field, rule.field, known))
    elif other is field:
        message = f"'{field.name}' is compared with itself"
        known.report.add("compares-itself", at, message, fix="name another field, or take the rule away")
    elif misfit := _misfit(field, rule, other, known):
        known.report.add("cannot-compare", at, misfit[0], fix=misfit[1])
    elif "." not in rule.field:
        _check_possible(field, rule, other, at=at, known=known)


def _named(entity: Entity, name: str, known: Known) -> Field | None:
    """Return a field of the entity, or, after a dot, one of the entity that it refers to."""
    own, dot, theirs = name.partition(".")
    if not dot:
        return entity.fields.get(name)
    about = _referred(entity, own, known)
    return next((f for f in about.fields.values() if theirs in {f.name, named(f)}), None) if about else None


def _referred(entity: Entity, own: str, known: Known) -> Entity | None:
    near = next((f for f in entity.fields.values() if f.refers and named(f) == own), None)
    return known.entities.get(near.refers) if near else None


def _comparable(entity: Entity, field: Field, said: str, known: Known) -> list[str]:
    """Return what could have been meant by a name: fields of the entity, or those after its dot."""
    own, dot, _ = said.partition(".")
    about = _referred(entity, own, known) if dot else None
    if about is not None:
        return [f"{own}.{named(f)}" for f in about.fields.values()]
    return [name for name in entity.fields if name != field.name]


def _check_apart(entity: Entity, field: Field, apart: Apart, node: Node, known: Known) -> None:
    """Report what a value cannot be unique with."""
    line = node.at("type")
    for name in apart.fields:
        if name not in entity.fields or name == field.name:
            spot = line.after(max(0, line.text.rfind(name)))
            known.report.unknown("field", name, spot, [n for n in entity.fields if n != field.name])
    if apart.where is not None:
        spot = line.after(max(0, line.text.find(apart.where.text)))
        condition(apart.where.text, samples_for(entity, known, me=False), spot, known.report)


def _family(field: Field, known: Known) -> str:
    kind = known.type_of(field)
    return family(kind) if kind else ""


def _misfit(field: Field, rule: Comparison, other: Field, known: Known) -> tuple[str, str] | None:
    """Return what cannot be compared, and how to mend it."""
    own, its = _family(field, known), _family(other, known)
    if not own or own != its:
        what = f"'{field.name}' is {_NAMED[own]} and '{other.name}' {'' if its else 'is '}{_NAMED[its]}"
        if own and not its:
            what = f"'{field.name}' is {_NAMED[own]}, but '{other.name}' has no order to compare by"
        elif not own:
            what = f"'{field.name}' has no order to compare by"
        return f"{what}: they cannot be compared", "compare dates with dates, times with times, numbers with numbers"
    timely = own in {"date", "time"}
    if timely == (rule.words in TIMELY):
        return None
    swaps = dict(zip(_ORDERED_TIMELY, _ORDERED_AMOUNTS, strict=True))
    better = {b: a for a, b in swaps.items()}[rule.words] if timely else swaps[rule.words]
    return f"'{rule.words}' is not said of {_NAMED[own]}", f"write: {better} {rule.field}"


_ORDERED_TIMELY = ("after", "before", "not after", "not before")
_ORDERED_AMOUNTS = ("more than", "less than", "at most", "at least")


def _check_possible(field: Field, rule: Comparison, other: Field, *, at: Spot, known: Known) -> None:
    """Report a rule that no values within the bounds of both can keep, and one that another turns round."""
    upper, lower = (field, other) if rule.words in {"after", "not before", "more than", "at least"} else (other, field)
    strict = rule.words in {"after", "before", "more than", "less than"}
    if upper.high is not None and lower.low is not None and (upper.high, 0) < (lower.low, int(strict)):
        message = f"'{field.name}' can never be {rule.words} '{other.name}': their ranges leave no room"
        known.report.add("never-fits", at, message, fix="widen the range of one of them, or take the rule away")
    opposite = {rule.words, *(w for w in TURNED if strict and _direction(w) == _direction(rule.words))}
    if strict and any(r.field == field.name and r.words in opposite for r in other.compares):
        message = f"'{field.name}' and '{other.name}' are each to be {rule.words} the other"
        known.report.add("never-fits", at, message, fix="take one of the two rules away")


def _direction(words: str) -> bool:
    return words in {"after", "not before", "more than", "at least"}
