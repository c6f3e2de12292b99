"""The copy in one file, opened from the disk with no network, on a phone and on a desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from toolkit.loader import load
from toolkit.places import asset
from toolkit.services.load import load_prototype
from toolkit.services.offline import write_copy
from toolkit.services.workspace import Workspace

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both bundled prototypes, copied into an empty folder."""
    workspace = Workspace(tmp_path_factory.mktemp("copies"))
    plugins = load(installed=False)
    names = ("helpdesk", "rebooking")
    found = {name: load_prototype(workspace.find_prototype(name), plugins) for name in names}
    return {n: write_copy(workspace, p, output=None, progress=lambda done, of: None) for n, p in found.items()}


@pytest.fixture(params=[390, 1280], ids=["phone", "desk"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page without a network."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 844}, offline=True, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def opened(page: Page, path: Path) -> Page:
    page.goto(path.as_uri())
    expect(page.locator("#view h1[tabindex]")).to_be_attached()
    return page


def test_a_ticket_is_raised_and_looked_at_by_another_role(page: Page, copies: dict[str, Path]) -> None:
    opened(page, copies["helpdesk"])
    page.get_by_role("link", name="New ticket").click()
    page.get_by_role("button", name="Add ticket").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter a title")
    page.get_by_label("Title").fill("Wifi is gone")
    page.get_by_role("button", name="Add ticket").click()
    expect(page.get_by_text("Ticket added.")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="sample answers")).to_be_attached()
    page.get_by_label("Option").select_option("The queue opens with what is late")
    page.get_by_label("Role").select_option("Agent")
    expect(page.get_by_role("heading", level=1, name="Queue")).to_be_visible()
    page.get_by_role("link", name="Camera at the loading bay is dark").first.click()
    expect(page.get_by_role("heading", level=1, name="Camera at the loading bay is dark")).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Queue")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", level=1, name="Queue")).to_be_visible()


def test_what_was_typed_stays_when_something_is_missing(page: Page, copies: dict[str, Path]) -> None:
    opened(page, copies["rebooking"])
    page.get_by_role("link", name="Rebook").or_(page.get_by_role("button", name="Rebook")).first.click()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose a new flight")
    page.get_by_role("radio").first.check()
    for _ in range(2):
        page.get_by_role("button", name="Continue").click()
    page.get_by_role("textbox").fill("+44 7700 900142")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("You are rebooked.")).to_be_visible()


@pytest.mark.parametrize("name", ["helpdesk", "rebooking"])
def test_axe_finds_nothing_and_nothing_sticks_out(page: Page, name: str, copies: dict[str, Path]) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else said.append(request.url))
    opened(page, copies[name])
    page.evaluate(asset("axe.min.js").read_text("utf-8"))
    found = page.evaluate("rules => axe.run(document, { runOnly: rules })", RULES)
    assert [(rule["id"], rule["nodes"][0]["target"]) for rule in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert said == []
