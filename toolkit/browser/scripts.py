"""What usability scripts speak of: a prototype that is served, and one attempt at one of its tasks."""

from pathlib import Path

from playwright.sync_api import Page, expect

from toolkit.browser.devices import Device
from toolkit.browser.hands import unfold
from toolkit.browser.robot import READY, say_done
from toolkit.domain.language import ENGLISH, Language
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

    def __init__(self, page: Page, book: Book, session: str, language: Language = ENGLISH) -> None:
        """Begin; the page shows the task's first screen, in a language."""
        self._page, self._book, self._session, self._language = page, book, session, language

    def done(self, answer: str = "") -> None:
        """Say that the task is done, with the answer if one is asked for. Raises AssertionError if it is not so."""
        expect(say_done(self._page, answer, language=self._language)).to_have_count(0)
        with self._book.store.reading() as work:
            ended = [entry.data for entry in work.entries(self._session) if entry.kind == "task ended"]
        if not (ended and ended[-1]["reached"]):
            raise AssertionError("the task was said to be done, and its goal is not reached")


class Prototype:
    """A prototype being served; each `open` is a session of its own."""

    def __init__(self, address: str, book: Book, study: Study, device: Device, language: Language = ENGLISH) -> None:
        """Take the server's address, where its sessions are kept, and the language of the spec."""
        self.address, self._book, self._study, self._device = address, book, study, device
        self._language = language

    def open(self, page: Page, *, option: str, task: str) -> Attempt:
        """Open a fresh session at the start of a task on an option, and wait until it can be used."""
        invitation = invite_robot(self._book, self._study, option=option, task=task, device=dict(self._device.about))
        page.goto(f"{self.address}/s/{invitation.token}")
        page.wait_for_function(READY)
        return Attempt(page, self._book, invitation.session.id, self._language)


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
    study = register(book, plan_study(loaded))
    return Prototype(address, book, study, device, loaded.machine("").language)
