"""Texts that break screens: our own list, and one of them made to fit the lengths of a field."""

import json
from functools import cache
from importlib.resources import files

WORD = "Unbreakable"
LONG_LINE = 300
"""Characters of a very long line in a field that sets no bound."""
LONG_PARAGRAPH = 4_000


@cache
def texts(name: str) -> tuple[str, ...]:
    """Return one of the lists: 'lines', 'paragraphs', 'names', 'mails' and so on."""
    return tuple(json.loads(files(__package__).joinpath("texts.json").read_text("utf-8"))[name])


def lines(low: int, high: int | None) -> tuple[str, ...]:
    """Return one-line texts within lengths: the list's, one without a space, the longest and the shortest."""
    most = high if high is not None else LONG_LINE
    extremes = (WORD * (most // len(WORD) + 1), " ".join(texts("lines")), "W", "iiii", "\u6f22")
    return tuple(fit(text, low, most) for text in (*texts("lines"), *extremes))


def paragraphs(low: int, high: int | None) -> tuple[str, ...]:
    """Return texts of many lines within lengths."""
    most = high if high is not None else LONG_PARAGRAPH
    every = (*texts("paragraphs"), *texts("lines"))
    extremes = ("\n".join(every * 9), WORD * (most // len(WORD) + 1), "W")
    return tuple(fit(text, low, most) for text in (*every, *extremes))


def fit(text: str, low: int, high: int) -> str:
    """Return a text with at least and at most so many characters, and no space at either end."""
    text = text.strip()[:high].strip()
    if len(text) >= low:
        return text
    return f"{text} {WORD * (low // len(WORD) + 1)}".strip()[:low] if text else (WORD * low)[:low]


def told_apart(text: str, number: int, high: int | None) -> str:
    """Return a text that ends in a number, so that it is no other row's; empty where there is no room for it."""
    end = f" {number}"
    if high is not None and len(end) > high:
        return ""
    return f"{text[: high - len(end)] if high is not None else text}{end}".strip()
