"""The door to the team's part: open to whoever sits at this machine, or to those who know the password."""

import hmac
import secrets
import time
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import parse_qsl, quote, urlsplit

from fastapi import FastAPI, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from toolkit.errors import ToolkitError
from toolkit.printing import pages
from toolkit.web.layers import Rate

COOKIE = "showtell_team"
LOGIN = "/login"
DAY = 12 * 3600
"""Seconds for which somebody who was let in stays so."""
SEAL = "seal"
"""The field of a form that says it came from a page of ours."""
_UNREAD = str.maketrans({"\\": "/", "\t": "", "\n": "", "\r": ""})
"""How browsers read an address: backslashes as slashes, and over what breaks a line."""
_NAMES = {"localhost", "127.0.0.1", "::1"}


def loopback(host: str) -> bool:
    """Return whether an address can be reached from this machine only."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Door:
    """Lets the team in. Without a password only this machine is let in, and only under its own name."""

    def __init__(
        self, *, host: str, password: str = "", secret: bytes = b"", clock: Callable[[], float] = time.time
    ) -> None:
        """Badges are signed with the secret; without one they are good until the server ends.

        Raises ToolkitError for a server that others can reach and that has no password.
        """
        if not password and not loopback(host):
            raise ToolkitError(
                f"others can reach this server on {host}, and the studio has no password",
                where=f"--host {host}",
                fix="set one: SHOWTELL_PASSWORD=... showtell serve, or serve on --host 127.0.0.1",
            )
        self.local = loopback(host)
        self._password, self._clock = password, clock
        self._key = (secret or secrets.token_bytes(32)) + password.encode()
        self._tries = Rate(most=5, again=0.2)

    def admits(self, request: Request) -> bool:
        """Return whether somebody may come in."""
        if self._password:
            until, _, mark = request.cookies.get(COOKIE, "").partition(".")
            good = hmac.compare_digest(mark.encode(), self._signed("team", until).encode())
            return good and until.isdigit() and int(until) > self._clock()
        sender = request.client.host if request.client else ""  # whom a proxy on this machine asks for, if it says so
        return _named(request) in _NAMES and loopback(sender)  # a foreign name that leads here is somebody else's page

    def show_in(self, request: Request) -> Response:
        """Return the way to the login, or a refusal where there is nothing to log in to."""
        if not self._password:
            return Response("open this page under the name localhost, or serve it with a password", 403)
        return RedirectResponse(f"{LOGIN}?to={quote(request.url.path)}", 303)

    def opens_to(self, password: str, sender: str) -> bool | None:
        """Return whether a password is the right one; None says that this sender has tried too often."""
        if not self._tries.allows(sender):
            return None
        return bool(self._password) and hmac.compare_digest(password.encode(), self._password.encode())

    def badge(self) -> str:
        """Return what the browser of somebody who was let in shows from then on, and until when it is good."""
        until = str(int(self._clock()) + DAY)
        return f"{until}.{self._signed('team', until)}"

    def seal(self, request: Request) -> str:
        """Return what a form of ours carries, so that no other site can send it in a team member's name."""
        return self._signed("form", request.cookies.get(COOKIE, ""))

    def sealed(self, request: Request, seal: str) -> bool:
        """Return whether a form came from a page of ours, in the browser it was made for."""
        origin = request.headers.get("origin", "").partition("://")[2]
        own = origin in ("", request.headers.get("host", ""))
        return own and hmac.compare_digest(seal.encode(), self.seal(request).encode())

    def _signed(self, purpose: str, text: str) -> str:
        return hmac.new(self._key, f"{purpose}/{text}".encode(), "sha256").hexdigest()


def _named(request: Request) -> str:
    """Return the name under which the server was asked, without its port; empty if that is none."""
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:
        return ""


def add_login(app: FastAPI, door: Door, draw: Callable[[pages.Page], str]) -> None:
    """Add the login page."""

    @app.get(LOGIN, include_in_schema=False)
    async def ask(request: Request) -> Response:
        return HTMLResponse(draw(pages.Login(_action(request))))

    @app.post(LOGIN, include_in_schema=False)
    async def answer(request: Request) -> Response:
        typed = dict(parse_qsl((await request.body()).decode("utf-8", "replace")))
        right = door.opens_to(typed.get("password", ""), request.client.host if request.client else "")
        if not right:
            return HTMLResponse(draw(pages.Login(_action(request), wrong=True)), 429 if right is None else 403)
        response = RedirectResponse(target(request), 303)
        secure = request.url.scheme == "https"
        response.set_cookie(COOKIE, door.badge(), max_age=DAY, httponly=True, samesite="strict", secure=secure)
        return response


def target(request: Request) -> str:
    """Return where to go on to: an address of ours, whatever was asked for."""
    to = request.query_params.get("to", "/")
    read = to.translate(_UNREAD)
    return to if read.startswith("/") and not read.startswith("//") else "/"


def _action(request: Request) -> str:
    return f"{LOGIN}?to={quote(target(request))}"
