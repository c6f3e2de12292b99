"""What every block is made of: a control that does something, and a cell that says something."""

from dataclasses import dataclass
from typing import Literal

from toolkit.domain.action import Action


@dataclass(frozen=True, slots=True)
class Control:
    """One thing that can be done: a link when it only goes somewhere, a button when it changes something."""

    id: str
    label: str
    action: Action
    look: Literal["primary", "plain", "danger", "link"] = "plain"
    current: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One value as shown: its words, and how loud (a chip's tone is never the only sign)."""

    text: str
    look: Literal["text", "chip", "number", "long", "picture"] = "text"
    tone: Literal["", "good", "warn", "bad", "info"] = ""
