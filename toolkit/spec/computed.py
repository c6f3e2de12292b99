"""Computed fields: in which order they can be worked out, and of which type each is, found by trying it on samples."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from toolkit.domain.expression import Expression
from toolkit.domain.reckoning import named
from toolkit.domain.rules import Worked
from toolkit.domain.solution import Entity, Field
from toolkit.domain.totals import Total
from toolkit.domain.values import Value
from toolkit.spec.expressions import (
    names_known,
    never_works,
    results,
    samples_for,
    samples_of,
    samples_of_total,
    scaled,
    type_of,
)
from toolkit.spec.known import Known
from toolkit.spec.node import Node, Spot
from toolkit.spec.report import Report
from toolkit.spec.totals import looked_up, measurable, where_holds

Key = tuple[str, str]
"""An entity, and a field's name as expressions say it."""
MOST_SAMPLES = 6


def worked_out(entities: Mapping[str, Entity], places: Mapping[str, Node], known: Known) -> dict[str, Entity]:
    """Return the entities with the types of their computed fields, without those that need themselves."""
    found = {name: _looked_up(entity, entities, places[name], known) for name, entity in entities.items()}
    waiting = {(e.name, named(f)): f for e in found.values() for f in e.fields.values() if _by_expression(f)}
    if not waiting:
        return found
    trial = _Trial(found, places, known)
    needs = {key: frozenset(_needs(found[key[0]], f, found)) for key, f in waiting.items()}
    while ready := [key for key in waiting if not needs[key] & set(waiting)]:
        for key in ready:
            trial.run(key[0], waiting.pop(key))
    _loops(waiting, needs, places, known.report)
    lost = {(entity, f.name) for (entity, _), f in waiting.items()}
    return {name: _without(entity, lost) for name, entity in trial.entities.items()}


def _by_expression(one: Field) -> bool:
    """Return whether the spec says how a field is worked out; one that Python works out has its type in its line."""
    return one.computed is not None and not isinstance(one.computed, Worked)


def _without(entity: Entity, lost: set[Key]) -> Entity:
    kept = {name: f for name, f in entity.fields.items() if (entity.name, name) not in lost}
    return replace(entity, fields=kept) if kept else entity


def _spot(node: Node, one: Field) -> Spot:
    """Return where the expression of a field begins."""
    line = node.at(one.name).at("type")
    return line.after(len(line.text) - len(line.text.removeprefix("=").lstrip()))


def _looked_up(entity: Entity, entities: Mapping[str, Entity], node: Node, known: Known) -> Entity:
    """Return the entity with totals whose names are looked up; one that leads nowhere is left out."""
    fields: dict[str, Field] = {}
    for name, one in entity.fields.items():
        fields[name] = one
        if isinstance(one.computed, Total):
            total = looked_up(one.computed, entity, entities, _spot(node, one), known)
            fields[name] = replace(one, computed=total)
            if total is None:
                known.report.dropped |= {name, named(one)}
                del fields[name]
    return replace(entity, fields=fields) if fields else entity


def _needs(entity: Entity, one: Field, entities: Mapping[str, Entity]) -> Iterator[Key]:
    """Yield what has to be known before a field can be worked out."""
    total = one.computed
    if isinstance(total, Total):
        child = entities.get(total.entity)
        if child is not None:
            yield from ((child.name, named(f)) for f in child.fields.values() if f.name == total.field)
            yield from _spoken_of(child, total.where, entities) if total.where else ()
    elif total is not None:
        yield from _spoken_of(entity, total, entities)


def _spoken_of(entity: Entity, expression: Expression, entities: Mapping[str, Entity]) -> Iterator[Key]:
    refers = {named(f): f.refers for f in entity.fields.values() if f.refers}
    for name in expression.names:
        own, _, theirs = name.partition(".")
        if theirs and refers.get(own) in entities:
            yield refers[own], theirs
        yield entity.name, own


