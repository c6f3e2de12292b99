"""Blanks in phrases: rooms, devices, days and people, the same in all that one row says."""

import re
from collections.abc import Callable

from toolkit.data.bench import Bench
from toolkit.data.chance import Stream, marked, mixed
from toolkit.data.phrases import phrases


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
    return _THINGS[name](stream)


_THINGS: dict[str, Callable[[Stream], str]] = {
    "team": lambda stream: stream.choice(phrases("lines")["teams"]),
    "room": lambda stream: f"room {stream.randint(1, 4)}.{stream.randint(1, 24):02d}",
    "printer": lambda stream: f"PR-{stream.randint(101, 139)}",
    "laptop": lambda stream: f"LT-{stream.randint(2000, 2499)}",
    "tag": lambda stream: f"A-{stream.randint(1000, 1799)}",
    "case": lambda stream: f"CS-{stream.randint(20000, 99999)}",
    "hour": lambda stream: f"{stream.randint(9, 16)}:{stream.choice((0, 15, 30, 45)):02d}",
    "day": lambda stream: stream.choice(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")),
    "code": lambda stream: stream.choice(("0x80070643", "1603", "4096", "E-1042", "730", "0x800f0922")),
    "number": lambda stream: str(stream.randint(2, 14)),
}
