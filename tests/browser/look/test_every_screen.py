"""Nobody is kept out of any screen of the bundled prototypes: WCAG 2.2 AA, on a desk and a phone, in light and dark."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.look.documents import document
from tests.browser.look.screens import Looked, looks
from toolkit.domain.solution import Brand
from toolkit.places import asset

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = ((1280, 800), (390, 844))
SHOW = """([html, lang, dir]) => {
    Object.assign(document.documentElement, {lang, dir});
    document.querySelector('.st-view').innerHTML = html;
}"""
RUN = """async rules => {
    const found = [];
    const wide = innerWidth > 640;  // a phone's colours are those of a desk, and to look at them takes longest
    const not = {'color-contrast': {enabled: false}};
    for (const theme of wide ? ['light', 'dark'] : ['light']) {
        document.documentElement.dataset.theme = theme;
        const only = theme === 'light' ? rules : ['color-contrast'];  // a theme is nothing but its colours
        const looked = {runOnly: only, rules: wide ? {} : not, resultTypes: ['violations'], preload: false};
        const {violations} = await axe.run(looked);
        found.push(...violations.map(v => `${theme}: ${v.id}: ${v.nodes.map(n => n.html.slice(0, 120)).join(' | ')}`));
    }
    const over = document.scrollingElement.scrollWidth > innerWidth;
    return over ? [...found, 'wider than the window'] : found;
}"""


def faults(page: Page, screens: list[Looked], width: int) -> list[str]:
    """Return what axe finds on each screen, one after the other in the same page."""
    found = []
    for shown in screens:
        page.evaluate(SHOW, [shown.html, shown.tag, shown.direction])
        found += [f"{shown.name} at {width}: {fault}" for fault in page.evaluate(RUN, RULES)]
    return found


def prepared(page: Page, brand: Brand) -> None:
    """Put an empty page with the look of a brand in front of axe."""
    page.set_content(document('<div class="st-stage"><div class="st-view"></div></div>', brand=brand))
    page.evaluate(asset("axe.min.js").read_text("utf-8"))


def test_axe_finds_nothing_on_any_screen_of_any_option_in_any_state(browser: Browser) -> None:
    page = browser.new_page(reduced_motion="reduce")
    found: list[str] = []
    for brand, screens in looks():
        assert len(screens) > 8, brand.name
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            prepared(page, brand)
            found += faults(page, screens, width)
    page.close()
    assert found == [], "\n".join(found)


def test_a_fault_would_be_found_in_either_theme(browser: Browser) -> None:
    page = browser.new_page(reduced_motion="reduce")
    prepared(page, Brand("Skylark"))
    faint = '<main><h1>Faint</h1><p style="color: light-dark(#ccc, #eee); background: #fff">text</p></main>'
    unnamed = '<main><h1>Unnamed</h1><input type="text"></main>'
    shown = [Looked(name, html, "en", "ltr") for name, html in (("faint", faint), ("unnamed", unnamed))]
    found = faults(page, shown, 1280)
    page.close()
    assert [line.partition(": <")[0] for line in found] == [
        "faint at 1280: light: color-contrast",
        "faint at 1280: dark: color-contrast",
        "unnamed at 1280: light: label",
    ]
