"""What every block is made of: a control that does something, and a cell that says something."""

from dataclasses import dataclass
from typing import Literal

from toolkit.domain.action import Action
from toolkit.domain.sketch import Picture


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
    """One value as shown: its words, and how loud (a chip's tone is never the only sign).

    `picture` is what is drawn of an image or a file; `note` is what stands softly behind the words; `lang` is the tag
    of the language that they are in, where it is another than the page's.
    """

    text: str
    look: Literal["text", "chip", "number", "long", "picture", "file"] = "text"
    tone: Literal["", "good", "warn", "bad", "info"] = ""
    picture: Picture | None = None
    note: str = ""
    lang: str = ""
