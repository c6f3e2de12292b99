"""A form that adds a row."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Setting

from toolkit import Block, Create, Entity, FieldName, Scene, ScreenKind, ScreenName, element_id, hook


class FormSettings(BaseModel):
    """What a spec may say of a form."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    ask: tuple[FieldName, ...] = Setting(
        default=(), description="The fields asked for; all that a person can fill if left out."
    )
    then: ScreenName = Setting(default="", description="The screen that follows; the row's detail if left out.")
    submit: str = Setting(default="", description="The words on the button.")
    thanks: str = Setting(default="", description="What is said when the row was added.")

    def asks(self, entity: Entity) -> tuple[str, ...]:
        """Return the fields asked for."""
        fillable = (
            f.name
            for f in entity.fields.values()
            if not (f.computed or f.stamp or f.moves or f.default in {"me", "now"})
        )
        return self.ask or tuple(fillable)


def compose(scene: Scene) -> tuple[Block, ...]:
    """Draw the form."""
    settings: FormSettings = scene.settings
    action = Create(scene.entity.name, form=element_id(scene.screen.name, "form"))
    back = scene.state.back
    cancel = scene.go("Cancel", back, "cancel") if back else None
    submit = settings.submit or f"Add {scene.entity.name.casefold()}"
    return (
        scene.form(
            scene.screen.name, scene.entity, settings.asks(scene.entity), action=action, submit=submit, cancel=cancel
        ),
    )


@hook
def register_screen_kinds() -> Iterable[ScreenKind]:
    """Bring the form."""
    return (ScreenKind("form", FormSettings, compose, entry=False),)
