"""Flows held against what they ask for: conditions over answers given by then, values that can be chosen at all."""

import re
from collections.abc import Iterator

from toolkit.domain.expression import Expression
from toolkit.domain.flow import Flow, FlowStep, link, speaks_of
from toolkit.domain.reckoning import named
from toolkit.domain.solution import Entity, Field
from toolkit.spec.entities import same_slug
from toolkit.spec.expressions import condition, samples_for
from toolkit.spec.known import Known
from toolkit.spec.node import Node, Spot
from toolkit.spec.report import Report, suggestion

_QUOTED = r"'([^']*)'|\"([^\"]*)\""
_COMPARED = re.compile(rf"(?<![\w.])(\w+)\s*[=!]=\s*(?:{_QUOTED})")
_AMONG = re.compile(r"(?<![\w.])(\w+)\s+in\s+\[([^\]]*)\]")
_HOLDS = re.compile(rf"(?:{_QUOTED})\s+in\s+(\w+)")


def check_flow(flow: Flow, entity: Entity, node: Node, known: Known) -> None:
    """Report what is wrong with a flow's steps; `node` is the screen."""
    for place, step in enumerate(flow.steps):
        part = node.at("steps", step.name)
        if step.when:
            _check_condition(flow, place, entity, part.at("when"), known=known)
        elif step.stop:
            message = f"the dead end '{step.name}' stops everybody"
            known.report.add("stops-everybody", part.name, message, fix="add: when: CONDITION over answers before it")
        if step.each in known.entities:
            _check_rows(step, known.entities[step.each], entity, part, report=known.report)
    same_slug("step", node.at("steps").entries, known.report)
    _check_sections(flow, node, known.report)


def _check_rows(step: FlowStep, each: Entity, entity: Entity, part: Node, *, report: Report) -> None:
    """Report fields that the rows do not have, and rows that would not know to whom they belong."""
    refers = link(each, entity.name)
    if refers is None:
        message = f"nothing says to which {entity.name} a {each.name} belongs"
        fix = f"add a field to {each.name} that refers to it, as in {entity.name.casefold()}: {entity.name}"
        report.add("no-link", part.at("each"), message, fix=fix)
    for item in part.at("ask").items:
        if item.text not in each.fields:
            report.unknown("field", item.text, item, each.fields)
        elif refers and item.text == refers.name:
            message = f"'{item.text}' is the {entity.name} that the flow makes, and is not asked for"
            report.add("link-asked", item, message, fix="take it away")


def _check_sections(flow: Flow, node: Node, report: Report) -> None:
    """Report what a section names that is no step, and steps that stand in two sections."""
    seen: set[str] = set()
    names = list(node.at("steps").entries)
    for section in flow.sections:
        for item in node.at("sections", section).items:
            if item.text not in names:
                report.unknown("step", item.text, item, names)
            elif item.text in seen:
                report.add("said-twice", item, f"'{item.text}' is in two sections", fix="take one of them away")
            seen.add(item.text)


def _check_condition(flow: Flow, place: int, entity: Entity, node: Node, *, known: Known) -> None:
    step, report = flow.steps[place], known.report
    expression = condition(step.when, samples_for(entity, known), node, report)
    if expression is None:
        return
    options_known(expression, entity, node, report)
    asked = flow.asked()
    for name in sorted(speaks_of(entity, expression)):
        if asked.get(name, -1) >= place:
            _asked_later(step, flow.steps[asked[name]], entity.fields[name], node, report=report)


def _asked_later(step: FlowStep, later: FlowStep, field: Field, node: Node, *, report: Report) -> None:
    found = re.search(rf"(?<![\w.'\"]){re.escape(named(field))}\b", step.when)
    where = "only in this very step" if later is step else f"only later, in '{later.name}'"
    message = f"'{named(field)}' is asked for {where}"
    fix = f"ask for it in a step before '{step.name}'"
    report.add("asked-later", node.after(found.start() if found else 0), message, fix=fix)


def options_known(expression: Expression, entity: Entity, node: Node, report: Report) -> None:
    """Report texts that a field of options is compared with, though none of its options says so."""
    fields = {named(f): f for f in entity.fields.values() if f.options and not f.refers}
    for name, value, at in _compared(expression.text):
        field = fields.get(name)
        if field is not None and value not in field.options:
            spot: Spot = node.after(at)
            message = f"'{name}' is never '{value}'"
            report.add("unknown-option", spot, message, fix=suggestion(value, field.options))


def _compared(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield each name with a text it is compared with, and the place of that text."""
    for found in _COMPARED.finditer(text):
        part = 2 if found[2] is not None else 3
        yield found[1], found[part], found.start(part)
    for found in _AMONG.finditer(text):
        for quoted in re.finditer(_QUOTED, found[2]):
            part = 1 if quoted[1] is not None else 2
            yield found[1], quoted[part], found.start(2) + quoted.start(part)
    for found in _HOLDS.finditer(text):
        part = 1 if found[1] is not None else 2
        yield found[3], found[part], found.start(part)
