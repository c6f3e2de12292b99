"""How many rows are done, on a terminal, once it takes longer than a second."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

import click

PATIENCE = 1.0
"""Seconds in which nobody wants to be told."""
AGAIN = 0.2
LOOK = 256
"""Rows between two looks at the clock."""


@contextmanager
def counting(word: str, *, before: str) -> Iterator[Callable[[], None]]:
    """Give what is called for each thing done; `before` is said while the first one is waited for.

    It speaks on a terminal only, and wipes its line in the end.
    """
    shown, done, last = sys.stderr.isatty(), 0, time.monotonic() + PATIENCE - AGAIN
    waiting = Timer(PATIENCE, lambda: click.echo(before, nl=False, err=True))
    if shown:
        waiting.start()

    def one() -> None:
        nonlocal done, last
        done += 1
        if shown and done % LOOK == 0 and time.monotonic() - last > AGAIN:
            waiting.cancel()
            last = time.monotonic()
            click.echo(f"\r{done:,} {word}\x1b[K", nl=False, err=True)

    try:
        yield one
    finally:
        waiting.cancel()
        if shown:
            click.echo("\r\x1b[K", nl=False, err=True)
