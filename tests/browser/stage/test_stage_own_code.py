"""A prototype's own Python on stage: saved and shown, failing and calm, and drawn freely in a place of its own."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from toolkit.places import bundled

pytestmark = pytest.mark.browser

SCREEN = """
from toolkit import Control, Custom, Go, Notice, Place

OPEN = Control("queue.map.open", "Show high ones", Go(Place("queue", query=(("priority", "High"),))))


def compose(scene):
    high = len(scene.rows("Ticket", where="priority == 'High'"))
    said = f"{high} tickets are high."
    return (Custom("queue.map", "Map", said, draw, data=high, controls=(OPEN,)), *scene.kind("list", show=("title",)))


def draw(slot):
    from nicegui import ui

    ui.input("Scribble")
    ui.button(f"Drawn of {slot.block.data}", on_click=lambda: slot.press("queue.map.open"))
    ui.button("Forged", on_click=lambda: slot.press("queue.forged"))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "prototypes" / "helpdesk"
    (folder / "screens").mkdir(parents=True)
    shutil.copy(bundled("prototypes") / "helpdesk" / "spec.yaml", folder)
    return folder


@pytest.fixture
def own_server(server: Any, folder: Path, tmp_path: Path) -> Iterator[Any]:
    own = type(server)(tmp_path)
    yield own
    own.kill()


@pytest.fixture
def queue(somebody: Callable[..., Page], connected: Callable[[Page], Page], own_server: Any) -> Page:
    """Return a page at which an agent looks at the queue."""
    page = somebody()
    page.goto(f"{own_server.url}/p/helpdesk/dashboard/")
    connected(page)
    page.locator(".st-who summary").first.click()
    page.get_by_role("link", name=re.compile("Agent")).first.click()
    expect(page.get_by_role("heading", level=1, name="Queue")).to_be_visible()
    return page


def test_a_screen_in_python_is_shown_when_it_is_saved_and_draws_freely_in_its_place(queue: Page, folder: Path) -> None:
    page = queue
    page.evaluate("window.same = true")
    path = folder / "screens" / "queue.py"
    path.write_text(SCREEN, encoding="utf-8")
    drawn = page.get_by_role("button", name=re.compile(r"Drawn of \d+"))
    expect(drawn).to_be_visible()
    page.get_by_label("Scribble").fill("A note of mine")
    page.get_by_role("button", name="Forged").click()
    page.get_by_role("link", name="Title", exact=True).click()
    expect(page).to_have_url(re.compile("sort=title"))
    expect(page.get_by_label("Scribble")).to_have_value("A note of mine")  # what has not changed is not drawn again
    drawn.click()
    expect(page).to_have_url(re.compile("priority=High"))
    expect(drawn).to_be_visible()
    page.get_by_role("link", name="Show high ones").click()
    expect(drawn).to_be_visible()
    assert page.evaluate("window.same")


def test_whoever_presents_reads_what_fails_while_the_page_stays_calm(queue: Page, folder: Path) -> None:
    page, path = queue, folder / "screens" / "queue.py"
    path.write_text(SCREEN.replace("    from nicegui import ui", "    from nicegui import oops"), encoding="utf-8")
    expect(page.get_by_text(re.compile("queue.py fails: ImportError"))).to_be_attached()
    expect(page.get_by_text(re.compile(r"\d+ tickets are high\."))).to_be_visible()
    path.write_text(SCREEN.replace("high = len", "high = 1 / 0 and len"), encoding="utf-8")
    expect(page.get_by_text("This page cannot be shown at the moment.")).to_be_visible()
    expect(page.get_by_text(re.compile("queue.py fails: ZeroDivisionError"))).to_be_attached()
    expect(page.get_by_text("Traceback")).to_have_count(0)
    path.write_text("def compose(:", encoding="utf-8")
    expect(page.get_by_text(re.compile("queue.py is no Python"))).to_be_attached()
    path.unlink()
    expect(page.get_by_label("Search").first).to_be_visible()
    expect(page.get_by_text(re.compile("queue.py"))).to_have_count(0)
