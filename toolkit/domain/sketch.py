"""What a screen shows of what is not there: the shape of a block that is on its way, and the subject of a picture."""

from dataclasses import dataclass
from typing import Literal

Shape = Literal["text", "rows", "cards", "form", "figures", "chart", "facts", "posts"]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The shape of a block, in so many lines; the first of a view says in `said` what is loading."""

    id: str
    shape: Shape
    lines: int
    said: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to be drawn: what it shows, what tells it from its likes, and what is said to who cannot see it."""

    subject: str
    seed: str
    about: str = ""
