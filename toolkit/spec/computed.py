"""Computed fields: in which order they can be worked out, and of which type each is, found by trying it on sample values."""

import re
from collections.abc import Mapping
from dataclasses import replace

from toolkit.domain.kinds import Parts
from toolkit.domain.records import named
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value
from toolkit.spec.expressions import NOON, Samples, names_known, of_result, results, samples_of
from toolkit.spec.report import Report
from toolkit.spec.text import Node


def worked_out(entity: Entity, node: Node, parts: Parts, report: Report) -> Entity:
    """Return the entity with its computed fields in an order in which each finds what it needs, and with their types."""
    waiting = {named(f): f for f in entity.fields.values() if f.computed}
    if not waiting:
        return entity
    samples: dict[str, tuple[Value, ...]] = {
        named(f): samples_of(f, None if f.refers else parts.types.get(f.type))
        for f in entity.fields.values()
        if not f.computed
    }
    samples["now"] = (NOON,)
    done: dict[str, Field] = {}
    every = [*samples, *waiting]
    while ready := [f for f in waiting.values() if f.computed and not f.computed.names & set(waiting)]:
        for field in ready:
            del waiting[named(field)]
            found, samples[named(field)] = _typed(field, node.at(field.name), samples, every=every, report=report)
            done[field.name] = found
    _loops(waiting, node, report)
    kept = {n: done.get(n, f) for n, f in entity.fields.items() if named(f) not in waiting}
    return replace(entity, fields=kept) if kept else entity


def _typed(
    field: Field, node: Node, samples: Samples, *, every: list[str], report: Report
) -> tuple[Field, tuple[Value, ...]]:
    """Return the field with the type of what its expression gives, and values that it may have."""
    line = node.at("type")
    expression = field.computed
    offset = len(line.text) - len(line.text.removeprefix("=").lstrip())
    if expression is None or not names_known(expression, every, line, offset=offset, report=report):
        return field, ()
    if expression.names - set(samples):
        return field, ()
    if any(not samples[name] for name in expression.names):
        return field, ()
    found, failed = results(expression, samples)
    kinds = list(dict.fromkeys(of_result(value) for value in found if value is not None))
    if not kinds:
        message = failed.what if failed else f"'{expression.text}' gives nothing"
        report.add("never-works", line, message, fix=failed.fix if failed else "give a value", offset=offset)
        return field, ()
    if len(kinds) > 1:
        message = f"'{field.name}' is sometimes {kinds[0]} and sometimes {kinds[1]}"
        report.add("two-types", line, message, fix="let both sides of ? and : be of one type", offset=offset)
    return replace(field, type=kinds[0]), tuple(dict.fromkeys(found))[:6]


def _loops(waiting: Mapping[str, Field], node: Node, report: Report) -> None:
    """Report fields that need each other, each loop once, at the first of its fields."""
    seen: set[str] = set()
    for name, field in waiting.items():
        way = _way_round(name, waiting)
        if not way or seen & set(way):
            continue
        seen |= set(way)
        line = node.at(field.name).at("type")
        found = re.search(rf"\b{re.escape(way[1])}\b", line.text)
        message = f"'{field.name}' is worked out from itself: {' -> '.join(way)}"
        fix = "let one of them depend on stored fields only"
        report.add("loop", line, message, fix=fix, offset=found.start() if found else 0)


def _way_round(name: str, waiting: Mapping[str, Field]) -> list[str]:
    """Return the way from a field through those it needs back to itself; empty if there is none."""
    ways = [[name]]
    reached = {name}
    for way in ways:
        computed = waiting[way[-1]].computed
        for needed in sorted(computed.names & set(waiting)) if computed else ():
            if needed == name:
                return [*way, name]
            if needed not in reached:
                reached.add(needed)
                ways.append([*way, needed])
    return []
