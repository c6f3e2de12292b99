"""From recordings to what came of each task: pure, so that anybody who has the recordings gets the same."""

from toolkit.domain.measuring.runs import task_runs
from toolkit.domain.measuring.sampling import Sampling
from toolkit.domain.measuring.time_on_task import IDLE, time_on_task

__all__ = ["IDLE", "Sampling", "task_runs", "time_on_task"]
