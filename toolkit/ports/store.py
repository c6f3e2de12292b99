"""Where studies, sessions and their logs are kept: what a store has to promise, whichever database is behind it.

All work is done in a transaction: `with store.writing() as work: ...` either happens whole or not at all, and what
was written before it ended is still there after the process is killed. A store may be used from many threads.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from toolkit.domain.ledger import Line, LineKind
from toolkit.domain.session import Actor, Entry, EntryKind, Session, Stream
from toolkit.domain.study import Study
from toolkit.errors import ToolkitError


class StoreError(ToolkitError):
    """The store cannot be opened, read or written."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A numbered parcel of one stream, as it came: gzipped JSON. `seq` counts from 1 in each page load (`page`)."""

    session: str
    stream: Stream
    seq: int
    body: bytes
    received: str
    page: str = ""


Receipt = Literal["stored", "known", "different"]
"""What became of a batch: new and stored, here already, or refused because another body has its number."""


class Reader(Protocol):
    """What can be looked up, all of it as of one moment."""

    def study(self, key: str) -> Study | None:
        """Return a study by its id."""

    def studies(self, prototype: str) -> tuple[Study, ...]:
        """Return a prototype's studies, oldest first."""

    def session(self, key: str) -> Session | None:
        """Return a session by its id."""

    def token_hash(self, session: str) -> str:
        """Return the sha256 of a session's token, empty if it has no link."""

    def session_by_hash(self, token_hash: str) -> Session | None:
        """Return the session whose token has this sha256."""

    def sessions(self, *, study: str = "", prototype: str = "") -> tuple[Session, ...]:
        """Return the sessions of a study, or all of a prototype, in the order they were reserved."""

    def last_number(self, prototype: str, study: str, actor: Actor) -> int:
        """Return the highest number among the sessions of one actor in a study, 0 without any."""

    def entries(self, session: str) -> tuple[Entry, ...]:
        """Return a session's entries by number."""

    def batches(self, session: str, stream: Stream) -> tuple[Batch, ...]:
        """Return the batches of one stream, page by page in the order the pages came, by number."""

    def received(self, session: str, stream: Stream) -> Mapping[str, frozenset[int]]:
        """Return which numbers have arrived, by page load, without reading the batches."""

    def volume(self, session: str) -> int:
        """Return how many bytes a session's batches hold, without reading them."""

    def refusals(self, session: str) -> Mapping[str, int]:
        """Return how many batches were refused, by reason."""

    def ledger(self, study: str) -> tuple[Line, ...]:
        """Return the lines of a study's ledger."""


class Writer(Reader, Protocol):
    """What can be changed; the changes hold once the transaction ends without an error."""

    def add_study(self, study: Study) -> None:
        """Keep a study. Raises StoreError if its id is taken."""

    def add_session(self, session: Session, token_hash: str = "") -> None:
        """Keep a new session. Raises StoreError if its id, or its number in the study, is taken."""

    def change_session(self, session: Session) -> None:
        """Replace what is known of a session; its id and study stay."""

    def add_entry(self, session: str, kind: EntryKind, data: Mapping[str, Any], *, at: float) -> Entry:
        """Add an entry with the session's next number."""

    def add_batch(self, batch: Batch) -> Receipt:
        """Keep a batch, once, whatever order batches come in."""

    def count_refusal(self, session: str, reason: str) -> None:
        """Count a batch that was not taken in."""

    def erase(self, session: str) -> None:
        """Delete a session's entries, batches and refusals for good."""

    def add_line(self, study: str, kind: LineKind, data: Mapping[str, Any], *, at: str) -> Line:
        """Add a line to a study's ledger; there is no way to change or delete one."""


class Store(Protocol):
    """One place where everything is kept."""

    def reading(self) -> AbstractContextManager[Reader]:
        """Begin to look things up."""

    def writing(self) -> AbstractContextManager[Writer]:
        """Begin to change things. Waits for its turn; raises StoreError when the store cannot be written."""

    def close(self) -> None:
        """Let go of files and connections."""
