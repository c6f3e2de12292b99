"""Documents, opened in a real browser."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def pages(browser: Browser) -> Iterator[dict[int, Page]]:
    """The pages that were opened, by their width; to open one takes longer than to look at what it shows."""
    pages: dict[int, Page] = {}
    yield pages
    for page in pages.values():
        page.context.close()


@pytest.fixture
def opened(browser: Browser, pages: dict[int, Page]) -> Callable[..., Page]:
    """Return what opens a document: `opened(html, 390)`; narrow ones are phones, with touch."""

    def open_(html: str, width: int = 1280) -> Page:
        phone = width <= 480
        if width not in pages:
            context = browser.new_context(
                viewport={"width": width, "height": 844 if phone else 800},
                is_mobile=phone,
                has_touch=phone,
                reduced_motion="reduce",  # colours that are on their way cannot be judged
            )
            pages[width] = context.new_page()
        pages[width].goto("about:blank")  # nothing of the document before it is left, nor how it was looked at
        pages[width].emulate_media(media="screen")
        pages[width].set_content(html)
        return pages[width]

    return open_
