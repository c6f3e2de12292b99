"""What usability scripts speak of: a prototype that is served, and one attempt at one of its tasks."""

from pathlib import Path

from playwright.sync_api import Page, expect

from toolkit.browser.devices import Device
from toolkit.browser.hands import unfold
from toolkit.browser.robot import BAR, READY
from toolkit.domain.study import Study
from toolkit.errors import ToolkitError
from toolkit.loader import load
from toolkit.services.book import Book, open_book
from toolkit.services.invite import invite_robot
from toolkit.services.load import load_prototype
from toolkit.services.plan import plan_study
from toolkit.services.register import register
from toolkit.services.workspace import SPEC, Workspace

__all__ = ["Attempt", "Prototype", "prototype_at", "unfold"]


class Attempt:
    """One session in which a script tries one task."""

    def __init__(self, page: Page, book: Book, session: str) -> None:
        """Begin; the page shows the task's first screen."""
        self._page, self._book, self._session = page, book, session

    def done(self, answer: str = "") -> None:
        """Say that the task is done, with the answer if one is asked for. Raises AssertionError if it is not so."""
        bar = self._page.get_by_role("complementary", name=BAR)
        if answer:
            bar.get_by_label("Your answer", exact=True).fill(answer)
        bar.get_by_role("button", name="Send answer" if answer else "I have done it", exact=True).click()
        expect(bar).to_have_count(0)
        with self._book.store.reading() as work:
            ended = [entry.data for entry in work.entries(self._session) if entry.kind == "task ended"]
        if not (ended and ended[-1]["reached"]):
            raise AssertionError("the task was said to be done, and its goal is not reached")


class Prototype:
    """A prototype being served; each `open` is a session of its own."""

    def __init__(self, address: str, book: Book, study: Study, device: Device) -> None:
        """Take the server's address and where its sessions are kept."""
        self.address, self._book, self._study, self._device = address, book, study, device

    def open(self, page: Page, *, option: str, task: str) -> Attempt:
        """Open a fresh session at the start of a task on an option, and wait until it can be used."""
        invitation = invite_robot(self._book, self._study, option=option, task=task, device=dict(self._device.about))
        page.goto(f"{self.address}/s/{invitation.token}")
        page.wait_for_function(READY)
        return Attempt(page, self._book, invitation.session.id)


def folder_of(script: Path) -> tuple[Path, Path]:
    """Return the spec and the workspace that a script belongs to. Raises ToolkitError where there is no spec."""
    folder = script.parent.parent
    if not (folder / SPEC).is_file():
        fix = "keep scripts in the folder `scripts` beside the spec they belong to"
        raise ToolkitError("this script belongs to no prototype", where=str(script), fix=fix)
    return folder / SPEC, folder.parents[1] if folder.parent.name == "prototypes" else folder


def prototype_at(address: str, spec: Path, workspace: Path, *, device: Device) -> Prototype:
    """Return the prototype of a spec that is being served at an address."""
    book = open_book(Workspace(workspace).runtime_dir)
    loaded = load_prototype(spec, load(workspace))
    return Prototype(address, book, register(book, plan_study(loaded)), device)
