"""How far somebody has come in a flow: the steps that the answers lead through, and where one can go from here."""

from dataclasses import dataclass, field
from typing import Literal

from toolkit.domain.action import Values
from toolkit.domain.asking import read
from toolkit.domain.expression import Expression
from toolkit.domain.flow import CHECK, LIST, Flow, FlowStep, speaks_of
from toolkit.domain.gathering import DONE, DRAFT, drafted, gathered, place_of
from toolkit.domain.scene import Scene
from toolkit.domain.solution import Entity
from toolkit.domain.values import Value

Standing = Literal["Not started", "In progress", "Completed", "Cannot start yet", "Not needed"]


@dataclass(frozen=True, slots=True)
class Passage:
    """The steps that the answers lead through, the names of those answered, and the sections that have to wait."""

    steps: tuple[FlowStep, ...]
    answered: frozenset[str]
    sections: tuple[str, ...] = ()
    waiting: frozenset[str] = frozenset()

    @property
    def open(self) -> FlowStep | None:
        """The first step without an answer; a dead end never has one."""
        return _open(self.steps, self.answered)

    def of(self, section: str) -> tuple[FlowStep, ...]:
        """Return the steps of a section; those of no section come before the list."""
        return tuple(s for s in self.steps if s.section == section)

    def asking(self, section: str) -> tuple[FlowStep, ...]:
        """Return the steps of a section that ask for something: all but dead ends."""
        return tuple(s for s in self.of(section) if not s.stop)

    def standing(self, section: str) -> Standing:
        """Return how complete a section is."""
        own = self.of(section)
        if section in self.waiting:
            return "Cannot start yet"
        if not own:
            return "Not needed"
        if _open(own, self.answered) is None:
            return "Completed"
        return "In progress" if any(s.name in self.answered for s in own) else "Not started"

    def entrance(self, section: str) -> FlowStep | None:
        """Return where a section is entered: at its first open step, or where it begins; None where it cannot be."""
        own = self.of(section) if section not in self.waiting else ()
        return _open(own, self.answered) or next(iter(own), None)

    def reason(self, end: FlowStep, entity: Entity) -> FlowStep | None:
        """Return the step that is to be answered otherwise to get past a dead end."""
        spoken = speaks_of(entity, Expression(end.when)) if end.when else frozenset()
        before = self.steps[: self.steps.index(end)]
        return next((s for s in reversed(before) if not s.each and spoken & set(s.asks)), None)

    def step(self, key: str) -> FlowStep | None:
        """Return the step of this address, if the answers lead through it."""
        return next((s for s in self.steps if s.key == key), None)

    def at(self, wanted: str) -> str:
        """Return the key of what is shown: what the address wants, if it can be reached; else what is to be done."""
        keys = self._reachable()
        if wanted in keys:
            return wanted
        if LIST in keys:
            return LIST
        return keys[-1] if self.step(wanted) or wanted in {CHECK, LIST} else keys[0]

    def before(self, key: str) -> str:
        """Return the key of what comes before; empty for the first step."""
        step = self.step(key)
        if step is None and key == CHECK and self.sections:
            return LIST
        own = self.of(step.section if step else "")
        earlier = own[: own.index(step)] if step in own else own
        if earlier:
            return earlier[-1].key
        return LIST if step and step.section else ""

    def after(self, step: FlowStep, *, checking: bool) -> str:
        """Return the key of what follows an answer; whoever came from the check sees only what is open by now."""
        own = self.of(step.section)
        end = LIST if self.sections else CHECK
        if checking:
            left = _open(own, self.answered)
            return left.key if left else CHECK if self.open is None else end
        later = own[own.index(step) + 1 :]
        return later[0].key if later else end

    def _reachable(self) -> list[str]:
        """Return the keys of what can be gone to: in each section nothing behind the first open step."""
        keys = _up_to_open(self.of(""), self.answered)
        if _open(self.of(""), self.answered):
            return keys
        if self.sections:
            keys.append(LIST)
        for section in self.sections:
            keys += _up_to_open(self.of(section), self.answered) if section not in self.waiting else []
        return [*keys, CHECK] if self.open is None else keys


def _open(steps: tuple[FlowStep, ...], answered: frozenset[str]) -> FlowStep | None:
    return next((s for s in steps if s.name not in answered), None)


def _up_to_open(steps: tuple[FlowStep, ...], answered: frozenset[str]) -> list[str]:
    left = _open(steps, answered)
    return [s.key for s in (steps[: steps.index(left) + 1] if left else steps)]


@dataclass(slots=True)
class _Walk:
    """One walk through the steps of a flow, with the answers gathered on the way."""

    scene: Scene
    flow: Flow
    typed: Values
    row: dict[str, Value] = field(default_factory=dict)
    steps: list[FlowStep] = field(default_factory=list)
    answered: set[str] = field(default_factory=set)
    unknown: dict[str, str] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)

    def take(self, step: FlowStep) -> None:
        """Take one step: whether it is on the way, and what it answers; `unknown` are fields without an answer yet."""
        entity = self.scene.entity
        spoken = speaks_of(entity, Expression(step.when)) if step.when else frozenset()
        open_ = spoken & self.unknown.keys()
        if step.section and any(self.unknown[name] != step.section for name in open_):
            self.waiting.add(step.section)
        if step.when and not self._holds(step):
            self.unknown |= dict.fromkeys(step.asks, step.section) if open_ else {}
            return
        self.steps.append(step)
        if step.each:
            kept = self.scene.state.drafts.get(place_of(self.scene, step), {})
            if DONE in kept and len(gathered(self.scene, step)) >= step.low:
                self.answered.add(step.name)
        elif not step.stop and all(name in self.typed for name in step.asks):
            self.answered.add(step.name)
            self.row |= read(self.scene.desk, entity, step.asks, typed=self.typed).values
        else:
            self.unknown |= dict.fromkeys(step.asks, step.section)

    def _holds(self, step: FlowStep) -> bool:
        scene, entity = drafted(self.scene, self.flow.steps, self.row), self.scene.entity
        row = scene.records.get(entity.name, DRAFT) or scene.records.complete(entity, self.row)
        return scene.desk.holds(Expression(step.when), entity.name, row)


def flow_of(scene: Scene) -> Flow | None:
    """Return the flow that the scene's screen is, if it is one."""
    flow = getattr(scene.settings, "flow", None)
    return flow if isinstance(flow, Flow) else None


def passage(scene: Scene, draft: Values | None = None) -> Passage:
    """Return how far somebody has come in the flow that is the scene's screen, by the answers kept or by others.

    Each condition is held against the answers of the steps before it, skipped ones left out; a field that no step
    asks for has its default, and what has no answer yet is empty.
    """
    flow = flow_of(scene) or Flow(())
    typed = scene.state.drafts.get(scene.screen.key, {}) if draft is None else draft
    asked = flow.asked()
    stored = (f for f in scene.entity.fields.values() if f.name not in asked and not f.computed)
    walk = _Walk(scene, flow, typed, {"id": "", **{f.name: scene.desk.default(f) for f in stored}})
    for step in flow.steps:
        walk.take(step)
    return Passage(tuple(walk.steps), frozenset(walk.answered), flow.sections, frozenset(walk.waiting))


def answers(scene: Scene, way: Passage) -> Values:
    """Return the answers that count: those of the steps that the way leads through."""
    draft = scene.state.drafts.get(scene.screen.key, {})
    return {name: draft[name] for step in way.steps if not step.each for name in step.asks if name in draft}
