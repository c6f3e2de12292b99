"""What rrweb recorded, joined to one stream."""

import gzip
import json
from typing import Any

from toolkit.domain.session import Entry, Event, Recording, Session
from toolkit.ports.store import Batch
from toolkit.services.book import Book
from toolkit.services.invite import rehearse
from toolkit.web.replay_stream import Stream, as_seen, joined, shown, stream_of, to_json


def event(at: float, kind: int = 3, **data: object) -> dict[str, Any]:
    return {"type": kind, "timestamp": at * 1000, "data": data}


def load(start: float, *later: float) -> list[dict[str, Any]]:
    """Return a page load: its size and the whole page at the start, and what was added to it later."""
    return [event(start, 4), event(start, 2), *(event(at) for at in later)]


def times(stream: list[list[dict[str, Any]]]) -> list[list[float]]:
    return [[one["timestamp"] / 1000 for one in page] for page in stream]


def keep(book: Book, session: str, seq: int, events: list[dict[str, Any]], page: str = "a") -> None:
    with book.store.writing() as work:
        work.add_batch(Batch(session, "rrweb", seq, gzip.compress(json.dumps(events).encode()), book.now, page))


def test_page_loads_follow_on_each_other() -> None:
    assert times(joined([load(10, 11, 12), load(1, 2, 3)])) == [[1, 1, 2, 3], [10, 10, 11, 12]]


def test_of_two_pages_at_once_the_one_opened_last_is_shown() -> None:
    assert times(joined([load(1, 2, 6, 9), load(5, 7)])) == [[1, 1, 2], [5, 5, 7]]


def test_what_comes_before_the_first_whole_page_cannot_be_shown() -> None:
    assert times(joined([[event(1), event(2), *load(3, 4)], [event(8), event(9)]])) == [[3, 3, 4]]


def test_events_that_came_in_disorder_are_put_in_order() -> None:
    assert times(joined([[*load(1), event(4), event(2)]])) == [[1, 1, 2, 4]]


def test_a_page_is_on_screen_until_its_task_ends_or_another_is_loaded() -> None:
    loads = [(1.0, 2.0), (5.0, 6.0), (20.0, 21.0)]
    assert shown(loads, ends=[9.0], last=30.0) == [(1.0, 5.0), (5.0, 9.0), (20.0, 30.0)]


def test_style_sheets_ask_for_the_recorded_screen() -> None:
    css = "@media (prefers-color-scheme: dark) { a { b: c } } @media (pointer: coarse) { d { e: f } }"
    seen = as_seen(css, {"dark": True, "coarse": False})
    assert seen == "@media (min-width: 0px) { a { b: c } } @media (max-width: 0px) { d { e: f } }"
    assert as_seen(css, {}) == css


def test_what_never_arrived_is_said(book: Book) -> None:
    session = rehearse(book, "library").session.id
    keep(book, session, 1, load(1, 2))
    keep(book, session, 3, [event(7)])
    keep(book, session, 1, load(20), page="b")
    stream = stream_of(book, session)
    assert stream.missing == ((2.0, 7.0),)
    assert stream.loads == ((1.0, 7.0), (20.0, 20.0))
    assert stream.whole


def test_the_player_is_told_of_pages_gaps_and_the_scroll_bar() -> None:
    session = Session(id="s", prototype="library", actor="person")
    ended = Entry(2, 4.0, "task ended", {"option": "", "task": "borrow", "how": "done", "reached": True})
    screen = Event(0.5, "resize", {"width": 1280, "height": 800, "bar": 15, "dark": False})
    said = json.loads(to_json(stream_of_events(load(1, 2)), Recording(session, (ended,), (screen,))))
    assert said["shown"] == [[1.0, 4.0]]
    assert said["bar"] == 15
    assert [one["timestamp"] for one in said["events"]] == [1000, 1000, 2000]


def stream_of_events(events: list[dict[str, Any]]) -> Stream:

    return Stream(tuple(events), ((1.0, 2.0),), (), whole=True)


def test_nothing_recorded_is_an_empty_stream(book: Book) -> None:
    stream = stream_of(book, rehearse(book, "library").session.id)
    assert (stream.events, stream.loads, stream.whole) == ((), (), True)
