"""Withdraw a session: its participant's raw data goes at once, and a tombstone stays."""

from dataclasses import replace

from toolkit.domain.session import Session
from toolkit.errors import ToolkitError
from toolkit.services.book import Book


def withdraw(book: Book, session: str) -> Session:
    """Delete everything recorded in a session and what tells who it was; return the tombstone.

    The number, and in the ledger the session's id, stay: numbers are worked out again without it, and it can be seen
    that somebody withdrew rather than that somebody was dropped. What was exported before is not reached.
    """
    with book.store.writing() as work:
        known = work.session(session)
        if known is None:
            raise ToolkitError(f"there is no session '{session}'", fix="open it by its link")
        if known.withdrawn:
            return known
        tombstone = replace(known, label="", device=None, withdrawn=book.now)
        work.erase(session)
        work.change_session(tombstone)
        if known.study:
            work.add_line(known.study, "withdrawn", {"session": session}, at=tombstone.withdrawn)
    return tombstone
