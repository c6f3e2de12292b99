"""A page of text with ways onward."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Setting

from toolkit import Actions, Block, Place, Scene, ScreenKind, ScreenName, Text, element_id, hook


class PageSettings(BaseModel):
    """What a spec may say of a page."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: str = Setting(description="What the page says; an empty line begins a new paragraph.")
    do: tuple[ScreenName, ...] = Setting(default=(), description="The screens it leads to; the first is the main one.")


def compose(scene: Scene) -> tuple[Block, ...]:
    """Draw the paragraphs and a button for each way onward."""
    settings: PageSettings = scene.settings
    paragraphs = tuple(part.strip() for part in settings.text.split("\n\n") if part.strip())
    ways = [screen for name in settings.do if (screen := scene.may(name))]
    controls = tuple(
        scene.go(s.name, Place(s.key), "do", s.name, look="plain" if i else "primary") for i, s in enumerate(ways)
    )
    text = Text(element_id(scene.screen.name, "text"), paragraphs)
    return (text, Actions(element_id(scene.screen.name, "actions"), controls)) if controls else (text,)


@hook
def register_screen_kinds() -> Iterable[ScreenKind]:
    """Bring the page."""
    return (ScreenKind("page", PageSettings, compose, subject="text"),)
