"""Time: how long those who succeeded were at a task, and how many failed."""

from collections.abc import Iterable

from toolkit import Measurement, Metric, Sample, Target, Verdict, hook, judge_time, times


def measure(sample: Sample) -> Measurement:
    """Return the geometric mean of the times of those who succeeded; below five people there are only the times."""
    failed = len(sample.runs) - len(sample.succeeded)
    found = times([run.seconds for run in sample.succeeded], failed)
    if found.mean is not None and found.interval is not None:
        said = f"{found.mean:.3g} s ({found.interval.low:.3g} to {found.interval.high:.3g} s)"
    else:
        said = ", ".join(f"{value:.3g} s" for value in found.values) or "no times"
    by_server = sum(run.timed == "server" for run in sample.succeeded)
    return Measurement(
        people=found.n,
        text=f"{said}; {failed} failed" if failed else said,
        value=found.mean,
        low=found.interval.low if found.interval else None,
        high=found.interval.high if found.interval else None,
        values=found.values,
        counts={"failed": failed, "timed by the server alone": by_server},
    )


def judge(sample: Sample, target: Target, planned: int) -> Verdict:
    """Judge the median time against a target like '<= 30 s'; who failed took longer than any limit."""
    seconds = [run.seconds for run in sample.succeeded]
    return judge_time(seconds, len(sample.runs) - len(seconds), target=target, planned=planned)


@hook
def register_metrics() -> Iterable[Metric]:
    """Bring time."""
    about = "Time on task of those who succeeded, without hidden and idle time: the geometric mean."
    return (Metric("time", about, "s", "task", measure, judge, fails_with_task=True),)
