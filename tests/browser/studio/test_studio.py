"""The studio in a browser: what happens while somebody looks."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from toolkit.domain.study import Study
from toolkit.places import asset
from toolkit.services.invite import Invitation, invite

pytestmark = pytest.mark.browser
Screen = Callable[..., Page]
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]


def test_what_people_do_shows_without_loading_the_page(
    screen: Screen, url: str, person: Invitation, taking_part: Callable[[Page, Invitation], Page]
) -> None:
    page = screen()
    page.goto(f"{url}/studio/helpdesk")
    link = page.locator(".su-links tbody tr").filter(has=page.locator(f"[data-copy$='/s/{person.token}']"))
    expect(link).to_contain_text("not opened")
    page.evaluate("window.same = true")
    taking_part(screen("phone"), person)
    expect(link).to_contain_text("in progress", timeout=15_000)
    assert page.evaluate("window.same") is True
    session = page.locator(f"a[href$='/sessions/{person.session.id}']")
    expect(session).to_be_visible()
    session.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Person {person.session.number}")


def test_links_are_made_copied_and_shown_to_a_phone(screen: Screen, url: str, study: Study) -> None:
    page = screen()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{url}/studio/helpdesk")
    before = page.locator("[data-copy]").count()
    page.get_by_label("More people").or_(page.get_by_label("People", exact=True)).fill("2")
    page.get_by_role("button", name="links").click()
    expect(page.locator("[data-copy]")).to_have_count(before + 2)
    copy = page.locator("[data-copy]").last
    copy.click()
    expect(copy).to_contain_text("Copied")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == copy.get_attribute("data-copy")
    assert address.startswith(f"{url}/s/")
    page.locator(".su-qr summary").last.click()
    expect(page.locator(".su-code svg").last).to_be_visible()


def test_the_list_leads_to_the_page_and_on_to_the_prototype(screen: Screen, url: str, study: Study) -> None:
    page = screen()
    page.goto(f"{url}/studio")
    expect(page.get_by_text("helpdesk: 0 of 8 people").or_(page.get_by_text("of 8 people"))).to_be_visible()
    page.get_by_role("link", name="IT help desk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("IT help desk")
    page.get_by_role("link", name="Try: The dashboard as asked for").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize(("size", "dark"), [("desktop", False), ("desktop", True), ("phone", False)])
@pytest.mark.parametrize("path", ["/studio", "/studio/helpdesk", "/studio/rebooking"])
def test_axe_finds_nothing_and_nothing_sticks_out(
    path: str, size: str, dark: bool, screen: Screen, request: pytest.FixtureRequest
) -> None:
    invite(request.getfixturevalue("book"), request.getfixturevalue("study"))
    page = screen(size, dark=dark)
    page.goto(request.getfixturevalue("url") + path)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.add_script_tag(path=asset("axe.min.js"))
    found = page.evaluate("rules => axe.run(document, { runOnly: rules })", RULES)
    assert [(rule["id"], rule["nodes"][0]["target"]) for rule in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
