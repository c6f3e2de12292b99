"""A replay shows the page as it was: every element lies where it lay, at each moment that was noted."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from toolkit.browser.launch import leave
from toolkit.services.invite import Invitation

pytestmark = pytest.mark.browser
Screen = Callable[..., Page]
TakingPart = Callable[[Page, Invitation], Page]
Boxes = dict[str, list[float]]

BOXES = """doc => Object.fromEntries(
  Array.from(doc.querySelectorAll("[data-id], h1, h2, label, td, dd"), (element, i) => {
    const box = element.getBoundingClientRect();
    return [`${i} ${element.dataset.id || element.tagName}`, [box.x, box.y, box.width, box.height]];
  }))"""
REPLAYED = f"({BOXES})(document.querySelector('#frame iframe').contentDocument)"

COLOUR = "doc => doc.defaultView.getComputedStyle(doc.querySelector('h1')).color"
BREAK_IN = """() => {
  const image = Object.assign(document.createElement("img"), { alt: "x" });
  image.setAttribute("onerror", "top.document.title = 'broken in'");
  image.src = "data:,";
  const script = document.createElement("script");
  script.textContent = "top.document.title = 'broken in'";
  const frame = Object.assign(document.createElement("iframe"), { src: "https://example.org/" });
  document.querySelector("main").append(image, script, frame);
}"""


@dataclass
class Notes:
    """What was seen on the live page, and when."""

    page: Page
    token: str
    moments: list[tuple[str, float, Boxes]] = field(default_factory=list)

    def note(self, name: str) -> None:
        """Note where everything lies once it has come to rest, with a quiet moment around."""
        self.page.wait_for_timeout(500)
        boxes = self.page.evaluate(f"({BOXES})(document)")
        at = self.page.evaluate(f"fetch('/s/{self.token}/clock').then(r => r.json()).then(said => said.at)")
        self.page.wait_for_timeout(400)
        self.moments.append((name, at, boxes))


def walk(notes: Notes) -> None:
    """Look at the list, open a ticket, scroll, comment on it, and send a form with a mistake."""
    page = notes.page
    notes.note("list")
    page.get_by_role("link", name="VPN not connecting").click()
    expect(page.get_by_role("heading", level=1, name="VPN not connecting")).to_be_visible()
    notes.note("ticket")
    page.evaluate("scrollTo(0, 320)")
    notes.note("scrolled")
    page.locator("textarea").fill("It still does not work\nin the afternoon")
    page.locator("form:has(textarea) button[type=submit]").click()
    expect(page.get_by_text("Comment added.").first).to_be_attached()
    notes.note("commented")
    page.get_by_role("link", name="My tickets").first.click()
    page.get_by_role("link", name="New ticket").click()
    notes.note("form")
    page.locator("main form button[type=submit]").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    notes.note("mistake")


def replay_at(page: Page, at: float) -> Boxes:
    page.locator("#scrub").evaluate("(scrub, at) => { scrub.value = at; scrub.dispatchEvent(new Event('input')); }", at)
    page.wait_for_timeout(400)
    boxes: Boxes = page.evaluate(REPLAYED)
    return boxes


@pytest.mark.parametrize("size", ["phone", "tablet", "desktop"])
def test_boxes_of_page_and_replay_agree(
    size: str, person: Invitation, screen: Screen, taking_part: TakingPart, request: pytest.FixtureRequest
) -> None:
    live = taking_part(screen(size, dark=size == "tablet"), person)  # watched in the light, with a mouse
    colour = live.evaluate(f"({COLOUR})(document)")
    notes = Notes(live, person.token)
    walk(notes)
    request.getfixturevalue("recorded")(live, person.session.id, notes.moments[-1][1])
    leave(live)
    replay = request.getfixturevalue("watched")(person.session.id)
    wrong = [
        (name, key, box, seen.get(key))
        for name, at, boxes in notes.moments
        for seen in [replay_at(replay, at)]
        for key, box in boxes.items()
        if not agree(box, seen.get(key))
    ]
    compared = sum(len(boxes) for _, _, boxes in notes.moments)
    assert wrong == [], f"{len(wrong)} of {compared} boxes lie elsewhere"
    assert replay.evaluate(f"({COLOUR})(document.querySelector('#frame iframe').contentDocument)") == colour
    assert compared >= 100


def agree(one: list[float], other: list[float] | None) -> bool:
    return other is not None and all(abs(a - b) <= 1 for a, b in zip(one, other, strict=True))


def test_a_replay_runs_nothing_and_asks_nobody_else(
    person: Invitation, screen: Screen, taking_part: TakingPart, url: str, request: pytest.FixtureRequest
) -> None:
    live = taking_part(screen(), person)
    live.evaluate(BREAK_IN)
    live.wait_for_timeout(1000)
    request.getfixturevalue("recorded")(live, person.session.id, 1)
    replay, asked = screen(), list[str]()
    replay.on("request", lambda sent: asked.append(sent.url))
    replay.goto(f"{url}/studio/helpdesk/sessions/{person.session.id}")
    replay.wait_for_selector("#player[data-ready]")
    replay.locator("#scrub").press("End")
    replay.wait_for_timeout(500)
    assert "broken in" not in replay.title()
    assert replay.locator("#frame iframe").get_attribute("sandbox") == "allow-same-origin"
    assert {urlsplit(address).netloc for address in asked if not address.startswith("data:")} == {urlsplit(url).netloc}
