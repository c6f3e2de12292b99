"""When the garbage collector may work: not while somebody waits for a click to be answered."""

import asyncio
import gc
import time
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

EVERY = 30.0
IDLE = 3.0
"""Seconds between two looks, and for how long nobody must have asked for anything."""


def settle() -> None:
    """Take what is there now for granted: looking through it again and again is what makes clicks wait."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@dataclass(slots=True)
class Last:
    """When somebody last asked for something."""

    at: float = 0.0


class NotedLayer:
    """Notes when somebody last asked for something, so that tidying up waits for a quiet moment."""

    def __init__(self, app: ASGIApp, last: Last) -> None:
        self.app, self._last = app, last

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Note, and pass on."""

        async def noted() -> Message:
            self._last.at = time.monotonic()
            return await receive()

        await self.app(scope, noted, send)


async def rest(last: Last) -> None:
    """Collect garbage when nobody is waiting: a whole collection takes longer than a click may."""
    while True:
        await asyncio.sleep(EVERY)
        if time.monotonic() - last.at > IDLE:
            gc.collect()
