"""What each action does to the state, once it is known to be allowed."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from toolkit.domain import bulk
from toolkit.domain.action import Action, Answer, Bulk, Create, Delete, Place, Transition, Update, Values
from toolkit.domain.asking import read, settled
from toolkit.domain.changing import again, new_row, put_row, stamped, stored, taken, with_notes
from toolkit.domain.flow import CHECK, FlowStep, link
from toolkit.domain.gathering import DONE, ITEM, beside, drafted, gathered, place_of, with_row, without_flow
from toolkit.domain.obeying import do_to, wrong_row
from toolkit.domain.passage import passage
from toolkit.domain.scene import Scene
from toolkit.domain.state import State
from toolkit.domain.values import slug

Landing = Callable[[State, str, str, str], Place]


def step(scene: Scene, action: Action, *, asked: tuple[str, ...], landing: Landing) -> State:
    """Return the state after an allowed action; `asked` are the fields that its form asks for, nothing else is read."""
    match action:
        case Create():
            return _create(scene, action, asked, landing)
        case Update() | Transition():
            return _changed(scene, action, asked, target=_target(scene, action))
        case Bulk():
            return bulk.step(scene, action, asked)
        case Answer():
            return _answer(scene, action, asked)
        case Delete():
            return _delete(scene, action)
    return scene.state


def _create(scene: Scene, action: Create, asked: tuple[str, ...], landing: Landing) -> State:
    """Add a row, with its defaults and stamps; a comment stays on its screen, anything else leads to what was made."""
    state, entity = scene.state, scene.app.entities[action.entity]
    typed = {**action.values, **action.fixed}
    key = f"{slug(entity.origin)}-new-{state.made + 1}"
    new = new_row(scene.desk, entity, key, state.made)
    result = taken(scene, entity, (*asked, *action.fixed), typed=typed, beside=new)
    errors = result.errors or wrong_row(scene, entity, new | result.values, asked)
    if errors:
        return again(state, action, asked, errors)
    row = stamped(scene.desk, entity, new | result.values, moved=True)
    made = replace(put_row(state, entity.name, key, row), made=state.made + 1, attempt=None)
    if scene.screen.entity != entity.name:
        return replace(made, notice=scene.say("{entity} added.", entity=scene.own(entity.name)))
    made = _with_gathered(scene, made, key)
    then = str(getattr(scene.settings, "then", ""))
    place = landing(made, entity.name, key, then)
    return replace(made, place=place, drafts=without_flow(scene), notice=_thanks(scene, place))


def _with_gathered(scene: Scene, state: State, key: str) -> State:
    """Return the state with the rows that a flow has gathered, each referring to the row that the flow has made."""
    for step in passage(scene).steps:
        for typed in gathered(scene, step).values():
            entity = scene.app.entities[step.each]
            refers = link(entity, scene.entity.name)
            values = read(scene.desk, entity, step.asks, typed=typed).values
            own = f"{slug(entity.origin)}-new-{state.made + 1}"
            row = new_row(scene.desk, entity, own, state.made) | values | ({refers.name: key} if refers else {})
            state = put_row(state, entity.name, own, stamped(scene.desk, entity, row, moved=True))
            state = replace(state, made=state.made + 1)
    return state


def _thanks(scene: Scene, place: Place) -> str:
    """Return what is said once a row was made; nothing where the screen that one lands on says it itself."""
    landed = scene.app.screen_at(place.screen)
    said = str(getattr(scene.settings, "thanks", ""))
    says_it = landed is not None and bool(getattr(landed.settings, "done", ""))
    added = scene.say("{entity} added.", entity=scene.own(scene.entity.name))
    return scene.own(said) if said else "" if says_it else added


def _target(scene: Scene, action: Update | Transition) -> str:
    """Return the state that a move leads to from where the row is; a button may lead elsewhere from another state."""
    if isinstance(action, Update):
        return ""
    entity = scene.app.entities[action.entity]
    row = scene.records.get(entity.name, action.row)
    moves = scene.moves(entity, row) if row else ()
    return next((m.target for m in moves if m.name == action.move), "")


def _changed(scene: Scene, action: Update | Transition, asked: tuple[str, ...], *, target: str = "") -> State:
    """Change a row by what was typed and by the move, if it is one."""
    entity, key = scene.app.entities[action.entity], action.row
    before = stored(entity, scene.records.get(entity.name, key) or {"id": key})
    beside = {**before, entity.status.name: target} if target and entity.status else before
    result = taken(scene, entity, asked, typed=action.values, beside=beside)
    row, said = stored(entity, {**before, **result.values}), scene.say("Saved.")
    if target and entity.status:
        row[entity.status.name] = target
        said = scene.say("{field} is now {state}.", field=entity.status.label, state=scene.own(target))
    errors = result.errors
    if not errors and isinstance(action, Transition):
        errors = do_to(scene.desk, entity, action.move, row)
    errors = errors or wrong_row(scene, entity, row, asked)
    if errors:
        return again(scene.state, action, asked, errors)
    moved = entity.status is not None and row.get(entity.status.name) != before.get(entity.status.name)
    changed = put_row(scene.state, entity.name, key, stamped(scene.desk, entity, row, moved=moved))
    changed = with_notes(scene.desk, changed, entity, key, result.values)
    return replace(changed, place=scene.here(do=""), attempt=None, notice=said)


def _answer(scene: Scene, action: Answer, asked: tuple[str, ...]) -> State:
    """Keep the answers of one step and go to the next that they lead to; the last step's next is the check."""
    state = scene.state
    step = next(s for s in passage(scene).steps if s.name == action.step)
    if step.each:
        return _gather(scene, action, step, asked)
    before = settled(scene.desk, scene.entity, state.drafts.get(scene.screen.key, {}))
    result = taken(scene, scene.entity, asked, typed=action.values, beside=before)
    if result.errors:
        return again(state, action, asked, result.errors)
    draft = {**state.drafts.get(scene.screen.key, {}), **{name: action.values.get(name, "") for name in asked}}
    return _onward(scene, step, {**state.drafts, scene.screen.key: draft})


