"""Documents, opened in a real browser."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return what opens a document: `opened(html, 390)`; narrow ones are phones, with touch."""
    contexts = []

    def open_(html: str, width: int = 1280) -> Page:
        phone = width <= 480
        context = browser.new_context(
            viewport={"width": width, "height": 844 if phone else 800},
            is_mobile=phone,
            has_touch=phone,
            reduced_motion="reduce",  # colours that are on their way cannot be judged
        )
        contexts.append(context)
        page = context.new_page()
        page.set_content(html)
        return page

    yield open_
    for context in contexts:
        context.close()
