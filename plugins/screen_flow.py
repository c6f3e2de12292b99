"""A flow: one question after another, a check of all answers, and a row at the end."""

from collections.abc import Iterable, Mapping

from pydantic import BaseModel, ConfigDict
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
    Form,
    Go,
    Notice,
    Place,
    Scene,
    ScreenKind,
    ScreenName,
    Steps,
    element_id,
    hook,
    slug,
)

CHECK = "Check your answers"
LAST = "_check"
"""What the last step is called in an address; no other step's name reads so there."""


class FlowSettings(BaseModel):
    """What a spec may say of a flow."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    steps: Mapping[str, tuple[FieldName, ...]] = Setting(
        description="A name for each step and the fields it asks for.", min_length=1
    )
    then: ScreenName = Setting(default="", description="The screen that follows; the row's detail if left out.")
    submit: str = Setting(default="Confirm", description="The words on the last button.")
    thanks: str = Setting(default="", description="What is said when the row was added.")


def compose(scene: Scene) -> tuple[Block, ...]:
    """Draw the step that the address names, as far as the steps before it are answered."""
    names = [*scene.settings.steps, CHECK]
    at = _at(scene, names)
    back = scene.go("Back", scene.here(step=slug(names[at - 1]), check=""), "back-step") if at else None
    steps = Steps(element_id(scene.screen.name, "steps"), tuple(names), at, back)
    return (steps, *(_check(scene) if names[at] == CHECK else (_step(scene, names[at]),)))


def _at(scene: Scene, names: list[str]) -> int:
    """Return the step to show: the one asked for, or the first that is not answered yet."""
    draft = scene.state.drafts.get(scene.screen.key, {})
    answered = [all(f in draft for f in fields) for fields in scene.settings.steps.values()]
    open_ = next((i for i, done in enumerate(answered) if not done), len(answered))
    asked = scene.place.get("step")
    keys = [*(slug(name) for name in scene.settings.steps), LAST]
    return min(keys.index(asked) if asked in keys else 0, open_)


def _step(scene: Scene, name: str) -> Form:
    fields = scene.settings.steps[name]
    draft = scene.state.drafts.get(scene.screen.key, {})
    action = Answer(scene.screen.name, name, form=element_id(scene.screen.name, name))
    return scene.form(
        name, scene.entity, fields, action=action, submit="Continue", values={f: draft[f] for f in fields if f in draft}
    )


def _check(scene: Scene) -> tuple[Block, ...]:
    """Return all answers, each with a way to change it, and the button that makes the row."""
    draft = scene.state.drafts.get(scene.screen.key, {})
    facts = tuple(
        _fact(scene, step, scene.entity.fields[name], draft.get(name, ""))
        for step, names in scene.settings.steps.items()
        for name in names
    )
    action = Create(scene.entity.name, form=element_id(scene.screen.name, "confirm"), fixed=dict(draft))
    submit = Control(element_id(scene.screen.name, "confirm", "submit"), scene.settings.submit, action, "primary")
    return (
        *_wrong(scene, action.form),
        Facts(element_id(scene.screen.name, "answers"), CHECK, facts),
        Form(action.form, scene.settings.submit, (), submit),
    )


def _wrong(scene: Scene, form: str) -> tuple[Block, ...]:
    """Return what is wrong with answers that were right when they were given: a flight has no seat left by now."""
    attempt = scene.attempt(form)
    if attempt is None:
        return ()
    said = ". ".join(attempt.errors.values())
    return (Notice(element_id(scene.screen.name, "wrong"), f"{said}. Change the answer below.", "bad"),)


def _fact(scene: Scene, step: str, field: Field, typed: str) -> Fact:
    text = _said(scene, field, typed) or "–"
    ident = element_id(scene.entity.name, field.name)
    place = Place(scene.screen.key, query=(("check", "yes"), ("step", slug(step))))
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
