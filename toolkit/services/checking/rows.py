"""Rows as they were made or pinned: computed fields that fail on them, and pinned values that no form would take."""

from collections.abc import Iterator, Mapping

from toolkit.domain.asking import read, typed_value
from toolkit.domain.desk import Desk
from toolkit.domain.expression import Expression, ExpressionError
from toolkit.domain.finding import SpecFinding
from toolkit.domain.machine import NOWHERE, Machine
from toolkit.domain.reckoning import named, reaching, spoken
from toolkit.domain.solution import NOW, Entity, Field
from toolkit.domain.values import Row, Value
from toolkit.services.checking.case import At, Case

MOST = 500
"""Rows that a computed field is tried on."""


def row_findings(case: Case) -> Iterator[SpecFinding]:
    """Look at the rows of every option's entities."""
    for option, machine in case.machines.items():
        for entity in machine.app.entities.values():
            for field in entity.fields.values():
                if field.computed:
                    yield from _failing(case, machine, entity, field)
        yield from _pins(case, option, machine)
        yield from _examples(case, option, machine)


def desk_of(machine: Machine) -> Desk | None:
    """Return what the first role who has a screen has before them."""
    starts = (machine.start(role) for role in machine.app.roles)
    return next((machine.scene(s).desk for s in starts if s.place.screen != NOWHERE), None)


def _failing(case: Case, machine: Machine, entity: Entity, field: Field) -> Iterator[SpecFinding]:
    """Yield a computed field that fails on rows that hold everything it speaks of."""
    desk = desk_of(machine)
    rows = [] if desk is None else list(desk.records.all(entity.name))[:MOST]
    failed: list[str] = []
    whole = 0
    for row in rows:
        names = spoken(entity, row) | {NOW: machine.now}
        if desk and isinstance(field.computed, Expression):
            names |= desk.records.reckoning.beyond(field.computed, entity, row)
        if isinstance(field.computed, Expression) and all(names.get(name) is not None for name in field.computed.names):
            whole += 1
            failed += _reason(field.computed, names)
    if failed:
        said = f"'{field.name}' cannot be worked out for {len(failed)} of {whole} rows of {entity.name}: {failed[0]}"
        fix = f"say what holds then, as in CONDITION ? {named(field)} : ..., and leave it empty with null"
        at = At(("entities", entity.name, field.name), machine.option)
        yield case.warning("computed-fails", at, said, fix)


def _reason(expression: Expression, names: Mapping[str, Value]) -> list[str]:
    """Return why an expression cannot be worked out; nothing if it can."""
    try:
        expression.value(names)
    except ExpressionError as error:
        return [error.what]
    return []


def _pins(case: Case, option: str, machine: Machine) -> Iterator[SpecFinding]:
    """Yield pinned values that nobody could have typed: out of bounds, taken already, or not to be chosen."""
    desk = desk_of(machine)
    for name, pins in (case.solution.data.pinned or {}).items():
        entity = machine.app.entities.get(name)
        rows = list(case.dataset.rows(name).values())
        for number, (said, row) in enumerate(zip(pins, rows, strict=False)):
            for field in (entity.fields[f] for f in said if f in entity.fields) if entity else ():
                wrong = _wrong(desk, entity, field, row) if desk and entity else ""
                if wrong:
                    at = At(("data", "pinned", name, str(number), field.name), option)
                    fix = "pin a value that the field can hold, or change the rule"
                    yield case.warning("pin-misfits", at, f"no form would take this pinned {name}: {wrong}", fix)


def _wrong(desk: Desk, entity: Entity, field: Field, row: Row) -> str:
    """Return what is wrong with a stored value, in the words of a form; empty if nothing is."""
    value = row.get(field.name)
    if value is None:
        return f"{field.label} is empty" if field.required else ""
    if field.refers:
        other = desk.records.get(field.refers, str(value))
        changes = field.where is not None and (field.where.far or reaching(desk.app.entities[field.refers]))
        fits = other is not None and (changes or desk.allowed(field, other))
        return "" if fits else f"{field.label} may not be '{desk.shown(field, value)}'"
    typed = {field.name: typed_value(desk, field, value)}
    return read(desk, entity, (field.name,), typed=typed, beside=row).errors.get(field.name, "")


def _examples(case: Case, option: str, machine: Machine) -> Iterator[SpecFinding]:
    """Yield examples and defaults that their own field would not take."""
    desk = desk_of(machine)
    for entity in machine.app.entities.values() if desk else ():
        for field in entity.fields.values():
            plain = not field.refers and not field.computed and not field.unique
            if desk and plain and field.example:
                wrong = read(desk, entity, (field.name,), typed={field.name: field.example}).errors.get(field.name)
                if wrong:
                    at = At(("entities", entity.name, field.name, "example"), option)
                    said = f"the example of '{field.name}' is one that its own form refuses: {wrong}"
                    yield case.warning("bad-example", at, said, "give an example that can be typed")
