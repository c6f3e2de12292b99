"""Every pair of colours that is used can be read, in both themes and with any brand's accent."""

import re

import pytest

from toolkit.domain.solution import Brand, Logo
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
HEADER = [*((text, top) for text in ("top-ink", "top-soft") for top in ("top",)), ("top-ink", "top-hover")]
SIGNS = [("top-mark", "top"), ("top-on-sign", "top-sign")]
ACCENTS = ["", "#ffdd00", "#0b2545", "#e4002b", "#00a19a", "#f5f5f5", "#000000", "#ff69b4"]
HEADERS = [*ACCENTS, "#767676", "#777777", "#ffffff"]
THEMES = ("light", "dark")


def tokens(theme: str, brand: Brand) -> dict[str, str]:
    """Return the colours of a theme by name, as the stylesheet sets them."""
    text = stylesheet(brand)
    start = re.escape(":root {" if theme == "light" else ':root[data-theme="dark"] {')
    block = re.search(rf"^{start}(.*?)^}}", text, flags=re.S | re.M)
    assert block
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))


def too_faint(pairs: list[tuple[str, str]], least: float, theme: str, brand: Brand) -> list[tuple[str, str, float]]:
    found = tokens(theme, brand)
    ratios = [(one, other, contrast(found[one], found[other])) for one, other in pairs]
    return [pair for pair in ratios if pair[2] < least]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("accent", ACCENTS)
def test_text_can_be_read_and_edges_be_seen(theme: str, accent: str) -> None:
    brand = Brand("Skylark", accent)
    assert too_faint(BODY, 7, theme, brand) == []
    assert too_faint(TEXT, 4.5, theme, brand) == []
    assert too_faint(EDGES, 3, theme, brand) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("header", HEADERS)
def test_whatever_colour_the_header_has_it_can_be_read(theme: str, header: str) -> None:
    for accent in ACCENTS:
        brand = Brand("Skylark", accent, header=header)
        assert too_faint(HEADER, 4.5, theme, brand) == []
        assert too_faint(SIGNS, 3, theme, brand) == []


def test_dark_is_the_same_by_preference_and_by_choice() -> None:
    text = stylesheet()
    asked, chosen = (part.partition("}")[0] for part in text.split('"light"]) {')[1:2] + text.split('"dark"] {')[1:2])
    assert asked.split() == chosen.split()


def test_the_brands_accent_is_in_it() -> None:
    assert "--accent: #e4002b;" in stylesheet(Brand("", "#e4002b"))


def test_an_accent_that_is_no_colour_is_refused() -> None:
    with pytest.raises(ToolkitError, match="is not a colour"):
        stylesheet(Brand("", "red; } body { display: none"))


def test_nothing_foreign_is_loaded() -> None:
    assert re.findall(r"@import|url\(|https?:", stylesheet()) == []


def test_every_token_that_is_used_is_set() -> None:
    text = stylesheet()
    used, given = set(re.findall(r"var\(--([\w-]+)", text)), set(re.findall(r"--([\w-]+):", text))
    assert used - given == set()


def test_braces_are_balanced() -> None:
    assert stylesheet().count("{") == stylesheet().count("}")


def test_the_header_is_the_brands_in_both_themes_and_a_surface_without_one() -> None:
    assert {tokens(theme, Brand("", header="#06323b"))["top"] for theme in THEMES} == {"#06323b"}
    assert [tokens(theme, Brand(""))["top"] == tokens(theme, Brand(""))["paper"] for theme in THEMES] == [True, True]


@pytest.mark.parametrize(
    ("font", "families"),
    [("", "--sans: system-ui,"), ("serif", "--sans: Charter,"), ("Serif", "--sans: Charter,"),
     ("Source Sans 3", '--sans: "Source Sans 3", system-ui,')],
)  # fmt: skip
def test_a_font_is_a_kind_that_systems_have_or_a_family_with_the_systems_behind_it(font: str, families: str) -> None:
    assert families in stylesheet(Brand("", font=font))


def test_a_tone_shows_in_corners_weight_and_space() -> None:
    shapes = {
        tone: re.findall(r"--(radius|round|title-weight|apart): ([^;]+);", stylesheet(Brand("", tone=tone)))
        for tone in ("plain", "warm", "formal")
    }
    assert shapes["warm"] != shapes["plain"] != shapes["formal"] != shapes["warm"]
    assert ("round", "2px") in shapes["formal"]


def test_a_logo_is_held_in_the_stylesheet_once() -> None:
    text = stylesheet(Brand("", logo=Logo("logo.svg", "data:image/svg+xml;base64,PHN2Zz4=", 2.5)))
    assert text.count("data:image") == 1
    assert "--logo-ratio: 2.5;" in text
    assert re.findall(r'url\((?!"data:)', text) == []


def test_a_logo_stands_on_white_in_the_dark_unless_the_header_is_the_brands() -> None:
    assert stylesheet(Brand("")).count("--logo-plate: #ffffff") == 2
    assert stylesheet(Brand("", header="#06323b")).count("--logo-plate: #ffffff") == 0
