"""Finds and starts the browser that robots and scripts use: the one place that knows how."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright

from toolkit.errors import ToolkitError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""What a system calls a browser that Playwright can drive."""
QUIET = ("--disable-gpu", "--disable-background-networking")
_FIX = "run `playwright install chromium`, or install Chromium or Chrome (on Debian: apt install chromium)"


class NoBrowser(ToolkitError):
    """There is no browser, or it does not start."""


def find_browser(playwright: Playwright) -> str:
    """Return the browser's path: Playwright's own if it is installed, else the system's. Raises NoBrowser."""
    own = playwright.chromium.executable_path
    if Path(own).is_file():
        return own
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise NoBrowser("there is no browser for the robots", fix=_FIX)
    return found


@contextmanager
def launch() -> Iterator[Browser]:
    """Start the browser, without a window, for as long as the block lasts. Raises NoBrowser."""
    with sync_playwright() as playwright:
        path = find_browser(playwright)
        try:
            # Ctrl+C reaches the browser, too: it is to stay until we close it, or a walk under way would seem to fail.
            browser = playwright.chromium.launch(executable_path=path, args=_arguments(), handle_sigint=False)
        except Error as error:
            reason = error.message.strip().splitlines()[0]
            raise NoBrowser(f"the browser does not start: {reason}", where=path, fix=_FIX) from error
        try:
            yield browser
        finally:
            browser.close()


def leave(page: Page) -> None:
    """Close a page, wherever it is. Chromium may never answer when it is to close a page that is on its way to another.

    It is led to a blank page first: that ends what was under way, and what was recorded is sent as from a closed page.
    """
    with suppress(Error):  # a page that crashed or is gone cannot be led anywhere
        page.goto("about:blank")
    page.close()


def _arguments() -> list[str]:
    """Return what the browser is started with; only root has to do without the sandbox."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, *(("--no-sandbox",) if is_root else ())]
