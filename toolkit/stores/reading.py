"""Looking things up in an SQL store."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, Row, func, select

from toolkit.domain.ledger import Line
from toolkit.domain.session import Actor, Entry, Session, Stream
from toolkit.domain.study import Study
from toolkit.ports.store import Batch
from toolkit.ports.wire import restored
from toolkit.stores.tables import batches, entries, ledger, refusals, sessions, studies


class SqlReader:
    """A `Reader` on one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Read through a connection that has begun."""
        self._connection = connection

    def study(self, key: str) -> Study | None:
        """Return a study by its id."""
        found = self._connection.scalar(select(studies.c.content).where(studies.c.id == key))
        return None if found is None else restored(Study, found)

    def studies(self, prototype: str) -> tuple[Study, ...]:
        """Return a prototype's studies, oldest first."""
        query = select(studies.c.content).where(studies.c.prototype == prototype).order_by(studies.c.version)
        return tuple(restored(Study, content) for content in self._connection.scalars(query))

    def session(self, key: str) -> Session | None:
        """Return a session by its id."""
        found = self._connection.scalar(select(sessions.c.content).where(sessions.c.id == key))
        return None if found is None else restored(Session, found)

    def token_hash(self, session: str) -> str:
        """Return the sha256 of a session's token, empty if it has no link."""
        return self._connection.scalar(select(sessions.c.token_hash).where(sessions.c.id == session)) or ""

    def session_by_hash(self, token_hash: str) -> Session | None:
        """Return the session whose token has this sha256."""
        found = self._connection.scalar(select(sessions.c.content).where(sessions.c.token_hash == token_hash))
        return None if found is None else restored(Session, found)

    def sessions(self, *, study: str = "", prototype: str = "") -> tuple[Session, ...]:
        """Return the sessions of a study, or all of a prototype, in the order they were reserved."""
        mine = sessions.c.study == study if study else sessions.c.prototype == prototype
        query = select(sessions.c.content).where(mine).order_by(sessions.c.place)
        return tuple(restored(Session, content) for content in self._connection.scalars(query))

    def last_number(self, prototype: str, study: str, actor: Actor) -> int:
        """Return the highest number among the sessions of one actor in a study, 0 without any."""
        alike = (sessions.c.prototype == prototype, sessions.c.study == study, sessions.c.actor == actor)
        return self._connection.scalar(select(func.max(sessions.c.number)).where(*alike)) or 0

    def entries(self, session: str) -> tuple[Entry, ...]:
        """Return a session's entries by number."""
        query = select(entries).where(entries.c.session == session).order_by(entries.c.n)
        return tuple(Entry(row.n, row.at, row.kind, row.data) for row in self._connection.execute(query))

    def batches(self, session: str, stream: Stream) -> tuple[Batch, ...]:
        """Return the batches of one stream, page by page in the order the pages came, by number."""
        query = select(batches).where(batches.c.session == session, batches.c.stream == stream)
        rows = list(self._connection.execute(query.order_by(batches.c.place)))
        pages = list(dict.fromkeys(row.page for row in rows))
        rows.sort(key=lambda row: (pages.index(row.page), row.seq))
        return tuple(_batch(row) for row in rows)

    def received(self, session: str, stream: Stream) -> Mapping[str, frozenset[int]]:
        """Return which numbers have arrived, by page load, without reading the batches."""
        query = select(batches.c.page, batches.c.seq).where(batches.c.session == session, batches.c.stream == stream)
        found: dict[str, set[int]] = defaultdict(set)
        for row in self._connection.execute(query.order_by(batches.c.place)):
            found[row.page].add(row.seq)
        return {page: frozenset(numbers) for page, numbers in found.items()}

    def volume(self, session: str) -> int:
        """Return how many bytes a session's batches hold, without reading them."""
        query = select(func.coalesce(func.sum(func.length(batches.c.body)), 0)).where(batches.c.session == session)
        return int(self._connection.scalars(query).one())

    def refusals(self, session: str) -> Mapping[str, int]:
        """Return how many batches were refused, by reason."""
        query = select(refusals).where(refusals.c.session == session).order_by(refusals.c.reason)
        return {row.reason: row.tally for row in self._connection.execute(query)}

    def ledger(self, study: str) -> tuple[Line, ...]:
        """Return the lines of a study's ledger."""
        query = select(ledger.c.content).where(ledger.c.study == study).order_by(ledger.c.n)
        return tuple(restored(Line, content) for content in self._connection.scalars(query))


def _batch(row: Row[*tuple[object, ...]]) -> Batch:
    return Batch(row.session, row.stream, row.seq, row.body, row.received, row.page)
