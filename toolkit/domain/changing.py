"""Changing a row: what of it is stored, what the clock sets, and the state with the row or with a mistake in it."""

from collections.abc import Mapping
from dataclasses import replace

from toolkit.domain.action import Answer, Bulk, Create, Transition, Update, Values
from toolkit.domain.desk import Desk
from toolkit.domain.solution import CHANGED, Entity
from toolkit.domain.state import Attempt, State
from toolkit.domain.values import Row, Value


def stored(entity: Entity, row: Row) -> dict[str, Value]:
    """Return a row without what is worked out from it, and without what only another option's entity has."""
    return {k: v for k, v in row.items() if k == "id" or (k in entity.fields and not entity.fields[k].computed)}


def stamped(desk: Desk, entity: Entity, row: dict[str, Value], *, moved: bool) -> dict[str, Value]:
    """Return the row with the clock in the fields that a change or a state sets; leaving the state clears them."""
    status = entity.status
    for field in entity.fields.values():
        if field.stamp == CHANGED:
            row[field.name] = desk.clock(field)
        elif field.stamp and moved and status:
            row[field.name] = desk.clock(field) if row.get(status.name) == field.stamp else None
    return row


def put_row(state: State, entity: str, key: str, row: Row | None) -> State:
    """Return the state in which a row is as given, or gone."""
    changes = {**state.changes, entity: {**state.changes.get(entity, {}), key: row}}
    return replace(state, changes=changes)


def again(
    state: State,
    action: Create | Update | Transition | Bulk | Answer,
    asked: tuple[str, ...],
    errors: Mapping[str, str],
) -> State:
    """Return the same place, with what was typed and what is wrong with it."""
    typed: Values = {name: action.values[name] for name in asked if name in action.values}
    return replace(state, attempt=Attempt(action.form, typed, dict(errors)), notice="")
