"""A walkthrough under way: one participant's or robot's session, from its first page to its last."""

from collections.abc import Callable, Mapping
from typing import Any

from toolkit.domain.action import Action, from_json
from toolkit.domain.machine import Machine, Refused
from toolkit.domain.progress import Progress, progress, stops_of
from toolkit.domain.session import Entry, Session
from toolkit.domain.solution import Task
from toolkit.domain.state import State
from toolkit.domain.study import Stop, StopKind, Study
from toolkit.domain.view import View
from toolkit.errors import ToolkitError
from toolkit.services.book import Book
from toolkit.services.close import check_open
from toolkit.services.recording import Log, Playable, Said, perform

Machines = Callable[[str, str], Machine]
"""Gives the machine of an option in a language, the prototype's own where none is said."""

LONGEST = 10_000
"""Characters of an answer."""


class Walk:
    """Where a session stands, what can be done there, and every step written down before it is answered.

    Made anew from the store it stands where it stood: at the same stop, and in a task in the same state, which is
    worked out by doing the recorded actions again. Every task begins afresh from its role's start, whatever was done
    in the task before, so that tasks do not depend on each other.
    """

    def __init__(self, book: Book, session: str, *, study: Study | None, machines: Machines) -> None:
        """Begin, or go on with, a session; one that was only cut off before its last entry is ended."""
        self._book, self._machines, self.study = book, machines, study
        self._log = Log(book, session)
        self._stops = stops_of(self.session, study)
        self.left_out = 0
        self._state: State | None = None
        self._known: tuple[tuple[Entry, ...], Progress] | None = None
        self._end_if_through()
        if self.progress.started:
            self._state = self._replayed(self.progress.acted)

    @property
    def session(self) -> Session:
        """The session as it is kept."""
        return self._log.session

    @property
    def progress(self) -> Progress:
        """How far the session has come."""
        if self._known is None or self._known[0] is not self._log.entries:
            questions = self.study.questions if self.study else ()
            self._known = (self._log.entries, progress(self._stops, self._log.entries, questions=questions))
        return self._known[1]

    @property
    def stop(self) -> Stop:
        """The page that comes next."""
        return self.progress.stop

    @property
    def machine(self) -> Machine:
        """The prototype of the current stop's option."""
        return self._machines(self.stop.option, self.session.language)

    @property
    def task(self) -> Task:
        """The task of the current stop. Raises ToolkitError where there is none."""
        self._expect("task", "ease")
        task = self.machine.solution.tasks.get(self.stop.task)
        if task is None:
            raise ToolkitError(
                f"the task '{self.stop.task}' is no longer in the spec",
                where=self.session.id,
                fix="put it back, or begin a new study",
            )
        return task

    @property
    def state(self) -> State:
        """The state of the task under way. Raises ToolkitError if it has not been started."""
        if self._state is None:
            raise ToolkitError("no task is under way", where=self.session.id, fix="start the task first")
        return self._state

    @property
    def view(self) -> View:
        """What is seen in the task under way."""
        return self.machine.view(self.state)

    def check(self) -> None:
        """Raise ToolkitError if the task that comes next, or is to be rated, is no longer in the spec."""
        if self.stop.kind in {"task", "ease"}:
            self.machine.start(self.task.role)

    def consent(self, device: Mapping[str, Any] | None = None, *, language: str = "") -> None:
        """Agree to take part, on this device and in this language: from here on things are recorded."""
        self._expect("welcome")
        if self.study:
            check_open(self._book, self.study)
        changed = {"device": dict(device)} if device else {}
        self._log.write(("consented", {}), consented=self._log.now, language=language, **changed)

    def decline(self, *, language: str = "") -> None:
        """Do not agree; the session ends."""
        self._expect("welcome")
        self._log.write(("declined", {}), language=language)
        self._log.end()

    def start(self) -> State:
        """Start the current task, or go on with it, and return its state."""
        self._expect("task")
        if self._state is None:
            state = self.machine.start(self.task.role)
            said = self._about_task() | {"role": state.role, "screen": state.place.screen}
            self._log.write(("task started", said))
            self._state = state
        return self._state

    def act(self, action: Action) -> State:
        """Do an action in the task under way. Raises Refused for what is not offered, and for another role's place."""
        self._state = perform(self._log, self.machine, self.state, action, one_role=True)
        return self._state

    def done(self, answer: str = "") -> bool:
        """Say that the task is done, with an answer if it asks for one; return whether its goal is reached."""
        said = _text(answer)
        reached = self.machine.met(self.task, self.state, said)
        self._end_task({"how": "done", "answer": said, "reached": reached, "reason": ""})
        return reached

    def give_up(self, reason: str = "") -> None:
        """Say that the task cannot be done; whether its goal is reached all the same is written down too."""
        reached = self.machine.met(self.task, self.state)
        self._end_task({"how": "gave up", "answer": "", "reached": reached, "reason": _text(reason)})

    def ease(self, value: int | None) -> None:
        """Answer how easy the task was, from 1 to 7; None passes the question over."""
        self._expect("ease")
        _within(value, 7)
        self._answer(("answered", {"about": "ease", **self._about_task(), "value": value}))

    def sus(self, values: tuple[int, ...] | None) -> None:
        """Answer the ten statements of SUS on the current option, each from 1 to 5; None passes them over."""
        self._expect("sus")
        if values is not None and len(values) != 10:
            raise ToolkitError("SUS has ten answers", where=self.session.id, fix="answer all ten, or pass them over")
        for value in values or ():
            _within(value, 5)
        said = {"about": "sus", "option": self.stop.option, "value": list(values) if values else None}
        self._answer(("answered", said))

    def answer(self, values: Mapping[str, str]) -> None:
        """Answer the questions at the end, by name; those without an answer are passed over."""
        self._expect("questions")
        names = self.study.questions if self.study else ()
        said: list[Said] = [
            ("answered", {"about": "question", "name": name, "value": _text(values.get(name, "")) or None})
            for name in names
        ]
        self._answer(*said)

    def _about_task(self) -> dict[str, str]:
        return {"option": self.stop.option, "task": self.stop.task}

    def _end_task(self, said: Mapping[str, Any]) -> None:
        self._expect("task")
        self._log.write(("task ended", {**self._about_task(), **said}))
        self._state = None
        self._end_if_through()

    def _answer(self, *said: Said) -> None:
        self._log.write(*said)
        self._end_if_through()

    def _end_if_through(self) -> None:
        """End the session once nothing is left to ask, so that nobody's last page decides whether they count."""
        if self.stop.kind == "thanks" and not self.session.withdrawn:
            self._log.end()

    def _expect(self, *kinds: StopKind) -> None:
        """Raise ToolkitError for what does not belong to the current stop: a page that was left open, a forged call."""
        if self.stop.kind not in kinds:
            raise ToolkitError(
                f"this belongs to '{kinds[0]}', and the session is at '{self.stop.kind}'",
                where=self.session.id,
                fix="load the page again",
            )

    def _replayed(self, acted: tuple[Entry, ...]) -> State:
        """Return the state that recorded actions lead to; those that a changed prototype refuses are left out."""
        state = self.machine.start(self.task.role)
        state, self.left_out = replay(self.machine, state, acted)
        return state


def replay(machine: Playable, state: State, acted: tuple[Entry, ...]) -> tuple[State, int]:
    """Do recorded actions again; return the state and how many of them are no longer possible."""
    left_out = 0
    for entry in acted:
        try:
            state = machine.step(state, from_json(entry.data["action"]))
        except Refused:
            left_out += 1
    return state, left_out


def _text(typed: str) -> str:
    """Return what was typed as text that every store can keep, cut where nobody would read on."""
    return typed[:LONGEST].replace("\0", "").encode("utf-8", "replace").decode().strip()


def _within(value: int | None, high: int) -> None:
    if value is not None and not 1 <= value <= high:
        raise ToolkitError(f"{value} is not an answer from 1 to {high}", fix="choose one of the answers")
