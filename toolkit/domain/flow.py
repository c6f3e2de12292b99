"""Flows: steps in the order they are asked, those that the answers lead through, and how far somebody has come."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.domain.action import Values
from toolkit.domain.asking import read
from toolkit.domain.expression import Expression
from toolkit.domain.records import computed, named
from toolkit.domain.scene import Scene
from toolkit.domain.solution import Entity
from toolkit.domain.values import Value, slug

CHECK = "_check"
"""The page of a flow that shows all answers; no name of a step reads so in an address."""


@dataclass(frozen=True, slots=True)
class FlowStep:
    """One step: the fields it asks for, or, with `stop`, the sentence at which the way ends; `when` is CEL."""

    name: str
    asks: tuple[str, ...] = ()
    when: str = ""
    stop: str = ""

    @property
    def key(self) -> str:
        """The step's name in ids and addresses."""
        return slug(self.name)


@dataclass(frozen=True, slots=True)
class Flow:
    """All steps of a flow, in the order they are asked."""

    steps: tuple[FlowStep, ...]

    def asked(self) -> Mapping[str, int]:
        """Return the fields that are asked for, with the place of the first step that asks for each."""
        found: dict[str, int] = {}
        for place, step in enumerate(self.steps):
            for name in step.asks:
                found.setdefault(name, place)
        return found


@dataclass(frozen=True, slots=True)
class Passage:
    """How far somebody has come: the steps that the answers lead through, and the names of those answered."""

    steps: tuple[FlowStep, ...]
    answered: frozenset[str]

    @property
    def open(self) -> FlowStep | None:
        """The first step without an answer; a dead end never has one."""
        return next((s for s in self.steps if s.name not in self.answered), None)

    @property
    def asking(self) -> tuple[FlowStep, ...]:
        """The steps that ask for something: all but dead ends."""
        return tuple(s for s in self.steps if not s.stop)

    def reason(self, entity: Entity) -> FlowStep | None:
        """Return the step that is to be answered otherwise to get past the dead end one is at."""
        at = self.open
        if at is None or not at.stop or not at.when:
            return None
        spoken = speaks_of(entity, Expression(at.when))
        return next((s for s in reversed(self.steps[: self.steps.index(at)]) if spoken & set(s.asks)), None)

    def step(self, key: str) -> FlowStep | None:
        """Return the step of this address, if the answers lead through it."""
        return next((s for s in self.steps if s.key == key), None)

    def at(self, wanted: str) -> str:
        """Return the key of what is shown: what the address wants, but nothing behind the first open step."""
        keys = [*(s.key for s in self.steps), CHECK]
        furthest = keys.index(self.open.key) if self.open else len(keys) - 1
        return keys[min(keys.index(wanted) if wanted in keys else 0, furthest)]

    def before(self, key: str) -> str:
        """Return the key of what comes before; empty for the first step."""
        keys = [*(s.key for s in self.steps), CHECK]
        return keys[keys.index(key) - 1] if keys.index(key) else ""

    def after(self, step: FlowStep, *, checking: bool) -> str:
        """Return the key of what follows an answer; whoever came from the check sees only what is open by now."""
        if checking:
            return self.open.key if self.open else CHECK
        later = self.steps[self.steps.index(step) + 1 :]
        return later[0].key if later else CHECK


def passage(scene: Scene, draft: Values | None = None) -> Passage:
    """Return how far somebody has come in the flow that is the scene's screen, by the answers kept or by others.

    Each condition is held against the answers of the steps before it, skipped ones left out; a field that no step
    asks for has its default, and what has no answer yet is empty.
    """
    flow, entity, desk = _flow(scene), scene.entity, scene.desk
    typed = scene.state.drafts.get(scene.screen.key, {}) if draft is None else draft
    asked = flow.asked()
    row: dict[str, Value] = {"id": ""}
    row |= {f.name: desk.default(f) for f in entity.fields.values() if f.name not in asked and not f.computed}
    steps: list[FlowStep] = []
    answered: set[str] = set()
    for step in flow.steps:
        known = computed(entity, row, desk.now) if step.when else row
        if step.when and not desk.holds(Expression(step.when), entity.name, known):
            continue
        steps.append(step)
        if not step.stop and all(name in typed for name in step.asks):
            answered.add(step.name)
            row |= read(desk, entity, step.asks, typed=typed).values
    return Passage(tuple(steps), frozenset(answered))


def _flow(scene: Scene) -> Flow:
    flow = scene.settings.flow
    if not isinstance(flow, Flow):
        raise TypeError(f"the settings of '{scene.screen.name}' bring no flow")
    return flow


def answers(scene: Scene, way: Passage) -> Values:
    """Return the answers that count: those of the steps that the way leads through."""
    draft = scene.state.drafts.get(scene.screen.key, {})
    return {name: draft[name] for step in way.steps for name in step.asks if name in draft}


def speaks_of(entity: Entity, condition: Expression) -> frozenset[str]:
    """Return the stored fields that a condition depends on, through computed ones too."""
    fields = {named(f): f for f in entity.fields.values()}
    found: set[str] = set()
    waiting = set(condition.names)
    while waiting:
        field = fields.get(waiting.pop())
        if field is None or field.name in found:
            continue
        found.add(field.name)
        waiting |= field.computed.names if field.computed else frozenset()
    return frozenset(name for name in found if not entity.fields[name].computed)
