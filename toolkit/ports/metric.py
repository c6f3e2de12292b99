"""The port for metrics: a number worked out from what people did, and the rule by which it becomes a verdict."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from toolkit.domain.measurement import Measurement, Sample
from toolkit.domain.verdict import Target, Verdict

Judge = Callable[[Sample, Target, int], Verdict]
"""Judges a sample against a target; the number is how many people were planned."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric. A goal names it: 'time of find-late <= 30 s'; `per` says whether of a task or of a whole option.

    `fails_with_task` is true when a task that cannot be done at all means that no goal on this metric can be met:
    then a robot that finds no way refutes the goal before anybody has tried.
    """

    name: str
    about: str
    unit: str
    per: Literal["task", "option"]
    measure: Callable[[Sample], Measurement]
    judge: Judge
    fails_with_task: bool = False
