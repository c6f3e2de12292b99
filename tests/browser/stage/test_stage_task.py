"""A participant's tasks: from the invitation to thanks, and everything that may come in between."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Somebody = Callable[..., Page]
Agreed = Callable[[Page, str], Page]


def rate(page: Page) -> None:
    page.get_by_label("6", exact=True).check()
    page.get_by_role("button", name="Continue").click()


def raise_ticket(page: Page, title: str) -> None:
    page.get_by_role("link", name="New ticket").click()
    page.get_by_label("Title").fill(title)
    page.locator("form.st-form button[type=submit]").click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()


def start_work(page: Page) -> None:
    if page.viewport_size and page.viewport_size["width"] < 600:
        page.locator("summary", has_text="Filter").click()
    page.get_by_role("searchbox").fill("cannot print")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="Cannot print").first.click()
    page.get_by_role("button", name="Start work").click()
    expect(page.get_by_text("Status is now In progress.").first).to_be_visible()


def one_option(page: Page) -> None:
    raise_ticket(page, "VPN has stopped")
    page.get_by_role("button", name="I have done it").click()
    rate(page)
    start_work(page)
    page.get_by_role("button", name="I have done it").click()
    rate(page)
    page.get_by_role("button", name="Send answer").click()
    expect(page.get_by_text("Type your answer first")).to_be_visible()
    page.get_by_label("Your answer").fill("VPN not connecting")
    page.get_by_role("button", name="Send answer").click()
    rate(page)
    for number in range(1, 11):
        page.locator(f"[name=sus{number}][value='4']").check()
    page.get_by_role("button", name="Continue").click()


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_a_whole_walkthrough(somebody: Somebody, agreed: Agreed, study: Any, phone: bool) -> None:
    link, session = study.link()
    page = agreed(somebody(phone=phone), link)
    one_option(page)
    one_option(page)
    page.get_by_label("What would you miss").fill("Nothing at all")
    page.get_by_role("button", name="Send and finish").click()
    expect(page.get_by_role("heading", level=1, name="Thank you")).to_be_visible()
    entries = study.recording(session).entries
    ended = [(e.data["task"], e.data["how"], e.data["reached"]) for e in entries if e.kind == "task ended"]
    assert [task for task, _, _ in ended] == ["raise", "work", "find-late"] * 2
    assert [reached for task, _, reached in ended if task != "find-late"] == [True] * 4
    assert entries[-1].kind == "ended"


def test_looking_at_a_task_without_a_browser_records_nothing(somebody: Somebody, agreed: Agreed, study: Any) -> None:
    link, session = study.link()
    page = agreed(somebody(), link)
    page.goto("about:blank")
    page.go_back()
    expect(page.get_by_role("link", name="New ticket")).to_be_visible()
    before = len(study.recording(session).entries)
    for address in (page.url, page.url + "/ticket-1"):
        assert page.request.get(address).ok
    assert len(study.recording(session).entries) == before


def test_giving_up_is_asked_twice(somebody: Somebody, agreed: Agreed, study: Any) -> None:
    link, session = study.link()
    page = agreed(somebody(), link)
    page.get_by_role("button", name="Give up").click()
    expect(page.get_by_text("Give up on this task?")).to_be_visible()
    assert "task ended" not in [e.kind for e in study.recording(session).entries]
    page.get_by_role("button", name="Give up").click()
    expect(page.get_by_role("heading", level=1, name="How easy")).to_be_visible()


def test_going_back_leads_to_where_the_walkthrough_stands(somebody: Somebody, agreed: Agreed, study: Any) -> None:
    link, _ = study.link()
    page = agreed(somebody(), link)
    page.get_by_role("button", name="I have done it").click()
    expect(page.get_by_role("heading", level=1, name="How easy")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="How easy")).to_be_visible()


def test_another_options_address_leads_to_the_task_at_hand(
    somebody: Somebody, agreed: Agreed, study: Any, server: Any
) -> None:
    link, _ = study.link()
    page = agreed(somebody(), link)
    own = page.url.split("/")[5]
    other = ({"dashboard", "late-first"} - {own}).pop()
    page.goto(f"{server.url}{link}/{other}/my-tickets")
    expect(page).to_have_url(re.compile(f"{link}/{own}/"))


def test_another_role_cannot_be_taken_on_in_a_task(somebody: Somebody, agreed: Agreed, study: Any, server: Any) -> None:
    link, _ = study.link()
    page = agreed(somebody(), link)
    page.goto(page.url.replace("my-tickets", "queue"))
    expect(page.get_by_role("heading", level=1, name="You cannot see this page")).to_be_visible()
    expect(page.get_by_role("link", name="Agent")).to_have_count(0)


def test_two_tabs_are_one_session_with_a_place_each(
    somebody: Somebody, agreed: Agreed, study: Any, connected: Callable[[Page], Page]
) -> None:
    link, session = study.link()
    first = agreed(somebody(), link)
    second = first.context.new_page()
    second.goto(first.url)
    connected(second)
    raise_ticket(second, "Raised over there")
    expect(first.get_by_role("link", name="Raised over there")).to_be_visible()
    expect(first.get_by_role("heading", level=1, name="My tickets")).to_be_visible()
    first.get_by_role("button", name="I have done it").click()
    expect(first.get_by_role("heading", level=1, name="How easy")).to_be_visible()
    expect(second.get_by_role("heading", level=1, name="How easy")).to_be_visible()
    assert [e.kind for e in study.recording(session).entries].count("task ended") == 1


def test_two_participants_never_see_each_others_changes(somebody: Somebody, agreed: Agreed, study: Any) -> None:
    pages = [agreed(somebody(), study.link()[0]) for _ in range(2)]
    raise_ticket(pages[0], "Mine alone")
    pages[1].reload()
    expect(pages[1].get_by_role("heading", level=1, name="My tickets")).to_be_visible()
    expect(pages[1].get_by_role("link", name="Mine alone")).to_have_count(0)
