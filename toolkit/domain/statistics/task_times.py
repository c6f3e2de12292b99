"""Time on task: the geometric mean of those who succeeded, with those who failed stated beside it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from toolkit.domain.statistics.intervals import FEWEST, Interval, mean_interval


@dataclass(frozen=True, slots=True)
class TaskTimes:
    """The times in seconds of those who succeeded, shortest first, and how many failed.

    With fewer than five there is no mean and no interval: show the dots. Never show a mean without `failed`.
    """

    values: tuple[float, ...]
    failed: int
    mean: float | None
    interval: Interval | None

    @property
    def n(self) -> int:
        """How many succeeded."""
        return len(self.values)

    @property
    def enough(self) -> bool:
        """Whether there are enough of them for a mean and its interval."""
        return self.n >= FEWEST


def times(values: Sequence[float], failed: int) -> TaskTimes:
    """Sum up the times of those who succeeded by geometric mean and log-t interval (meant for up to 25 people)."""
    check_times(values, failed)
    ordered = tuple(sorted(values))
    if len(ordered) < FEWEST:
        return TaskTimes(ordered, failed, None, None)
    logs = [math.log(value) for value in ordered]
    bounds = mean_interval(logs)
    return TaskTimes(ordered, failed, math.exp(fmean(logs)), Interval(math.exp(bounds.low), math.exp(bounds.high)))


def check_times(values: Sequence[float], failed: int) -> None:
    """Raise `ValueError` for what cannot be the times and failures of one task."""
    if failed < 0 or not all(math.isfinite(value) and value > 0 for value in values):
        raise ValueError("a time is a positive number of seconds, and the failed are counted from 0")
