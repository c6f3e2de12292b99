"""The layers around the whole application: what every answer carries, how much may be sent, and how often."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; "
    "frame-ancestors 'none'"
)
SECURITY = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "x-robots-tag": "noindex, nofollow",
}
FRAMED = {
    "content-security-policy": POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    "x-frame-options": "SAMEORIGIN",
}
"""What a rehearsal's page carries instead, for the presenter's panel puts it into a frame as wide as a phone."""
FORM = 100_000
"""Bytes of a posted form; what a page recorded, and the socket's polling, may be ten times as long."""
BATCH = 1_100_000


class SecurityLayer:
    """Puts the security headers on every answer, and does not believe what a client says of a proxy's prefix."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with cleaned headers in and security headers out."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return

        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY.items():
                    headers.setdefault(name, value)
            await send(message)

        trusted = [(name, value) for name, value in scope["headers"] if name.lower() != b"x-forwarded-prefix"]
        await self.app({**scope, "headers": trusted}, receive, secured)


class TooLarge(HTTPException):
    """More was sent than may be; whatever reads the body within knows how to answer that."""

    def __init__(self) -> None:
        super().__init__(413, "too large")


class BodyLayer:
    """Refuses bodies that are too large, whether or not they say so beforehand."""

    def __init__(self, app: ASGIApp, *, long: Callable[[str], bool]) -> None:
        """`long` says of a path whether a long body may come there."""
        self.app, self._long = app, long

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is not too large."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = BATCH if self._long(scope["path"]) else FORM
        said = Headers(scope=scope).get("content-length", "0")
        seen, begun = 0, False

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                raise TooLarge
            return message

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            if not said.isdigit() or int(said) > most:
                raise TooLarge
            await self.app(scope, counted, noted)
        except TooLarge:
            if not begun:
                await PlainTextResponse("too large", 413)(scope, receive, send)


@dataclass(slots=True)
class Bucket:
    """How much one sender has left, and when it was last looked at."""

    left: float
    at: float


@dataclass(slots=True)
class Rate:
    """A bucket a sender: `most` at once, filled again at `again` a second. The oldest senders are forgotten."""

    most: float
    again: float
    senders: int = 10_000
    clock: Callable[[], float] = time.monotonic
    _buckets: "OrderedDict[str, Bucket]" = field(default_factory=OrderedDict)

    def allows(self, sender: str) -> bool:
        """Take one from the sender's bucket, if there is one left."""
        now = self.clock()
        bucket = self._buckets.pop(sender, None) or Bucket(self.most, now)
        bucket.left = min(self.most, bucket.left + (now - bucket.at) * self.again)
        bucket.at = now
        self._buckets[sender] = bucket
        if len(self._buckets) > self.senders:
            self._buckets.popitem(last=False)
        if bucket.left < 1:
            return False
        bucket.left -= 1
        return True


_HERE = ("", "127.0.0.1", "::1")
"""Robots and benchmarks on this machine; what comes by a proxy has its own address."""


class RateLayer:
    """Says 'too many' to a sender that asks too often. An office behind one address is one sender, so there is room."""

    def __init__(self, app: ASGIApp, rates: dict[str, Rate], *, kind: Callable[[Scope], str]) -> None:
        """`kind` names the rate that a request counts for, or none."""
        self.app, self._rates, self._kind = app, rates, kind

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or answer 429."""
        sender = (scope.get("client") or ("", 0))[0]
        limited = scope["type"] == "http" and sender not in _HERE
        rate = self._rates.get(self._kind(scope)) if limited else None
        if rate and not rate.allows(sender):
            response = PlainTextResponse("too many requests; try again in a moment", 429, {"retry-after": "5"})
            await response(scope, receive, send)
            return
        await self.app(scope, receive, send)
