"""The phrases that a solution is told in: those of its trade, in the language of its locale, and what suits any trade.

What a language has not is taken from English.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.domain.phrases import EVERY, Phrases, Story
from toolkit.domain.solution import Solution

SURE = 1.9
"""So many points make a trade: a word in the title or in the name of an entity gives two, one elsewhere gives one.

A word that several trades use is shared out among them.
"""
ENGLISH = "en"


@cache
def bundled() -> Mapping[str, Phrases]:
    """Return the phrases that come with showtell."""
    from toolkit.loader import load

    return load(installed=False).phrases


def domain_of(solution: Solution, phrases: Iterable[Phrases]) -> str:
    """Return the trade that a solution is about, as it says, or by the words it uses; empty where none stands out."""
    if solution.data.domain:
        return solution.data.domain
    entities = {name for app in (solution.base, *solution.apps.values()) for name in app.entities}
    named = _words(f"{solution.title} {' '.join(sorted(entities))}")
    said = _words(f"{solution.problem} {solution.request.said}")
    words = {part.domain: part.words for part in phrases if part.domain != EVERY}
    shared = Counter(word for own in words.values() for word in own)
    points = {
        domain: sum(2 / shared[w] for w in own & named) + sum(1 / shared[w] for w in own & (said - named))
        for domain, own in words.items()
    }
    best = max(points, key=lambda domain: points[domain], default=EVERY)
    return best if points.get(best, 0) >= SURE else EVERY


def _words(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, also without the ending of a plural; capitals as they stand."""
    split = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", text)
    said = re.findall(r"[^\W\d_]+", split)
    words = {word.casefold() for word in said if word != "IT"} | {word for word in said if word.isupper()}
    pairs = {f"{a} {b}".casefold() for a, b in zip(split.split(), split.split()[1:], strict=False)}
    return frozenset(words | {word.removesuffix("s") for word in words} | pairs)


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets that one language of a solution is told from, the nearest first."""

    domain: str
    language: str
    sets: tuple[Phrases, ...]

    def lines(self, kind: str) -> tuple[str, ...]:
        """Return the phrases of a kind in the nearest sheet that has some; none where no sheet has any."""
        return next((found for part in self.sets if (found := part.read().lists.get(kind))), ())

    def stories(self, kind: str) -> tuple[Story, ...]:
        """Return the matters of a kind in the nearest sheet that has some."""
        return next((found for part in self.sets if (found := part.read().matters.get(kind))), ())

    def has(self, kind: str) -> bool:
        """Return whether the trade itself, in this language, has phrases of a kind."""
        own = [part.read() for part in self.sets if part.domain and part.language == self.language]
        return any(kind in sheet.lists or kind in sheet.matters for sheet in own)


def book_of(domain: str, locale: str, phrases: Iterable[Phrases]) -> Book:
    """Return the book of a trade in a locale's language."""
    language = locale.replace("-", "_").partition("_")[0]
    order = [(domain, language), (EVERY, language), (domain, ENGLISH), (EVERY, ENGLISH)]
    known = [*phrases]
    sets = [part for place in dict.fromkeys(order) for part in known if (part.domain, part.language) == place]
    return Book(domain, language, tuple(sets))