def _onward(scene: Scene, step: FlowStep, drafts: Mapping[str, Values]) -> State:
    """Return the state after a step was answered, at what follows it by now."""
    state = replace(scene.state, drafts=drafts, attempt=None, notice="")
    checking = state.place.get("check")
    after = passage(replace(scene, state=state)).after(step, checking=bool(checking))
    return replace(state, place=state.place.with_(step=after, check=checking if after != CHECK else ""))


def _gather(scene: Scene, action: Answer, step: FlowStep, asked: tuple[str, ...]) -> State:
    """Keep one row of a step that gathers rows, or take it away; an answer about none says that these are all."""
    state = scene.state
    if not action.item:
        return _onward(scene, step, {**state.drafts, place_of(scene, step): {DONE: "yes"}})
    values: Values | None = None
    if not action.gone:
        around, row = drafted(scene, passage(scene).steps), beside(scene, step, action.item)
        entity = scene.app.entities[step.each]
        result = taken(around, entity, asked, typed=action.values, beside=row)
        made = new_row(scene.desk, entity, action.item, state.made) | dict(row) | result.values
        if errors := result.errors or wrong_row(around, entity, made, asked):
            return again(state, action, asked, errors)
        values = {name: action.values.get(name, "") for name in asked}
    drafts = with_row(scene, step, action.item, values)
    return replace(state, drafts=drafts, place=state.place.with_(**{ITEM: ""}), attempt=None, notice="")


def _delete(scene: Scene, action: Delete) -> State:
    gone = put_row(scene.state, action.entity, action.row, None)
    listed = scene.screen_for("list", action.entity)
    place = scene.state.back or (Place(listed.key) if listed else scene.here(do=""))
    notice = scene.say("{entity} deleted.", entity=scene.own(action.entity))
    return replace(gone, place=place, attempt=None, notice=notice)
