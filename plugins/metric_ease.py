"""Ease: how easy people say a task was, from 1 to 7 (the Single Ease Question)."""

from collections.abc import Iterable

from toolkit import Measurement, Metric, Sample, Target, Verdict, hook, judge_score, scores


def _values(sample: Sample) -> list[float]:
    return [float(run.ease) for run in sample.runs if run.ease is not None]


def measure(sample: Sample) -> Measurement:
    """Return the mean of all who answered, also of those who could not do it."""
    found = scores(_values(sample), low=1, high=7)
    return Measurement(
        people=found.n,
        text=f"{found.mean:.1f} of 7 on average of {found.n}" if found.mean is not None else "nobody answered",
        value=found.mean,
        low=found.interval.low if found.interval else None,
        high=found.interval.high if found.interval else None,
        values=tuple(sorted(found.values)),
    )


def judge(sample: Sample, target: Target, planned: int) -> Verdict:
    """Judge the mean against a target like '>= 5.5'."""
    return judge_score(_values(sample), target=target, planned=planned)


@hook
def register_metrics() -> Iterable[Metric]:
    """Bring ease."""
    return (Metric("ease", "How easy people say the task was, from 1 to 7: the mean.", "of 7", "task", measure, judge),)
