"""Conditions and filters that are held against the rows there are: what is true of none, or of all, shows nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.domain.desk import Desk
from toolkit.domain.expression import Expression
from toolkit.domain.finding import SpecFinding
from toolkit.domain.machine import Machine
from toolkit.domain.solution import Screen
from toolkit.services.checking.case import At, Case
from toolkit.services.checking.rows import desk_of
from toolkit.spec.refers import Mention, mentions

FEWEST = 5
"""With fewer rows than this a condition may well be true of none or of all."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A condition of the spec, where it stands, and the entity of whose rows it is true or not."""

    text: str
    entity: str
    at: At


def where_findings(case: Case) -> Iterator[SpecFinding]:
    """Hold every condition of every option against the data."""
    for machine in case.machines.values():
        desk = desk_of(machine)
        for claim in _claims(machine) if desk else ():
            if desk:
                yield from _held(case, desk, claim)
        for screen in machine.app.screens.values():
            if desk and screen.entity:
                yield from _filters(case, machine.option, desk, screen)


def _claims(machine: Machine) -> Iterator[Claim]:
    """Yield the conditions of screens, and those that say which rows a reference may be to."""
    for screen in machine.app.screens.values():
        for mention in mentions(type(screen.settings), screen.settings, Mention("", "", ())):
            if mention.to == "condition" and screen.entity:
                at = At(("screens", screen.name, *mention.steps), machine.option)
                yield Claim(mention.name, screen.entity, at)
    yield from _sights(machine)
    for entity in machine.app.entities.values():
        for field in entity.fields.values():
            if field.where and field.refers:
                at = At(("entities", entity.name, field.name), machine.option)
                yield Claim(field.where.text, field.refers, at)


def _sights(machine: Machine) -> Iterator[Claim]:
    """Yield the conditions of the rows that roles see."""
    for role in machine.app.roles.values():
        for name, seen in role.sees.items():
            yield Claim(seen.text, name, At(("roles", role.name, "sees", name), machine.option))


def _held(case: Case, desk: Desk, claim: Claim) -> Iterator[SpecFinding]:
    """Yield a note about a condition that tells no rows from others."""
    condition = Expression(claim.text)
    if condition.personal:
        return
    rows = list(desk.records.all(claim.entity))
    true = sum(desk.holds(condition, claim.entity, row) for row in rows)
    if len(rows) < FEWEST or 0 < true < len(rows):
        return
    fix = "change the condition, or pin a row for which it is otherwise"
    if true:
        said = f"'{claim.text}' is true of all {len(rows)} rows of {claim.entity}: it leaves nothing out"
        yield case.note("always-true", claim.at, said, fix)
    else:
        said = f"'{claim.text}' is true of none of the {len(rows)} rows of {claim.entity}: there is nothing to see"
        yield case.note("never-true", claim.at, said, fix)


def _filters(case: Case, option: str, desk: Desk, screen: Screen) -> Iterator[SpecFinding]:
    """Yield filters by a field in which all rows are the same."""
    entity = desk.app.entities[screen.entity]
    rows = list(desk.records.all(entity.name))
    for place, name in enumerate(getattr(screen.settings, "filter", ()) if len(rows) >= FEWEST else ()):
        values = {str(row.get(name)) for row in rows}
        if len(values) == 1:
            at = At(("screens", screen.name, "filter", str(place)), option)
            said = f"filtering by '{name}' changes nothing: it is the same in all {len(rows)} rows of {entity.name}"
            yield case.note("filter-idle", at, said, "leave the filter out, or pin rows that differ in it")
