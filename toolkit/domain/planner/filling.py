"""Filling in a form as somebody would who wants to get the task done: one sensible value for each input."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from toolkit.domain.action import Answer, Bulk, Create, Transition, Update
from toolkit.domain.asking import settled
from toolkit.domain.gathering import beside, drafted
from toolkit.domain.kinds import FieldType
from toolkit.domain.passage import flow_of
from toolkit.domain.planner.apart import set_apart
from toolkit.domain.planner.hints import Hints
from toolkit.domain.ruling import TURNED, Room, compared, fits, needed
from toolkit.domain.scene import Scene
from toolkit.domain.solution import ME, Comparison, Entity, Field
from toolkit.domain.values import Row, Value
from toolkit.domain.view import Form, Input

_FILLED = " Thank you."
_WORDS = {
    "first_name": "Alex",
    "last_name": "Morgan",
    "user_name": "alex.morgan",
    "address": "12 Mill Lane\nLeeds\nLS1 4AP",
    "domain_word": "morgan",
}


@dataclass(frozen=True, slots=True)
class _Steady:
    """Chance without chance: the lowest number, the middle, the first option; so that a plan is always the same."""

    def whole(self, low: int, high: int) -> int:
        return low

    def share(self) -> float:
        return 0.5

    def pick(self, options: tuple[str, ...]) -> str:
        return options[0]

    def faker(self, provider: str) -> str:
        return _WORDS.get(provider, provider.replace("_", " ").capitalize())


def entity_of(scene: Scene, form: Form) -> Entity:
    """Return the entity whose fields a form asks for."""
    action = form.submit.action
    if isinstance(action, Answer) and (flow := flow_of(scene)):
        each = next((s.each for s in flow.steps if s.name == action.step), "")
        return scene.app.entities[each] if each else scene.entity
    if isinstance(action, Create | Update | Transition | Bulk):
        return scene.app.entities[action.entity]
    return scene.entity


def fill(scene: Scene, form: Form, hints: Hints) -> dict[str, str]:
    """Return what is typed or chosen: what the goal wants, else what stands there, else, where required, a made value.

    A required input for which nothing is found stays empty; the machine then says what is wrong with it.
    """
    entity = entity_of(scene, form)
    wanted = hints.wanted if entity.name == hints.entity else {}
    values = {i.name: _value(scene, entity, i, wanted, hints) for i in form.inputs}
    if any(f.compares or f.needed_when or f.apart for f in entity.fields.values()):
        _keep_rules(scene, entity, form, values, hints=hints)
    return values


def _keep_rules(scene: Scene, entity: Entity, form: Form, values: dict[str, str], *, hints: Hints) -> None:
    """Fill in what these answers make necessary, and move made-up values that others rule out; the goal's own stay."""
    scene, rest = _around(scene, entity, form)
    desk = scene.desk
    for asked in form.inputs:
        field = entity.fields.get(asked.name)
        row = {**rest, **settled(desk, entity, values)}
        if field and not values[asked.name] and needed(desk, entity, field, row):
            values[asked.name] = _value(scene, entity, replace(asked, required=True), {}, hints)
    wanted = hints.wanted if entity.name == hints.entity else {}
    free = values.keys() - wanted.keys()
    for field in entity.fields.values():
        for rule in field.compares:
            row = {**rest, **settled(desk, entity, values)}
            values |= _moved(scene, entity, desk.records.complete(entity, row), side=(field, rule), free=free)
    values |= set_apart(scene, entity, values, {i.name: i for i in form.inputs if i.name in free}, beside=rest)


def _around(scene: Scene, entity: Entity, form: Form) -> tuple[Scene, Row]:
    """Return what a form's answers are held against: the rest of the row, and the rows around it."""
    action, flow = form.submit.action, flow_of(scene)
    named = action.step if isinstance(action, Answer) else ""
    step = next((s for s in (flow.steps if flow else ()) if s.each and s.name == named), None)
    if flow is None or step is None or not isinstance(action, Answer):
        return scene, scene.beside(entity, action)
    return drafted(scene, flow.steps), beside(scene, step, action.item)


def _moved(
    scene: Scene, entity: Entity, row: Row, *, side: tuple[Field, Comparison], free: AbstractSet[str]
) -> dict[str, str]:
    """Return what to type instead, where the two fields of a comparison do not stand to each other as they should."""
    field, rule = side
    there = compared(scene.desk, entity, row, rule=rule, field=field)[0]
    if fits(rule.words, row.get(field.name), there):
        return {}
    for moved, words, still in (
        (field.name, rule.words, there),
        (rule.field, TURNED[rule.words], row.get(field.name)),
    ):
        part = entity.fields.get(moved)
        kind = scene.desk.type_of(part) if part and moved in free else None
        value = Room(kind, part, scene.desk.now).beyond(words, still) if kind and part else None
        if kind and part and value is not None:
            return {moved: kind.typed(value, part)}
    return {}


def _value(scene: Scene, entity: Entity, asked: Input, wanted: Mapping[str, Value], hints: Hints) -> str:
    known = asked.name in entity.fields or "." in asked.name
    field = scene.desk.asked(entity, asked.name) if known else None
    if field and asked.name in wanted:
        return _wanted(scene, field, asked, wanted[asked.name])
    if asked.value or not asked.required:
        return asked.value
    if field and field.several:
        return "\n".join(choice.value for choice in asked.choices[: max(1, int(field.low or 1))])
    if asked.choices:
        return next((choice.value for choice in asked.choices if choice.value), "")
    return _made(scene, entity, field, hints) if field else hints.sentence


def _wanted(scene: Scene, field: Field, asked: Input, value: Value) -> str:
    """Return a value of the goal as it is typed, or as the choice that says it."""
    text = scene.desk.me if value == ME and field.refers else scene.desk.type_of(field).typed(value, field)
    if field.several and isinstance(value, tuple):
        return "\n".join(choice.value for choice in asked.choices if {choice.value, choice.label} & {*value})
    chosen = (choice.value for choice in asked.choices if text in {choice.value, choice.label})
    return next(chosen, text)


def _made(scene: Scene, entity: Entity, field: Field, hints: Hints) -> str:
    """Return a made-up value: the example given, for free text the task's own words, else what the type makes up."""
    kind = scene.desk.type_of(field)
    if field.example:
        return field.example
    if field.pattern:
        known = (row.get(field.name) for row in scene.records.all(entity.name))
        return next((kind.typed(value, field) for value in known if value), "")
    if kind.span == "characters":
        return _fitting(hints.sentence, field)
    return kind.typed(_faked(scene, kind, field), field)


def _faked(scene: Scene, kind: FieldType, field: Field) -> Value:
    value = kind.fake(field, _Steady())
    if kind.span == "days" and isinstance(value, timedelta):
        moment: datetime = scene.desk.now + value
        value = moment.date() if field.type == "date" else moment
    return field.hours.within(value, 0.5) if field.hours else value


def _fitting(text: str, field: Field) -> str:
    """Return the text within the field's bounds, cut at a word."""
    low, high = int(field.low or 0), int(field.high or 200)
    while len(text) < low:
        text += _FILLED
    return text if len(text) <= high else text[: high + 1].rpartition(" ")[0][:high] or text[:high]
