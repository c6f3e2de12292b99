"""A small library as the planner meets it: inline spec, inline rows."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from toolkit.domain.dataset import Dataset
from toolkit.domain.machine import Machine
from toolkit.loader import load
from toolkit.spec.reading import read_text

SPEC = """
solution: Library
problem: Nobody knows what is overdue.
now: 2026-03-02 09:30
people: Reader
roles:
  Member: {own: Loan}
  Librarian:
entities:
  Reader: {name: person}
  Loan:
    book: text, 3..60 characters
    reader: Reader = me
    shelf: one of Novels, Travel, Science = Novels
    due: datetime
    status:
      Out -> Back: Take back (Librarian)
      Back -> Out: Lend again (Librarian), asks shelf
screens:
  My loans: {list: Loan, for: Member, show: [book, due], new: New loan}
  New loan: {form: Loan, for: Member, ask: [book, shelf]}
  Loans: {list: Loan, for: Librarian, show: [book, due, status, shelf], filter: [status], rows: 5}
  Loan: {detail: Loan, show: [book, status, due, reader]}
tasks:
  borrow: {as: Member, say: You need a book about Porto. Ask for it., done: {Loan: {reader: me, status: Out}}}
"""

Build = Callable[..., Machine]


@pytest.fixture
def library() -> Build:
    """Return what makes a machine of the spec, with some of its text replaced, on 12 loans."""

    def build(*swaps: tuple[str, str], option: str = "", loans: list[Mapping[str, Any]] | None = None) -> Machine:
        text = SPEC
        for old, new in swaps:
            assert old in text
            text = text.replace(old, new)
        parts = load(installed=False).parts
        reading = read_text(text, "spec.yaml", parts)
        assert reading.solution is not None, [f.text() for f in reading.findings]
        people = {"r1": {"id": "r1", "name": "Ana"}, "r2": {"id": "r2", "name": "Ben"}}
        rows = {f"l{n}": {"id": f"l{n}", **row} for n, row in enumerate(loans if loans is not None else LOANS, 1)}
        return Machine(reading.solution, option, Dataset({"Reader": people, "Loan": rows}, 1, "en_GB"), parts)

    return build


def loan(n: int, *, status: str = "Out", reader: str = "r2") -> dict[str, Any]:
    """Return a loan that was due n days ago."""
    due = datetime(2026, 3, 2, 9) - timedelta(days=n)
    return {"book": f"Book {n:02}", "reader": reader, "shelf": "Novels", "due": due, "status": status}


LOANS = [loan(n, status="Back" if n % 4 == 0 else "Out") for n in (3, 7, 1, 12, 5, 9, 2, 11, 8, 4, 10, 6)]
