"""A weighted choice among rows that hardly changes when rows come or go: a ring of hashes."""

import math
from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Protocol

import numpy as np

from toolkit.data.chance import marked, mixed, score
from toolkit.data.numbers import Numbers, marks_of, scores
from toolkit.data.numbers import mixed as mixed_all

POINTS = 4
"""Points on the ring for a row of weight 1."""
FINER = 12
"""Points on the ring for a row of weight 1 where rows of nearly one weight share it."""
_APART = 0xD1342543DE82EF95


class Choosing(Protocol):
    """What chooses one of some rows by a number."""

    def choose(self, number: int, allowed: Callable[[str], bool] | None = None) -> str | None:
        """Return a row that is allowed, or None if there is none."""

    def choose_all(self, numbers: Numbers) -> list[str]:
        """Return a row for each of many numbers, as `choose` does for one. There must be rows."""


class Ring:
    """Each row stands at points of the ring, the heavier the more; a choice is the point that follows a number."""

    def __init__(self, weights: Mapping[str, float], points: int = POINTS) -> None:
        keys = list(weights)
        counts = np.array([max(1, round(weight * points)) for weight in weights.values()], np.int64)
        owners = np.repeat(np.arange(len(keys)), counts)
        begins = np.repeat(np.cumsum(counts) - counts, counts)
        nth = (np.arange(len(owners)) - begins + 1).astype(np.uint64)
        places = mixed_all(marks_of(keys)[owners] ^ nth * np.uint64(_APART))
        order = np.argsort(places, kind="stable")
        self._places, self._owners = places[order], owners[order]
        self._listed: list[int] = self._places.tolist()
        self._keys: list[str] = [keys[at] for at in self._owners.tolist()]

    def choose(self, number: int, allowed: Callable[[str], bool] | None = None) -> str | None:
        """Return the first row allowed from this number on, or None if there is none."""
        first, count = bisect_left(self._listed, number), len(self._keys)
        for step in range(count):
            key = self._keys[(first + step) % count]
            if allowed is None or allowed(key):
                return key
        return None

    def choose_all(self, numbers: Numbers) -> list[str]:
        """Return for each number the row of the point that follows it."""
        first: list[int] = (np.searchsorted(self._places, numbers) % len(self._keys)).tolist()
        return [self._keys[at] for at in first]


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

    def choose_all(self, numbers: Numbers) -> list[str]:
        """Return for each number a row of the layer that is drawn for it."""
        levels = list(self._totals)
        marks, totals = [marked("layer", level) for level in levels], list(self._totals.values())
        drawn = np.argmax(scores(mixed_all(numbers ^ np.uint64(_APART)), marks, totals), axis=0)
        found = [""] * len(numbers)
        for place, level in enumerate(levels):
            here = np.flatnonzero(drawn == place)
            for at, key in zip(here.tolist(), self._rings[level].choose_all(numbers[here]), strict=True):
                found[at] = key
        return found
