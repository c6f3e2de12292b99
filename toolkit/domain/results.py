"""The results of a study: everything that was measured and judged, as plain values with a stable form.

`showtell results --json` prints them; whoever has a study and its recordings can work them out again.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.domain.measurement import Measurement
from toolkit.domain.session import Outcome, TaskRun
from toolkit.domain.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """How many people: planned, invited by a link, asked (they agreed), finished; who declined or withdrew.

    `first` says how many began with which option, `incomplete` for how many the page's log has gaps.
    """

    planned: int
    invited: int = 0
    asked: int = 0
    finished: int = 0
    declined: int = 0
    withdrawn: int = 0
    first: Mapping[str, int]
    incomplete: int = 0


@dataclass(frozen=True, slots=True)
class Robots:
    """How many robots tried a task on an option, how many could do it, and what the others said."""

    option: str
    task: str
    tried: int
    reached: int
    reasons: tuple[str, ...] = ()

    @property
    def refute(self) -> bool:
        """Whether robots tried and none of them got there."""
        return self.tried > 0 and self.reached == 0


@dataclass(frozen=True, slots=True)
class TaskResult:
    """One task on one option: how many people came to which outcome, and the measurements by metric."""

    option: str
    task: str
    outcomes: Mapping[Outcome, int]
    measurements: Mapping[str, Measurement]
    robots: Robots


@dataclass(frozen=True, slots=True)
class OptionResult:
    """One option as a whole: the measurements by metric."""

    option: str
    measurements: Mapping[str, Measurement]


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on one goal for one option; `text` is the goal as it was registered."""

    goal: str
    text: str
    option: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Results:
    """All of it, for one study; `runs` are the single attempts that the numbers come from."""

    study: str
    prototype: str
    fingerprint: str
    people: People
    verdicts: tuple[Judged, ...]
    tasks: tuple[TaskResult, ...]
    options: tuple[OptionResult, ...]
    answers: Mapping[str, tuple[str, ...]]
    runs: tuple[TaskRun, ...]

    def verdict(self, goal: str, option: str) -> Verdict:
        """Return the verdict on a goal for an option. Raises KeyError for a goal or option that the study has not."""
        found = next((j.verdict for j in self.verdicts if (j.goal, j.option) == (goal, option)), None)
        if found is None:
            raise KeyError((goal, option))
        return found
