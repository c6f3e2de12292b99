"""The store in one SQLite file: nothing to install, and good for one machine.

In WAL mode with `synchronous=NORMAL` a commit is handed to the operating system before it returns: it survives the
death of the process at any moment (SIGKILL), and readers never wait for the writer. What the last moments before a
loss of power wrote may be gone after it; the file stays whole.
"""

from contextlib import closing
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from toolkit.ports.store import StoreError
from toolkit.stores.sql import WRITING, SqlStore

PATIENCE = 15.0
"""Seconds to wait for another process that is writing."""


def open_sqlite(path: Path) -> SqlStore:
    """Open the store in this file, which is made if it is not there, with its folder. Raises StoreError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"the store's folder cannot be made: {error.strerror}", where=str(path.parent)) from error
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        return SqlStore(engine, scrub=lambda: _scrub(engine))
    except (StoreError, SQLAlchemyError):
        engine.dispose()
        raise


def _prepare(connection: SqliteConnection, _record: Any) -> None:
    """Set up one connection. Python is to leave transactions alone, and what is deleted is to be overwritten."""
    connection.isolation_level = None
    for setting in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {setting}")


def _scrub(engine: Engine) -> None:
    """Empty the log of changes, in which pages lie as they were before they were overwritten."""
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _begin(connection: Connection) -> None:
    """Begin; who is going to write takes the lock at once, so that two who read first cannot block each other."""
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
