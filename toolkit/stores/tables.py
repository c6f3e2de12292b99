"""The tables of the SQL stores, in SQL that SQLite and PostgreSQL both know."""

from sqlalchemy import (
    JSON,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = "1"
"""Of these tables; a store made by a later one is not touched."""

metadata = MetaData()

about = Table("about", metadata, Column("name", String, primary_key=True), Column("value", Text, nullable=False))

studies = Table(
    "studies",
    metadata,
    Column("id", String, primary_key=True),
    Column("prototype", String, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("content", JSON, nullable=False),
    Column("lines", Integer, nullable=False, default=0),
    UniqueConstraint("prototype", "version"),
)

ledger = Table(
    "ledger",
    metadata,
    Column("study", ForeignKey("studies.id"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("content", JSON, nullable=False),
)

# `place` is the order in which sessions were reserved; `entries` counts a session's entries and is its lock.
sessions = Table(
    "sessions",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("prototype", String, nullable=False, index=True),
    Column("study", String, nullable=False, index=True),
    Column("actor", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("content", JSON, nullable=False),
    Column("token_hash", String, unique=True),
    Column("entries", Integer, nullable=False, default=0),
    UniqueConstraint("prototype", "study", "actor", "number"),
)

entries = Table(
    "entries",
    metadata,
    Column("session", ForeignKey("sessions.id"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("at", Float(53), nullable=False),
    Column("kind", String, nullable=False),
    Column("data", JSON, nullable=False),
)

# `place` is the order in which batches arrived; it tells which page load came first.
batches = Table(
    "batches",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("session", ForeignKey("sessions.id"), nullable=False),
    Column("stream", String, nullable=False),
    Column("page", String, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("received", String, nullable=False),
    UniqueConstraint("session", "stream", "page", "seq"),
)

refusals = Table(
    "refusals",
    metadata,
    Column("session", ForeignKey("sessions.id"), primary_key=True),
    Column("reason", String, primary_key=True),
    Column("tally", Integer, nullable=False),
)
