"""The one stylesheet, with a brand worked into it: its colours, moved where they could not be read, font and tone."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from toolkit.domain.solution import Brand
from toolkit.printing.colour import BLACK, EDGE_CONTRAST, TEXT_CONTRAST, WHITE, mixed, readable, text_on
from toolkit.printing.environment import environment

ACCENT = "#3347b8"
LIGHT = ("#ffffff", "#f8f8f6", "#f0f0ed")
DARK = ("#16181c", "#1d2025", "#272b31")
INK = "#1a1c20"
SYSTEM = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'
FONTS: Mapping[str, str] = {
    "humanist": f'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "Gill Sans", "Open Sans", {SYSTEM}',
    "geometric": f'Avenir, "Avenir Next", Montserrat, Corbel, "URW Gothic", Futura, {SYSTEM}',
    "rounded": f'ui-rounded, "Hiragino Maru Gothic ProN", Quicksand, Nunito, "Arial Rounded MT Bold", {SYSTEM}',
    "serif": 'Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", "DejaVu Serif", Georgia, serif',
    "slab": 'Rockwell, "Rockwell Nova", "Roboto Slab", "Sitka Small", "DejaVu Serif", serif',
    "mono": 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
}
"""Families that systems come with; nothing is loaded."""
TONES: Mapping[str, Mapping[str, str]] = {
    "plain": {
        "radius": "8px",
        "radius-small": "4px",
        "round": "8px",
        "title-weight": "600",
        "title-spacing": "-.015em",
    },
    "warm": {
        "radius": "16px",
        "radius-small": "8px",
        "round": "22px",
        "title-weight": "600",
        "title-spacing": "-.02em",
    },
    "formal": {"radius": "2px", "radius-small": "1px", "round": "2px", "title-weight": "400", "title-spacing": "0"},
}
_ROOM = {"plain": ("1.75rem", "40px"), "warm": ("2rem", "48px"), "formal": ("1.75rem", "32px")}
"""How large a title is, and how far apart the parts of a screen stand."""


@lru_cache(maxsize=64)
def stylesheet(brand: Brand | None = None, *, workspace: Path | None = None) -> str:
    """Return the whole stylesheet in the look of a brand, or in our own."""
    brand = brand or Brand("")
    own = brand.accent or ACCENT
    template = environment(workspace).get_template("look/stylesheet.css.jinja")
    lifted = dark_accent(brand)
    title, apart = _ROOM[brand.tone]
    return template.render(
        light=_header(brand.header, LIGHT, own) | _accents(own, LIGHT),
        dark=_header(brand.header, DARK, lifted) | _accents(lifted, DARK),
        surfaces=(LIGHT, DARK),
        ink=INK,
        sans=_font(brand.font),
        system=SYSTEM,
        shape={**TONES[brand.tone], "title": title, "apart": apart},
        logo=brand.logo,
        header=brand.header,  # without one, a logo that was drawn for white stands on white in the dark
    )


def dark_accent(brand: Brand) -> str:
    """Return the accent in the dark: the brand's own for it if it can be read there, else as near as can be."""
    if brand.dark:
        return readable(brand.dark, DARK)
    return readable(brand.accent or ACCENT, DARK, ratio=EDGE_CONTRAST)


def _font(name: str) -> str:
    """Return the families of a kind of font, or the one of this name with the system's behind it."""
    return FONTS.get(name.lower()) or (f'"{name}", {SYSTEM}' if name else SYSTEM)


def _accents(fill: str, surfaces: tuple[str, ...]) -> dict[str, str]:
    """Return what one accent becomes on one set of surfaces."""
    on = text_on(fill, INK)
    away = BLACK if on == WHITE else WHITE
    return {
        "accent": fill,
        "on-accent": on,
        "accent-hover": mixed(fill, away, 0.14),
        "accent-text": readable(fill, surfaces),
        "accent-wash": mixed(surfaces[0], fill, 0.07 if surfaces is LIGHT else 0.16),
    }


def _header(fill: str, surfaces: tuple[str, ...], accent: str) -> dict[str, str]:
    """Return the colours of the header: the brand's with what can be read on it, or those of any other surface."""
    if not fill:
        paper, well = (LIGHT[0], LIGHT[2]) if surfaces is LIGHT else (DARK[1], DARK[2])
        ink, soft, line = ("#1a1c20", "#585d66", "#e3e3df") if surfaces is LIGHT else ("#eceef1", "#a9afb9", "#32363d")
        said = (paper, ink, soft, line, readable(accent, surfaces), well, accent, text_on(accent, INK))
        return dict(zip(_HEADER, said, strict=True))
    ink = text_on(fill, INK)
    soft = readable(mixed(ink, fill, 0.15), (fill,), ratio=TEXT_CONTRAST)
    hover = mixed(fill, BLACK if ink == WHITE else WHITE, 0.16)
    return dict(zip(_HEADER, (fill, ink, soft, mixed(fill, ink, 0.18), ink, hover, ink, fill), strict=True))


_HEADER = ("top", "top-ink", "top-soft", "top-line", "top-mark", "top-hover", "top-sign", "top-on-sign")
"""The header, its text, what is said beside, its edge, where one is, under the pointer, the sign before the name."""
