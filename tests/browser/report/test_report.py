"""The report is one file that opens without a network, is readable by everybody, and says plainly what is not known."""

import base64
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.unit.evidence.conftest import Desk
from toolkit.domain.evidence import Sighting
from toolkit.domain.usability import Finding
from toolkit.loader import load
from toolkit.places import asset
from toolkit.services.report import report
from toolkit.services.sightings import keep_sightings, sightings_folder

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = "async rules => (await axe.run({runOnly: rules})).violations.map(v => [v.id, v.nodes.map(n => n.html)])"
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
FOUND = Sighting(
    Finding("contrast", 3, "The text is hard to read", fix="Make it darker", screen="items", box=(0, 0, 1, 1)),
    "plain",
    "phone",
    "contrast.png",
)

Show = Callable[..., Page]


@pytest.fixture
def show(browser, tmp_path: Path) -> Iterator[Show]:
    """Return what opens the report on a study in which so many people took part; going online is an error."""
    desks: list[Desk] = []
    contexts = []

    def open_(people: int = 0, *, width: int = 1280, scheme: str = "light") -> Page:
        desk = Desk(tmp_path / f"work{len(desks)}", load(installed=False))
        desks.append(desk)
        study = desk.register()
        for number in range(people):
            desk.person(study, seconds=12 + 3 * number)
        desk.robot(study, "plain")
        pictures = {"plain-phone-items.jpg": DOT, "contrast.png": DOT}
        keep_sightings(sightings_folder(desk.workspace, "list"), [FOUND], pictures)
        path = report(desk.workspace, desk.prototype(), book=desk.book, plugins=desk.plugins)
        contexts.append(
            browser.new_context(
                viewport={"width": width, "height": 844},
                color_scheme=scheme,
                offline=True,
                reduced_motion="reduce",
            )
        )
        page = contexts[-1].new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        return page

    asked: list[str] = []
    yield open_
    for context in contexts:
        context.close()
    for desk in desks:
        desk.book.store.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "light"), (1280, "dark")])
@pytest.mark.parametrize("people", [0, 7])
def test_axe_finds_nothing_and_nothing_sticks_out(show: Show, people: int, width: int, scheme: str) -> None:
    page = show(people, width=width, scheme=scheme)
    page.evaluate(asset("axe.min.js").read_text("utf-8"))
    assert page.evaluate(AXE, RULES) == []
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_with_no_people_it_says_so_and_draws_no_number(show: Show) -> None:
    page = show()
    expect(page.get_by_text("Nothing is proposed yet: nobody has taken part.")).to_be_visible()
    expect(page.get_by_text("0 of 8 people", exact=True)).to_have_count(6)
    expect(page.locator(".st-interval, .st-dots")).to_have_count(0)


def test_with_people_the_sentence_comes_with_its_interval_and_its_dots(show: Show) -> None:
    page = show(7)
    goal = page.get_by_role("region", name="Anyone can add")
    expect(goal.get_by_text("7 of 7 could do it; enough to be sure of 80 %")).to_have_count(2)
    expect(goal.get_by_role("img", name="100 %, between 60 % and 100 %, target 80 %")).to_have_count(2)
    expect(page.get_by_role("region", name="Adding is fast").get_by_role("img")).to_have_count(2)


def test_words_of_the_spec_are_words(show: Show) -> None:
    page = show()
    expect(page.get_by_role("blockquote")).to_have_text("Give us a list | with <b>colours</b>")
    expect(page.get_by_role("list", name="Who passed it on").get_by_role("listitem")).to_have_count(2)


def test_options_findings_and_pictures_are_in_it(show: Show) -> None:
    page = show()
    expect(page.get_by_role("region", name="A plain list").first).to_contain_text("1,600 EUR")
    expect(page.get_by_role("img", name="Items, phone")).to_be_visible()
    expect(page.get_by_role("heading", name="The text is hard to read")).to_be_visible()
    expect(page.get_by_role("img", name="Picture of the place, the element marked")).to_be_visible()
