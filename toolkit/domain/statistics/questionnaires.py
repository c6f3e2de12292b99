"""What people said on scales: SUS with its grade, ease (SEQ) and any other score, with mean, median and interval."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from toolkit.domain.statistics.intervals import Interval, mean_interval

# The curved grades of Sauro and Lewis: each from this score on.
_GRADES = (
    (84.1, "A+"),
    (80.8, "A"),
    (78.9, "A-"),
    (77.2, "B+"),
    (74.1, "B"),
    (72.6, "B-"),
    (71.1, "C+"),
    (65.0, "C"),
    (62.7, "C-"),
    (51.7, "D"),
)


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of all who answered; no mean without an answer, no interval with fewer than two."""

    values: tuple[float, ...]
    mean: float | None
    median: float | None
    interval: Interval | None

    @property
    def n(self) -> int:
        """How many answered."""
        return len(self.values)


def scores(values: Sequence[float], *, low: float, high: float) -> Scores:
    """Sum up scores on a scale from `low` to `high`: 1 to 7 for ease (SEQ), 0 to 100 for SUS."""
    if not all(low <= value <= high for value in values):
        raise ValueError(f"a score lies between {low:g} and {high:g}")
    if not values:
        return Scores((), None, None, None)
    interval = mean_interval(values).within(low, high) if len(values) > 1 else None
    return Scores(tuple(values), fmean(values), median(values), interval)


def sus(answers: Sequence[int]) -> float:
    """Return the score, 0 to 100 and not a percentage, of one person's ten answers (1 to 5) in the order asked."""
    _check_sus(answers)
    return 2.5 * sum(answer - 1 if i % 2 == 0 else 5 - answer for i, answer in enumerate(answers))


def straight_lined(answers: Sequence[int]) -> bool:
    """Say whether a person ticked the same column ten times, though every second statement is turned round."""
    _check_sus(answers)
    return len(set(answers)) == 1


def sus_grade(score: float) -> str:
    """Return the curved grade of a SUS score, A+ to F; 68 is average."""
    if math.isnan(score) or not 0 <= score <= 100:
        raise ValueError("a SUS score lies between 0 and 100")
    return next((grade for least, grade in _GRADES if score >= least), "F")


def _check_sus(answers: Sequence[int]) -> None:
    if len(answers) != 10 or not all(answer in range(1, 6) for answer in answers):
        raise ValueError(f"SUS has ten answers from 1 to 5, not {list(answers)}")
