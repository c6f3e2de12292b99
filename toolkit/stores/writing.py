"""Changing things in an SQL store."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from toolkit.domain.ledger import Line, LineKind, follow
from toolkit.domain.session import Entry, EntryKind, Session
from toolkit.domain.study import Study
from toolkit.ports.store import Batch, Receipt, StoreError
from toolkit.ports.wire import plain, restored
from toolkit.stores.reading import SqlReader
from toolkit.stores.tables import batches, entries, ledger, refusals, sessions, studies


class SqlWriter(SqlReader):
    """A `Writer` on one transaction. Counters are raised first: their rows are the locks that keep out gaps."""

    erased = False
    """Whether this transaction took something away for good."""

    def add_study(self, study: Study) -> None:
        """Keep a study. Raises StoreError if its id is taken."""
        values = {"id": study.id, "prototype": study.prototype, "version": study.version, "content": plain(study)}
        self._connection.execute(insert(studies).values(**values))

    def add_session(self, session: Session, token_hash: str = "") -> None:
        """Keep a new session. Raises StoreError if its id, or its number in the study, is taken."""
        names = ("id", "prototype", "study", "actor", "number")
        values = {name: getattr(session, name) for name in names}
        self._connection.execute(
            insert(sessions).values(**values, content=plain(session), token_hash=token_hash or None)
        )

    def change_session(self, session: Session) -> None:
        """Replace what is known of a session; its id and study stay."""
        self._connection.execute(update(sessions).where(sessions.c.id == session.id).values(content=plain(session)))

    def add_entry(self, session: str, kind: EntryKind, data: Mapping[str, Any], *, at: float) -> Entry:
        """Add an entry with the session's next number."""
        raised = update(sessions).where(sessions.c.id == session).values(entries=sessions.c.entries + 1)
        n = self._connection.scalar(raised.returning(sessions.c.entries))
        if n is None:
            raise StoreError(f"there is no session '{session}'", fix="reserve it first")
        self._connection.execute(insert(entries).values(session=session, n=n, at=at, kind=kind, data=dict(data)))
        return Entry(n, at, kind, data)

    def add_batch(self, batch: Batch) -> Receipt:
        """Keep a batch, once, whatever order batches come in."""
        key = {"session": batch.session, "stream": batch.stream, "page": batch.page, "seq": batch.seq}
        values = key | {"body": batch.body, "received": batch.received}
        kept = self._upsert(batches).values(**values).on_conflict_do_nothing().returning(batches.c.place)
        if self._connection.scalar(kept) is not None:
            return "stored"
        mine = [batches.c[name] == value for name, value in key.items()]
        return "known" if self._connection.scalar(select(batches.c.body).where(*mine)) == batch.body else "different"

    def count_refusal(self, session: str, reason: str) -> None:
        """Count a batch that was not taken in."""
        first = self._upsert(refusals).values(session=session, reason=reason, tally=1)
        again = first.on_conflict_do_update(index_elements=["session", "reason"], set_={"tally": refusals.c.tally + 1})
        self._connection.execute(again)

    def erase(self, session: str) -> None:
        """Delete a session's entries, batches and refusals for good."""
        for table in (entries, batches, refusals):
            self._connection.execute(delete(table).where(table.c.session == session))
        self.erased = True

    def add_line(self, study: str, kind: LineKind, data: Mapping[str, Any], *, at: str) -> Line:
        """Add a line to a study's ledger; there is no way to change or delete one."""
        raised = update(studies).where(studies.c.id == study).values(lines=studies.c.lines + 1)
        n = self._connection.scalar(raised.returning(studies.c.lines))
        if n is None:
            raise StoreError(f"there is no study '{study}'", fix="register it first")
        found = self._connection.scalar(select(ledger.c.content).where(ledger.c.study == study, ledger.c.n == n - 1))
        last = None if found is None else restored(Line, found)
        line = follow(last, kind, data, study=study, at=at)
        self._connection.execute(insert(ledger).values(study=study, n=n, content=plain(line)))
        return line

    def _upsert(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        """Return an insert that knows what to do when the row is there; both databases say it in the same words."""
        return sqlite.insert(table) if self._connection.dialect.name == "sqlite" else postgresql.insert(table)
