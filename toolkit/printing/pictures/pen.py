"""The pen: shapes of SVG in the few colours of one picture, and the choices that its seed makes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")
HUES = (8, 28, 46, 88, 150, 178, 204, 226, 262, 318)
"""Hues that are told apart, none of them as loud as a brand's."""


@dataclass(frozen=True)
class Pen:
    """What draws one picture: numbers and colours come from its seed, and no text of it ever gets into the drawing."""

    seed: str

    @cached_property
    def _bits(self) -> bytes:
        return sha256(self.seed.encode("utf-8", "replace")).digest()

    def number(self, at: int, most: int) -> int:
        """Return a number from 0 up to, not including, `most`; another place gives another."""
        return self._bits[at % 32] * most // 256

    def pick(self, at: int, options: Sequence[T]) -> T:
        """Return one of the options."""
        return options[self.number(at, len(options))]

    @property
    def hue(self) -> int:
        """The hue of the picture."""
        return self.pick(0, HUES)

    @property
    def other(self) -> int:
        """A second hue, which suits the first."""
        return (self.hue + self.pick(1, (28, 150, 180, 210, 332))) % 360

    @property
    def ground(self) -> str:
        """The colour behind everything."""
        return f"hsl({self.hue} 26% 88%)"

    @property
    def floor(self) -> str:
        """A shade darker than the ground: what things stand on."""
        return f"hsl({self.hue} 22% 80%)"

    @property
    def main(self) -> str:
        """The colour of the thing itself."""
        return f"hsl({self.other} 24% {self.pick(2, (40, 47, 54))}%)"

    @property
    def dark(self) -> str:
        """Its dark parts."""
        return f"hsl({self.other} 24% 26%)"

    @property
    def light(self) -> str:
        """Its light parts."""
        return f"hsl({self.other} 34% 76%)"

    @property
    def paper(self) -> str:
        """Nearly white."""
        return f"hsl({self.hue} 30% 97%)"


def box(  # noqa: PLR0913, PLR0917 - it takes as many numbers to say where a rectangle lies
    x: float, y: float, width: float, height: float, fill: str, round_: float = 0
) -> str:
    """Return a rectangle."""
    corner = f' rx="{round_}"' if round_ else ""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}"{corner} fill="{fill}"/>'


def dot(x: float, y: float, radius: float, fill: str) -> str:
    """Return a filled circle."""
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}"/>'


def ring(x: float, y: float, radius: float, stroke: str, width: float = 2) -> str:
    """Return a circle that is a line."""
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="none" stroke="{stroke}" stroke-width="{width}"/>'


def area(path: str, fill: str) -> str:
    """Return a filled outline."""
    return f'<path d="{path}" fill="{fill}"/>'


def line(path: str, stroke: str, width: float = 2) -> str:
    """Return a line with round ends."""
    ends = 'stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{path}" fill="none" stroke="{stroke}" stroke-width="{width}" {ends}/>'
