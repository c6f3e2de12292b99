"""Every pair of colours that is used can be read, in both themes and with any brand's accent."""

import re

import pytest

from toolkit.errors import ToolkitError
from toolkit.printing import stylesheet
from toolkit.printing.colour import contrast

SURFACES = ("paper", "ground", "well")
TONES = ("good", "warn", "bad", "info", "neutral")
BODY = [("ink", surface) for surface in SURFACES] + [("dock-ink", "dock")]
TEXT = [
    *((text, surface) for text in ("soft", "accent-text") for surface in SURFACES),
    *((tone, f"{tone}-wash") for tone in TONES),
    *((tone, surface) for tone in ("good", "warn", "bad", "info") for surface in ("paper", "ground")),
    *(("ink", f"{tone}-wash") for tone in TONES),
    *(("ink", "accent-wash"), ("soft", "accent-wash"), ("accent-text", "accent-wash")),
    *(("on-accent", "accent"), ("on-accent", "accent-hover"), ("paper", "bad"), ("paper", "ink")),
    *(("dock-soft", "dock"), ("dock-loud", "dock")),
]
EDGES = [*(("edge", s) for s in ("paper", "ground")), *(("accent-text", s) for s in SURFACES), ("dock-edge", "dock")]
ACCENTS = ["", "#ffdd00", "#0b2545", "#e4002b", "#00a19a", "#f5f5f5", "#000000", "#ff69b4"]
THEMES = ("light", "dark")


def tokens(theme: str, accent: str) -> dict[str, str]:
    """Return the colours of a theme by name, as the stylesheet sets them."""
    text = stylesheet(accent)
    start = re.escape(":root {" if theme == "light" else ':root[data-theme="dark"] {')
    block = re.search(rf"^{start}(.*?)^}}", text, flags=re.S | re.M)
    assert block
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))


def too_faint(pairs: list[tuple[str, str]], least: float, theme: str, accent: str) -> list[tuple[str, str, float]]:
    found = tokens(theme, accent)
    ratios = [(one, other, contrast(found[one], found[other])) for one, other in pairs]
    return [pair for pair in ratios if pair[2] < least]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("accent", ACCENTS)
def test_text_can_be_read_and_edges_be_seen(theme: str, accent: str) -> None:
    assert too_faint(BODY, 7, theme, accent) == []
    assert too_faint(TEXT, 4.5, theme, accent) == []
    assert too_faint(EDGES, 3, theme, accent) == []


def test_dark_is_the_same_by_preference_and_by_choice() -> None:
    text = stylesheet()
    asked, chosen = (part.partition("}")[0] for part in text.split('"light"]) {')[1:2] + text.split('"dark"] {')[1:2])
    assert asked.split() == chosen.split()


def test_the_brands_accent_is_in_it() -> None:
    assert "--accent: #e4002b;" in stylesheet("#e4002b")


def test_an_accent_that_is_no_colour_is_refused() -> None:
    with pytest.raises(ToolkitError, match="is not a colour"):
        stylesheet("red; } body { display: none")


def test_nothing_foreign_is_loaded() -> None:
    assert re.findall(r"@import|url\(|https?:", stylesheet()) == []


def test_every_token_that_is_used_is_set() -> None:
    text = stylesheet()
    used, given = set(re.findall(r"var\(--([\w-]+)", text)), set(re.findall(r"--([\w-]+):", text))
    assert used - given == set()


def test_braces_are_balanced() -> None:
    assert stylesheet().count("{") == stylesheet().count("}")
