"""Picking rows and columns of a list in a real page: by mouse, by keyboard, and on a phone."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from toolkit.browser.auditing import BrowserPage
from toolkit.loader import load

pytestmark = pytest.mark.browser
CHECKS = tuple(load(installed=False).checks.values())


def troubles(page: Page) -> list[str]:
    """Return what axe and our own checks find."""
    return [f"{found.element}: {found.message}" for check in CHECKS for found in check.look(BrowserPage(page, None))]


def agent(page: Page) -> None:
    page.locator(".st-who summary").click()
    page.get_by_role("link", name="Agent", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Queue")).to_be_visible()


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_rows_are_ticked_and_moved_and_columns_chosen(
    server: Any, somebody: Callable[..., Page], connected: Callable[[Page], Page], *, phone: bool
) -> None:
    page = somebody(phone=phone)
    page.goto(f"{server.url}/p/helpdesk/dashboard/")
    agent(connected(page))
    first = page.locator("tbody tr").first.bounding_box()
    assert first is not None
    assert first["y"] < (500 if phone else 420)
    move = page.get_by_role("button", name="Assign", exact=True)
    expect(move).to_be_hidden()
    boxes = page.get_by_role("group", name="Select tickets").get_by_role("checkbox")
    boxes.nth(0).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    boxes.nth(2).check()
    assert not troubles(page)
    move.click()
    expect(page.get_by_text("For 2 tickets:")).to_be_visible()
    page.get_by_label("Assignee").select_option(index=1)
    move.click()
    expect(page.get_by_text("Changed: 2 tickets.").first).to_be_visible()
    page.get_by_text("Columns", exact=True).click()
    page.get_by_role("link", name="Hide Priority", exact=True).click()
    expect(page.get_by_role("link", name="Show Priority", exact=True)).to_be_visible()
    expect(page.get_by_role("columnheader", name="Priority", exact=True)).to_have_count(0)
    assert not troubles(page)
