"""Close a study: nobody else takes part, and the sessions that were left are sealed as they are."""

from toolkit.domain.study import Study
from toolkit.errors import ToolkitError
from toolkit.ports.store import Reader
from toolkit.services.book import Book
from toolkit.services.recording import Log


def close(book: Book, study: Study) -> int:
    """Close a study and return how many sessions were still under way; closing twice is closing once."""
    with book.store.reading() as work:
        sessions = work.sessions(study=study.id)
    left = [s for s in sessions if s.opened and not s.ended and not s.withdrawn]
    for session in left:
        Log(book, session.id).end(how="left")
    with book.store.writing() as work:
        if not is_closed(work, study.id):
            work.add_line(study.id, "closed", {}, at=book.now)
    return len(left)


def is_closed(work: Reader, study: str) -> bool:
    """Return whether a study was closed."""
    return any(line.kind == "closed" for line in work.ledger(study))


def check_open(book: Book, study: Study) -> None:
    """Raise ToolkitError if a study was closed."""
    with book.store.reading() as work:
        if is_closed(work, study.id):
            raise ToolkitError(
                "this study is closed; nobody else can take part",
                where=study.id,
                fix="register the plan again, which begins a new version",
            )
