"""The server's clock: the time of day when it started, carried on by a clock that is never set."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], float]
"""Gives the seconds since 1970, and never less than before."""


def server_clock() -> Clock:
    """Return a clock that does not notice when the machine's time of day is changed."""
    wall, start = time.time(), time.monotonic()
    return lambda: wall + (time.monotonic() - start)


def utc(seconds: float) -> str:
    """Return a point in time as text, to the millisecond: '2026-03-02T09:30:00.000Z'."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def seconds(text: str) -> float:
    """Return the point in time that `utc` wrote."""
    return datetime.fromisoformat(text).timestamp()
