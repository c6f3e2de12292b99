"""What each action does to the state, once it is known to be allowed."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from toolkit.domain.action import Action, Answer, Create, Delete, Place, Transition, Update, Values
from toolkit.domain.asking import Desk, read
from toolkit.domain.scene import Scene
from toolkit.domain.solution import CHANGED, Entity, Move
from toolkit.domain.state import Attempt, State
from toolkit.domain.values import Row, Value, slug

Landing = Callable[[State, str, str, str], Place]


def step(scene: Scene, state: State, action: Action, *, landing: Landing) -> State:
    """Return the state after an allowed action."""
    if isinstance(action, Create):
        return _create(scene, state, action, landing)
    if isinstance(action, Update):
        return _update(scene, state, action)
    if isinstance(action, Transition):
        return _transition(scene, state, action)
    if isinstance(action, Answer):
        return _answer(scene, state, action)
    if isinstance(action, Delete):
        return _delete(scene, state, action)
    return state


def _create(scene: Scene, state: State, action: Create, landing: Landing) -> State:
    """Add a row, with its defaults and stamps; a comment stays on its screen, anything else leads to what was made."""
    entity = scene.app.entities[action.entity]
    typed = {**action.values, **action.fixed}
    asked = [name for name in entity.fields if name in typed or name in _asked(scene, action)]
    result = read(scene.desk, entity, asked, typed=typed)
    if result.errors:
        return _again(state, action.form, action.values, result.errors)
    key = f"{slug(entity.name)}-new-{state.made + 1}"
    row = _stamped(scene.desk, entity, _new(scene.desk, entity, key, state.made) | result.values, moved=True)
    made = replace(_with_row(state, entity.name, key, row), made=state.made + 1, attempt=None)
    here = scene.screen.entity != entity.name
    then = str(getattr(scene.settings, "then", ""))
    place = state.place if here else landing(state, entity.name, key, then)
    thanks = str(getattr(scene.settings, "thanks", "")) or f"{entity.name} added."
    drafts = {name: values for name, values in state.drafts.items() if name != scene.screen.key}
    return replace(made, place=place, drafts=drafts, notice=f"{entity.name} added." if here else thanks)


def _asked(scene: Scene, action: Create) -> frozenset[str]:
    """Return the fields that the form on screen asks for, so that one left out by the sender counts as empty."""
    related: Mapping[str, tuple[str, ...]] = getattr(scene.settings, "related", {})
    if scene.screen.entity != action.entity:
        return frozenset(related.get(action.entity, ()))
    asks = getattr(scene.settings, "asks", None)
    return frozenset(asks(scene.entity) if asks else ())


def _new(desk: Desk, entity: Entity, key: str, made: int) -> dict[str, Value]:
    """Return a row as it is before anything was typed."""
    row: dict[str, Value] = {"id": key}
    for field in entity.fields.values():
        if field.computed:
            continue
        given = desk.type_of(field).given
        row[field.name] = given(made + 1, field) if given else desk.default(field)
    return row


def _update(scene: Scene, state: State, action: Update) -> State:
    return _changed(scene, state, action, names=tuple(scene.settings.edit))


def _transition(scene: Scene, state: State, action: Transition) -> State:
    status = scene.app.entities[action.entity].status
    move = next(m for m in status.moves if m.name == action.move) if status else None
    return _changed(scene, state, action, names=move.asks, moved=move) if move else state


def _changed(
    scene: Scene, state: State, action: Update | Transition, *, names: tuple[str, ...], moved: Move | None = None
) -> State:
    """Change a row by what was typed and by the move, if it is one."""
    entity, key = scene.app.entities[action.entity], action.row
    result = read(scene.desk, entity, names, typed=action.values, row=key)
    if result.errors:
        return _again(state, action.form, action.values, result.errors)
    row = _stored(entity, scene.records.get(entity.name, key) or {"id": key}) | result.values
    said, target = "Saved.", moved.target if moved else ""
    if target and entity.status:
        row[entity.status.name] = target
        said = f"{entity.status.label} is now {target}."
    row = _stamped(scene.desk, entity, row, moved=bool(target))
    return replace(_with_row(state, entity.name, key, row), place=state.place.with_(do=""), attempt=None, notice=said)


def _stored(entity: Entity, row: Row) -> dict[str, Value]:
    """Return a row without what is worked out from it."""
    return {k: v for k, v in row.items() if k == "id" or not entity.fields[k].computed}


def _stamped(desk: Desk, entity: Entity, row: dict[str, Value], *, moved: bool) -> dict[str, Value]:
    """Return the row with the clock in the fields that a change or a state sets; leaving the state clears them."""
    status = entity.status
    for field in entity.fields.values():
        if field.stamp == CHANGED:
            row[field.name] = desk.now
        elif field.stamp and moved and status:
            row[field.name] = desk.now if row.get(status.name) == field.stamp else None
    return row


def _answer(scene: Scene, state: State, action: Answer) -> State:
    """Keep the answers of one step and go to the next; the last step's next is the check of all answers."""
    steps: Mapping[str, tuple[str, ...]] = scene.settings.steps
    names = list(steps)
    result = read(scene.desk, scene.entity, steps[action.step], typed=action.values)
    if result.errors:
        return _again(state, action.form, action.values, result.errors)
    draft = {**state.drafts.get(scene.screen.key, {}), **{n: action.values.get(n, "") for n in steps[action.step]}}
    after = names[names.index(action.step) + 1 :]
    checking = state.place.get("check") or not after
    place = state.place.with_(step="check" if checking else slug(after[0]), check="")
    return replace(state, drafts={**state.drafts, scene.screen.key: draft}, place=place, attempt=None, notice="")


def _delete(scene: Scene, state: State, action: Delete) -> State:
    gone = _with_row(state, action.entity, action.row, None)
    return replace(gone, place=state.back or state.place, attempt=None, notice=f"{action.entity} deleted.")


def _with_row(state: State, entity: str, key: str, row: Row | None) -> State:
    changes = {**state.changes, entity: {**state.changes.get(entity, {}), key: row}}
    return replace(state, changes=changes)


def _again(state: State, form: str, values: Values, errors: Mapping[str, str]) -> State:
    """Return the same place, with what was typed and what is wrong with it."""
    return replace(state, attempt=Attempt(form, dict(values), dict(errors)), notice="")
