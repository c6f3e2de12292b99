from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp

from toolkit.loader import load
from toolkit.services.book import Book, open_book
from toolkit.services.workspace import Workspace
from toolkit.web.catalogue import Catalogue
from toolkit.web.door import Door
from toolkit.web.house import House

SPEC = """\
solution: Library
problem: Nobody knows who has which book.
people: Person
roles:
  Reader: {own: Loan}
  Librarian:
entities:
  Person:
    name: person
    role: one of Reader, Librarian
  Loan:
    title: text, 3..40 characters
    reader: Person = me
    note: text, optional
    status:
      Out -> Back: Take back (Librarian)
screens:
  Loans: {list: Loan, for: [Reader, Librarian], show: [title, status], new: New loan}
  New loan: {form: Loan, for: Reader, ask: [title], then: Loan}
  Loan: {detail: Loan, show: [title, status]}
tasks:
  borrow: {as: Reader, say: Borrow a book., done: {Loan: {reader: me}}}
  find: {as: Librarian, say: What is out?, answer: {Loan: title, first: title}}
questions:
  missing: What did you miss?
data:
  seed: 1
  rows: {Person: 4, Loan: 6}
  pinned:
    Person: [{name: Ada Hill, role: Reader}, {name: Ben Stone, role: Librarian}]
    Loan: [{title: Emma, reader: Ada Hill, status: Out}, {title: Ulysses, reader: Ben Stone, status: Out}]
"""


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    book = open_book(tmp_path / ".showtell")
    yield book
    book.store.close()


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "prototypes" / "library" / "spec.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SPEC, encoding="utf-8")
    return path


@pytest.fixture
def open_house(spec: Path, book: Book, tmp_path: Path) -> Callable[..., House]:
    """Opens the house as a server does when it starts; again with the same book for a restart."""

    def opened(password: str = "") -> House:
        catalogue = Catalogue({"library": spec}, load(tmp_path, installed=False), Workspace(tmp_path))
        return House(tmp_path, catalogue, book, Door(host="127.0.0.1", password=password))

    return opened


@pytest.fixture
def house(open_house: Callable[..., House]) -> House:
    return open_house()


Visitor = Callable[..., httpx.AsyncClient]


@pytest.fixture
def visitor() -> Visitor:
    """Makes browsers without scripts: they ask an application, keep cookies and follow redirects."""

    def made(app: ASGIApp, base_url: str = "http://localhost", sender: str = "127.0.0.1") -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app=app, client=(sender, 1), raise_app_exceptions=True)
        return httpx.AsyncClient(transport=transport, base_url=base_url, follow_redirects=True)

    return made
