"""Measures of what people did, each with its uncertainty, and the rules by which they become verdicts."""

from toolkit.domain.statistics.intervals import Interval, Rate
from toolkit.domain.statistics.judging import judge_rate, judge_score, judge_time
from toolkit.domain.statistics.navigation import lostness
from toolkit.domain.statistics.questionnaires import Scores, scores, straight_lined, sus, sus_grade
from toolkit.domain.statistics.task_times import TaskTimes, times

__all__ = [
    "Interval",
    "Rate",
    "Scores",
    "TaskTimes",
    "judge_rate",
    "judge_score",
    "judge_time",
    "lostness",
    "scores",
    "straight_lined",
    "sus",
    "sus_grade",
    "times",
]
