"""Where a walkthrough stands, worked out from its entries alone; so a session goes on after any interruption."""

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.domain.session import Entry, Session
from toolkit.domain.study import Plan, Stop, itinerary, tasks_only


@dataclass(frozen=True, slots=True)
class Progress:
    """The stop that comes next, how many stops lie behind, and what was done in a task under way.

    `started` is true when the stop's task has been started; `acted` are its actions so far.
    """

    stop: Stop
    passed: int
    stops: int
    started: bool = False
    acted: tuple[Entry, ...] = ()


def stops_of(session: Session, plan: Plan | None) -> tuple[Stop, ...]:
    """Return the stops of a session: its own pairs of option and task, else the study's itinerary."""
    if session.plan or plan is None:
        return tasks_only(session.plan)
    return itinerary(plan, session.number)


def progress(stops: Sequence[Stop], entries: Sequence[Entry], *, questions: tuple[str, ...] = ()) -> Progress:
    """Return where a session stands: at its first stop that no entry says is passed; who declined is at the end."""
    passed = _passed(entries, questions)
    declined = any(entry.kind == "declined" for entry in entries)
    at = next((i for i, stop in enumerate(stops) if not declined and stop not in passed), len(stops) - 1)
    stop = stops[at]
    begun = [i for i, e in enumerate(entries) if e.kind == "task started" and stop == _task(e)]
    acted = [e for e in entries[begun[-1] :] if e.kind == "acted"] if begun else []
    return Progress(stop, at, len(stops), started=bool(begun), acted=tuple(acted))


def _task(entry: Entry) -> Stop:
    return Stop("task", entry.data["option"], entry.data["task"])


def _passed(entries: Sequence[Entry], questions: tuple[str, ...]) -> set[Stop]:
    """Return the stops that lie behind."""
    passed: set[Stop] = set()
    answered: set[str] = set()
    for entry in entries:
        match entry.kind, entry.data.get("about"):
            case "consented", _:
                passed.add(Stop("welcome"))
            case "task ended", _:
                passed.add(_task(entry))
            case "answered", "ease":
                passed.add(Stop("ease", entry.data["option"], entry.data["task"]))
            case "answered", "sus":
                passed.add(Stop("sus", entry.data["option"]))
            case "answered", _:
                answered.add(entry.data["name"])
    return passed | ({Stop("questions")} if answered.issuperset(questions) else set())