@dataclass(slots=True)
class _Trial:
    """Expressions tried on samples, one after another; what one gives are samples for the next."""

    entities: dict[str, Entity]
    places: Mapping[str, Node]
    known: Known
    samples: dict[Key, tuple[Value, ...]] = field(default_factory=dict)

    def run(self, about: str, one: Field) -> None:
        """Find the type of one field."""
        entity, spot = self.entities[about], _spot(self.places[about], one)
        known = replace(self.known, entities=self.entities, worked_out=self.samples)
        self.samples[about, named(one)] = ()
        if isinstance(one.computed, Total):
            if where_holds(one.computed, spot, known):
                self._total(entity, one, one.computed, spot)
            return
        samples = samples_for(entity, known, me=False)
        if one.computed is None or not names_known(one.computed, samples, spot, known.report):
            return
        if all(samples[name] for name in one.computed.names):
            self._type(entity, one, one.computed, spot)

    def _total(self, entity: Entity, one: Field, total: Total, spot: Spot) -> None:
        """Take the type of what is taken together; a count is a number."""
        child = self.entities[total.entity]
        part = child.fields.get(total.field)
        if part and part.computed and not measurable(part, total.way, self.known):
            message = f"'{part.name}' has no {total.text.split()[0]}"
            self.known.report.add("no-total", spot, message, fix=f"write: count of {child.name} where CONDITION")
            return
        kind = self.known.type_of(part) if part else None
        given = self.samples.get((child.name, named(part))) if part else None
        values = given if given is not None else samples_of(part, kind) if part else ()
        self._set(entity, replace(one, type=part.type if part else "number", unit=part.unit if part else ""))
        self.samples[entity.name, named(one)] = samples_of_total(total, values)

    def _type(self, entity: Entity, one: Field, expression: Expression, spot: Spot) -> None:
        known = replace(self.known, entities=self.entities, worked_out=self.samples)
        samples = samples_for(entity, known, me=False)
        if (part := self._taken_over(entity, expression)) is not None:
            self._set(entity, replace(one, type=part.type, unit=part.unit, options=part.options, refers=part.refers))
            self.samples[entity.name, named(one)] = samples[expression.text.strip()]
            return
        found, _ = results(expression, samples)
        kinds = list(dict.fromkeys(type_of(value) for value in found if value is not None))
        if not kinds:
            never_works(expression, samples, spot, known.report)
            return
        if len(kinds) > 1:
            message = f"'{one.name}' is sometimes {kinds[0]} and sometimes {kinds[1]}"
            known.report.add("two-types", spot, message, fix="let both sides of ? and : be of one type")
        money = self._money(entity, expression) if kinds == ["number"] else None
        if money and scaled(expression, samples, [named_as for named_as, _ in money]):
            one = replace(one, unit=money[0][1].unit)
            kinds = ["money"]
        self._set(entity, replace(one, type=kinds[0]))
        self.samples[entity.name, named(one)] = tuple(dict.fromkeys(found))[:MOST_SAMPLES]

    def _taken_over(self, entity: Entity, expression: Expression) -> Field | None:
        """Return the field of another row that is only repeated here, as in '= product.supplier'."""
        near, _, far = expression.text.strip().partition(".")
        own = next((f for f in self.entities[entity.name].fields.values() if named(f) == near and f.refers), None)
        other = self.entities.get(own.refers) if own and far else None
        return next((f for f in other.fields.values() if named(f) == far), None) if other else None

    def _money(self, entity: Entity, expression: Expression) -> list[tuple[str, Field]]:
        """Return the amounts of money that an expression speaks of, by the names it has for them."""
        own = {named(f): f for f in self.entities[entity.name].fields.values()}
        found: list[tuple[str, Field]] = []
        for name in sorted(expression.names):
            near, _, far = name.partition(".")
            other = self.entities.get(own[near].refers) if near in own and far else None
            part = own.get(near) if not far else None
            part = next((f for f in other.fields.values() if named(f) == far), None) if other else part
            found += [(name, part)] if part is not None and part.type == "money" else []
        return found

    def _set(self, entity: Entity, one: Field) -> None:
        about = self.entities[entity.name]
        self.entities[entity.name] = replace(about, fields={**about.fields, one.name: one})


def _loops(
    waiting: Mapping[Key, Field], needs: Mapping[Key, frozenset[Key]], places: Mapping[str, Node], report: Report
) -> None:
    """Report fields that need each other, each loop once, at the first of its fields."""
    seen: set[Key] = set()
    for key, one in waiting.items():
        report.dropped |= {key[1], one.name}
        way = _way_round(key, waiting, needs)
        if not way or seen & set(way):
            continue
        seen |= set(way)
        line = places[key[0]].at(one.name).at("type")
        far = len({entity for entity, _ in way}) > 1
        found = re.search(rf"\b{re.escape(way[1][1])}\b", line.text)
        said = " -> ".join(f"{entity}.{name}" if far else name for entity, name in way)
        message = f"'{one.name}' is worked out from itself: {said}"
        fix = "let one of them depend on stored fields only"
        report.add("loop", line.after(found.start() if found else 0), message, fix=fix)


def _way_round(key: Key, waiting: Mapping[Key, Field], needs: Mapping[Key, frozenset[Key]]) -> list[Key]:
    """Return the way from a field through those it needs back to itself; empty if there is none."""
    ways = [[key]]
    reached = {key}
    for way in ways:
        for needed in sorted(needs[way[-1]] & set(waiting)):
            if needed == key:
                return [*way, key]
            if needed not in reached:
                reached.add(needed)
                ways.append([*way, needed])
    return []
