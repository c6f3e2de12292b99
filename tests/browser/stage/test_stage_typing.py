"""What people paste: far too much, and what is no text."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_text_far_too_long_is_said_to_be_so_and_half_an_emoji_does_no_harm(
    somebody: Callable[..., Page], agreed: Callable[[Page, str], Page], study: Any
) -> None:
    page = agreed(somebody(), study.link()[0])
    page.get_by_role("link", name="New ticket").click()
    title, description = page.get_by_label("Title"), page.get_by_label("Description")
    title.evaluate("field => { field.value = 'VPN has stopped \\ud83d'; }")
    description.evaluate("field => { field.removeAttribute('maxlength'); field.value = 'x'.repeat(2_000_000); }")
    page.locator("form.st-form button[type=submit]").click()
    expect(page.get_by_text("must be 10,000 characters or fewer").first).to_be_visible()
    description.fill("Since this morning")
    page.locator("form.st-form button[type=submit]").click()
    expect(page.get_by_role("heading", level=1, name="VPN has stopped")).to_be_visible()


def test_a_form_sent_before_the_page_can_answer_keeps_what_was_typed(
    somebody: Callable[..., Page], agreed: Callable[[Page, str], Page], study: Any
) -> None:
    page = agreed(somebody(), study.link()[0])
    page.get_by_role("link", name="New ticket").click()
    expect(page.get_by_role("heading", level=1, name="New ticket")).to_be_visible()
    page.route(re.compile(r"/stage\.[^/]*js"), lambda route: route.abort())
    page.reload()
    page.get_by_label("Title").fill("VPN has stopped")
    page.locator("form.st-form button[type=submit]").click()
    page.wait_for_timeout(500)  # time in which it must not go anywhere
    expect(page.get_by_label("Title")).to_have_value("VPN has stopped")
