"""A list of words to draw from so that hardly a drawn word changes when the list gains or loses some."""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from toolkit.data.chance import marked
from toolkit.data.numbers import mixed

BITS = 16
"""The circle of numbers has 2 to the power of so many arcs."""
POINTS, MORE = 16, 256
"""Points on the circle for a word of middling weight in a long and in a short list: more make the shares truer."""
SHORT = 48
"""Words in a list that is short."""
_APART = np.uint64(0xD1342543DE82EF95)


class Pool:
    """Words on a circle, each at points that its own text decides, the heavier the more.

    A number takes the word of the point that follows it (consistent hashing, Karger et al. 1997): a word that comes
    takes its own share of the numbers, from all others alike, and the order of the list means nothing. `digest` tells
    two pools apart.
    """

    __slots__ = ("_circle", "_words", "digest")

    def __init__(self, words: Sequence[str], weights: Sequence[float] = ()) -> None:
        shares = dict.fromkeys(words, 0.0)
        for word, weight in zip(words, weights if len(weights) else [1.0] * len(words), strict=True):
            shares[word] += weight
        self._words = np.array(list(shares), dtype=object)
        self._circle = _circle(list(shares), np.array(list(shares.values()), np.float64))
        self.digest = blake2b(repr(sorted(shares.items())).encode(), digest_size=8).hexdigest()

    def __len__(self) -> int:
        return len(self._words)

    def draw(self, numbers: NDArray[np.uint64]) -> list[str]:
        """Return a word for each number."""
        drawn: list[str] = self._words[self.places(numbers)].tolist()
        return drawn

    def places(self, numbers: NDArray[np.uint64]) -> NDArray[np.intp]:
        """Return for each number which of the pool's words it takes; equal words stand at one place."""
        return self._circle[(numbers >> np.uint64(64 - BITS)).astype(np.intp)]

    def one(self, number: int) -> str:
        """Return the word for one number."""
        return str(self._words[self._circle[number >> 64 - BITS]])

    @property
    def words(self) -> list[str]:
        """The words, each once."""
        found: list[str] = self._words.tolist()
        return found


@lru_cache(maxsize=1024)
def pooled(words: tuple[str, ...], weights: tuple[float, ...] = ()) -> Pool:
    """Return the pool of some words; the same one whenever they are asked for."""
    return Pool(words, weights)


def _circle(words: list[str], weights: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return for each arc of the circle the word of the point that follows its beginning."""
    if not words:
        return np.zeros(0, np.intp)
    points = MORE if len(words) <= SHORT else POINTS
    counts = np.maximum(1, np.rint(weights / weights.mean() * points)).astype(np.intp)
    owners = np.repeat(np.arange(len(words)), counts)
    nth = (np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts) + 1).astype(np.uint64)
    marks = np.array([marked("word", word) for word in words], np.uint64)
    places = mixed(marks[owners] ^ nth * _APART)
    order = np.argsort(places, kind="stable")
    arcs = np.arange(1 << BITS, dtype=np.uint64) << np.uint64(64 - BITS)
    following = np.searchsorted(places[order], arcs) % len(order)
    return owners[order][following]
