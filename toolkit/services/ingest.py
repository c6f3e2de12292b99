"""Take in what a page recorded: numbered, gzipped batches from outside, checked before they are kept.

A batch of two seconds is read in milliseconds, the largest there may be in a third of a second: a server calls `ingest`
in a thread, which the store allows for.
"""

import json
import zlib
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from toolkit.domain.session import EventKind, Session, Stream
from toolkit.errors import ToolkitError
from toolkit.ports.store import Batch, Writer
from toolkit.services.book import Book
from toolkit.services.links import hashed, same

MOST_SENT = 1_000_000
MOST_INFLATED = 8_000_000
"""Bytes of one batch, as sent and as inflated; the second is checked while inflating."""
MOST_BATCHES = 100_000
"""Of one page load: a day of one batch a second."""
MOST_KEPT = 20_000_000
"""Bytes of one session, as sent; more than a replay shows."""

Reason = Literal[
    "forged",
    "not open",
    "bad number",
    "too large",
    "too much",
    "not gzip",
    "not JSON",
    "not events",
    "different",
    "unknown stream",
]


class Turned(ToolkitError):
    """A batch that was not taken in; sending it again does not help."""

    def __init__(self, reason: Reason, what: str) -> None:
        super().__init__(what, fix="drop this batch and go on with the next")
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class Parcel:
    """A batch as it arrives: for which session, of which stream, its number in which page load, and its body."""

    session: str
    stream: str
    seq: int
    body: bytes
    page: str = ""


_Number = Annotated[float, Field(allow_inf_nan=False)]
_Text = Annotated[str, Field(max_length=1_000)]
_Plain = bool | _Number | _Text | None
_Row = Annotated[list[_Plain], Field(max_length=8)]


class _Event(BaseModel):
    """One event of the light log as a page may send it: a flat mapping, or rows of numbers for a pointer's path."""

    model_config = ConfigDict(extra="forbid", strict=True)

    at: Annotated[float, Field(ge=-60, le=10_000_000, allow_inf_nan=False)]
    kind: EventKind
    data: Annotated[
        dict[Annotated[str, Field(max_length=40)], _Plain | Annotated[list[_Row | _Plain], Field(max_length=2_000)]],
        Field(max_length=24),
    ] = {}


class _RrwebEvent(BaseModel):
    """One event of rrweb; only its frame is looked at, for it is replayed in a sandbox."""

    model_config = ConfigDict(extra="allow", strict=True)

    type: Annotated[int, Field(ge=0, le=10)]
    timestamp: _Number


_SHAPES: dict[Stream, TypeAdapter[Any]] = {
    "events": TypeAdapter(Annotated[list[_Event], Field(max_length=20_000)]),
    "rrweb": TypeAdapter(Annotated[list[_RrwebEvent], Field(max_length=50_000)]),
}


def ingest(book: Book, parcel: Parcel, *, token: str) -> Literal["stored", "known"]:
    """Keep a batch and say so; one that is here already is acknowledged again and kept once.

    Raises Turned for what is not taken in, which is counted in the session it says it is for; raises StoreError when
    the store does not answer, and then the page is to send it again.
    """
    with book.store.reading() as work:
        session = work.session(parcel.session)
        known_hash = work.token_hash(parcel.session)
    try:
        stream = _admitted(session, parcel, genuine=same(known_hash, hashed(token)))
        read_batch(stream, parcel.body)
        return _keep(book, parcel, stream)
    except Turned as error:
        if session and not session.withdrawn:
            with book.store.writing() as work:
                work.count_refusal(session.id, error.reason)
        raise


def read_batch(stream: Stream, body: bytes) -> list[Any]:
    """Return the events of a batch as plain JSON. Raises Turned for what is not one."""
    events = unpack(body)
    try:
        _SHAPES[stream].validate_python(events)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise Turned("not events", f"{'.'.join(map(str, first['loc'][:3])) or 'the batch'}: {first['msg']}") from error
    return list(events)


def unpack(body: bytes) -> Any:
    """Return what a batch holds, whatever it is. Raises Turned for what is too large or no gzipped JSON."""
    if len(body) > MOST_SENT:
        raise Turned("too large", f"a batch has at most {MOST_SENT} bytes, not {len(body)}")
    try:
        return json.loads(_inflated(body), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Turned("not JSON", "a batch is a JSON list of events") from error


def _admitted(session: Session | None, parcel: Parcel, *, genuine: bool) -> Stream:
    """Return the stream, if this session takes in anything from this sender."""
    if session is None or not genuine:
        raise Turned("forged", "this batch is for a session that its sender does not hold the link of")
    if session.withdrawn or (session.actor == "person" and not session.consented):
        raise Turned("not open", "nothing is recorded before consent or after withdrawal")
    if not 1 <= parcel.seq <= MOST_BATCHES or len(parcel.page) > 64:
        raise Turned("bad number", "batches are numbered from 1 in each page load")
    match parcel.stream:
        case "events" | "rrweb" as stream:
            return stream
        case unknown:
            raise Turned("unknown stream", f"there is no stream '{unknown[:20]}'")


def _keep(book: Book, parcel: Parcel, stream: Stream) -> Literal["stored", "known"]:
    batch = Batch(parcel.session, stream, parcel.seq, parcel.body, book.now, parcel.page)
    with book.store.writing() as work:
        _still_open(work, parcel.session)
        if work.volume(parcel.session) + len(parcel.body) > MOST_KEPT:
            raise Turned("too much", f"a session keeps at most {MOST_KEPT} bytes")
        receipt = work.add_batch(batch)
    if receipt == "different":
        raise Turned("different", f"another batch {parcel.seq} of '{stream}' is here already")
    return receipt


def _still_open(work: Writer, session: str) -> None:
    """Look again inside the transaction, so that nothing slips in while a participant withdraws."""
    known = work.session(session)
    if known is None or known.withdrawn:
        raise Turned("not open", "the session was withdrawn")


def _inflated(body: bytes) -> bytes:
    """Return what was gzipped, and stop as soon as it grows too large."""
    inflater = zlib.decompressobj(wbits=31)
    try:
        content = inflater.decompress(body, MOST_INFLATED + 1)
    except zlib.error as error:
        raise Turned("not gzip", "a batch is gzipped") from error
    if len(content) > MOST_INFLATED:
        raise Turned("too large", f"a batch inflates to at most {MOST_INFLATED} bytes")
    if not inflater.eof or inflater.unused_data:
        raise Turned("not gzip", "the batch is cut off, or something follows it")
    return content


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")
