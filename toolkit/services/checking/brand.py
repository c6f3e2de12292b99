"""The brand: colours that cannot be read where they are shown, and a logo that cannot be told from the header."""

import base64
import re
from collections.abc import Iterator

from toolkit.domain.finding import SpecFinding
from toolkit.domain.solution import Brand
from toolkit.printing.colour import EDGE_CONTRAST, TEXT_CONTRAST, contrast, readable
from toolkit.printing.look import LIGHT, dark_accent
from toolkit.services.checking.case import At, Case

SEEN = 1.6
"""The contrast below which a shape is not made out on what is behind it."""
_COLOURS = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b|\bwhite\b|\bblack\b|currentColor")
_NAMED = {"white": "#ffffff", "black": "#000000", "currentcolor": "#000000"}


def brand_findings(case: Case) -> Iterator[SpecFinding]:
    """Look at the brand in light and in dark."""
    if case.solution.brand:
        yield from _accent(case, case.solution.brand)
        yield from _dark(case, case.solution.brand)
        yield from _logo(case, case.solution.brand)


def _accent(case: Case, brand: Brand) -> Iterator[SpecFinding]:
    """Yield an accent that cannot be read as text on our lightest surfaces."""
    lowest = min(contrast(brand.accent, surface) for surface in LIGHT) if brand.accent else TEXT_CONTRAST
    if lowest < TEXT_CONTRAST:
        nearest = readable(brand.accent, LIGHT)
        edges = f", and edges and the focus {EDGE_CONTRAST:g}" if lowest < EDGE_CONTRAST else ""
        said = f"the accent {brand.accent} has a contrast of {lowest:.1f} to 1; text needs {TEXT_CONTRAST:g}{edges}"
        fix = f'write accent: "{nearest}", the nearest that can be read; links are shown in it anyway'
        yield case.warning("low-contrast", At(("brand", "accent")), f"{said} (WCAG 2.2)", fix)


def _dark(case: Case, brand: Brand) -> Iterator[SpecFinding]:
    """Yield an accent for the dark that cannot be read there."""
    if not brand.dark:
        return
    shown = dark_accent(brand)
    if shown != brand.dark:
        said = f"in the dark the accent {brand.dark} cannot be read as text (4.5 to 1), or be seen as an edge (3 to 1)"
        fix = f'write dark: "{shown}", the nearest that can be read; links are shown in it anyway'
        yield case.warning("low-contrast-dark", At(("brand", "dark")), said, fix)


def _logo(case: Case, brand: Brand) -> Iterator[SpecFinding]:
    """Yield a drawn logo none of whose colours stands out on the header, in light or in dark."""
    behind = brand.header or LIGHT[0]
    if brand.logo is None or not brand.logo.file.lower().endswith(".svg"):
        return
    drawn = base64.b64decode(brand.logo.address.partition(",")[2]).decode("utf-8", "replace")
    colours = {_plain(found) for found in _COLOURS.findall(drawn)} or {"#000000"}
    if max(contrast(colour, behind) for colour in colours) < SEEN:
        said = f"the logo '{brand.logo.file}' cannot be told from the header {behind}"
        fix = "give the brand another header, or take the logo that is drawn for such a ground"
        yield case.warning("logo-unseen", At(("brand", "logo")), said, fix)


def _plain(colour: str) -> str:
    """Return a colour of an SVG as #rrggbb."""
    if not colour.startswith("#"):
        return _NAMED[colour.lower()]
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
