"""Goals: `time of find-late <= 30 s` as a measure, a task and a target."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from toolkit.domain.solution import Goal
from toolkit.spec.node import Node, Spot
from toolkit.spec.report import Report

MEASURES = ("time", "success", "ease", "sus", "lostness")
OVERALL = {"sus"}
"""Measures of an option as a whole; the others are of a task."""
_GOAL = re.compile(
    r"(?P<measure>[^<>=]+?)(?:\s+of\s+(?P<task>[^<>=]+?))?\s*(?P<op>>=|<=|>|<)\s*(?P<target>\d+(?:\.\d+)?)\s*(?P<unit>\S+)?"
)
_SECONDS = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0}
_UNITS = {"sec": "s", "second": "s", "seconds": "s", "minute": "min", "minutes": "min", "hour": "h", "hours": "h"}
_UNITS |= {"percent": "%"}
"""Units as people write them, and as we do."""
_SCALES = {"success": (0.0, 1.0), "ease": (1.0, 7.0), "sus": (0.0, 100.0), "lostness": (0.0, 1.5)}
_UPWARD = {"time": False, "success": True, "ease": True, "sus": True, "lostness": False}
_FIX = "write: success of TASK >= 80 %, or time of TASK <= 30 s"
Comparison = Literal["<=", ">=", "<", ">"]


@dataclass(frozen=True, slots=True)
class Measured:
    """What goals may speak of: the tasks, and the measures that plugins bring."""

    tasks: tuple[str, ...]
    measures: tuple[str, ...] = MEASURES


def goals_of(texts: Mapping[str, str], node: Node, known: Measured, report: Report) -> tuple[Goal, ...]:
    """Return the goals that can be read."""
    found = (_goal(name, text, node.at(name), known, report) for name, text in texts.items())
    return tuple(goal for goal in found if goal is not None)


def _goal(name: str, text: str, node: Node, known: Measured, report: Report) -> Goal | None:
    found = _GOAL.fullmatch(text)
    if not found:
        report.add("bad-goal", node, f"'{text}' does not say what is measured and what the target is", fix=_FIX)
        return None
    measure, task, unit = found["measure"].strip(), found["task"] or "", found["unit"] or ""
    unit = _UNITS.get(unit, unit)
    if measure not in known.measures:
        report.unknown("measure", measure, node, known.measures)
        return None
    if not _task_fits(measure, task, node.after(found.start("task") if task else 0), known, report):
        return None
    target = _target(measure, float(found["target"]), unit, node.after(found.start("target")), report)
    if target is None:
        return None
    comparison = cast(Comparison, found["op"])
    if measure in _UPWARD and _UPWARD[measure] != comparison.startswith(">"):
        message, fix = f"the goal is met by a bad {measure}", f"write {'>=' if _UPWARD[measure] else '<='}"
        report.add("goal-upside-down", node.after(found.start("op")), message, fix=fix, severity="warning")
    return Goal(name, measure, task, comparison, target, unit)


def _task_fits(measure: str, task: str, spot: Spot, known: Measured, report: Report) -> bool:
    if measure in OVERALL and task:
        report.add("goal-of-task", spot, f"{measure} is of an option as a whole", fix=f"write: {measure} >= 70")
        return False
    if not task and measure in MEASURES and measure not in OVERALL:
        fix = f"write: {measure} of {next(iter(known.tasks), 'TASK')}, and the target"
        report.add("goal-of-task", spot, f"{measure} of which task?", fix=fix)
        return False
    if task and task not in known.tasks:
        report.unknown("task", task, spot, known.tasks)
        return False
    return True


def _target(measure: str, number: float, unit: str, spot: Spot, report: Report) -> float | None:
    """Return the target as a share, as seconds, or in the points of its scale."""
    if measure == "time":
        if unit not in _SECONDS:
            message = f"a time cannot be in '{unit}'" if unit else "the time has no unit"
            report.add("bad-target", spot, message, fix=f"write: {number:g} s, min or h")
        return number * _SECONDS[unit] if unit in _SECONDS else None
    target = number / 100 if unit == "%" else number
    low, high = _SCALES.get(measure, (float("-inf"), float("inf")))
    if not low <= target <= high:
        fix = "write a share, as in 80 %" if measure == "success" else f"write a number from {low:g} to {high:g}"
        report.add("bad-target", spot, f"{measure} can never be {f'{number:g} {unit}'.strip()}", fix=fix)
        return None
    return target
