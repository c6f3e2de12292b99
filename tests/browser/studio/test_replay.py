"""What hands do with a replay: play, jump, read."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from toolkit.browser.launch import leave
from toolkit.places import asset
from toolkit.services.book import Book
from toolkit.services.invite import Invitation, rehearse
from toolkit.services.recording import Log

pytestmark = pytest.mark.browser
Screen = Callable[..., Page]
TakingPart = Callable[[Page, Invitation], Page]
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def watching(
    person: Invitation,
    screen: Screen,
    taking_part: TakingPart,
    recorded: Callable[[Page, str, float], None],
    watched: Callable[..., Page],
) -> Callable[..., Page]:
    """Opens the replay of somebody who opened a ticket, loaded the page anew, gave up and was asked how easy it was."""
    live = taking_part(screen(), person)
    live.wait_for_timeout(600)
    live.get_by_role("link", name="VPN not connecting").click()
    expect(live.get_by_role("heading", level=1, name="VPN not connecting")).to_be_visible()
    recorded(live, person.session.id, 1)
    live.reload()
    live.wait_for_function("window.did_handshake === true && window.rrwebRecord")
    live.wait_for_timeout(600)
    live.get_by_role("link", name="My tickets").first.click()
    expect(live.get_by_role("heading", level=1, name="My tickets")).to_be_visible()
    recorded(live, person.session.id, 3)
    live.get_by_role("button", name="Give up").click()
    live.get_by_role("button", name="Give up").click()
    live.wait_for_timeout(1000)
    live.locator("input[name=ease][value='5']").check(force=True)
    live.locator("main button[type=submit]").click()
    leave(live)
    return lambda *size, **wishes: watched(person.session.id, *size, **wishes)


def now(page: Page) -> float:
    return float(page.locator("#scrub").input_value())


def heading(page: Page) -> Locator:
    return page.frame_locator("#frame iframe").locator("h1")


def test_events_lead_to_their_moments_over_several_page_loads(watching: Callable[..., Page]) -> None:
    page = watching()
    jumps = page.locator("#trace button")
    opened = jumps.filter(has_text="Opened Ticket ‘VPN not connecting’").first
    opened.click()
    expect(opened).to_have_attribute("aria-current", "step")
    expect(heading(page)).to_have_text("VPN not connecting")
    jumps.filter(has_text="Saw My tickets").click()
    expect(heading(page)).to_have_text("My tickets")
    jumps.filter(has_text="Opened").last.click()
    expect(heading(page)).to_have_text("My tickets")
    assert page.locator("#marks .su-span-shown").count() >= 2


def test_pages_with_questions_are_said_to_be_unrecorded(watching: Callable[..., Page]) -> None:
    page = watching()
    page.locator("#trace button").filter(has_text="How easy").click()
    expect(page.locator("#cover")).to_contain_text("a page with questions, which records nothing")


def test_it_plays_pauses_and_moves_by_keys(watching: Callable[..., Page]) -> None:
    page = watching()
    page.locator("#skip").uncheck()
    page.get_by_role("radio", name="8×").check(force=True)
    page.get_by_role("button", name="Previous event").click()
    began = now(page)
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.wait_for_function(f"Number(document.querySelector('#scrub').value) > {began + 0.5}")
    page.get_by_role("button", name="Pause").or_(page.get_by_role("button", name="Play")).click()
    scrub = page.get_by_role("slider", name="Point in the session")
    scrub.press("Home")
    assert now(page) == 0
    scrub.press("ArrowRight")
    assert now(page) >= min(5, float(scrub.get_attribute("max") or 0)) - 0.01
    scrub.press(" ")
    scrub.press(" ")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    assert "of" in (scrub.get_attribute("aria-valuetext") or "")


def test_idle_time_is_skipped(watching: Callable[..., Page]) -> None:
    page = watching()
    page.get_by_role("radio", name="4×").check(force=True)
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible(timeout=20_000)
    scrub = page.locator("#scrub")
    assert now(page) >= float(scrub.get_attribute("max") or 0) - 0.1


def test_a_session_without_a_recording_can_be_read(book: Book, screen: Screen, url: str) -> None:
    session = rehearse(book, "helpdesk").session.id
    Log(book, session).write(("reset", {"option": "dashboard", "role": "Agent"}))
    page = screen()
    page.goto(f"{url}/studio/helpdesk/sessions/{session}")
    expect(page.get_by_text("No page was recorded, so there is nothing to watch.")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Began afresh as Agent")).to_be_visible()
    expect(page.get_by_text("nothing arrived")).to_be_visible()


def test_a_session_that_is_none_is_missing(screen: Screen, url: str, person: Invitation) -> None:
    for address in ("helpdesk/sessions/none", f"rebooking/sessions/{person.session.id}", "nothing/sessions/none"):
        answer = screen().goto(f"{url}/studio/{address}")
        assert answer is not None
        assert answer.status == 404


def test_what_cannot_be_loaded_is_said_and_tried_again(watching: Callable[..., Page]) -> None:
    page = watching()
    page.route("**/stream", lambda route: route.abort())
    page.reload()
    expect(page.locator("#cover")).to_contain_text("The recording cannot be loaded")
    page.unroute("**/stream")
    page.get_by_role("button", name="Try again").click()
    page.wait_for_selector("#player[data-ready]")


@pytest.mark.parametrize(("size", "dark"), [("desktop", False), ("phone", True)])
def test_axe_finds_nothing_and_nothing_sticks_out(size: str, dark: bool, watching: Callable[..., Page]) -> None:
    page = watching(size, dark=dark)
    page.add_script_tag(path=asset("axe.min.js"))
    found = page.evaluate("rules => axe.run(document, { runOnly: rules })", RULES)
    assert [(rule["id"], rule["nodes"][0]["target"]) for rule in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
