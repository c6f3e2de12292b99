"""Contrast as WCAG defines it, and accents moved until they can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import ToolkitError
from toolkit.printing.colour import contrast, luminance, mixed, readable, text_on

LIGHT, DARK = ("#ffffff", "#f0f0ed"), ("#16181c", "#272b31")
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#767676", "#ffffff", 4.54), ("#0000ff", "#ffffff", 8.59)],
)
def test_contrast_is_the_published_one_whichever_colour_comes_first(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@given(colours)
def test_any_accent_becomes_readable_on_light_and_on_dark(accent: str) -> None:
    for surfaces in (LIGHT, DARK):
        moved = readable(accent, surfaces)
        assert min(contrast(moved, surface) for surface in surfaces) >= 4.5


@given(colours)
def test_something_can_be_read_on_any_fill(fill: str) -> None:
    assert contrast(text_on(fill, "#1a1c20"), fill) >= 4.5


def test_an_accent_that_can_be_read_stays_as_it_is() -> None:
    assert readable("#3347b8", LIGHT) == "#3347b8"


def test_a_moved_accent_keeps_its_hue() -> None:
    yellow = readable("#ffdd00", LIGHT)
    red, green, blue = (int(yellow[i : i + 2], 16) for i in (1, 3, 5))
    assert red > green > blue == 0
    assert luminance(yellow) < luminance("#ffdd00")


def test_a_share_of_another_colour_is_mixed_in() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


@pytest.mark.parametrize("wrong", ["blue", "#fff", "#12345g", "", "#1234567", "url(x)"])
def test_what_is_no_colour_is_refused_with_an_example(wrong: str) -> None:
    with pytest.raises(ToolkitError) as error:
        luminance(wrong)
    assert "#2f4bb8" in error.value.fix
