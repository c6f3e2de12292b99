"""The session: one recorded walkthrough, by a person or a robot; the same record for both.

Two logs make a session. The server's `Entry` log is the truth that measures are made from: it is written before an
answer is sent, in the order in which things happened. The page's `Event` log (pointer, clicks, scroll, visibility)
arrives in numbered batches and says how it looked; the rrweb recording lies beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from toolkit.domain.action import Place

Actor = Literal["person", "robot", "rehearsal"]
"""Who walked. Only persons count for goals about people; a rehearsal is an architect or a colleague looking."""

EntryKind = Literal[
    "consented", "declined", "task started", "acted", "refused", "task ended", "answered", "reset", "set", "ended"
]
"""What a server's entry says, with its data:

- consented / declined / ended: {}
- task started: {option, task, role, screen}
- acted: {option, action (JSON of domain.action), screen (the one seen afterwards), took (ms in the server),
  errors ({field: message} of a form that was not accepted)}
- refused: {option, action, reason}
- task ended: {option, task, how: 'done' | 'gave up', answer, reached (the task's goal is met), reason}
- answered: {about: 'ease', option, task, value: 1..7 | None}, {about: 'sus', option, value: ten of 1..5 | None}
  or {about: 'question', name, value: text}; None is a question that was passed over
- reset: {option, role}; a rehearsal starts this option afresh
- set: {option, lenient}; whether a rehearsal takes forms with mistakes from now on

A withdrawal leaves no entry: it takes the entries away, and the session itself says so.
"""

EventKind = Literal[
    "pointer", "click", "key", "input", "focus", "scroll", "resize", "navigation", "visibility", "online", "error"
]
"""What an event of the page says. The data is the page's own, but for visibility: {state: 'visible' | 'hidden'}."""

Stream = Literal["events", "rrweb"]
"""What arrives from the page in numbered batches."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the server's log: `n` counts from 1 without gaps, `at` is seconds since the session was opened."""

    n: int
    at: float
    kind: EntryKind
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened on the page, `at` seconds on the server's clock since the session was opened."""

    at: float
    kind: EventKind
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Who walked, in which study, as which participant (`number` from 1 among the study's sessions of one actor).

    `plan` names single (option, task) pairs for a robot's walk; empty means the study's whole itinerary. A rehearsal
    has neither study nor plan. `device` is what was used: {'name': 'phone', 'width': 390, 'height': 844, ...}.
    `language` is what was spoken, the spec's own if it is empty: in it answers are right, and consent was read.
    `opened` (when its first entry was written), `consented`, `ended` and `withdrawn` are times in UTC, or empty.
    """

    id: str
    prototype: str
    actor: Actor
    study: str = ""
    number: int = 0
    label: str = ""
    plan: tuple[tuple[str, str], ...] = ()
    device: Mapping[str, Any] | None = None
    language: str = ""
    reserved: str = ""
    opened: str = ""
    consented: str = ""
    ended: str = ""
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class Recording:
    """Everything that was kept of one session and that numbers are made from.

    `completeness` says whether batches of the page are missing, `refusals` counts what was not taken in, by reason.
    """

    session: Session
    entries: tuple[Entry, ...] = ()
    events: tuple[Event, ...] = ()
    completeness: str = ""
    refusals: Mapping[str, int] = field(default_factory=dict)


MASK = "•"


def masked(entry: Entry) -> Entry:
    """Return an entry without what was typed into the prototype, as it leaves the store for evidence.

    Evidence lies in git, and git does not forget: an erased participant's words must never have been in it.
    What people answer to our own questions is said in order to be read, and stays.
    """
    data = dict(entry.data)
    if "action" in data:
        data["action"] = _masked_action(data["action"])
    if "errors" in data:
        data["errors"] = dict.fromkeys(data["errors"], MASK)
    return replace(entry, data=data)


def _masked_action(action: Mapping[str, Any]) -> dict[str, Any]:
    """Return an action's JSON without values; what was searched for stands in its place's query."""
    hidden: dict[str, Any] = {}
    if "values" in action:
        hidden["values"] = dict.fromkeys(action["values"], MASK)
    if "place" in action:
        place = Place.at(action["place"])
        hidden["place"] = place.with_(**dict.fromkeys(dict(place.query), MASK)).path
    return {**action, **hidden}


def gaps(numbers: set[int]) -> tuple[int, ...]:
    """Return the numbers missing below the highest, where counting starts at 1."""
    return tuple(n for n in range(1, max(numbers, default=0)) if n not in numbers)


Outcome = Literal["direct", "indirect", "false success", "gave up", "left", "not started"]
"""What came of a task: done by no more screens than the shortest way has; done; said to be done, and not so; given up;
started and never ended; never started."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRun:
    """One attempt at one task: what came of it, how long it took, and the way that was walked.

    `seconds` is time on task, without hidden or idle time as far as the page told (`timed` by page and server, or by
    the server's log alone); `screens` are the keys of the screens in the order they were seen, the first included;
    `actions` counts what was done and `errors` the forms that were not accepted.
    """

    session: str
    option: str
    task: str
    outcome: Outcome
    seconds: float = 0.0
    timed: Literal["page", "server"] = "server"
    screens: tuple[str, ...] = ()
    actions: int = 0
    errors: int = 0
    ease: int | None = None
    answer: str = ""
    reason: str = ""

    @property
    def succeeded(self) -> bool:
        """Whether the task was done, by whichever way."""
        return self.outcome in {"direct", "indirect"}
