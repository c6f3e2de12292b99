"""The browser is found where there is one, and its absence is said in one sentence with how to get one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from toolkit.browser.launch import leave

pytestmark = pytest.mark.browser
CALL = """
from toolkit.browser.launch import launch
from toolkit.errors import ToolkitError
try:
    with launch() as browser:
        page = browser.new_page()
        page.set_content("<title>here</title>")
        print(page.title())
except ToolkitError as error:
    print(error.text())
"""


def called(**environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", CALL], env={**os.environ, **environment}, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_a_browser_of_the_system_or_of_playwright_is_started() -> None:
    assert called() == "here\n"


def test_without_any_browser_it_is_said_how_to_get_one(tmp_path: Path) -> None:
    said = called(PATH=str(tmp_path), PLAYWRIGHT_BROWSERS_PATH=str(tmp_path))
    assert said.startswith("error: there is no browser for the robots\n")
    assert "fix: run `playwright install chromium`, or install Chromium or Chrome" in said


def test_a_browser_that_does_not_start_is_named(tmp_path: Path) -> None:
    fake = tmp_path / "chromium"
    fake.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    fake.chmod(0o755)
    said = called(PATH=f"{tmp_path}:/bin", PLAYWRIGHT_BROWSERS_PATH=str(tmp_path))
    assert said.startswith("error: the browser does not start")
    assert f"where: {fake}" in said


@pytest.mark.timeout(30)
def test_a_page_on_its_way_is_led_to_a_blank_one_before_it_is_closed(browser: Browser) -> None:
    """Chromium may never answer when a page is closed that another one is about to take the place of."""
    page = browser.new_page()
    page.route("**/slow", lambda route: None)  # an answer that never comes
    page.set_content("<a href='http://localhost/slow'>on</a>")
    page.get_by_role("link").click(no_wait_after=True)
    been: list[str] = []
    page.on("framenavigated", lambda frame: been.append(frame.url))
    leave(page)
    assert page.is_closed()
    assert been == ["about:blank"]


def test_a_page_that_is_gone_can_be_left(browser: Browser) -> None:
    page = browser.new_page()
    page.close()
    leave(page)
