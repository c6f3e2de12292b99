"""A weighted choice among rows that hardly changes when rows come or go: a ring of hashes."""

from bisect import bisect_left
from collections.abc import Callable, Mapping

from toolkit.data.chance import marked, mixed

POINTS = 4
"""Points on the ring for a row of weight 1."""
_APART = 0xD1342543DE82EF95


class Ring:
    """Each row stands at points of the ring, the heavier the more; a choice is the point that follows a number."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        points = sorted(
            (mixed(marked(key) ^ (_APART * (n + 1) & 0xFFFFFFFFFFFFFFFF)), key)
            for key, weight in weights.items()
            for n in range(max(1, round(weight * POINTS)))
        )
        self._places = [place for place, _ in points]
        self._keys = [key for _, key in points]

    def choose(self, number: int, allowed: Callable[[str], bool] | None = None) -> str | None:
        """Return the first row allowed from this number on, or None if there is none."""
        first, count = bisect_left(self._places, number), len(self._keys)
        for step in range(count):
            key = self._keys[(first + step) % count]
            if allowed is None or allowed(key):
                return key
        return None
