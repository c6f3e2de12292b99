"""Write down what happens in a session, each thing before it is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from toolkit.domain.action import Action, Go, to_json
from toolkit.domain.ledger import digest
from toolkit.domain.machine import Refused
from toolkit.domain.session import Entry, EntryKind, Session
from toolkit.domain.solution import App
from toolkit.domain.state import State
from toolkit.errors import ToolkitError
from toolkit.ports.store import Writer
from toolkit.services.book import Book
from toolkit.services.clock import Clock, seconds, utc

Said = tuple[EntryKind, Mapping[str, Any]]


class Playable(Protocol):
    """What can be acted on: an option's machine, or a showing of it."""

    @property
    def option(self) -> str:
        """What it is recorded under."""

    @property
    def app(self) -> App:
        """Its roles, entities and screens."""

    def start(self, role: str) -> State:
        """Return the state in which somebody in this role begins."""

    def begin(self) -> State:
        """Return the state in which somebody begins who says no role."""

    def shows(self, state: State) -> bool:
        """Return whether there is anything at a state's place, and for its role."""

    def step(self, state: State, action: Action) -> State:
        """Return the state after an action. Raises Refused for what is not offered."""


class Over(ToolkitError):
    """The session takes nothing more: it has ended, or its participant withdrew it."""


class Log:
    """The log of one session. What `write` returned from is kept, whatever happens to the process.

    One process holds one log a session: it knows the entries so far, and the store only hands out their numbers.
    """

    def __init__(self, book: Book, session: str) -> None:
        """Go on with the log of a session, which may be new. Raises ToolkitError if there is no such session."""
        self._book = book
        with book.store.reading() as work:
            found = work.session(session)
            self.entries = work.entries(session)
        if found is None:
            raise ToolkitError(f"there is no session '{session}'", fix="open it by its link")
        self.session: Session = found

    @property
    def now(self) -> str:
        """The time in UTC, as it is kept."""
        return self._book.now

    @property
    def clock(self) -> Clock:
        """The clock that entries are timed by."""
        return self._book.clock

    def write(self, *said: Said, **changed: Any) -> None:
        """Add entries and change what is known of the session: all of it, or, when it raises, nothing."""
        self._write(said, changed)

    def end(self, *, how: str = "ended") -> None:
        """End the session and seal its entries in the study's ledger; ending twice is ending once."""
        with self._book.store.reading() as work:
            known = work.session(self.session.id)
        if known is None or not known.ended:
            self._write([("ended", {"how": how})], {"ended": self._book.now}, how=how)

    def _write(self, said: Sequence[Said], changed: Mapping[str, Any], *, how: str = "") -> None:
        now = self._book.clock()
        with self._book.store.writing() as work:
            known = work.session(self.session.id)
            if known is None or known.withdrawn or known.ended:
                past = "has ended" if known and known.ended and not known.withdrawn else "was withdrawn"
                raise Over(f"this session {past}", where=self.session.id, fix="ask for a new link to take part again")
            session = replace(known, opened=known.opened or utc(now), **changed)
            at = max(round(now - seconds(session.opened), 3), self.entries[-1].at if self.entries else 0.0)
            added = tuple(work.add_entry(session.id, kind, data, at=at) for kind, data in said)
            if session != known:
                work.change_session(session)
            entries = (*self.entries, *added)
            if how and session.study:
                _seal(work, session, entries, how)
        self.session, self.entries = session, entries


def _seal(work: Writer, session: Session, entries: Sequence[Entry], how: str) -> None:
    said = {"session": session.id, "entries": len(entries), "digest": digest(entries), "how": how}
    work.add_line(session.study, "ended", said, at=session.ended)


def perform(log: Log, machine: Playable, state: State, action: Action, *, one_role: bool) -> State:
    """Do an action, write it down, and return the state after it. Raises Refused, which is written down too.

    With `one_role`, becoming somebody else is refused.
    """
    began = log.clock()
    said = {"option": machine.option, "action": to_json(action)}
    try:
        if one_role and isinstance(action, Go) and action.role not in ("", state.role):
            raise Refused("this is done in the role it was given for", fix=f"go on as {state.role}")
        after = machine.step(state, action)
    except Refused as error:
        log.write(("refused", said | {"reason": error.what}))
        raise
    took = round((log.clock() - began) * 1000, 1)
    errors = dict(after.attempt.errors) if after.attempt else {}
    log.write(("acted", said | {"screen": after.place.screen, "took": took, "errors": errors}))
    return after
