"""Rates and means with their 95 % intervals."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from toolkit.domain.statistics.distributions import Z95, student_t95

FEWEST = 5  # from fewer people there is neither a mean time nor a verdict


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a number may truly lie, 95 % sure."""

    low: float
    high: float

    def within(self, low: float, high: float) -> "Interval":
        """Cut off what lies outside the scale."""
        return Interval(min(max(self.low, low), high), min(max(self.high, low), high))


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of all who were asked, also of those who never started."""

    successes: int
    asked: int

    def __post_init__(self) -> None:
        if not 0 <= self.successes <= self.asked:
            raise ValueError(f"{self.successes} of {self.asked} is no rate")

    @property
    def share(self) -> float | None:
        """The share as observed; `None` when nobody was asked."""
        return self.successes / self.asked if self.asked else None

    @property
    def interval(self) -> Interval:
        """The adjusted-Wald interval (Agresti and Coull); with nobody asked, all of 0 to 1."""
        n = self.asked + Z95**2
        middle = (self.successes + Z95**2 / 2) / n
        half = Z95 * math.sqrt(middle * (1 - middle) / n)
        return Interval(middle - half, middle + half).within(0.0, 1.0)


def mean_interval(values: Sequence[float]) -> Interval:
    """Return Student's t interval of the mean; it takes at least two values."""
    n = len(values)
    middle = fmean(values)
    half = student_t95(n - 1) * stdev(values) / math.sqrt(n)
    return Interval(middle - half, middle + half)
