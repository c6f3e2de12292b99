"""Pages in a real browser, for the checks."""

from collections.abc import Callable, Iterator

import pytest

from toolkit import Finding
from toolkit.browser.auditing import BrowserPage
from toolkit.browser.devices import device_named
from toolkit.browser.launch import launch
from toolkit.loader import load

Look = Callable[..., list[Finding]]


@pytest.fixture(scope="module")
def look() -> Iterator[Look]:
    """Give what shows HTML on a device and returns what a check finds there."""
    checks = load(installed=False).checks
    with launch() as browser:
        contexts = {name: browser.new_context(**device_named(name).context) for name in ("phone", "desktop")}

        def found(check: str, body: str, *, device: str = "desktop") -> list[Finding]:
            page = contexts[device].new_page()
            page.set_content(
                f'<!doctype html><html lang="en"><head><title>Loans of the library</title>'
                f'<meta name="viewport" content="width=device-width"></head><body>{body}</body></html>'
            )
            try:
                return list(checks[check].look(BrowserPage(page, None)))
            finally:
                page.close()

        yield found
