"""The one stylesheet, with the accent of a brand worked into it."""

from functools import lru_cache
from pathlib import Path

from toolkit.printing.colour import BLACK, EDGE_CONTRAST, WHITE, mixed, readable, text_on
from toolkit.printing.environment import environment

ACCENT = "#3347b8"
LIGHT = ("#ffffff", "#f8f8f6", "#f0f0ed")
DARK = ("#16181c", "#1d2025", "#272b31")
INK = "#1a1c20"


@lru_cache(maxsize=64)
def stylesheet(accent: str = "", *, workspace: Path | None = None) -> str:
    """Return the whole stylesheet; `accent` is a brand's colour as #rrggbb, moved where it could not be read."""
    own = accent or ACCENT
    template = environment(workspace).get_template("look/stylesheet.css.jinja")
    lifted = readable(own, DARK, ratio=EDGE_CONTRAST)
    return template.render(light=_accents(own, LIGHT), dark=_accents(lifted, DARK), surfaces=(LIGHT, DARK), ink=INK)


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
