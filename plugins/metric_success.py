"""Success: how many of those who were asked could do a task."""

from collections.abc import Iterable

from toolkit import Measurement, Metric, Rate, Sample, Target, Verdict, hook, judge_rate


def measure(sample: Sample) -> Measurement:
    """Return the share of those who succeeded, of all who were asked, with its adjusted-Wald interval."""
    successes, asked = len(sample.succeeded), len(sample.runs)
    rate = Rate(successes, asked)
    bounds = rate.interval
    span = f" ({100 * bounds.low:.0f} to {100 * bounds.high:.0f} %)" if asked else ""
    return Measurement(
        people=asked,
        text=f"{successes} of {asked} could do it{span}",
        value=rate.share,
        low=bounds.low if asked else None,
        high=bounds.high if asked else None,
        counts={"succeeded": successes, "direct": sum(run.outcome == "direct" for run in sample.runs)},
    )


def judge(sample: Sample, target: Target, planned: int) -> Verdict:
    """Judge the share against a target like '>= 80 %'."""
    return judge_rate(len(sample.succeeded), len(sample.runs), target=target, planned=planned)


@hook
def register_metrics() -> Iterable[Metric]:
    """Bring success."""
    about = "The share of people who could do the task, of all who were asked."
    return (Metric("success", about, "%", "task", measure, judge, fails_with_task=True),)
