"""What a participant's page records, and that nothing of it is lost or says too much."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser
Somebody = Callable[..., Page]
Agreed = Callable[[Page, str], Page]


def wait_for(page: Page, condition: Callable[[], bool], seconds: float = 20) -> None:
    for _ in range(int(seconds * 5)):
        if condition():
            return
        page.wait_for_timeout(200)
    raise AssertionError("it did not come about")


def kinds(study: Any, session: str) -> set[str]:
    return {event.kind for event in study.recording(session).events}


def test_page_and_server_tell_the_same_story(somebody: Somebody, agreed: Agreed, study: Any) -> None:
    link, session = study.link()
    page = agreed(somebody(), link)
    page.mouse.move(200, 200)
    page.mouse.move(300, 260)
    page.get_by_role("link", name="New ticket").click()
    page.get_by_label("Title").fill("My secret wish")
    page.get_by_label("Title").press("Tab")
    wait_for(page, lambda: {"click", "input", "navigation", "pointer", "key"} <= kinds(study, session))
    recording = study.recording(session)
    click = next(event for event in recording.events if event.kind == "click")
    acted = next(entry for entry in recording.entries if entry.kind == "acted")
    assert click.data["id"] == "my-tickets.new"
    assert abs(click.at - acted.at) < 5
    assert recording.completeness == "complete"
    typed = next(event for event in recording.events if event.kind == "input")
    assert typed.data["length"] == len("My secret wish")


def test_neither_typed_text_nor_the_link_is_in_the_recording(somebody: Somebody, agreed: Agreed, study: Any) -> None:
    link, session = study.link()
    page = agreed(somebody(), link)
    page.get_by_role("link", name="New ticket").click()
    page.get_by_label("Title").fill("My secret wish")
    client = page.evaluate("window.clientId")
    wait_for(page, lambda: {"input", "click"} <= kinds(study, session))
    wait_for(page, lambda: len(study.rrweb(session)) > 3)
    kept = json.dumps(study.rrweb(session)) + str(study.recording(session).events)
    assert "secret wish" not in kept
    assert link.removeprefix("/s/") not in kept
    assert client not in kept
    assert "My tickets" in kept


def test_the_first_picture_is_there_although_the_page_is_closed_at_once(
    somebody: Somebody, agreed: Agreed, study: Any
) -> None:
    link, session = study.link()
    page = agreed(somebody(), link)
    keeper = page.context.new_page()
    page.wait_for_timeout(500)
    page.close(run_before_unload=True)
    wait_for(keeper, lambda: any(event["type"] == 2 for event in study.rrweb(session)))
    wait_for(keeper, lambda: bool(kinds(study, session)))


def test_what_cannot_be_sent_is_kept_and_sent_by_the_next_page(somebody: Somebody, agreed: Agreed, study: Any) -> None:
    link, session = study.link()
    page = somebody()
    lost: list[str] = []

    def lose(route: Route) -> None:
        lost.append(route.request.url)
        route.abort()

    page.route("**/log/**", lose)
    agreed(page, link)
    page.get_by_role("link", name="New ticket").click()
    wait_for(page, lambda: len(lost) > 1)
    page.wait_for_timeout(2500)
    assert not study.recording(session).events
    page.unroute("**/log/**")
    page.reload()
    expect(page.get_by_role("heading", level=1, name="New ticket")).to_be_visible()
    wait_for(page, lambda: {"click", "navigation"} <= kinds(study, session))
    wait_for(page, lambda: study.recording(session).completeness == "complete")


def test_nothing_is_recorded_before_consent(somebody: Somebody, study: Any, server: Any) -> None:
    link, session = study.link()
    page = somebody()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.url + link)
    page.mouse.click(100, 100)
    page.wait_for_timeout(500)
    assert not [url for url in asked if "/log/" in url or "record" in url or "_nicegui" in url]
    assert study.recording(session).entries == ()
