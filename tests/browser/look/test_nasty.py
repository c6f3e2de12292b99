"""Every screen of the bundled prototypes survives nasty data: nothing runs, sticks out, lies on another, or bars."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.look.nasty import nasty_looks
from tests.browser.look.screens import Looked
from tests.browser.look.test_every_screen import SHOW, SIZES, faults, prepared
from toolkit.domain.solution import Brand

pytestmark = pytest.mark.browser

BROKEN = """() => {
    const found = [], name = e => e.outerHTML.slice(0, 160);
    const slid = '.st-scroll, .st-tools ~ table thead';  // what is slid past may be wider than its frame
    const seen = e => e.checkVisibility({visibilityProperty: true}) && !e.closest(`.st-hidden, .st-skip, ${slid}`);
    for (const e of document.querySelectorAll('.st-view *')) {
        const box = e.getBoundingClientRect(), style = getComputedStyle(e);
        if (!seen(e) || box.width < 2 || e.closest('svg, select, textarea')) continue;
        if (box.right > innerWidth + 1 || box.left < -1) found.push(`outside: ${name(e)}`);
        const whole = style.display === 'inline' || e.scrollWidth <= e.clientWidth + 2 || e.matches('input');
        if (!whole && !(style.textOverflow === 'ellipsis' && e.title)) found.push(`too long: ${name(e)}`);
    }
    const boxes = [...document.querySelectorAll('.st-view :is(a, button, input, select, textarea, summary)')]
        .filter(seen).map(e => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width > 4)
        .sort((a, b) => a[1].top - b[1].top);
    boxes.forEach(([a, p], at) => {
        for (const [b, q] of boxes.slice(at + 1)) {
            if (q.top >= p.bottom - 2) break;
            const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
            const along = Math.min(p.bottom, q.bottom) - q.top;
            const over = across > 2 && along > 2 && !a.contains(b) && !b.contains(a);
            if (over) found.push(`on one another: ${name(a)} and ${name(b)}`);
        }
    });
    return found;
}"""


def broken(page: Page, screens: list[Looked], width: int) -> list[str]:
    """Return what sticks out, is cut off or lies on something else on each screen."""
    found = []
    for shown in screens:
        page.evaluate(SHOW, [shown.html, shown.tag, shown.direction])
        found += [f"{shown.name} at {width}: {fault}" for fault in page.evaluate(BROKEN)]
    return found


def test_every_screen_survives_nasty_data(browser: Browser) -> None:
    page = browser.new_page(reduced_motion="reduce")
    found: list[str] = []
    page.on("dialog", lambda dialog: (found.append(f"it ran: {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: found.append(f"error: {error}"))
    page.on("console", lambda said: found.append(f"said: {said.text}") if said.type == "error" else None)
    for brand, screens in nasty_looks():
        assert len(screens) > 8, brand.name
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            prepared(page, brand)
            found += broken(page, screens, width) + faults(page, screens, width)
    page.close()
    assert found == [], "\n".join(found)


def test_what_breaks_a_screen_would_be_found(browser: Browser) -> None:
    page = browser.new_page()
    prepared(page, Brand("Skylark"))
    long = "Unbreakable" * 30
    shown = {
        "outside": '<main><p style="width: 200vw">Wide</p></main>',
        "too long": f'<main><p style="width: 9rem; overflow: hidden; white-space: nowrap">{long}</p></main>',
        "on one another": '<main><button>One</button><button style="margin-left: -2rem">Two</button></main>',
    }
    for fault, html in shown.items():
        found = broken(page, [Looked(fault, html, "en", "ltr")], 1280)
        assert any(f"{fault}: <" in line for line in found), (fault, found)
    page.close()
