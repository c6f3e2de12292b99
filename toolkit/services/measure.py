"""Measure a study: from its plan and its recordings to results, the same wherever it is done."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from toolkit.domain.measurement import Measurement
from toolkit.domain.measuring import Sampling
from toolkit.domain.results import Judged, OptionResult, Results, TaskResult
from toolkit.domain.session import Outcome, Recording
from toolkit.domain.solution import Goal
from toolkit.domain.study import Study
from toolkit.domain.verdict import Target, Verdict
from toolkit.errors import ToolkitError
from toolkit.ports.metric import Metric

Metrics = Mapping[str, Metric]


def measure(study: Study, recordings: Sequence[Recording], metrics: Metrics) -> Results:
    """Return the results of a study. Nothing but the arguments is looked at, so that they can be worked out again."""
    sampling = Sampling(study, recordings)
    return Results(
        study=study.id,
        prototype=study.prototype,
        fingerprint=study.fingerprint,
        people=sampling.people,
        verdicts=tuple(
            Judged(goal.name, goal.text, option, _judged(goal, option, study, sampling, metrics))
            for goal in study.goals
            for option in study.options
        ),
        tasks=tuple(_task(sampling, option, task, metrics) for option in study.options for task in study.tasks),
        options=tuple(OptionResult(o, _measured(sampling, o, "", metrics)) for o in study.options),
        answers=sampling.answers(),
        runs=sampling.runs,
    )


def _task(sampling: Sampling, option: str, task: str, metrics: Metrics) -> TaskResult:
    counted = Counter(run.outcome for run in sampling.sample(option, task).runs)
    outcomes: dict[Outcome, int] = {outcome: counted[outcome] for outcome in get_args(Outcome)}
    return TaskResult(option, task, outcomes, _measured(sampling, option, task, metrics), sampling.robots(option, task))


def _measured(sampling: Sampling, option: str, task: str, metrics: Metrics) -> dict[str, Measurement]:
    """Return the measurements of a task, or, without one, of the option as a whole."""
    per = "task" if task else "option"
    sample = sampling.sample(option, task)
    return {name: _rounded(metric.measure(sample)) for name, metric in sorted(metrics.items()) if metric.per == per}


def _judged(goal: Goal, option: str, study: Study, sampling: Sampling, metrics: Metrics) -> Verdict:
    metric = _metric(goal, study, metrics)
    task = goal.task if metric.per == "task" else ""
    sample = sampling.sample(option, task)
    robots = sampling.robots(option, task)
    if metric.fails_with_task and robots.refute and not sample.succeeded:
        reason = "; ".join(robots.reasons) or f"no robot found a way through '{task}' ({robots.tried} tried)"
        return Verdict.refuted_by_robot(reason, planned=study.people, people=sample.asked)
    return metric.judge(sample, Target(goal.comparison, goal.target, goal.unit), study.people)


def _metric(goal: Goal, study: Study, metrics: Metrics) -> Metric:
    """Return the metric that a goal names. Raises ToolkitError if there is none, or if it does not fit the goal."""
    where = f"goal '{goal.name}' of {study.id}"
    metric = metrics.get(goal.measure)
    if metric is None:
        known = ", ".join(sorted(metrics))
        raise ToolkitError(f"there is no metric '{goal.measure}'", where=where, fix=f"measure one of: {known}")
    if metric.per == "task" and goal.task not in study.tasks:
        tasks = ", ".join(study.tasks)
        raise ToolkitError(f"'{goal.measure}' is measured of a task", where=where, fix=f"name one of: {tasks}")
    return metric


def _rounded(measurement: Measurement) -> Measurement:
    """Return the measurement to six digits, so that the last bits of another machine's arithmetic do not show."""
    value, low, high = (
        None if n is None else round(n, 6) for n in (measurement.value, measurement.low, measurement.high)
    )
    values = tuple(round(n, 6) for n in measurement.values)
    return replace(measurement, value=value, low=low, high=high, values=values)
