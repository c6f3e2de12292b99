"""Recall a session: everything that numbers are made from, as one value."""

from collections.abc import Mapping
from typing import get_args

from toolkit.domain.session import Event, Recording, Session, Stream, gaps
from toolkit.ports.store import Reader
from toolkit.ports.wire import restored
from toolkit.services.book import Book
from toolkit.services.ingest import unpack


def recall(book: Book, study: str) -> tuple[Recording, ...]:
    """Return the recordings of a study's sessions, in the order they were reserved."""
    with book.store.reading() as work:
        return tuple(_recording(work, session) for session in work.sessions(study=study))


def recall_session(book: Book, session: str) -> Recording | None:
    """Return the recording of one session, whatever study it belongs to."""
    with book.store.reading() as work:
        found = work.session(session)
        return _recording(work, found) if found else None


def rrweb_events(book: Book, session: str) -> list[list[dict[str, object]]]:
    """Return what rrweb recorded, one list a page load, in the order the pages came."""
    with book.store.reading() as work:
        batches = work.batches(session, "rrweb")
    pages: dict[str, list[dict[str, object]]] = {}
    for batch in batches:
        pages.setdefault(batch.page, []).extend(unpack(batch.body))
    return list(pages.values())


def completeness(received: Mapping[Stream, Mapping[str, frozenset[int]]]) -> str:
    """Say whether every batch arrived that a later one tells of: 'complete', 'nothing arrived', 'missing events 3'.

    What a page never got to number, because it was closed at once, cannot be missed.
    """
    if not any(received.values()):
        return "nothing arrived"
    missing = [
        f"{stream} {', '.join(map(str, lost))}" + (f" of page {place}" if len(pages) > 1 else "")
        for stream, pages in received.items()
        for place, numbers in enumerate(pages.values(), start=1)
        if (lost := gaps(set(numbers)))
    ]
    return f"missing {'; '.join(missing)}" if missing else "complete"


def _recording(work: Reader, session: Session) -> Recording:
    events = [restored(Event, event) for batch in work.batches(session.id, "events") for event in unpack(batch.body)]
    received: dict[Stream, Mapping[str, frozenset[int]]] = {
        stream: work.received(session.id, stream) for stream in get_args(Stream)
    }
    return Recording(
        session,
        work.entries(session.id),
        tuple(sorted(events, key=lambda event: event.at)),
        completeness(received),
        work.refusals(session.id),
    )
