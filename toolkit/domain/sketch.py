"""What a screen shows of a block that is still on its way: its shape."""

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
