"""Files that pages load: kept compressed in memory, so that a visitor costs the server next to nothing."""

import asyncio
import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from posixpath import normpath
from typing import get_args

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from toolkit.domain.solution import Brand
from toolkit.places import Asset, asset
from toolkit.printing import environment, stylesheet

PREFIX = "/assets/"
FOR_EVER = "public, max-age=31536000, immutable"
MOST_FILES = 400
LARGEST = 4_000_000
_STATIC = Path(__file__).parent / "static"
_TEXT = ("text/", "application/javascript", "application/json", "image/svg")


@dataclass(frozen=True, slots=True)
class File:
    """One file as it is sent: plain, and gzipped where that makes it smaller."""

    kind: str
    plain: bytes
    packed: bytes | None


def _file(kind: str, content: bytes) -> File:
    packed = gzip.compress(content, 9, mtime=0) if kind.startswith(_TEXT) else None
    return File(kind, content, packed if packed and len(packed) < len(content) else None)


_files: dict[str, File] = {}


def publish(name: str, content: bytes) -> str:
    """Return the address of this content; another content has another address, so each is kept by browsers for ever."""
    address = f"{PREFIX}{hashlib.sha256(content).hexdigest()[:16]}/{name}"
    if address not in _files:
        _files[address] = _file(mimetypes.guess_type(name)[0] or "application/octet-stream", content)
    return address


@lru_cache(maxsize=64)
def address(name: str) -> str:
    """Return the address of one of our own files, or of the browser code that comes with the toolkit."""
    path = next((asset(known) for known in get_args(Asset) if known == name), _STATIC / name)
    return publish(name, path.read_bytes())


@lru_cache(maxsize=8)
def studio_look(workspace: Path | None = None) -> str:
    """Return the address of what the studio's pages need beyond the stylesheet."""
    names = ("report/report.css", "look/studio.css", "look/changes.css")
    texts = (environment(workspace).get_template(name).render() for name in names)
    return publish("studio.css", "".join(texts).encode())


@lru_cache(maxsize=64)
def look(brand: Brand | None = None, workspace: Path | None = None) -> str:
    """Return the address of the stylesheet, in the look of a brand."""
    return publish("look.css", stylesheet(brand, workspace=workspace).encode())


class AssetLayer:
    """The outermost layer: answers for published files, and for NiceGUI's own, which never change within a version.

    What comes from within is asked for once, and kept as it is to be sent: left to itself the framework gzips every
    file at every request.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._kept: dict[str, File] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a file, or pass on."""
        path = scope.get("path", "")
        if (
            scope["type"] != "http"
            or scope["method"] not in ("GET", "HEAD")
            or not path.startswith((PREFIX, "/_nicegui/"))
        ):
            await self.app(scope, receive, send)
            return
        file = _files.get(path) or self._kept.get(path) or await self._fetched(path, scope, receive)
        if file is None:
            await self.app(scope, receive, send)
        else:
            await _send(file, scope, send)

    async def _fetched(self, path: str, scope: Scope, receive: Receive) -> File | None:
        """Return a file of the framework's, if it is one that may be kept."""
        if not path.startswith("/_nicegui/") or "/dynamic_resources/" in path or len(self._kept) >= MOST_FILES:
            return None
        if normpath(path) != path:  # one file has many such names, and each would be kept
            return None
        headers = [(name, value) for name, value in scope["headers"] if name.lower() in (b"host",)]
        start: Message = {}
        body = bytearray()

        async def keep(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
            else:
                body.extend(message.get("body", b""))

        await self.app({**scope, "method": "GET", "headers": headers, "query_string": b""}, receive, keep)
        if start.get("status") != 200 or len(body) > LARGEST:
            return None
        kind = Headers(raw=start["headers"]).get("content-type", "application/octet-stream")
        self._kept[path] = await asyncio.to_thread(_file, kind, bytes(body))
        return self._kept[path]


async def _send(file: File, scope: Scope, send: Send) -> None:
    headers = MutableHeaders(raw=[])
    packed = file.packed if "gzip" in Headers(scope=scope).get("accept-encoding", "") else None
    content = packed or file.plain
    text = file.kind.startswith("text/") and "charset" not in file.kind
    headers["content-type"] = f"{file.kind}; charset=utf-8" if text else file.kind
    headers["content-length"] = str(len(content))
    headers["cache-control"] = FOR_EVER
    headers["vary"] = "accept-encoding"
    headers["x-content-type-options"] = "nosniff"
    if packed:
        headers["content-encoding"] = "gzip"
    await send({"type": "http.response.start", "status": 200, "headers": headers.raw})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else content})
