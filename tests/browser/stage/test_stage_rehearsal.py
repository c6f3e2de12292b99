"""Looking around in a prototype: navigation, forms, roles, and whose changes are whose."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Somebody = Callable[..., Page]
Connected = Callable[[Page], Page]
Open = Callable[..., Page]


@pytest.fixture
def look_around(server: Any, connected: Connected) -> Callable[..., Page]:
    def go(page: Page, path: str = "/p/helpdesk/dashboard/") -> Page:
        page.goto(server.url + path)
        return connected(page)

    return go


def raise_ticket(page: Page, title: str) -> None:
    page.get_by_role("link", name="New ticket").click()
    page.get_by_label("Title").fill(title)
    page.locator("form.st-form button[type=submit]").click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()


def test_a_click_changes_page_address_title_and_focus_without_loading(somebody: Somebody, look_around: Open) -> None:
    page = look_around(somebody())
    page.evaluate("window.same = true")
    page.get_by_role("link", name="New ticket").click()
    heading = page.get_by_role("heading", level=1, name="New ticket")
    expect(heading).to_be_focused()
    expect(page).to_have_url(re.compile("/p/helpdesk/dashboard/new-ticket$"))
    expect(page).to_have_title("New ticket · IT help desk")
    assert page.evaluate("window.same")
    assert page.locator("html").get_attribute("lang", timeout=1000)


def test_back_refresh_and_links_keep_what_was_done(somebody: Somebody, look_around: Open, connected: Connected) -> None:
    page = look_around(somebody())
    raise_ticket(page, "My phone is gone")
    address = page.url
    page.reload()
    connected(page)
    expect(page.get_by_role("heading", level=1, name="My phone is gone")).to_be_visible()
    page.go_back()
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="My tickets")).to_be_visible()
    expect(page.get_by_role("link", name="My phone is gone")).to_be_visible()
    page.go_forward()
    expect(page.get_by_role("heading", level=1, name="New ticket")).to_be_visible()
    again = page.context.new_page()
    again.goto(address)
    expect(again.get_by_role("heading", level=1, name="My phone is gone")).to_be_visible()


def test_mistakes_are_summed_up_and_lead_to_their_field(somebody: Somebody, look_around: Open) -> None:
    page = look_around(somebody(), "/p/helpdesk/dashboard/new-ticket")
    page.get_by_label("Title").fill("Hm")
    page.get_by_label("Description").fill("It beeps.")
    page.locator("form.st-form button[type=submit]").click()
    expect(page.locator("[data-summary]")).to_be_focused()
    expect(page).to_have_title("Error: New ticket · IT help desk")
    expect(page.get_by_label("Title")).to_have_value("Hm")
    expect(page.get_by_label("Description")).to_have_value("It beeps.")
    page.locator("[data-summary]").get_by_role("link").click()
    expect(page.get_by_label("Title")).to_be_focused()


def test_another_role_sees_other_screens_and_no_others(somebody: Somebody, look_around: Open, server: Any) -> None:
    page = look_around(somebody())
    page.locator("summary", has_text="Employee").click()
    page.get_by_role("link", name="Agent").click()
    expect(page.get_by_role("heading", level=1, name="Queue")).to_be_visible()
    expect(page.get_by_role("link", name="My tickets")).to_have_count(0)
    page.goto(f"{server.url}/p/helpdesk/dashboard/my-tickets")
    expect(page.get_by_role("heading", level=1, name="You cannot see this page")).to_be_visible()


def test_a_filter_sends_itself_and_stands_in_the_address(
    somebody: Somebody, look_around: Open, connected: Connected
) -> None:
    page = look_around(somebody())
    page.locator("summary", has_text="Employee").click()
    page.get_by_role("link", name="Agent").click()
    page.get_by_label("Status", exact=True).select_option("Reopened")
    expect(page).to_have_url(re.compile("status=Reopened"))
    page.get_by_role("searchbox").fill("print")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(re.compile("q=print&status=Reopened"))
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.reload()
    connected(page)
    expect(page.get_by_label("Status", exact=True)).to_have_value("Reopened")


def test_what_two_people_do_stays_apart(somebody: Somebody, look_around: Open) -> None:
    one, other = look_around(somebody()), look_around(somebody())
    raise_ticket(one, "Only I can see this")
    other.reload()
    expect(other.get_by_role("heading", level=1, name="My tickets")).to_be_visible()
    expect(other.get_by_role("link", name="Only I can see this")).to_have_count(0)


def test_what_was_typed_and_not_sent_survives_a_reload(
    somebody: Somebody, look_around: Open, connected: Connected
) -> None:
    page = look_around(somebody(), "/p/helpdesk/dashboard/new-ticket")
    page.get_by_label("Title").fill("Half a sent")
    page.reload()
    connected(page)
    expect(page.get_by_label("Title")).to_have_value("Half a sent")


def test_starting_again_takes_everything_back(somebody: Somebody, look_around: Open) -> None:
    page = look_around(somebody())
    raise_ticket(page, "Forget this")
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("heading", level=1, name="My tickets")).to_be_visible()
    expect(page.get_by_role("link", name="Forget this")).to_have_count(0)


@pytest.mark.parametrize(
    "forged",
    ["ticket.do.resolve", "queue.row.ticket-1.open", "queue.picks.resolve", "new-ticket.form.submit", "nothing", ""],
)
def test_a_forged_event_does_nothing(somebody: Somebody, look_around: Open, forged: str) -> None:
    page = look_around(somebody())
    before = page.locator("#st-root").inner_text()
    address = page.url
    page.evaluate(
        """(control) => {
            const heard = (element) => element.events?.some((event) => event.type === "act");
            const [id, element] = Object.entries(mounted_app.elements).find(([, element]) => heard(element));
            const listener = element.events.find((e) => e.type === "act").listener_id;
            const forged = { control, values: { title: "Forged title" } };
            for (const args of [{ ...forged, n: 1 }, { control: 7, n: 2 }, "text", null, { ...forged, n: 3 }]) {
                window.socket.emit("event", { id: Number(id), client_id: window.clientId, listener_id: listener,
                    args: [JSON.stringify(args)] });
            }
        }""",
        forged,
    )
    page.reload()
    expect(page.locator("#st-root")).to_have_text(before, use_inner_text=True)
    assert page.url == address


def test_pages_fit_a_phone(somebody: Somebody, look_around: Open) -> None:
    page = look_around(somebody(phone=True))
    for path in ("my-tickets", "new-ticket", "ticket/ticket-1"):
        look_around(page, f"/p/helpdesk/dashboard/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
