"""A store in an SQL database: transactions around a `Reader` or a `Writer`, and errors in words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from toolkit.ports.store import Reader, StoreError, Writer
from toolkit.stores import tables
from toolkit.stores.reading import SqlReader
from toolkit.stores.writing import SqlWriter

WRITING = "showtell_writing"
"""The execution option that tells an engine that a transaction is going to write."""


class SqlStore:
    """A store on an engine that was made ready for it. Each transaction has a connection of its own."""

    def __init__(self, engine: Engine, *, scrub: Callable[[], None] = lambda: None) -> None:
        """Make the tables where there are none; `scrub` rids the database of what was deleted and still lies about.

        Raises StoreError for a store that this version does not know.
        """
        self._engine, self._scrub = engine, scrub
        with self._begin(writing=True) as connection:
            tables.metadata.create_all(connection)
            _check_version(connection, where=str(engine.url))

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Begin to look things up."""
        with self._begin(writing=False) as connection:
            yield SqlReader(connection)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Begin to change things."""
        with self._begin(writing=True) as connection:
            writer = SqlWriter(connection)
            yield writer
        if writer.erased:
            self._scrub()

    def close(self) -> None:
        """Let go of files and connections."""
        self._engine.dispose()

    @contextmanager
    def _begin(self, *, writing: bool) -> Iterator[Connection]:
        try:
            with self._engine.connect() as plain:
                connection = plain.execution_options(**{WRITING: writing})
                with connection.begin():
                    yield connection
        except IntegrityError as error:
            raise StoreError(
                f"the store holds something else under this name: {error.orig}", where=str(self._engine.url)
            ) from error
        except SQLAlchemyError as error:
            reason = error.orig if isinstance(error, DBAPIError) else error
            raise StoreError(
                f"the store cannot be used: {reason}",
                where=str(self._engine.url),
                fix="look whether the disk is full, the folder may be written to, and the database answers",
            ) from error


def _check_version(connection: Connection, *, where: str) -> None:
    """Write the version of the tables into a new store, and refuse one made by another version."""
    found = connection.scalar(select(tables.about.c.value).where(tables.about.c.name == "version"))
    if found is None:
        connection.execute(insert(tables.about).values(name="version", value=tables.VERSION))
    elif found != tables.VERSION:
        raise StoreError(
            f"the store has tables of version {found}, and this showtell knows version {tables.VERSION}",
            where=where,
            fix="use the showtell that made it",
        )
