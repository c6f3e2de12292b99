"""The presenter's panel: states, roles, widths and validation, by mouse and by key, and none of it for participants."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from toolkit.places import asset

pytestmark = pytest.mark.browser
Somebody = Callable[..., Page]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (rules) => (await axe.run({runOnly: rules}))
    .violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 160))])"""


@pytest.fixture
def present(server: Any, connected: Callable[[Page], Page]) -> Callable[..., Page]:
    def go(page: Page, path: str) -> Page:
        page.goto(f"{server.url}/p/helpdesk/dashboard/{path}")
        connected(page)
        page.get_by_text("Present", exact=True).click()
        return page

    return go


def heading(page: Any, text: str) -> None:
    expect(page.get_by_role("heading", level=1, name=text)).to_be_visible()


def test_a_screen_is_shown_in_its_states_for_another_role_and_with_mistakes(
    somebody: Somebody, present: Callable[..., Page]
) -> None:
    page = present(somebody(), "my-tickets")
    page.evaluate("window.same = true")
    panel = page.get_by_role("group", name="Presenter's panel")
    panel.get_by_role("link", name="Empty").click()
    expect(page).to_have_url(re.compile(r"my-tickets\?state=empty$"))
    expect(page.get_by_text("You have asked for nothing yet.")).to_be_visible()
    expect(panel.get_by_role("link", name="Empty")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("my-tickets$"))
    panel.get_by_role("link", name="Error").click()
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_role("table")).to_be_visible()
    panel.get_by_role("link", name="Loading").click()
    expect(page.get_by_text("Loading My tickets")).to_be_visible()
    page.evaluate(asset("axe.min.js").read_text("utf-8"))
    assert page.evaluate(RUN, RULES) == []
    panel.get_by_role("button", name="Agent").click()
    heading(page, "Queue")
    panel.get_by_role("button", name="Employee").click()
    page.get_by_role("link", name="New ticket").click()
    panel.get_by_role("button", name="Skip validation").click()
    expect(panel.get_by_role("button", name="Skip validation")).to_have_attribute("aria-pressed", "true")
    page.get_by_label("Title").fill("Hm")
    page.locator("form.st-form button[type=submit]").click()
    heading(page, "Hm")
    panel.get_by_role("button", name="Skip validation").click()
    page.get_by_role("button", name="Start again").click()
    heading(page, "My tickets")
    assert page.evaluate("window.same")


GROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(248, 248, 246)", "rgb(22, 24, 28)"


def test_the_theme_is_switched_where_one_is_in_every_page_and_kept(
    somebody: Somebody, present: Callable[..., Page]
) -> None:
    page = somebody()
    page.emulate_media(color_scheme="dark")
    present(page, "new-ticket")
    assert page.evaluate(GROUND) == DARK
    page.get_by_label("Title").fill("Half typed")
    page.get_by_role("button", name="Phone", exact=True).click()
    phone = page.frame_locator("iframe")
    heading(phone, "New ticket")
    theme = page.get_by_role("group", name="Theme")
    theme.get_by_role("button", name="Light").click()
    expect(theme.get_by_role("button", name="Light")).to_have_attribute("aria-pressed", "true")
    expect(theme.get_by_role("button", name="System")).to_have_attribute("aria-pressed", "false")
    expect(phone.locator("html")).to_have_attribute("data-theme", "light")
    assert (page.evaluate(GROUND), phone.locator("html").evaluate(GROUND)) == (LIGHT, LIGHT)
    page.get_by_role("button", name="Window").click()
    expect(page.get_by_label("Title")).to_have_value("Half typed")
    page.reload()
    assert page.evaluate(GROUND) == LIGHT
    page.get_by_text("Present", exact=True).click()
    theme.get_by_role("button", name="System").click()
    assert page.evaluate(GROUND) == DARK
    page.reload()
    assert page.evaluate(GROUND) == DARK


def test_a_phone_stands_in_the_window_and_goes_where_the_panel_leads(
    somebody: Somebody, present: Callable[..., Page]
) -> None:
    page = present(somebody(), "my-tickets")
    page.get_by_role("button", name="Phone", exact=True).click()
    phone = page.frame_locator("iframe")
    heading(phone, "My tickets")
    expect(phone.get_by_text("Prototype, made-up data")).to_be_hidden()
    expect(page.locator("iframe")).to_have_attribute("width", "390")
    assert phone.locator("html").evaluate("innerWidth") == 390
    phone.get_by_role("link", name="New ticket").click()
    expect(page).to_have_url(re.compile("new-ticket$"))
    page.get_by_role("link", name="Error", exact=True).click()
    phone.get_by_role("link", name="Try again").click()
    expect(page).to_have_url(re.compile("new-ticket$"))
    page.get_by_role("button", name="Team lead").click()
    heading(phone, "Late tickets")
    page.evaluate(asset("axe.min.js").read_text("utf-8"))
    assert page.evaluate(RUN, RULES) == []
    page.get_by_role("button", name="Window").click()
    expect(page.locator("iframe")).to_have_count(0)
    heading(page, "Late tickets")


def test_on_a_phone_the_panel_folds_away_and_a_participant_has_none(
    somebody: Somebody, present: Callable[..., Page], study: Any, agreed: Callable[..., Page]
) -> None:
    page = present(somebody(phone=True), "my-tickets")
    panel = page.get_by_role("group", name="Presenter's panel")
    expect(panel).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_text("Present", exact=True).click()
    expect(panel).to_be_hidden()
    link, _ = study.link()
    theirs = agreed(somebody(), link)
    expect(theirs.get_by_text("Present", exact=True)).to_have_count(0)
    theirs.goto(theirs.url.split("?")[0] + "?state=error")
    expect(theirs.get_by_text("Something went wrong")).to_have_count(0)
