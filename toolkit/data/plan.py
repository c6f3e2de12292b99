"""What is to be made: the entities of all options, how many rows of each, and in which order."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from toolkit.data.naming import BEGUN, BORN, DUE, END, SURELY_BEGUN, about
from toolkit.domain.solution import NOW, Entity, Field, Solution
from toolkit.errors import ToolkitError

ROWS = 40
PEOPLE = 20
DATES = {"date", "datetime"}
MOST_ROWS = 100_000
"""Rows of one entity: a prototype is no load test."""
MOST_STREAMED = 10_000_000
"""Rows of one entity that are written out as they are made."""


def entities_of(solution: Solution) -> dict[str, Entity]:
    """Return the entities of the base and of all options; one that several have, with the fields of all of them."""
    found: dict[str, Entity] = {}
    for app in (solution.base, *solution.apps.values()):
        for name, entity in app.entities.items():
            known = found.get(name)
            found[name] = replace(known, fields={**entity.fields, **known.fields}) if known else entity
    return {name: replace(entity, fields=_in_spec_order(solution, name, entity)) for name, entity in found.items()}


def _in_spec_order(solution: Solution, name: str, entity: Entity) -> dict[str, Field]:
    """Return the fields with the base's first, so that an option's addition does not move them."""
    base = solution.base.entities.get(name)
    order = dict.fromkeys([*(base.fields if base else ()), *entity.fields])
    return {field: entity.fields[field] for field in order}


def counts_of(solution: Solution, entities: Mapping[str, Entity], rows: Mapping[str, int] | None) -> dict[str, int]:
    """Return how many rows each entity gets, pinned ones among them. Raises ToolkitError for what cannot be made."""
    asked = {**(solution.data.rows or {}), **(rows or {})}
    for name in asked:
        if name not in entities:
            close = get_close_matches(name, entities, n=1)
            fix = f"did you mean '{close[0]}'?" if close else f"name one of: {', '.join(entities)}"
            raise ToolkitError(f"there is no entity '{name}' to make rows of", where="data.rows", fix=fix)
    pinned = {name: len(pins) for name, pins in (solution.data.pinned or {}).items()}
    counts = {
        name: max(asked.get(name, PEOPLE if name == solution.people else ROWS), pinned.get(name, 0))
        for name in entities
    }
    for name, count in counts.items():
        if count > MOST_ROWS or asked.get(name, 0) < 0:
            raise ToolkitError(
                f"{asked.get(name, count):,} rows of '{name}' cannot be made",
                where=f"data.rows.{name}",
                fix=f"ask for 0 to {MOST_ROWS:,}",
            )
    return counts


def references(entity: Entity) -> tuple[Field, ...]:
    """Return the stored fields that hold another row's id."""
    return tuple(f for f in entity.fields.values() if f.refers and not f.computed)


def order_of(entities: Mapping[str, Entity]) -> list[str]:
    """Return the entities so that what is referred to comes first; a circle is cut where a reference may be empty."""
    order: list[str] = []
    while len(order) < len(entities):
        waiting = [name for name in entities if name not in order]
        free = [n for n in waiting if not _lacking(entities[n], references(entities[n]), waiting)]
        needed = [n for n in waiting if not _lacking(entities[n], _required(entities[n]), waiting)]
        order.append((free or needed or waiting)[0])
    return order


def _required(entity: Entity) -> tuple[Field, ...]:
    return tuple(f for f in references(entity) if f.required)


def _lacking(entity: Entity, fields: Iterable[Field], waiting: list[str]) -> bool:
    return any(f.refers != entity.name and f.refers in waiting for f in fields)


def birth_field(entity: Entity) -> Field | None:
    """Return the field that says when a row came about: the one that starts at now, else the one that is called so."""
    fields = [f for f in entity.fields.values() if f.type in DATES and not f.computed and not f.stamp]
    past = [f for f in fields if (f.high is None or f.high <= 0) and not about(f.name, DUE | BORN | END)]
    ranked = sorted(
        (f.default != NOW, not about(f.name, SURELY_BEGUN), f.name)
        for f in past
        if f.default == NOW or about(f.name, BEGUN)
    )
    return entity.fields[ranked[0][2]] if ranked else None
