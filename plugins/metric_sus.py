"""SUS: how usable people find an option as a whole, 0 to 100 and not a percentage (System Usability Scale)."""

from collections.abc import Iterable

from toolkit import (
    Measurement,
    Metric,
    Sample,
    Target,
    Verdict,
    hook,
    judge_score,
    scores,
    straight_lined,
    sus,
    sus_grade,
)


def _values(sample: Sample) -> list[float]:
    return [sus(answers) for answers in sample.sus]


def measure(sample: Sample) -> Measurement:
    """Return the mean score with its curved grade; 68 is average. Whoever ticked one column throughout is counted."""
    found = scores(_values(sample), low=0, high=100)
    said = "nobody answered"
    if found.mean is not None:
        said = f"{found.mean:.1f}, grade {sus_grade(found.mean)}, on average of {found.n}"
    return Measurement(
        people=found.n,
        text=said,
        value=found.mean,
        low=found.interval.low if found.interval else None,
        high=found.interval.high if found.interval else None,
        values=tuple(sorted(found.values)),
        counts={"straight-lined": sum(straight_lined(answers) for answers in sample.sus)},
    )


def judge(sample: Sample, target: Target, planned: int) -> Verdict:
    """Judge the mean score against a target like '>= 70'."""
    return judge_score(_values(sample), target=target, planned=planned)


@hook
def register_metrics() -> Iterable[Metric]:
    """Bring SUS."""
    return (
        Metric("sus", "The System Usability Scale, 0 to 100: the mean; 68 is average.", "", "option", measure, judge),
    )
