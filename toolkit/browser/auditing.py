"""Looks at one screen in a browser: runs the checks, takes the pictures, and marks what was found in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, cast

import playwright.sync_api as playwright

from toolkit.domain.usability import Finding
from toolkit.domain.view import Board, Calendar, Table, Thread, Timeline, View
from toolkit.places import Asset, asset
from toolkit.ports.check import Check

AROUND = 32
"""CSS pixels shown around an element in its picture."""
LARGEST = (900, 700)
UNSTUCK = ".st-dock { position: static !important; }"
"""What the stage keeps in sight would lie over the middle of a picture of the whole page."""


@lru_cache(maxsize=8)
def _text(name: str) -> str:
    return asset(cast("Asset", name)).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class BrowserPage:
    """A page of a real browser, as the checks see it."""

    page: playwright.Page
    view: View | None

    @property
    def width(self) -> int:
        """The width of the window in CSS pixels."""
        return self.page.viewport_size["width"] if self.page.viewport_size else 0

    def evaluate(self, script: str, argument: object = None) -> Any:
        """Run a JavaScript function in the page."""
        return self.page.evaluate(script, argument)

    def asset(self, name: str) -> str:
        """Return the text of a script that comes with the toolkit."""
        return _text(name)


def findings(page: playwright.Page, view: View, checks: Iterable[Check]) -> Iterator[Finding]:
    """Yield what the checks find on the screen that the page shows; their boxes lie in the whole page."""
    looked_at = BrowserPage(page, view)
    for check in checks:
        for finding in check.look(looked_at):
            yield replace(finding, screen=view.screen, element=_kind(view, finding.element))


def _kind(view: View, element: str) -> str:
    """Return an element's id without the row it stands in, so that one defect in twelve rows is one finding."""
    rows = [row.id for block in view.blocks if isinstance(block, Table | Board | Calendar) for row in block.rows]
    posts = [post.id for block in view.blocks if isinstance(block, Thread) for post in block.posts]
    moments = [moment.id for block in view.blocks if isinstance(block, Timeline) for moment in block.moments]
    for ident in (*rows, *posts, *moments):
        if element == ident or element.startswith(f"{ident}."):
            return f"{ident.rpartition('.')[0]}.*{element.removeprefix(ident)}"
    return element


def picture_of(page: playwright.Page) -> bytes:
    """Return a picture of the whole page."""
    return page.screenshot(full_page=True, type="jpeg", quality=70, scale="css", animations="disabled", style=UNSTUCK)


def marked(page: playwright.Page, finding: Finding) -> tuple[Finding, bytes]:
    """Return a finding with its element's surroundings as a picture, its box moved into it; no box, no picture."""
    if finding.box is None or min(finding.box[2:]) <= 0:
        return replace(finding, box=None), b""
    x, y, width, height = finding.box
    page_width, page_height = page.evaluate(
        "() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    )
    left, top = max(x - AROUND, 0), max(y - AROUND, 0)
    clip = {
        "x": left,
        "y": top,
        "width": min(width + 2 * AROUND, page_width - left, LARGEST[0]),
        "height": min(height + 2 * AROUND, page_height - top, LARGEST[1]),
    }
    if min(clip["width"], clip["height"]) < 1:
        return replace(finding, box=None), b""
    area = cast("playwright.FloatRect", clip)
    shot = page.screenshot(full_page=True, clip=area, scale="css", animations="disabled", style=UNSTUCK)
    return replace(finding, box=(x - left, y - top, width, height)), shot
