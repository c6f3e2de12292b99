"""The session: one recorded walkthrough, by a person or a robot; the same record for both.

Two logs make a session. The server's `Entry` log is the truth that measures are made from: it is written before an
answer is sent, in the order in which things happened. The page's `Event` log (pointer, clicks, scroll, visibility)
arrives in numbered batches and says how it looked; the rrweb recording lies beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Actor = Literal["person", "robot", "rehearsal"]
"""Who walked. Only persons count for goals about people; a rehearsal is an architect or a colleague looking."""

EntryKind = Literal[
    "consented",
    "declined",
    "task started",
    "acted",
    "refused",
    "task ended",
    "answered",
    "withdrawn",
    "ended",
]
"""What a server's entry says, with its data:

- consented / declined / withdrawn / ended: {}
- task started: {option, task, role}
- acted: {option, action (JSON of domain.action), screen, took (ms in the server), error ('' or the message)}
- refused: {option, action or place, reason}
- task ended: {option, task, how: 'done' | 'gave up', answer, reached (bool: the task's goal is met), reason}
- answered: {about: 'ease' | 'sus' | 'question', option, task or name, value}
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the server's log: `n` counts from 1 without gaps, `at` is seconds since the session was opened."""

    n: int
    at: float
    kind: EntryKind
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened on the page, `at` seconds on the server's clock since the session was opened."""

    at: float
    kind: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Session:
    """Who walked, in which study, as which participant (`number` from 1, reserved in the ledger).

    `plan` names single (option, task) pairs for a robot's or a rehearsal's walk; empty means the study's whole
    itinerary. `device` is what was used: {'name': 'phone', 'width': 390, 'height': 844, 'touch': true, ...}.
    """

    id: str
    study: str
    prototype: str
    number: int
    actor: Actor
    opened: str
    label: str = ""
    plan: tuple[tuple[str, str], ...] = ()
    device: Mapping[str, Any] | None = None


Outcome = Literal[
    "direct", "indirect", "false success", "gave up", "left", "not started"
]


@dataclass(frozen=True, slots=True)
class TaskRun:
    """One attempt at one task: what came of it, how long it took, and the way that was walked.

    `seconds` is time on task, without hidden or idle time; `screens` are the keys of the screens in the order they were seen,
    the first included; `actions` counts what was done besides looking.
    """

    session: str
    option: str
    task: str
    outcome: Outcome
    seconds: float
    screens: tuple[str, ...]
    actions: int
    errors: int
    ease: int | None = None
    answer: str = ""

    @property
    def succeeded(self) -> bool:
        """Whether the task was done, by whichever way."""
        return self.outcome in {"direct", "indirect"}
