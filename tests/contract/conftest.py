"""The stores that keep the contract; a second one is one more branch of `reopen`."""

from contextlib import suppress

import pytest

from toolkit.ports.store import StoreError
from toolkit.stores.sqlite import open_sqlite


@pytest.fixture(params=["sqlite"])
def reopen(request, tmp_path):
    """Open the test's own store, as often as it likes, as other processes would."""
    opened = []

    def open_one():
        match request.param:
            case "sqlite":
                opened.append(open_sqlite(tmp_path / "store.sqlite"))
        return opened[-1]

    yield open_one
    for store in opened:
        with suppress(StoreError):
            store.close()


@pytest.fixture
def store(reopen):
    return reopen()
