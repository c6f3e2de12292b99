"""A measurement: a number with its uncertainty, and the sample of what people did that it is taken from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.domain.session import TaskRun
from toolkit.domain.study import Way


@dataclass(frozen=True, slots=True)
class Sample:
    """What the people who were `asked` did with one option and, where `task` is given, with one task of it.

    `runs` has one run a person and task, also of those who never started. `sus` has, for an option, the ten answers
    of each person who answered.
    """

    option: str
    task: str = ""
    asked: int = 0
    runs: tuple[TaskRun, ...] = ()
    sus: tuple[tuple[int, ...], ...] = ()
    way: Way | None = None

    @property
    def succeeded(self) -> tuple[TaskRun, ...]:
        """The runs of those who could do it."""
        return tuple(run for run in self.runs if run.succeeded)


@dataclass(frozen=True, slots=True)
class Measurement:
    """One number in the metric's unit, from `people` people; none where too few were asked to give one.

    `low` and `high` bound where it truly lies, 95 % sure. `values` are the single values behind it, in order of size,
    for dots; `counts` says what has to be said beside it ('failed'). `text` says it all in one line.
    """

    people: int
    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    values: tuple[float, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
