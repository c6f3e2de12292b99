"""A served help desk, browsers with scroll bars, and people who take part in its study."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from toolkit.domain.study import Plan, Study
from toolkit.services.book import Book, open_book
from toolkit.services.invite import Invitation, invite
from toolkit.services.recall import recall_session
from toolkit.services.register import register
from toolkit.services.workspace import Workspace
from toolkit.web.running import running
from toolkit.web.settings import Settings

SIZES = {
    "phone": {"width": 390, "height": 844},
    "tablet": {"width": 820, "height": 1180},
    "desktop": {"width": 1280, "height": 800},
}
PLAN = Plan(
    prototype="helpdesk",
    options=("dashboard", "late-first"),
    tasks=("raise", "find-late"),
    questions=("missing",),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=found, args=switches, ignore_default_args=["--hide-scrollbars"]
        )
        yield started
        started.close()


@pytest.fixture
def screen(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page of a size in a browser of its own: `screen("phone", dark=True)`."""
    contexts = []

    def opened(size: str = "desktop", *, dark: bool = False) -> Page:
        touch = size != "desktop"
        scheme = "dark" if dark else "light"
        context = browser.new_context(viewport=SIZES[size], is_mobile=touch, has_touch=touch, color_scheme=scheme)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("workspace")


@pytest.fixture(scope="session")
def url(workspace: Path) -> Iterator[str]:
    with running(Settings(workspace, ("helpdesk", "rebooking"), port=0)) as address:
        yield address


@pytest.fixture
def book(workspace: Path) -> Iterator[Book]:
    book = open_book(Workspace(workspace).runtime_dir)
    yield book
    book.store.close()


@pytest.fixture
def study(book: Book) -> Study:
    return register(book, PLAN)


@pytest.fixture
def person(book: Book, study: Study) -> Invitation:
    return invite(book, study)[0]


@pytest.fixture
def taking_part(url: str) -> Callable[[Page, Invitation], Page]:
    """Opens a link in a page, agrees to take part, and waits for the task."""

    def begun(page: Page, invitation: Invitation) -> Page:
        page.goto(f"{url}/s/{invitation.token}")
        page.get_by_role("button", name="I agree").click()
        page.wait_for_function("window.did_handshake === true && window.rrwebRecord")
        return page

    return begun


@pytest.fixture
def watched(screen: Callable[..., Page], url: str) -> Callable[..., Page]:
    """Opens the replay of a session and waits until it can be played."""

    def opened(session: str, size: str = "desktop", *, dark: bool = False) -> Page:
        page = screen(size, dark=dark)
        page.goto(f"{url}/studio/helpdesk/sessions/{session}")
        page.wait_for_selector("#player[data-ready]")
        return page

    return opened


def arrived(page: Page, book: Book, session: str, at: float) -> None:
    """Wait until everything that was done up to a time has arrived."""
    page.keyboard.press("Tab")  # one event more, after which all before it was sent
    for _ in range(80):
        found = recall_session(book, session)
        if found and found.completeness == "complete" and found.events and found.events[-1].at >= at:
            return
        page.wait_for_timeout(250)
    raise AssertionError("the recording did not arrive")


@pytest.fixture
def recorded(book: Book) -> Callable[[Page, str, float], None]:
    return lambda page, session, at: arrived(page, book, session, at)
