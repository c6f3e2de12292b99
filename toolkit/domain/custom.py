"""The custom block: a place on the stage that own code draws, and what stands there for all other readers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol

from toolkit.domain.control import Control


class Slot(Protocol):
    """The place on the stage, in one tab, that a custom block draws into."""

    @property
    def block(self) -> "Custom":
        """The block that is drawn, with its data and controls."""

    def press(self, control: str) -> Awaitable[None]:
        """Do what a control of the block does, by its id: `on_click=lambda: slot.press("queue.map.open")`."""


@dataclass(frozen=True, slots=True)
class Custom:
    """Something drawn freely: on stage `draw` fills the slot with NiceGUI elements, whenever the block has changed.

    Whoever cannot draw (planner, offline copy, static pages) reads `text`, and so do people while it is not drawn.
    `data` is what the drawing depends on. What can be done in it are `controls`, which also stand below it as links and
    buttons, for keyboards, screen readers and robots.
    """

    id: str
    label: str
    text: str
    draw: Callable[[Slot], object] = field(compare=False, repr=False)
    data: object = ()
    controls: tuple[Control, ...] = ()
