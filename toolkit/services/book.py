"""The book: what every service that records or looks up needs, as one value."""

from dataclasses import dataclass
from pathlib import Path

from toolkit.ports.store import Store
from toolkit.services.clock import Clock, server_clock, utc
from toolkit.services.links import Links, links_of
from toolkit.stores.sqlite import open_sqlite

STORE = "showtell.sqlite"
"""The store's file among a workspace's run-time files."""


@dataclass(frozen=True, slots=True)
class Book:
    """Where things are kept, how links are made, and what time it is."""

    store: Store
    links: Links
    clock: Clock

    @property
    def now(self) -> str:
        """The time in UTC, as it is kept."""
        return utc(self.clock())


def open_book(folder: Path) -> Book:
    """Open the book of a workspace, whose files lie in this folder ('.showtell'). Raises StoreError."""
    return Book(open_sqlite(folder / STORE), links_of(folder / "secret"), server_clock())
