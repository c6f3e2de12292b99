"""What rrweb recorded of a session, joined to one stream that a replayer plays from beginning to end."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import Any

from toolkit.domain.session import Recording
from toolkit.ports.store import Batch
from toolkit.services.book import Book
from toolkit.services.ingest import unpack

MOST_PACKED = 6_000_000
"""Bytes of gzipped batches that one replay loads: more than an hour of clicking."""
META, WHOLE = 4, 2
"""Types of rrweb's events: a page's address and size, and the whole page."""
_FEATURES = {
    "coarse": "pointer: coarse",
    "dark": "prefers-color-scheme: dark",
    "still": "prefers-reduced-motion: reduce",
}
"""What a page says of its screen, and what style sheets call it."""

RrwebEvent = dict[str, Any]
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream in order of time. `loads` are the stretches (in seconds of the session) in which a page was recorded,
    `missing` those in which batches never arrived; `whole` says that nothing was left out for its length.
    """

    events: tuple[RrwebEvent, ...] = ()
    loads: tuple[Span, ...] = ()
    missing: tuple[Span, ...] = ()
    whole: bool = True


def stream_of(book: Book, session: str) -> Stream:
    """Return the stream of a session, empty if nothing was recorded."""
    with book.store.reading() as work:
        batches = work.batches(session, "rrweb")
    room, taken = MOST_PACKED, list[Batch]()
    for batch in batches:
        room -= len(batch.body)
        if room < 0:
            break
        taken.append(batch)
    pages: dict[str, list[tuple[int, list[RrwebEvent]]]] = {}
    for batch in taken:
        pages.setdefault(batch.page, []).append((batch.seq, unpack(batch.body)))
    missing = tuple(span for page in pages.values() for span in _missing(page))
    loads = joined([[event for _, events in page for event in events] for page in pages.values()])
    events = tuple(event for load in loads for event in load)
    return Stream(events, tuple(map(_span, loads)), missing, whole=len(taken) == len(batches))


def joined(pages: Sequence[Sequence[RrwebEvent]]) -> list[list[RrwebEvent]]:
    """Return page loads in order of time, each from its first whole page on and up to the next page's.

    Two pages that were open at once cannot both be shown: the one that was opened last is.
    """
    loads = sorted(filter(None, map(_from_whole, pages)), key=lambda load: float(load[0]["timestamp"]))
    ends = [float(load[0]["timestamp"]) for load in loads[1:]] + [inf]
    return [[e for e in load if e["timestamp"] < end] for load, end in zip(loads, ends, strict=False)]


def as_seen(text: str, screen: Mapping[str, Any]) -> str:
    """Return recorded text in which style sheets ask for what the recorded screen was, not for what the viewer's is.

    What somebody saw in the dark on a touch screen is then seen like that on any other.
    """
    asked = {
        "coarse": "pointer: coarse",
        "dark": "prefers-color-scheme: dark",
        "still": "prefers-reduced-motion: reduce",
    }
    for name, feature in asked.items():
        if name in screen:
            text = text.replace(f"({feature})", "(min-width: 0px)" if screen[name] else "(max-width: 0px)")
    return text


def screen_of(recording: Recording) -> Mapping[str, Any]:
    """Return what the page said of its screen first: size, pixels, fingers, darkness."""
    return next((event.data for event in recording.events if event.kind == "resize"), {})


def shown(loads: Sequence[Span], ends: Sequence[float], last: float) -> list[Span]:
    """Return from when until when a recorded page was on screen.

    A page that does not change has nothing to record, so it is there until its task ends or another page is loaded.
    What lies between (consent, questions) is asked on pages that record nothing.
    """
    spans: list[Span] = []
    for i, (start, until) in enumerate(loads):
        following = loads[i + 1][0] if i + 1 < len(loads) else max(last, until)
        ended = min((end for end in ends if end > start), default=following)
        spans.append((start, min(ended, following)))
    return spans


def to_json(stream: Stream, recording: Recording) -> str:
    """Return the stream as the player takes it."""
    ends = [entry.at for entry in recording.entries if entry.kind == "task ended"]
    last = max((entry.at for entry in recording.entries), default=0.0)
    screen = screen_of(recording)
    said = {
        "shown": shown(stream.loads, ends, last),
        "missing": stream.missing,
        "whole": stream.whole,
        "bar": screen.get("bar", 0),
        "touch": screen.get("coarse", False),
    }
    events = as_seen(json.dumps(stream.events, separators=(",", ":"), ensure_ascii=False), screen)
    return json.dumps(said)[:-1] + f', "events": {events}}}'


def _from_whole(page: Sequence[RrwebEvent]) -> list[RrwebEvent]:
    """Return a page's events in order of time, without those before its first size and whole page."""
    events = sorted(page, key=lambda event: float(event["timestamp"]))
    starts = (i for i, (one, other) in enumerate(pairwise(events)) if (one["type"], other["type"]) == (META, WHOLE))
    start = next(starts, None)
    return [] if start is None else events[start:]


def _span(load: Sequence[RrwebEvent]) -> Span:
    return (load[0]["timestamp"] / 1000, load[-1]["timestamp"] / 1000)


def _missing(page: Sequence[tuple[int, list[RrwebEvent]]]) -> Iterator[Span]:
    """Yield the stretches between batches whose numbers do not follow on each other."""
    for (number, before), (following, after) in pairwise(page):
        if following != number + 1 and before and after:
            yield (before[-1]["timestamp"] / 1000, after[0]["timestamp"] / 1000)
