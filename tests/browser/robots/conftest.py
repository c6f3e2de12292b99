"""A small library, served as people would find it, and robots that walk through it."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from toolkit.browser.walking import Stage, Walker
from toolkit.loader import load
from toolkit.services.book import open_book
from toolkit.services.load import Prototype, load_prototype
from toolkit.services.plan import plan_study
from toolkit.services.register import register
from toolkit.services.workspace import Workspace
from toolkit.web.running import running
from toolkit.web.settings import Settings

SPEC = """
solution: Library
problem: Nobody knows what is overdue.
now: 2026-03-02 09:30
people: Reader
roles: {Member: {own: Loan}, Librarian: }
entities:
  Reader: {name: person}
  Topic: {name: text}
  Loan:
    book: text, 3..60 characters
    reader: Reader = me
    shelf: one of Novels, Travel, Science
    needs: any of Large print, Audio, optional
    topics: many Topic, 1..2
    card: image
    pages: number, 1..9
    copies: number, more than pages
    due: datetime, last 14 days
    status:
      Out -> Back: Take back (Librarian)
screens:
  My loans: {list: Loan, for: Member, show: [book, due], new: New loan}
  New loan: {form: Loan, for: Member, ask: [book, shelf, needs, topics, card, pages, copies]}
  Loans: {list: Loan, for: Librarian, show: [book, due, status], filter: [status, shelf]}
  Loan: {detail: Loan, show: [status, due]}
options:
  plain: {idea: customer}
  sorted: {idea: ours, screens: {Loans: {sort: [due]}}}
tasks:
  borrow: {as: Member, say: Ask for a book about Porto., done: {Loan: {reader: me, shelf: Travel, needs: [Audio]}}}
  overdue: {as: Librarian, say: Which book is the most overdue?, answer: {Loan: book, first: due}}
  back: {as: Librarian, say: "'Emma' was brought back.", done: {Loan: {book: Emma, status: Back}}}
  lend: {as: Member, say: Bring a book back., done: {Loan: {reader: me, status: Back}}}
data: {rows: {Reader: 3, Loan: 40}, pinned: {Loan: [{book: Emma, status: Out, due: 2026-03-01 10:00}]}}
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = tmp_path_factory.mktemp("library")
    (root / "prototypes" / "library").mkdir(parents=True)
    (root / "prototypes" / "library" / "spec.yaml").write_text(SPEC, encoding="utf-8")
    return Workspace(root)


@pytest.fixture(scope="module")
def prototype(workspace: Workspace) -> Prototype:
    return load_prototype(workspace.find_prototype("library"), load(workspace.root, installed=False))


@pytest.fixture(scope="module")
def stage(workspace: Workspace, prototype: Prototype) -> Iterator[Stage]:
    """Give a stage that is being served."""
    book = open_book(workspace.runtime_dir)
    with closing(book.store), running(Settings(workspace.root, ("library",), port=0)) as address:
        yield Stage(address, prototype, register(book, plan_study(prototype)), book)


@pytest.fixture
def walker(browser: Browser, stage: Stage) -> Callable[..., Walker]:
    """Return what makes a robot's walker, with checks of the test's own."""
    return lambda *checks, **more: Walker(browser, replace(stage, **more), tuple(checks), patience=4_000)
