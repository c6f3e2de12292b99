"""The width check finds what people would have to scroll sideways for."""

from collections.abc import Callable

import pytest

from toolkit import Finding

pytestmark = pytest.mark.browser
Look = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    "body",
    [
        "<p data-id='loans.note' style='width:600px'>Wide</p>",
        "<div data-id='loans.note'><pre>" + "very long line " * 20 + "</pre></div>",
        "<div data-id='loans.note' style='margin-left:350px; width:200px'>Moved</div>",
    ],
)
def test_what_is_wider_than_the_window_is_found(look: Look, body: str) -> None:
    (finding,) = look("overflow", body, device="phone")
    assert (finding.rule, finding.element, finding.wcag) == ("overflow", "loans.note", "1.4.10")
    assert finding.seen["over"] > 100
    assert "390 px" in finding.message


@pytest.mark.parametrize(
    "body",
    [
        "<p style='width:300px'>Narrow</p>",
        "<div style='overflow-x:auto'><p style='width:600px'>Scrolls in its own box</p></div>",
        "<p style='position:absolute; left:-9999px'>Hidden from sight</p>",
    ],
)
def test_what_fits_is_let_pass(look: Look, body: str) -> None:
    assert look("overflow", body, device="phone") == []
