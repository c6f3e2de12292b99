"""Participants' links: tokens that cannot be guessed and are not kept, only their hashes."""

import base64
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from toolkit.errors import ToolkitError

_BYTES = 32


class Links:
    """Makes tokens from a workspace's secret; the same session has the same token, whenever it is asked for."""

    def __init__(self, secret: bytes) -> None:
        """Take the secret; whoever has it can make every link."""
        self._secret = secret

    def token(self, session: str) -> str:
        """Return a session's token: 256 bits that say nothing about the session, as text for an address."""
        mac = hmac.digest(self._secret, session.encode(), "sha256")
        return base64.urlsafe_b64encode(mac).rstrip(b"=").decode()

    def key(self, purpose: str) -> bytes:
        """Return a key for something else that has to be signed; no link can be made from it."""
        return hmac.digest(self._secret, f"key/{purpose}".encode(), "sha256")


def hashed(token: str) -> str:
    """Return what a store keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def same(one: str, other: str) -> bool:
    """Compare in constant time, so that nobody can guess a token letter by letter."""
    return hmac.compare_digest(one.encode(), other.encode())


def links_of(path: Path) -> Links:
    """Return the links of the workspace whose secret lies in this file; a new one is for its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(_BYTES))
    except FileExistsError:
        pass
    try:
        secret = bytes.fromhex(path.read_text("ascii"))
    except ValueError:
        secret = b""
    if len(secret) < _BYTES:
        raise ToolkitError(
            "the workspace's secret is damaged",
            where=str(path),
            fix="put it back from a backup; deleting it makes a new one, and all links given out so far end",
        )
    return Links(secret)
