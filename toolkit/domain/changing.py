"""Changing a row: what of it is stored, what the clock sets, and the state with the row or with a mistake in it."""

from collections.abc import Mapping
from dataclasses import replace

from toolkit.domain.action import Answer, Bulk, Create, Transition, Update, Values
from toolkit.domain.asking import Read, read, storable
from toolkit.domain.desk import Desk
from toolkit.domain.flow import link
from toolkit.domain.scene import Scene
from toolkit.domain.solution import CHANGED, Entity
from toolkit.domain.state import Attempt, State
from toolkit.domain.values import Row, Value, slug


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
    """Return the same place, with what was typed and what is wrong with it; what is of no field is said on top."""
    typed: Values = {name: action.values[name] for name in asked if name in action.values}
    wrong = {name: said for name, said in errors.items() if name}
    attempt = Attempt(action.form, typed, wrong) if wrong or typed else None
    return replace(state, attempt=attempt, notice="", refused=errors.get("", ""))


def new_row(desk: Desk, entity: Entity, key: str, made: int) -> dict[str, Value]:
    """Return a row as it is before anything was typed."""
    row: dict[str, Value] = {"id": key}
    for field in entity.fields.values():
        if field.computed:
            continue
        given = desk.type_of(field).given
        row[field.name] = given(made + 1, field) if given else desk.default(field)
    return row


def with_notes(desk: Desk, state: State, entity: Entity, key: str, typed: Mapping[str, Value]) -> State:
    """Return the state with the rows that were made along with a move: what was typed as 'Comment.body' is a comment's.

    Each refers to the row that was moved.
    """
    notes: dict[str, dict[str, Value]] = {}
    for name, value in typed.items():
        other, _, part = name.partition(".")
        if part and value not in (None, "", ()):
            notes.setdefault(other, {})[part] = value
    for other, values in notes.items():
        about = desk.app.entities[other]
        refers = link(about, entity.name)
        own = f"{slug(other)}-new-{state.made + 1}"
        row = new_row(desk, about, own, state.made) | values | ({refers.name: key} if refers else {})
        state = put_row(state, other, own, stamped(desk, about, row, moved=True))
        state = replace(state, made=state.made + 1)
    return state


def taken(scene: Scene, entity: Entity, asked: tuple[str, ...], *, typed: Values, beside: Row | None = None) -> Read:
    """Return what was typed, read, and what is wrong with it: nothing is where a presenter lets mistakes pass."""
    found = read(scene.desk, entity, dict.fromkeys(asked), typed=typed, beside=beside)
    return storable(scene.desk, entity, found, typed) if found.errors and scene.state.lenient else found
