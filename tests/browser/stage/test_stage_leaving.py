"""What was typed and not saved is left only after a question; what was saved, or given up by 'Cancel', without one."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_leaving_asks_only_while_something_typed_would_be_lost(
    somebody: Callable[..., Page], agreed: Callable[[Page, str], Page], study: Any
) -> None:
    page = agreed(somebody(), study.link()[0])
    page.get_by_role("link", name="New ticket").click()
    title, question = page.get_by_label("Title"), page.get_by_role("dialog", name="Leave without saving?")
    away = page.get_by_role("navigation", name="Main").get_by_role("link", name="My tickets")
    title.fill("VPN has stopped")
    here = page.url
    away.click()
    question.get_by_role("button", name="Stay here").click()
    expect(title).to_have_value("VPN has stopped")
    page.go_back()
    expect(question).to_be_visible()
    page.keyboard.press("Escape")
    expect(question).to_be_hidden()
    expect(page).to_have_url(here)


def test_what_was_typed_survives_a_reload_and_a_refusal_and_is_asked_about_until_it_is_saved(
    somebody: Callable[..., Page],
    agreed: Callable[[Page, str], Page],
    connected: Callable[[Page], Page],
    study: Any,
) -> None:
    page = agreed(somebody(), study.link()[0])
    page.get_by_role("link", name="New ticket").click()
    title, question = page.get_by_label("Title"), page.get_by_role("dialog", name="Leave without saving?")
    away = page.get_by_role("navigation", name="Main").get_by_role("link", name="My tickets")
    title.fill("VPN has stopped")
    page.reload()
    connected(page)
    expect(title).to_have_value("VPN has stopped")
    title.fill("No")
    page.locator("form.st-form button[type=submit]").click()
    summary = page.locator("[data-summary]")
    expect(summary).to_be_focused()
    summary.get_by_role("link").first.click()
    expect(title).to_be_focused()
    expect(title).to_have_value("No")
    away.click()
    question.get_by_role("button", name="Leave", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="My tickets")).to_be_visible()
    page.get_by_role("link", name="New ticket").click()
    title.fill("VPN has stopped")
    page.get_by_role("link", name="Cancel").click()
    expect(page.get_by_role("heading", level=1, name="My tickets")).to_be_visible()
    page.get_by_role("link", name="New ticket").click()
    title.fill("VPN has stopped")
    page.locator("form.st-form button[type=submit]").click()
    expect(page.get_by_role("heading", level=1, name="VPN has stopped")).to_be_visible()
    away.click()
    expect(page.get_by_role("heading", level=1, name="My tickets")).to_be_visible()
