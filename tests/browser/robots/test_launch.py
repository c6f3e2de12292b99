"""The browser is found where there is one, and its absence is said in one sentence with how to get one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
