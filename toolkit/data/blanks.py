"""Blanks in phrases: rooms, devices, days and people, the same in all that one row says."""

import re
from collections.abc import Callable

from toolkit.data.bench import Bench
from toolkit.data.chance import Stream, marked, mixed
from toolkit.data.telling import phrases_of


def filled(bench: Bench, text: str, mark: int) -> str:
    """Return a phrase with its blanks filled; equal marks fill them alike."""
    if "{" not in text:
        return text
    return re.sub(r"{(\w+)}", lambda found: _blank(bench, found[1], mixed(mark ^ marked(found[1]))), text)


def _blank(bench: Bench, name: str, number: int) -> str:
    stream = Stream()
    stream.seed(number)
    if name == "person":
        return bench.words.person(stream)[0]
    if name == "city":
        return bench.words.city(stream)
    if name == "firm":
        return bench.words.say("company", stream)
    return THINGS[name](stream) if name in THINGS else _told(bench, name, stream)


def _told(bench: Bench, name: str, stream: Stream) -> str:
    """Return one of the phrases of the dataset's language."""
    book = bench.words.book
    if name == "room":
        return f"{book.lines('room_words')[0]} {stream.randint(1, 4)}.{stream.randint(1, 24):02d}"
    if name == "product":
        return stream.choice(phrases_of(book, "products"))
    return stream.choice(book.lines(LISTED[name]))


LISTED = {"team": "teams", "day": "days"}
"""Blanks that are filled with a phrase of a list."""
THINGS: dict[str, Callable[[Stream], str]] = {
    "printer": lambda stream: f"PR-{stream.randint(101, 139)}",
    "laptop": lambda stream: f"LT-{stream.randint(2000, 2499)}",
    "tag": lambda stream: f"A-{stream.randint(1000, 1799)}",
    "case": lambda stream: f"CS-{stream.randint(20000, 99999)}",
    "hour": lambda stream: f"{stream.randint(9, 16)}:{stream.choice((0, 15, 30, 45)):02d}",
    "code": lambda stream: stream.choice(("0x80070643", "1603", "4096", "E-1042", "730", "0x800f0922")),
    "number": lambda stream: str(stream.randint(2, 14)),
}
