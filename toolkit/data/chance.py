"""Chance, cell by cell: each value comes from a hash of seed, entity, row and field, and from nothing else."""

import math
import random
from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import blake2b
from statistics import NormalDist

_WORD = 0xFFFFFFFFFFFFFFFF
_STEP = 0x9E3779B97F4A7C15
_NORMAL = NormalDist()


@lru_cache(maxsize=65_536)
def marked(*names: object) -> int:
    """Return the 64-bit mark of some names; the same in every process and on every machine."""
    text = "\0".join(map(str, names))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def mixed(number: int) -> int:
    """Return a number spread over 64 bits, by splitmix64's last step."""
    number = (number + _STEP) & _WORD
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & _WORD
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & _WORD
    return number ^ (number >> 31)


class Stream(random.Random):
    """A source of randomness that is set to a cell in no time, so that Faker's providers can draw from it."""

    state = 0

    def seed(self, a: object = 0, version: int = 2) -> None:
        """Begin at a number."""
        self.state = a if isinstance(a, int) else 0

    def getrandbits(self, k: int, /) -> int:
        """Return a number of so many bits."""
        result = 0
        for _ in range((k + 63) // 64):
            result = result << 64 | self._next()
        return result >> (-k % 64)

    def random(self) -> float:
        """Return a number from 0 up to, not including, 1."""
        return (self._next() >> 11) * 2.0**-53

    def _next(self) -> int:
        self.state = (self.state + _STEP) & _WORD
        return mixed(self.state)


class Chance:
    """One cell's chance, as field types ask for it. The n-th thing asked for is the n-th number of the cell's stream.

    `leaning` makes some options likelier than others.
    """

    __slots__ = ("_leaning", "_own", "_say", "_state", "cell")

    def __init__(
        self, cell: int, say: Callable[[str, Stream], str], *, leaning: Mapping[str, float] | None = None
    ) -> None:
        self.cell, self._state = cell, cell
        self._own: Stream | None = None
        self._say, self._leaning = say, leaning or {}

    @property
    def stream(self) -> Stream:
        """The cell's stream, for those who draw from a `random.Random`; it goes on from what was asked for so far."""
        if self._own is None:
            self._own = Stream()
            self._own.state = self._state
        return self._own

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self.share() * (high - low + 1))

    def share(self) -> float:
        """Return a number from 0 up to, not including, 1."""
        return (self._next() >> 11) * 2.0**-53

    def _next(self) -> int:
        if self._own is not None:
            return self._own.getrandbits(64)
        self._state = (self._state + _STEP) & _WORD
        return mixed(self._state)

    def pick(self, options: tuple[str, ...]) -> str:
        """Return one of the options: an option added or moved takes its own share and changes no other row."""
        number = self._next()
        return max(options, key=lambda option: score(number ^ marked(option), self._leaning.get(option, 1.0)))

    def faker(self, provider: str) -> str:
        """Return what Faker's provider of this name gives in the dataset's locale, as text."""
        return self._say(provider, self.stream)

    def around(self, middle: float, spread: float) -> float:
        """Return a lognormal number with this median: waiting times are like that."""
        return middle * math.exp(spread * _NORMAL.inv_cdf(min(max(self.share(), 1e-9), 1 - 1e-9)))


def score(number: int, weight: float) -> float:
    """Return how a weighted thing fares in a draw; the highest wins (weighted rendezvous hashing)."""
    return math.log((mixed(number) + 1) / (_WORD + 2)) / weight
