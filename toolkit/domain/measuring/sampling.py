"""Who counts, and the samples that measurements are taken from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from toolkit.domain.measurement import Sample
from toolkit.domain.measuring.runs import task_runs
from toolkit.domain.results import People, Robots
from toolkit.domain.session import Recording, TaskRun
from toolkit.domain.study import Plan, option_order

_NO_TRY = frozenset({"not started", "left"})
"""A robot that broke off says nothing about the prototype."""


class Sampling:
    """The recordings of one study, sorted by what they may tell.

    Asked is who agreed to take part, however far they came; a session under way counts as it stands. A person who
    declined, never opened the link or withdrew is only counted as such. Robots tell whether a task can be done at all.
    """

    def __init__(self, plan: Plan, recordings: Sequence[Recording]) -> None:
        """Take the recordings of a study's sessions, in any order."""
        ordered = sorted(recordings, key=lambda r: (r.session.number, r.session.id))
        self._plan = plan
        self._people = [r for r in ordered if r.session.actor == "person"]
        self._robots = [r for r in ordered if r.session.actor == "robot" and not r.session.withdrawn]

    @cached_property
    def asked(self) -> tuple[Recording, ...]:
        """The recordings of the people who were asked."""
        return tuple(r for r in self._people if r.session.consented and not r.session.withdrawn)

    @cached_property
    def people(self) -> People:
        """How many people there are of each kind."""
        sessions = [r.session for r in self._people]
        first = Counter(option_order(self._plan.options, r.session.number)[0] for r in self.asked)
        return People(
            planned=self._plan.people,
            invited=len(sessions),
            asked=len(self.asked),
            finished=sum(_finished(r) for r in self.asked),
            declined=sum(any(e.kind == "declined" for e in r.entries) for r in self._people),
            withdrawn=sum(bool(s.withdrawn) for s in sessions),
            first=dict(sorted(first.items())),
            incomplete=sum(r.completeness not in ("", "complete") for r in self.asked),
        )

    @cached_property
    def runs(self) -> tuple[TaskRun, ...]:
        """The runs of all who were asked."""
        return tuple(run for recording in self.asked for run in task_runs(recording, self._plan))

    @cached_property
    def _tries(self) -> tuple[TaskRun, ...]:
        return tuple(run for recording in self._robots for run in task_runs(recording, self._plan))

    def sample(self, option: str, task: str = "") -> Sample:
        """Return what people did with an option, or with one task of it."""
        runs = tuple(r for r in self.runs if r.option == option and (not task or r.task == task))
        sus = tuple(tuple(answers) for recording in self.asked if (answers := _sus(recording, option)))
        way = self._plan.way(option, task) if task else None
        return Sample(option, task, len(self.asked), runs, () if task else sus, way)

    def robots(self, option: str, task: str) -> Robots:
        """Return what robots saw of one task on an option."""
        mine = [run for run in self._tries if (run.option, run.task) == (option, task) and run.outcome not in _NO_TRY]
        reasons = tuple(dict.fromkeys(run.reason for run in mine if not run.succeeded and run.reason))
        return Robots(option, task, len(mine), sum(run.succeeded for run in mine), reasons)

    def answers(self) -> Mapping[str, tuple[str, ...]]:
        """Return what people wrote, by question."""
        said = [e.data for r in self.asked for e in r.entries if e.data.get("about") == "question"]
        return {
            name: tuple(d["value"] for d in said if d["name"] == name and d["value"]) for name in self._plan.questions
        }


def _finished(recording: Recording) -> bool:
    """Return whether a session came to its last page; one that was sealed when the study was closed did not."""
    return any(entry.kind == "ended" and entry.data.get("how") == "ended" for entry in recording.entries)


def _sus(recording: Recording, option: str) -> Sequence[int]:
    said = (e.data for e in recording.entries if e.data.get("about") == "sus" and e.data["option"] == option)
    return next((data["value"] for data in said if data["value"]), ())
