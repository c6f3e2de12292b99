"""Computed fields: in which order they can be worked out, and of which type each is, found by trying it on samples."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from toolkit.domain.expression import Expression
from toolkit.domain.records import named
from toolkit.domain.rules import Worked
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value
from toolkit.spec.expressions import NOON, names_known, never_works, results, samples_of, type_of
from toolkit.spec.known import Known
from toolkit.spec.node import Node, Spot
from toolkit.spec.report import Report


def worked_out(entity: Entity, node: Node, known: Known) -> Entity:
    """Return the entity with the types of its computed fields, without those that need themselves."""
    waiting = {named(f): f for f in entity.fields.values() if _by_expression(f)}
    if not waiting:
        return entity
    stored = {named(f): samples_of(f, known.type_of(f)) for f in entity.fields.values() if not _by_expression(f)}
    trial = _Trial(node, known.report, [*stored, "now", *waiting], samples={**stored, "now": (NOON,)})
    while ready := [f for f in waiting.values() if not _needs(f) & set(waiting)]:
        for one in ready:
            del waiting[named(one)]
            trial.run(one)
    _loops(waiting, node, known.report)
    kept = {n: trial.done.get(n, f) for n, f in entity.fields.items() if not _by_expression(f) or n in trial.done}
    return replace(entity, fields=kept) if kept else entity


def _by_expression(one: Field) -> bool:
    """Return whether an expression works a field out; one that Python works out says its type in its line."""
    return one.computed is not None and not isinstance(one.computed, Worked)


def _needs(one: Field) -> frozenset[str]:
    return one.computed.names if one.computed else frozenset()


@dataclass(slots=True)
class _Trial:
    """Expressions tried on samples, one after another; what one gives are samples for the next."""

    node: Node
    report: Report
    names: list[str]
    samples: dict[str, tuple[Value, ...]]
    done: dict[str, Field] = field(default_factory=dict)

    def run(self, one: Field) -> None:
        """Find the type of one field."""
        line = self.node.at(one.name).at("type")
        spot = line.after(len(line.text) - len(line.text.removeprefix("=").lstrip()))
        self.samples[named(one)] = ()
        self.done[one.name] = one
        if one.computed is None or not names_known(one.computed, self.names, spot, self.report):
            return
        if all(self.samples[name] for name in one.computed.names):
            self._type(one, one.computed, spot)

    def _type(self, one: Field, expression: Expression, spot: Spot) -> None:
        found, _ = results(expression, self.samples)
        kinds = list(dict.fromkeys(type_of(value) for value in found if value is not None))
        if not kinds:
            never_works(expression, self.samples, spot, self.report)
            return
        if len(kinds) > 1:
            message = f"'{one.name}' is sometimes {kinds[0]} and sometimes {kinds[1]}"
            self.report.add("two-types", spot, message, fix="let both sides of ? and : be of one type")
        self.done[one.name] = replace(one, type=kinds[0])
        self.samples[named(one)] = tuple(dict.fromkeys(found))[:6]


def _loops(waiting: Mapping[str, Field], node: Node, report: Report) -> None:
    """Report fields that need each other, each loop once, at the first of its fields."""
    seen: set[str] = set()
    for name, one in waiting.items():
        report.dropped |= {name, one.name}
        way = _way_round(name, waiting)
        if not way or seen & set(way):
            continue
        seen |= set(way)
        line = node.at(one.name).at("type")
        found = re.search(rf"\b{re.escape(way[1])}\b", line.text)
        message = f"'{one.name}' is worked out from itself: {' -> '.join(way)}"
        fix = "let one of them depend on stored fields only"
        report.add("loop", line.after(found.start() if found else 0), message, fix=fix)


def _way_round(name: str, waiting: Mapping[str, Field]) -> list[str]:
    """Return the way from a field through those it needs back to itself; empty if there is none."""
    ways = [[name]]
    reached = {name}
    for way in ways:
        for needed in sorted(_needs(waiting[way[-1]]) & set(waiting)):
            if needed == name:
                return [*way, name]
            if needed not in reached:
                reached.add(needed)
                ways.append([*way, needed])
    return []
