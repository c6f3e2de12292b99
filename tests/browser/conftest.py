"""One real browser for the tests of a module.

It ends with its module: while Playwright runs, no event loop of another test can.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from toolkit.browser.launch import launch

expect.set_options(timeout=20_000)  # ms: what is expected comes, but not at once while other tests use the cores


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launch() as started:
        yield started
