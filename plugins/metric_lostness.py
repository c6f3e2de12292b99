"""Lostness: how far from the shortest way people found theirs."""

from collections.abc import Iterable, Sequence
from math import inf

from toolkit import Measurement, Metric, Sample, Target, Verdict, hook, judge_score, lostness, scores

LOST = 0.5
"""From here on people look lost (Smith 1996)."""


def _values(sample: Sample) -> Sequence[float]:
    """Return the lostness of each who succeeded, where the shortest way is known."""
    if sample.way is None:
        return ()
    needed = len(set(sample.way.screens))
    found = (lostness(len(set(run.screens)), len(run.screens), needed) for run in sample.succeeded)
    return tuple(value for value in found if value is not None)


def measure(sample: Sample) -> Measurement:
    """Return the mean lostness of those who succeeded, against the planner's shortest way."""
    found = scores(_values(sample), low=0, high=inf)
    unknown = "no shortest way is known" if sample.way is None else "nobody to measure"
    return Measurement(
        people=found.n,
        text=f"{found.mean:.2f} on average of {found.n}" if found.mean is not None else unknown,
        value=found.mean,
        low=found.interval.low if found.interval else None,
        high=found.interval.high if found.interval else None,
        values=tuple(sorted(found.values)),
        counts={"lost": sum(value > LOST for value in found.values)},
    )


def judge(sample: Sample, target: Target, planned: int) -> Verdict:
    """Judge the mean against a target like '<= 0.4'."""
    return judge_score(_values(sample), target=target, planned=planned)


@hook
def register_metrics() -> Iterable[Metric]:
    """Bring lostness."""
    about = "How far from the shortest way those who succeeded found theirs: 0 is straight, above 0.5 is lost."
    return (Metric("lostness", about, "", "task", measure, judge),)
