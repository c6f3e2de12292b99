"""Kinds whose values are picked from a list of our own: colours, departments, fuels, courses, in the row's language."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from toolkit.data.lot import Lot, Make
from toolkit.data.naming import ANIMALS, about
from toolkit.data.numbers import permuted

_BLANK = re.compile(r"\{([a-z]+)\d?\}")
ENGLISH = "en"
_PARTS = frozenset(
    [
        "place",
        "adjective",
        "noun",
        "realm",
        "time",
        "name",
        "topic",
        "first",
        "family",
        "initial",
        "phrase",
        "model",
        "file",
        "folder",
        "plural",
    ]
)
"""Lists that only fill the blanks of others; a figure behind such a name tells two lists apart."""
_OWN_WORD = frozenset(
    {"film rating us", "genre music", "genre book", "file stem", "git branch", "medication animal", "vaccine animal"}
)
_CALLED = {"music genre": "genre music", "book genre": "genre book"}
"""Kinds whose list goes by another name."""
FOR_ANIMALS = frozenset({"medication", "vaccine"})
"""Kinds of which animals have other ones than people."""
MUSIC = frozenset(["track", "album", "artist", "song", "band", "playlist", "music"])
BOOKS = frozenset(["book", "novel", "author", "library", "title"])


@cache
def _lists() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return the lists by name and language."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for file in files(__package__).joinpath("lists").iterdir():
        for line in file.read_text("utf-8").splitlines():
            name, _, words = line.partition(": ")
            plain, _, language = name.rpartition(" ")
            foreign = plain and language in {"de", "fr", "es"}
            key = (plain, language) if foreign else (name, ENGLISH)
            found[key] = tuple(word.strip() for word in words.split(" | "))
    return found


def words_for(name: str, language: str) -> tuple[str, ...]:
    """Return a list in a language; in English where there is none. Empty if there is no such list."""
    return _lists().get((name, language)) or _lists().get((name, ENGLISH), ())


def _name_of(kind: str, lot: Lot) -> str:
    """Return the list for a kind; there is one of genres of films, one of music and one of books."""
    if kind == "genre":
        about = {*lot.entity.name.casefold().split(), *(f.casefold() for f in lot.entity.fields)}
        return "genre music" if about & MUSIC else "genre book" if about & BOOKS else kind
    if kind in FOR_ANIMALS and is_about_animals(lot):
        return f"{kind} animal"
    if kind in _CALLED:
        return _CALLED[kind]
    return "film rating us" if kind == "film rating" and lot.words.locale.endswith("_US") else kind


def is_about_animals(lot: Lot) -> bool:
    """Return whether the rows are animals, or belong to one."""
    named = (lot.entity.name, *(part.refers for part in lot.entity.fields.values() if part.refers))
    return any(about(name, ANIMALS) for name in named)


def _picked(kind: str) -> Make:
    def make(lot: Lot) -> Sequence[str]:
        language = lot.words.locale[:2]
        options = words_for(_name_of(kind, lot), language)
        said = _each_once(lot, options) if _tells_apart(lot) else lot.pick(options)
        return said if not any("{" in option for option in options) else _filled(said, lot, language)

    return make


def _tells_apart(lot: Lot) -> bool:
    """Return whether rows are told apart by these cells, so that no word may come twice before all came once."""
    return len(lot.places) == len(lot) and (lot.field.unique or lot.field is lot.entity.title)


def _each_once(lot: Lot, options: Sequence[str]) -> list[str]:
    """Return each option once before any comes again, then, where no two may be alike, with a number behind it."""
    order = permuted(np.arange(len(options), dtype=np.int64), len(options), lot.mark).tolist()
    turns = [divmod(place - 1, len(options)) for place in lot.places.tolist()]
    numbered = lot.field.unique and not any("{" in option for option in options)
    return [f"{options[order[at]]}{f' {turn + 1}' if turn and numbered else ''}" for turn, at in turns]


def _filled(said: Sequence[str], lot: Lot, language: str) -> list[str]:
    """Return texts with their blanks filled, each row's from its own cell."""
    blanks = {found[0]: found[1] for text in set(said) for found in _BLANK.finditer(text)}
    columns = {blank: lot.pick(words_for(blank[1:-1], language) or (name,), blank) for blank, name in blanks.items()}
    return [_told(text, {blank: column[at] for blank, column in columns.items()}) for at, text in enumerate(said)]


def _told(text: str, words: Mapping[str, str]) -> str:
    return _BLANK.sub(lambda blank: words[blank[0]], text)


def _kinds() -> dict[str, Make]:
    names = {
        name
        for name, _ in _lists()
        if not name.startswith("breed ") and name.rstrip("0123456789") not in _PARTS and name not in _OWN_WORD
    }
    return {name: _picked(name) for name in sorted(names | set(_CALLED))}


KINDS: Mapping[str, Make] = _kinds()
