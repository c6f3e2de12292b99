"""The keyboard alone does everything: no mouse, no touch, no script of the test's own."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

FOCUSED = """() => {
    const at = document.activeElement;
    const label = at.labels?.[0]?.innerText || at.getAttribute('aria-label') || at.innerText || '';
    return label.trim().split('\\n')[0];
}"""


def reach(page: Page, name: str) -> None:
    """Go on with the Tab key until what has the focus is called so."""
    passed: list[str] = []
    while not passed or passed[-1] != name:
        assert len(passed) < 80, "; ".join(passed[:40])
        page.keyboard.press("Tab")
        passed.append(page.evaluate(FOCUSED))


def press(page: Page, name: str, key: str = "Enter") -> None:
    reach(page, name)
    page.keyboard.press(key)


def test_a_ticket_is_raised_and_worked_on_without_a_mouse(
    somebody: Callable[..., Page], connected: Callable[[Page], Page], server: Any
) -> None:
    page = somebody()
    page.goto(f"{server.url}/p/helpdesk/dashboard/my-tickets")
    connected(page)
    press(page, "New ticket")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("New ticket")
    press(page, "Add ticket")
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED).startswith("Title")  # the summary leads to the field
    page.keyboard.type("No dial tone at my desk")
    press(page, "Add ticket")
    expect(heading).to_have_text("No dial tone at my desk")
    press(page, "Amelia Hart")
    press(page, "Agent")
    expect(heading).to_have_text("Queue")
    reach(page, "Search")
    page.keyboard.type("dial tone")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Replace keyboard")).to_have_count(0)
    press(page, "No dial tone at my desk")
    expect(heading).to_have_text("No dial tone at my desk")
    press(page, "Triage")
    expect(page.get_by_role("radio", name="Medium")).to_be_focused()
    page.keyboard.press("ArrowDown")
    press(page, "Triage")
    expect(page.get_by_text("Status is now Triaged.").first).to_be_visible()
    expect(page.get_by_text("High", exact=True).first).to_be_visible()
