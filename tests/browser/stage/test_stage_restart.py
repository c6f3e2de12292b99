"""The server is killed in the middle of a task, and nobody loses anything."""

import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Somebody = Callable[..., Page]


@pytest.fixture
def mortal(server: Any, tmp_path: Any) -> Iterator[Any]:
    """A server of one's own, to kill."""
    own = type(server)(tmp_path)
    yield own
    own.kill()


def again(server: Any) -> None:
    server.kill()
    server.start()


def test_a_participant_goes_on_where_they_were(somebody: Somebody, mortal: Any, study: Any) -> None:
    here = type(study)(mortal.workspace)  # the same plan, in the book of the server that dies
    link, session = here.link()
    page = somebody()
    page.goto(mortal.url + link)
    page.get_by_role("button", name="I agree").click()
    page.wait_for_function("window.did_handshake === true")
    page.get_by_role("link", name="New ticket").click()
    page.get_by_label("Title").fill("Raised before the crash")
    page.locator("form.st-form button[type=submit]").click()
    heading = page.get_by_role("heading", level=1, name="Raised before the crash")
    expect(heading).to_be_visible()
    before, address = here.recording(session).entries, page.url
    page.get_by_label("Body").fill("Half a comment")
    page.evaluate("window.old = true")
    again(mortal)
    page.wait_for_function("!window.old && window.did_handshake === true")
    assert page.url == address
    expect(heading).to_be_visible()
    expect(page.get_by_label("Body")).to_have_value("Half a comment")
    assert here.recording(session).entries[: len(before)] == before
    page.get_by_role("button", name="I have done it").click()
    expect(page.get_by_role("heading", level=1, name="How easy")).to_be_visible()
    ended = here.recording(session).entries[-1]
    assert (ended.kind, ended.data["reached"]) == ("task ended", True)
    here.book.store.close()


def test_the_steps_of_a_flow_are_kept(somebody: Somebody, mortal: Any) -> None:
    page = somebody(phone=True)
    page.goto(f"{mortal.url}/p/rebooking/seat-held/")
    page.wait_for_function("window.did_handshake === true")
    choose_first(page)
    step = page.locator(".st-steps-now").inner_text()
    address = page.url
    page.evaluate("window.old = true")
    again(mortal)
    page.wait_for_function("!window.old && window.did_handshake === true")
    assert page.url == address
    expect(page.locator(".st-steps-now")).to_have_text(step)


def test_what_is_done_while_the_server_is_silent_is_done_once(somebody: Somebody, mortal: Any) -> None:
    page = somebody()
    page.goto(f"{mortal.url}/p/helpdesk/dashboard/new-ticket")
    page.wait_for_function("window.did_handshake === true")
    page.evaluate("window.same = true; window.socket.on('disconnect', () => { window.dropped = true; })")
    mortal.process.send_signal(signal.SIGSTOP)
    try:
        page.get_by_label("Title").fill("Sent into the void")
        page.locator("form.st-form button[type=submit]").click()
        expect(page.locator("#st-root[data-busy]")).to_have_count(1)
        page.wait_for_function("window.dropped")
    finally:
        mortal.process.send_signal(signal.SIGCONT)
    expect(page.get_by_role("heading", level=1, name="Sent into the void")).to_be_visible(timeout=20_000)
    assert page.evaluate("window.same")
    page.get_by_role("link", name="My tickets").first.click()
    expect(page.get_by_role("heading", level=1, name="My tickets")).to_be_visible()
    page.get_by_role("searchbox").fill("void")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_text("1 of ")).to_be_visible()


def choose_first(page: Page) -> None:
    """Go into the flow and answer its first step."""
    while not page.locator(".st-steps-now").count():
        page.locator("main .st-primary").first.click()
        page.wait_for_timeout(300)
    before = page.locator(".st-steps-now").inner_text()
    for group in page.locator("main fieldset").all():
        group.locator("input").first.check()
    for box in page.locator("main select").all():
        box.select_option(index=1)
    page.locator("form.st-form button[type=submit]").click()
    expect(page.locator(".st-steps-now")).not_to_have_text(before)
