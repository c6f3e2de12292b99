"""A weighted choice among rows that hardly changes when rows come or go: a ring of hashes."""

import math
from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Protocol

from toolkit.data.chance import marked, mixed, score

POINTS = 4
"""Points on the ring for a row of weight 1."""
FINER = 12
"""Points on the ring for a row of weight 1 where rows of nearly one weight share it."""
_APART = 0xD1342543DE82EF95


class Choosing(Protocol):
    """What chooses one of some rows by a number."""

    def choose(self, number: int, allowed: Callable[[str], bool] | None = None) -> str | None:
        """Return a row that is allowed, or None if there is none."""


class Ring:
    """Each row stands at points of the ring, the heavier the more; a choice is the point that follows a number."""

    def __init__(self, weights: Mapping[str, float], points: int = POINTS) -> None:
        places = sorted(
            (mixed(marked(key) ^ (_APART * (n + 1) & 0xFFFFFFFFFFFFFFFF)), key)
            for key, weight in weights.items()
            for n in range(max(1, round(weight * points)))
        )
        self._places = [place for place, _ in places]
        self._keys = [key for _, key in places]

    def choose(self, number: int, allowed: Callable[[str], bool] | None = None) -> str | None:
        """Return the first row allowed from this number on, or None if there is none."""
        first, count = bisect_left(self._places, number), len(self._keys)
        for step in range(count):
            key = self._keys[(first + step) % count]
            if allowed is None or allowed(key):
                return key
        return None


class Layers:
    """A choice among rows whose weights differ by far: first how heavy, by the weight of all such rows, then which."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        layers: dict[int, dict[str, float]] = {}
        for key, weight in weights.items():
            level = math.floor(math.log2(weight))
            layers.setdefault(level, {})[key] = weight / 2.0**level
        self._rings = {level: Ring(rows, FINER) for level, rows in layers.items()}
        self._totals = {level: sum(rows.values()) * 2.0**level for level, rows in layers.items()}

    def choose(self, number: int, allowed: Callable[[str], bool] | None = None) -> str | None:
        """Return a row that is allowed, from the heaviest draw on, or None if there is none."""
        mark = mixed(number ^ _APART)
        order = sorted(self._totals, key=lambda level: -score(mark ^ marked("layer", level), self._totals[level]))
        return next((key for level in order if (key := self._rings[level].choose(number, allowed)) is not None), None)
