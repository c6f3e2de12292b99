"""The target check finds what a finger, or an unsteady hand with a mouse, misses."""

from collections.abc import Callable

import pytest

from toolkit import Finding

pytestmark = pytest.mark.browser
Look = Callable[..., list[Finding]]
SMALL = "<button data-id='loans.add' style='height:20px; padding:0'>Add</button>"


def test_a_low_target_is_found_with_how_low_it_is(look: Look) -> None:
    (finding,) = look("target-size", SMALL, device="phone")
    assert (finding.element, finding.role, finding.name, finding.wcag) == ("loans.add", "button", "Add", "2.5.8")
    assert finding.seen == {"height": 20}
    assert finding.severity == 2


@pytest.mark.parametrize(
    "body",
    [
        "<a href='#' style='display:inline-block; height:30px'>Loans</a>",
        "<label style='display:block; height:28px'><input type='checkbox'> Late</label>",
    ],
)
def test_less_than_a_fingertip_is_a_lesser_finding(look: Look, body: str) -> None:
    (finding,) = look("target-size", body, device="phone")
    assert (finding.severity, finding.wcag) == (1, "2.5.5")


@pytest.mark.parametrize(
    "body",
    [
        "<button style='height:44px'>Add</button>",
        "<p>Read <a href='#'>the rules</a> before you borrow.</p>",
        "<label style='display:block; height:48px'><input type='checkbox'> Late</label>",
        "<style>a::after {content:''; position:absolute; inset:0}</style>"
        "<div style='position:relative; height:60px'><a href='#'>The whole row is the target</a></div>",
        "<style>label::after {content:''; position:absolute; inset:0}</style>"
        "<div style='position:relative; height:60px'><input type='radio' id='one'>"
        "<label for='one'>The whole card is the target</label></div>",
    ],
)
def test_targets_that_are_large_enough_are_let_pass(look: Look, body: str) -> None:
    assert look("target-size", body, device="phone") == []


def test_a_mouse_hits_a_small_target_that_stands_alone(look: Look) -> None:
    assert look("target-size", SMALL) == []


def test_small_targets_close_together_are_found_with_a_mouse_too(look: Look) -> None:
    stacked = "".join(f"<a href='#{n}' style='display:block; height:12px; line-height:12px'>{n}</a>" for n in "abc")
    assert [f.name for f in look("target-size", stacked)] == ["a", "b", "c"]
