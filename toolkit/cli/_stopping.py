"""What Ctrl+C does to a command: once, it ends what is under way; twice, everything."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

INTERRUPTED = 130
"""How a program ends that was stopped with Ctrl+C."""


@contextmanager
def saying_so() -> Iterator[None]:
    """Answer Ctrl+C with a sentence at once, for robots that are walking need some seconds to come to an end."""

    def answer(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, before)
        os.write(2, b"\nending what is under way (Ctrl+C again: at once)\n")  # print might be interrupted by itself
        signal.default_int_handler(number, frame)

    before = signal.signal(signal.SIGINT, answer)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def stop() -> NoReturn:
    """End at once, without waiting for threads that somebody has lost patience with."""
    if threading.active_count() > 1:
        sys.stdout.flush()
        os._exit(INTERRUPTED)
    sys.exit(INTERRUPTED)
