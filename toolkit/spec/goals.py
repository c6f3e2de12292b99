"""Goals: `time of find-late <= 30 s` as a measure, a task and a target."""

import re
from collections.abc import Collection, Mapping
from typing import Literal, cast

from toolkit.domain.solution import Goal
from toolkit.spec.report import Report
from toolkit.spec.text import Node

MEASURES = ("time", "success", "ease", "sus", "lostness")
OVERALL = {"sus"}
"""Measures of an option as a whole; the others are of a task."""
_GOAL = re.compile(
    r"(?P<measure>[^<>=]+?)(?:\s+of\s+(?P<task>[^<>=]+?))?\s*(?P<op>>=|<=|>|<)\s*(?P<target>\d+(?:\.\d+)?)\s*(?P<unit>\S.*)?"
)
_SECONDS = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0}
_SCALES = {"success": (0.0, 1.0), "ease": (1.0, 7.0), "sus": (0.0, 100.0), "lostness": (0.0, 1.5)}
_UPWARD = {"time": False, "success": True, "ease": True, "sus": True, "lostness": False}
_FIX = "write: success of TASK >= 80 %, or time of TASK <= 30 s"
Comparison = Literal["<=", ">=", "<", ">"]


def goals_of(
    texts: Mapping[str, str], node: Node, tasks: Collection[str], *, measures: Collection[str], report: Report
) -> tuple[Goal, ...]:
    """Return the goals that can be read."""
    found = (_goal(name, text, node.at(name), tasks, measures=measures, report=report) for name, text in texts.items())
    return tuple(goal for goal in found if goal is not None)


def _goal(
    name: str, text: str, node: Node, tasks: Collection[str], *, measures: Collection[str], report: Report
) -> Goal | None:
    found = _GOAL.fullmatch(text.strip())
    if not found:
        report.add("bad-goal", node, f"'{text}' does not say what is measured and what the target is", fix=_FIX)
        return None
    measure, task = found["measure"].strip(), found["task"] or ""
    if measure not in measures:
        report.unknown("measure", measure, node, measures)
        return None
    if not _task_fits(measure, task, node, tasks, report=report, offset=found.start("task") if task else 0):
        return None
    target = _target(measure, float(found["target"]), found["unit"] or "", node=node, report=report)
    if target is None:
        return None
    comparison = cast(Comparison, found["op"])
    if measure in _UPWARD and _UPWARD[measure] != comparison.startswith(">"):
        fix = f"write {'>=' if _UPWARD[measure] else '<='}"
        message = f"the goal is met by a bad {measure}"
        report.add("goal-upside-down", node, message, fix=fix, offset=found.start("op"), severity="warning")
    return Goal(name, measure, task, comparison, target, (found["unit"] or "").strip())


def _task_fits(measure: str, task: str, node: Node, tasks: Collection[str], *, report: Report, offset: int) -> bool:
    if measure in OVERALL and task:
        report.add(
            "goal-of-task", node, f"{measure} is of an option as a whole", fix=f"write: {measure} >= 70", offset=offset
        )
        return False
    if not task and measure in MEASURES and measure not in OVERALL:
        example = next(iter(tasks), "TASK")
        report.add("goal-of-task", node, f"{measure} of which task?", fix=f"write: {measure} of {example} ...")
        return False
    if task and task not in tasks:
        report.unknown("task", task, node, tasks, offset=offset)
        return False
    return True


def _target(measure: str, number: float, unit: str, *, node: Node, report: Report) -> float | None:
    """Return the target as a share, as seconds, or in the points of its scale."""
    plain = unit.strip()
    if measure == "time":
        if plain in _SECONDS:
            return number * _SECONDS[plain]
        report.add(
            "bad-target", node, f"a time in '{plain}'" if plain else "a time without a unit", fix="write s, min or h"
        )
        return None
    target = number / 100 if plain == "%" else number
    low, high = _SCALES.get(measure, (float("-inf"), float("inf")))
    if not low <= target <= high:
        fix = "write a share, as in 80 %" if measure == "success" else f"write a number from {low:g} to {high:g}"
        report.add("bad-target", node, f"{measure} can never be {number:g}{' ' + plain if plain else ''}", fix=fix)
        return None
    return target
