"""What a person sees: readable by everybody, whole at every width, large enough to hit, nothing on top of anything."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.look.documents import BARS, documents
from toolkit.places import asset

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async rules => (await axe.run({runOnly: rules})).violations
    .map(v => [v.id, v.nodes.map(n => n.html.slice(0, 160))])"""
OUTSIDE = """() => [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.st-hidden, .st-scroll'))
    .map(e => e.outerHTML.slice(0, 120))"""
TARGETS = """least => [...document.querySelectorAll('a, button, select, textarea, summary, input')]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.st-skip, .st-inline'))
    .map(e => {
        const whole = e.closest('.st-opens, .st-stat, .st-choice') || e;
        return [e.outerHTML.slice(0, 120), Math.round(whole.getBoundingClientRect().height)];
    })
    .filter(([, height]) => height < least)"""
every_document = pytest.mark.parametrize("name", documents())


def unfolded(page: Page) -> Page:
    """Open whatever is folded, so that it is looked at too; under a strip it would lie half covered until scrolled."""
    page.evaluate("document.querySelectorAll('body:not(:has(.st-dock)) details').forEach(d => d.open = true)")
    return page


@every_document
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_in_light_and_dark(name: str, width: int, opened: Opened) -> None:
    page = unfolded(opened(documents()[name](), width))
    page.add_style_tag(
        content=".st-dock { position: static !important }"
    )  # what it covers can be scrolled from under it
    page.evaluate(asset("axe.min.js").read_text("utf-8"))
    page.evaluate("document.documentElement.dataset.theme = 'light'")
    light = page.evaluate(RUN, RULES)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert (light, page.evaluate(RUN, ["color-contrast"])) == ([], [])  # a theme is nothing but its colours


@every_document
@pytest.mark.parametrize(("width", "least"), [(1280, 24), (320, 44)])
def test_nothing_sticks_out_and_targets_can_be_hit(name: str, width: int, least: int, opened: Opened) -> None:
    page = unfolded(opened(documents()[name](), width))
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"), page.evaluate(OUTSIDE)
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(TARGETS, least) == []


@pytest.mark.parametrize("bar", BARS)
def test_the_strip_lies_on_no_control_when_the_page_is_scrolled_to_its_end(bar: str, opened: Opened) -> None:
    page = opened(documents()[f"stage-{bar}"](), 390)
    page.evaluate("scrollTo(0, document.scrollingElement.scrollHeight)")
    last, strip = page.get_by_role("link", name="Next").bounding_box(), page.locator(".st-dock").bounding_box()
    assert last
    assert strip
    assert last["y"] + last["height"] <= strip["y"]
    assert strip["y"] + strip["height"] == pytest.approx(844, abs=1)


def test_a_control_that_takes_the_focus_is_not_under_the_strip(opened: Opened) -> None:
    page = opened(documents()["stage-answer"](), 390)
    links = page.locator(".st-open")
    for number in range(links.count()):
        links.nth(number).focus()
        row, strip = links.nth(number).bounding_box(), page.locator(".st-dock").bounding_box()
        assert row
        assert strip
        assert row["y"] + row["height"] <= strip["y"]


def test_the_strip_can_be_folded_away(opened: Opened) -> None:
    page = opened(documents()["stage-task"](), 390)
    expect(page.get_by_role("button", name="Give up")).to_be_visible()
    page.get_by_text("Task 2 of 6").click()
    expect(page.get_by_role("button", name="Give up")).to_be_hidden()
    expect(page.get_by_text("Prototype, made-up data")).to_be_visible()


@pytest.mark.parametrize("bar", ["task", "answer"])
def test_on_paper_the_strip_says_that_the_data_is_made_up_and_nothing_else(bar: str, opened: Opened) -> None:
    page = opened(documents()[f"stage-{bar}"](), 390)
    page.emulate_media(media="print")
    strip = page.locator(".st-dock")
    expect(strip.get_by_text("Prototype, made-up data")).to_be_visible()
    expect(strip.get_by_role("button")).to_have_count(0)
    expect(strip.get_by_text("Task 2 of 6")).to_be_hidden()
    expect(strip).to_have_css("position", "static")


def test_a_whole_row_is_the_way_in_and_keeps_its_place_in_the_table(opened: Opened) -> None:
    for width in (1280, 390):
        page = opened(documents()["list"](), width)
        row = page.get_by_role("row", name="Cannot print")
        box = row.bounding_box()
        assert box
        at = {"x": box["width"] - 20, "y": box["height"] - 12}
        hit = row.evaluate(
            """(row, at) => { row.scrollIntoView(); const box = row.getBoundingClientRect();
            return document.elementFromPoint(box.x + at.x, box.y + at.y).closest('a')?.textContent }""",
            at,
        )
        assert hit == "Cannot print"
        expect(row.get_by_role("cell")).to_have_count(5)


def test_filters_are_folded_on_a_phone_and_open_on_a_desk(opened: Opened) -> None:
    page = opened(documents()["list"](), 390)
    expect(page.get_by_role("searchbox", name="Search")).to_be_hidden()
    page.get_by_text("Filter tickets").click()
    expect(page.get_by_role("searchbox", name="Search")).to_be_visible()
    expect(opened(documents()["list"]()).get_by_role("searchbox", name="Search")).to_be_visible()


def test_a_point_of_a_scale_is_chosen_by_touch_and_by_key(opened: Opened) -> None:
    page = opened(documents()["ease"](), 390)
    page.get_by_role("radio", name="6").tap()
    expect(page.get_by_role("radio", name="6")).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="7 very easy")).to_be_checked()


def test_the_focus_can_be_seen_on_everything_that_takes_it(opened: Opened) -> None:
    page = opened(documents()["stage-answer"]())
    unseen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        unseen += page.evaluate(
            """() => { const e = document.activeElement;
            const seen = s => s.outlineStyle === 'solid' && parseFloat(s.outlineWidth) >= 2;
            return [null, '::after'].some(p => seen(getComputedStyle(e, p))) ? [] : [e.outerHTML.slice(0, 120)] }"""
        )
    assert unseen == []
