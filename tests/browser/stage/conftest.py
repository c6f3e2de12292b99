"""A server in a process of its own that can be killed, and browsers that know nothing of each other."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from toolkit.domain.session import Recording
from toolkit.domain.study import Plan
from toolkit.services.book import Book, open_book
from toolkit.services.invite import invite
from toolkit.services.recall import recall_session, rrweb_events
from toolkit.services.register import register
from toolkit.services.workspace import Workspace

PHONE = {"width": 390, "height": 844}


class Server:
    """`showtell serve` on a workspace; killed and started again it listens on the same port."""

    def __init__(self, workspace: Path) -> None:
        self.workspace, self.port = workspace, 0
        self.start()

    def start(self) -> None:
        code = "from toolkit.cli.main import main; main()"
        options = ["--port", str(self.port), "--workspace", str(self.workspace)]
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, "serve", "helpdesk", "rebooking", *options],
            stdout=subprocess.PIPE,
            text=True,
            env={k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "NICEGUI_"))},
        )
        said = self.process.stdout.readline() if self.process.stdout else ""
        found = re.search(r"http://\S+:(\d+)", said)
        assert found, said
        self.port = int(found[1])

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("workspace"))
    yield server
    server.kill()


@pytest.fixture
def somebody(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens browsers that share nothing: `somebody()` at a desk, `somebody(phone=True)` with a phone."""
    contexts: list[BrowserContext] = []

    def opened(*, phone: bool = False) -> Page:
        size = PHONE if phone else {"width": 1280, "height": 800}
        context = browser.new_context(viewport=size, is_mobile=phone, has_touch=phone)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


class Study:
    """A registered study of the help desk, and what was kept of its sessions."""

    def __init__(self, workspace: Path) -> None:
        self.book: Book = open_book(Workspace(workspace).runtime_dir)
        plan = Plan(
            prototype="helpdesk",
            options=("dashboard", "late-first"),
            tasks=("raise", "work", "find-late"),
            questions=("missing",),
        )
        self.study = register(self.book, plan)

    def link(self) -> tuple[str, str]:
        (invitation,) = invite(self.book, self.study)
        return f"/s/{invitation.token}", invitation.session.id

    def recording(self, session: str) -> Recording:
        found = recall_session(self.book, session)
        assert found is not None
        return found

    def done(self, session: str) -> list[str]:
        """Return what was done in the prototype, in order."""
        return [entry.data["action"]["kind"] for entry in self.recording(session).entries if entry.kind == "acted"]

    def rrweb(self, session: str) -> list[dict[str, object]]:
        return [event for page in rrweb_events(self.book, session) for event in page]


@pytest.fixture
def study(server: Server) -> Iterator[Study]:
    study = Study(server.workspace)
    yield study
    study.book.store.close()


def ready(page: Page) -> Page:
    """Wait until the page is connected."""
    page.wait_for_function("window.did_handshake === true")
    return page


@pytest.fixture
def connected() -> Callable[[Page], Page]:
    return ready


@pytest.fixture
def agreed(server: Server) -> Callable[[Page, str], Page]:
    """Opens a link and agrees to take part."""

    def go(page: Page, link: str) -> Page:
        page.goto(server.url + link)
        page.get_by_role("button", name="I agree").click()
        expect(page.get_by_role("button", name="Give up")).to_be_visible()
        return ready(page)

    return go
