"""What a planned number of people can tell at best, when all of them do the same; worked out without any library."""

import math

from toolkit.domain.statistics.intervals import FEWEST
from toolkit.domain.statistics.judging import CONFIRM

_PARTS = 2_000
"""Parts of Simpson's rule, an even number."""
_MOST = 20_000
"""More people than this nobody plans."""


def settles(people: int, share: float) -> bool:
    """Return whether so many people, all of whom could do it, are enough to be sure of a share of all people.

    By symmetry it is also whether so many who could not are enough to rule out the rest: 8 of 8 for 80 % as 0 of 8
    for 20 %. The rule is that of `judge_rate`.
    """
    if people < FEWEST or share >= 1:
        return False
    return share <= 0 or _chance(people, share) >= CONFIRM


def people_needed(share: float) -> int | None:
    """Return the smallest number of people that settles a share; None where no number does, or far too many."""
    low, high = FEWEST, _MOST
    if not settles(high, share):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if settles(middle, share) else (middle + 1, high)
    return low


def _chance(people: int, share: float) -> float:
    """Return P(rate >= share) after that many successes: Beta(n + 1/2, 1/2), whose rate is the square of a sine."""
    middle, end = math.asin(math.sqrt(share)), math.pi / 2
    below, above = _power(people, 0, middle), _power(people, middle, end)
    return above / (below + above)


def _power(people: int, start: float, end: float) -> float:
    """Return the integral of sine to the power of 2 n, by Simpson's rule."""
    step = (end - start) / _PARTS
    values = [math.sin(start + step * place) ** (2 * people) for place in range(_PARTS + 1)]
    return step / 3 * (values[0] + 4 * sum(values[1:-1:2]) + 2 * sum(values[2:-1:2]) + values[-1])
