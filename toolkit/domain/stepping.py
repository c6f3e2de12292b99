"""What each action does to the state, once it is known to be allowed."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from toolkit.domain.action import Action, Answer, Create, Delete, Place, Transition, Update, Values
from toolkit.domain.asking import read
from toolkit.domain.desk import Desk
from toolkit.domain.flow import CHECK, passage
from toolkit.domain.scene import Scene
from toolkit.domain.solution import CHANGED, Entity
from toolkit.domain.state import Attempt, State
from toolkit.domain.values import Row, Value, slug

Landing = Callable[[State, str, str, str], Place]


def step(scene: Scene, action: Action, *, asked: tuple[str, ...], landing: Landing) -> State:
    """Return the state after an allowed action; `asked` are the fields that its form asks for, nothing else is read."""
    match action:
        case Create():
            return _create(scene, action, asked, landing)
        case Update():
            return _changed(scene, action, asked)
        case Transition():
            return _changed(scene, action, asked, target=_target(scene, action))
        case Answer():
            return _answer(scene, action, asked)
        case Delete():
            return _delete(scene, action)
    return scene.state


def _create(scene: Scene, action: Create, asked: tuple[str, ...], landing: Landing) -> State:
    """Add a row, with its defaults and stamps; a comment stays on its screen, anything else leads to what was made."""
    state, entity = scene.state, scene.app.entities[action.entity]
    typed = {**action.values, **action.fixed}
    result = read(scene.desk, entity, dict.fromkeys((*asked, *action.fixed)), typed=typed)
    if result.errors:
        return _again(state, action, asked, result.errors)
    key = f"{slug(entity.name)}-new-{state.made + 1}"
    row = _stamped(scene.desk, entity, _new(scene.desk, entity, key, state.made) | result.values, moved=True)
    made = replace(_with_row(state, entity.name, key, row), made=state.made + 1, attempt=None)
    if scene.screen.entity != entity.name:
        return replace(made, notice=f"{entity.name} added.")
    then = str(getattr(scene.settings, "then", ""))
    place = landing(made, entity.name, key, then)
    drafts = {name: values for name, values in state.drafts.items() if name != scene.screen.key}
    return replace(made, place=place, drafts=drafts, notice=_thanks(scene, place))


def _thanks(scene: Scene, place: Place) -> str:
    """Return what is said once a row was made; nothing where the screen that one lands on says it itself."""
    landed = scene.app.screen_at(place.screen)
    said = str(getattr(scene.settings, "thanks", ""))
    says_it = landed is not None and bool(getattr(landed.settings, "done", ""))
    return said or ("" if says_it else f"{scene.entity.name} added.")


def _new(desk: Desk, entity: Entity, key: str, made: int) -> dict[str, Value]:
    """Return a row as it is before anything was typed."""
    row: dict[str, Value] = {"id": key}
    for field in entity.fields.values():
        if field.computed:
            continue
        given = desk.type_of(field).given
        row[field.name] = given(made + 1, field) if given else desk.default(field)
    return row


def _target(scene: Scene, action: Transition) -> str:
    """Return the state that a move leads to from where the row is; a button may lead elsewhere from another state."""
    entity = scene.app.entities[action.entity]
    row = scene.records.get(entity.name, action.row)
    moves = scene.moves(entity, row) if row else ()
    return next((m.target for m in moves if m.name == action.move), "")


def _changed(scene: Scene, action: Update | Transition, asked: tuple[str, ...], *, target: str = "") -> State:
    """Change a row by what was typed and by the move, if it is one."""
    entity, key = scene.app.entities[action.entity], action.row
    result = read(scene.desk, entity, asked, typed=action.values, row=key)
    if result.errors:
        return _again(scene.state, action, asked, result.errors)
    before = _stored(entity, scene.records.get(entity.name, key) or {"id": key})
    row, said = before | result.values, "Saved."
    if target and entity.status:
        row[entity.status.name] = target
        said = f"{entity.status.label} is now {target}."
    moved = entity.status is not None and row.get(entity.status.name) != before.get(entity.status.name)
    changed = _with_row(scene.state, entity.name, key, _stamped(scene.desk, entity, row, moved=moved))
    return replace(changed, place=scene.here(do=""), attempt=None, notice=said)


def _stored(entity: Entity, row: Row) -> dict[str, Value]:
    """Return a row without what is worked out from it, and without what only another option's entity has."""
    return {k: v for k, v in row.items() if k == "id" or (k in entity.fields and not entity.fields[k].computed)}


def _stamped(desk: Desk, entity: Entity, row: dict[str, Value], *, moved: bool) -> dict[str, Value]:
    """Return the row with the clock in the fields that a change or a state sets; leaving the state clears them."""
    status = entity.status
    for field in entity.fields.values():
        if field.stamp == CHANGED:
            row[field.name] = desk.clock(field)
        elif field.stamp and moved and status:
            row[field.name] = desk.clock(field) if row.get(status.name) == field.stamp else None
    return row


def _answer(scene: Scene, action: Answer, asked: tuple[str, ...]) -> State:
    """Keep the answers of one step and go to the next that they lead to; the last step's next is the check."""
    state = scene.state
    result = read(scene.desk, scene.entity, asked, typed=action.values)
    if result.errors:
        return _again(state, action, asked, result.errors)
    draft = {**state.drafts.get(scene.screen.key, {}), **{name: action.values.get(name, "") for name in asked}}
    way = passage(scene, draft)
    step = next(s for s in way.steps if s.name == action.step)
    after = way.after(step, checking=bool(state.place.get("check")))
    place = state.place.with_(step=after, check="" if after == CHECK else state.place.get("check"))
    return replace(state, drafts={**state.drafts, scene.screen.key: draft}, place=place, attempt=None, notice="")


def _delete(scene: Scene, action: Delete) -> State:
    gone = _with_row(scene.state, action.entity, action.row, None)
    place = scene.state.back or scene.state.place
    return replace(gone, place=place, attempt=None, notice=f"{action.entity} deleted.")


def _with_row(state: State, entity: str, key: str, row: Row | None) -> State:
    changes = {**state.changes, entity: {**state.changes.get(entity, {}), key: row}}
    return replace(state, changes=changes)


def _again(
    state: State, action: Create | Update | Transition | Answer, asked: tuple[str, ...], errors: Mapping[str, str]
) -> State:
    """Return the same place, with what was typed and what is wrong with it."""
    typed: Values = {name: action.values[name] for name in asked if name in action.values}
    return replace(state, attempt=Attempt(action.form, typed, dict(errors)), notice="")
