"""The axe check says which element hinders whom, and by which criterion."""

from collections.abc import Callable

import pytest

from toolkit import Finding

pytestmark = pytest.mark.browser
Look = Callable[..., list[Finding]]
GOOD = "<main><h1>Loans</h1><p><label for='q'>Search</label> <input id='q'></p></main>"


def test_a_sound_page_has_no_finding(look: Look) -> None:
    assert look("axe", GOOD) == []


def test_an_input_without_a_name_is_found_with_its_id_and_box(look: Look) -> None:
    body = "<main><h1>Loans</h1><div data-id='loans.filter.q'><input style='width:200px'></div></main>"
    (finding,) = look("axe", body)
    assert (finding.rule, finding.element, finding.role) == ("axe.label", "loans.filter.q", "textbox")
    assert finding.severity == 4
    assert finding.wcag == "4.1.2"
    assert finding.box is not None
    assert finding.box[2] >= 200
    assert "label" in finding.fix


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<main><h1>Loans</h1><button></button></main>", "axe.button-name"),
        ("<main><h1>Loans</h1><p style='color:#999'>It is late.</p></main>", "axe.color-contrast"),
        ("<main><h1>Loans</h1><img src='data:,'></main>", "axe.image-alt"),
    ],
)
def test_barriers_are_found(look: Look, body: str, rule: str) -> None:
    assert rule in {finding.rule for finding in look("axe", body)}


def test_advice_is_no_severe_finding(look: Look) -> None:
    findings = look("axe", "<main><p>Loans</p></main>")
    assert {f.rule for f in findings} == {"axe.page-has-heading-one"}
    assert max(f.severity for f in findings) <= 2
