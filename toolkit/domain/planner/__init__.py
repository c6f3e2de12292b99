"""The planner: the shortest sensible way through a task, found in the state machine before anybody has tried."""

from toolkit.domain.planner.search import NoPlan, Plan, Step, plan

__all__ = ["NoPlan", "Plan", "Step", "plan"]
