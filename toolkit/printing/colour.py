"""Colours that can be read: contrast as WCAG 2.2 defines it, and an accent moved until it has enough of it.

The formulas are those of https://www.w3.org/TR/WCAG22/#dfn-relative-luminance and #dfn-contrast-ratio.
"""

import colorsys
import re
from collections.abc import Iterable

from toolkit.errors import ToolkitError

WHITE, BLACK = "#ffffff", "#000000"
TEXT_CONTRAST = 4.5
EDGE_CONTRAST = 3.0
_STEPS = 200


def luminance(colour: str) -> float:
    """Return the relative luminance of '#rrggbb': 0 for black, 1 for white."""
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, backgrounds: Iterable[str], *, ratio: float = TEXT_CONTRAST) -> str:
    """Return the colour, moved in lightness as little as it takes to stand out on each of the backgrounds."""
    behind = tuple(backgrounds)
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    end = 1.0 if all(luminance(b) < 0.18 for b in behind) else 0.0  # 0.18: as far from black as from white
    for step in range(_STEPS + 1):
        moved = _hex(*colorsys.hls_to_rgb(hue, lightness + (end - lightness) * step / _STEPS, saturation))
        if min(contrast(moved, b) for b in behind) >= ratio:
            return moved
    return WHITE if end else BLACK


def text_on(background: str, ink: str) -> str:
    """Return white where it can be read on the background, else the ink, else black."""
    return next((c for c in (WHITE, ink) if contrast(c, background) >= TEXT_CONTRAST), BLACK)


def mixed(colour: str, other: str, share: float) -> str:
    """Return the colour with a share of another one mixed in."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return _hex(*(a + (b - a) * share for a, b in pairs))


def _channels(colour: str) -> tuple[float, float, float]:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ToolkitError(f"'{colour}' is not a colour", fix="write a colour as #rrggbb, for example #2f4bb8")
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _hex(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in (red, green, blue))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
