"""A flow: one question after another, a check of all answers, and a row at the end."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Tag
from pydantic import Field as Setting

from toolkit import (
    Answer,
    Block,
    Cell,
    Control,
    Create,
    Fact,
    Facts,
    Field,
    FieldName,
    Flow,
    FlowStep,
    Form,
    Go,
    Notice,
    Passage,
    Place,
    Scene,
    ScreenKind,
    ScreenName,
    Steps,
    answers,
    element_id,
    hook,
    passage,
)

CHECKING = "Check your answers"
WHEN = "A CEL condition over the answers of the steps before; the step is passed over where it does not hold."


class Asking(BaseModel):
    """A step that asks for fields, for all or only where a condition holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    ask: tuple[FieldName, ...] = Setting(description="The fields that the step asks for.", min_length=1)
    when: str = Setting(default="", description=WHEN)


class DeadEnd(BaseModel):
    """A step at which the way ends: it says why, and leads back to the answers only."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    stop: str = Setting(description="The sentence that says why one cannot go on.", min_length=1)
    when: str = Setting(default="", description="A CEL condition over the answers of the steps before. **Needed.**")


def _sort_of(part: Any) -> str:
    """Return which sort of step is written here, in brackets: what pydantic puts into a place is no key of the spec."""
    if isinstance(part, DeadEnd) or (isinstance(part, Mapping) and "stop" in part):
        return "<stop>"
    return "<ask>" if isinstance(part, Asking | Mapping) else "<fields>"


Part = Annotated[
    Annotated[tuple[FieldName, ...], Tag("<fields>")]
    | Annotated[Asking, Tag("<ask>")]
    | Annotated[DeadEnd, Tag("<stop>")],
    Discriminator(_sort_of),
]


class FlowSettings(BaseModel):
    """What a spec may say of a flow."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    steps: Mapping[str, Part] = Setting(
        description="A name for each step and the fields it asks for, or `{ask: [FIELD], when: CONDITION}`; "
        "`{stop: SENTENCE, when: CONDITION}` ends the way there.",
        min_length=1,
    )
    then: ScreenName = Setting(default="", description="The screen that follows; the row's detail if left out.")
    submit: str = Setting(default="Confirm", description="The words on the last button.")
    thanks: str = Setting(default="", description="What is said when the row was added.")

    @property
    def flow(self) -> Flow:
        """The steps in the order they are asked."""
        return Flow(tuple(_step_of(name, part) for name, part in self.steps.items()))


def _step_of(name: str, part: tuple[str, ...] | Asking | DeadEnd) -> FlowStep:
    match part:
        case Asking():
            return FlowStep(name, part.ask, part.when)
        case DeadEnd():
            return FlowStep(name, when=part.when, stop=part.stop)
        case _:
            return FlowStep(name, part)


def compose(scene: Scene) -> tuple[Block, ...]:
    """Draw the step that the address names, as far as the steps before it are answered."""
    way = passage(scene)
    key = way.at(scene.place.get("step"))
    step, before = way.step(key), way.before(key)
    back = scene.go("Back", scene.here(step=before, check=""), "back-step") if before else None
    if step and step.stop:
        return _dead_end(scene, way, step)
    names = [s.key for s in way.asking]
    at = names.index(key) if step else len(names)
    steps = Steps(element_id(scene.screen.name, "steps"), (*(s.name for s in way.asking), CHECKING), at, back)
    return (steps, *((_step(scene, step),) if step else _check(scene)))


def _dead_end(scene: Scene, way: Passage, step: FlowStep) -> tuple[Block, ...]:
    """Return why it does not go on, and the way back to the answer that led here."""
    reason = way.reason(scene.entity)
    back = scene.go("Change your answer", scene.here(step=reason.key), "back-step", look="plain") if reason else None
    return (Notice(element_id(scene.screen.name, step.name), step.stop, "warn", back, heading=step.name),)


def _step(scene: Scene, step: FlowStep) -> Form:
    draft = scene.state.drafts.get(scene.screen.key, {})
    action = Answer(scene.screen.name, step.name, form=element_id(scene.screen.name, step.name))
    values = {f: draft[f] for f in step.asks if f in draft}
    return scene.form(step.name, scene.entity, step.asks, action=action, submit="Continue", values=values)


def _check(scene: Scene) -> tuple[Block, ...]:
    """Return all answers, each with a way to change it, and the button that makes the row."""
    way = passage(scene)
    given = answers(scene, way)
    facts = tuple(_fact(scene, s, scene.entity.fields[n], given.get(n, "")) for s in way.steps for n in s.asks)
    action = Create(scene.entity.name, form=element_id(scene.screen.name, "confirm"), fixed=dict(given))
    submit = Control(element_id(scene.screen.name, "confirm", "submit"), scene.settings.submit, action, "primary")
    return (
        *_wrong(scene, action.form),
        Facts(element_id(scene.screen.name, "answers"), CHECKING, facts),
        Form(action.form, scene.settings.submit, (), submit),
    )


def _wrong(scene: Scene, form: str) -> tuple[Block, ...]:
    """Return what is wrong with answers that were right when they were given: a flight has no seat left by now."""
    attempt = scene.attempt(form)
    if attempt is None:
        return ()
    said = ". ".join(attempt.errors.values())
    return (Notice(element_id(scene.screen.name, "wrong"), f"{said}. Change the answer below.", "bad"),)


def _fact(scene: Scene, step: FlowStep, field: Field, typed: str) -> Fact:
    text = _said(scene, field, typed) or "–"
    ident = element_id(scene.entity.name, field.name)
    place = Place(scene.screen.key, query=(("check", "yes"), ("step", step.key)))
    return Fact(
        ident,
        field.label,
        Cell(text),
        Control(f"{ident}.change", f"Change {field.label.casefold()}", Go(place), "link"),
    )


def _said(scene: Scene, field: Field, typed: str) -> str:
    """Return an answer as people read it."""
    if field.refers:
        return next(
            (f"{c.label} ({c.about})" if c.about else c.label for c in scene.desk.choices(field) if c.value == typed),
            "",
        )
    try:
        return scene.shown(field, scene.desk.type_of(field).read(typed, field)) if typed else ""
    except ValueError:
        return typed


@hook
def register_screen_kinds() -> Iterable[ScreenKind]:
    """Bring the flow."""
    return (ScreenKind("flow", FlowSettings, compose, entry=False),)
