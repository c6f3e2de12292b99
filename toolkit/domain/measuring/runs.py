"""What came of each task of one session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from toolkit.domain.measuring.time_on_task import time_on_task
from toolkit.domain.progress import stops_of
from toolkit.domain.session import Entry, Outcome, Recording, TaskRun
from toolkit.domain.study import Plan, Stop, Way


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The entries of one task of a session, from its start on; `ended` is missing when somebody left."""

    started: Entry
    within: tuple[Entry, ...]
    ended: Entry | None


def task_runs(recording: Recording, plan: Plan) -> tuple[TaskRun, ...]:
    """Return one run for each task that the session was to do, in its order, also for those never started."""
    return tuple(
        _run(recording, stop, plan.way(stop.option, stop.task))
        for stop in stops_of(recording.session, plan)
        if stop.kind == "task"
    )


def visits(screens: Iterable[str]) -> tuple[str, ...]:
    """Return the screens visited in order: what happens on a screen, like filtering, is no new visit."""
    ordered = list(screens)
    return tuple(ordered[:1]) + tuple(after for before, after in pairwise(ordered) if after != before)


def _run(recording: Recording, stop: Stop, way: Way | None) -> TaskRun:
    run = TaskRun(session=recording.session.id, option=stop.option, task=stop.task, outcome="not started")
    stretch = _stretch(recording.entries, stop)
    if stretch is None:
        return run
    last = stretch.ended or (stretch.within or (stretch.started,))[-1]
    seconds, timed = time_on_task(stretch.started.at, last.at, entries=stretch.within, events=recording.events)
    acted = [entry for entry in stretch.within if entry.kind == "acted"]
    screens = visits([stretch.started.data["screen"], *(entry.data["screen"] for entry in acted)])
    said = stretch.ended.data if stretch.ended else {}
    return replace(
        run,
        outcome=_outcome(stretch.ended, screens, way),
        seconds=seconds,
        timed=timed,
        screens=screens,
        actions=len(acted),
        errors=sum(bool(entry.data.get("errors")) for entry in acted),
        ease=_ease(recording.entries, stop),
        answer=said.get("answer", ""),
        reason=said.get("reason", ""),
    )


def _stretch(entries: Sequence[Entry], stop: Stop) -> _Stretch | None:
    mine = [e for e in entries if (e.data.get("option"), e.data.get("task")) == (stop.option, stop.task)]
    started = next((e for e in mine if e.kind == "task started"), None)
    if started is None:
        return None
    ended = next((e for e in mine if e.kind == "task ended"), None)
    within = (e for e in entries if e.n > started.n and (ended is None or e.n < ended.n))
    return _Stretch(started, tuple(e for e in within if e.kind in {"acted", "refused"}), ended)


def _outcome(ended: Entry | None, screens: tuple[str, ...], way: Way | None) -> Outcome:
    if ended is None:
        return "left"
    if ended.data["how"] == "gave up":
        return "gave up"
    if not ended.data["reached"]:
        return "false success"
    return "direct" if _straight(screens, way) else "indirect"


def _straight(screens: tuple[str, ...], way: Way | None) -> bool:
    """Return whether somebody saw no more screens than the shortest way; where none is known, none twice."""
    return len(screens) <= len(visits(way.screens)) if way else len(screens) == len(set(screens))


def _ease(entries: Sequence[Entry], stop: Stop) -> int | None:
    for entry in entries:
        said = entry.data
        if said.get("about") == "ease" and (said["option"], said["task"]) == (stop.option, stop.task):
            return None if said["value"] is None else int(said["value"])
    return None
