"""A form that adds a row."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Setting

from toolkit import Block, Create, Field, FieldName, Scene, ScreenKind, ScreenName, ShownText, element_id, hook


class FormSettings(BaseModel):
    """What a spec may say of a form."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    ask: tuple[FieldName, ...] = Setting(
        default=(), description="The fields asked for; all that a person can fill if left out."
    )
    then: ScreenName = Setting(default="", description="The screen that follows; the row's detail if left out.")
    submit: ShownText = Setting(default="", description="The words on the button.")
    thanks: ShownText = Setting(default="", description="What is said when the row was added.")


def compose(scene: Scene) -> tuple[Block, ...]:
    """Draw the form."""
    settings: FormSettings = scene.settings
    action = Create(scene.entity.name, form=element_id(scene.screen.name, "form"))
    back = scene.state.back
    cancel = scene.go(scene.say("Cancel"), back, "cancel") if back and back.screen != scene.screen.key else None
    add = scene.say("Add {thing}", thing=scene.language.inside(scene.entity.name))
    submit = scene.own(settings.submit) if settings.submit else add
    names = settings.ask or tuple(f.name for f in scene.entity.fields.values() if _fillable(scene, f))
    return (scene.form(scene.own(scene.screen.name), scene.entity, names, action=action, submit=submit, cancel=cancel),)


def _fillable(scene: Scene, field: Field) -> bool:
    """Return whether a person can know what to say: nothing is worked out, given by the solution, or me and now."""
    by_itself = field.computed or field.stamp or field.moves or scene.desk.type_of(field).given
    return not by_itself and field.default not in ("me", "now")


@hook
def register_screen_kinds() -> Iterable[ScreenKind]:
    """Bring the form."""
    return (ScreenKind("form", FormSettings, compose, entry=False, makes=True),)
