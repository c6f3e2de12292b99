"""The trace: what happened in a session, in words and in order, for the event list of a replay and for reading."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from toolkit.domain.action import Action, Answer, Bulk, Create, Delete, Go, Place, Transition, Update, from_json
from toolkit.domain.session import Entry, Event, Recording
from toolkit.domain.solution import App
from toolkit.domain.values import said
from toolkit.services.load import Prototype

Kind = Literal["task", "screen", "action", "error", "answer", "page"]

SHORTEST = 1.0
"""Seconds for which a page has to be hidden to be worth a word."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened, `at` seconds into the session; `says` adds what somebody wrote or was asked."""

    at: float
    kind: Kind
    words: str
    says: str = ""


def trace(recording: Recording, prototype: Prototype) -> tuple[Line, ...]:
    """Return the lines of a session: the server's own log, with what the page told of errors and absences."""
    teller = _Teller(prototype)
    lines = [line for entry in recording.entries for line in teller.lines(entry)]
    lines += _page_lines(recording.events)
    return tuple(sorted(lines, key=lambda line: line.at))


class _Teller:
    """Tells entries in words; it remembers the screen, because only another one counts as opened."""

    def __init__(self, prototype: Prototype) -> None:
        self._prototype = prototype
        self._place = Place("")

    def lines(self, entry: Entry) -> Iterator[Line]:
        """Yield what is to be said of one entry."""
        data = entry.data
        match entry.kind:
            case "task started":
                self._place = Place(data["screen"])
                yield Line(entry.at, "task", f"Began: {data['task']}, {self._option(data)}", self._say(data["task"]))
                yield Line(entry.at, "screen", f"Saw {self._screen(data, data['screen'])}")
            case "acted":
                yield from self._acted(entry)
            case "refused":
                yield Line(entry.at, "error", "Tried what is not offered", str(data.get("reason", "")))
            case "task ended":
                yield Line(entry.at, "task", _ended(data), str(data.get("answer") or data.get("reason") or ""))
            case "answered":
                yield self._answered(entry)
            case _:
                yield self._plain(entry)

    def _plain(self, entry: Entry) -> Line:
        """Return the line of what is said in the same words each time."""
        match entry.kind:
            case "reset":
                return Line(entry.at, "task", f"Began afresh as {entry.data['role']}, {self._option(entry.data)}")
            case "set":
                return Line(entry.at, "task", f"Switched validation {'off' if entry.data['lenient'] else 'on'}")
            case "consented":
                return Line(entry.at, "answer", "Agreed to take part")
            case "declined":
                return Line(entry.at, "answer", "Did not agree to take part")
        left = entry.data.get("how") == "left"
        return Line(entry.at, "task", "Left, and the study was closed" if left else "The end")

    def _acted(self, entry: Entry) -> Iterator[Line]:
        action, data = from_json(entry.data["action"]), entry.data
        if data.get("errors"):
            names = ", ".join(said(name) for name in data["errors"])
            yield Line(entry.at, "error", f"Sent a form with mistakes: {names}")
            return
        if isinstance(action, Go):
            yield self._went(entry, action)
            return
        yield Line(entry.at, "action", self._did(action))
        if data["screen"] != self._place.screen:
            yield Line(entry.at, "screen", f"Saw {self._screen(data, data['screen'])}")
        self._place = Place(data["screen"])

    def _went(self, entry: Entry, action: Go) -> Line:
        """Return the line of a way from here to there: to another screen or row, or to another part of the same."""
        before, self._place = self._place, action.place if action.place.screen else Place(entry.data["screen"])
        name = self._screen(entry.data, entry.data["screen"])
        if action.role:
            return Line(entry.at, "screen", f"Became {action.role}, and saw {name}")
        if (before.screen, before.row) != (self._place.screen, self._place.row):
            row = self._row(action.place.row)
            return Line(entry.at, "screen", f"Opened {name}" + (f" ‘{row}’" if row else ""))
        changed = [
            key for key in {**dict(before.query), **dict(self._place.query)} if before.get(key) != self._place.get(key)
        ]
        return Line(entry.at, "action", _within(name, self._place, changed))

    def _did(self, action: Action) -> str:
        match action:
            case Create():
                return f"Added: {action.entity}"
            case Transition() | Bulk():
                return f"Pressed {action.move}{' for several rows' if isinstance(action, Bulk) else ''}"
            case Update():
                return f"Changed: {action.entity}"
            case Delete():
                return f"Deleted: {action.entity}"
            case Answer():
                return f"{'Took one away from' if action.gone else 'Answered'} ‘{action.step}’"
            case Go():
                return f"Went to {action.place.path}"

    def _answered(self, entry: Entry) -> Line:
        data, passed = entry.data, "passed over"
        match data["about"]:
            case "ease":
                value = f"{data['value']} of 7" if data["value"] else passed
                return Line(entry.at, "answer", f"How easy ‘{data['task']}’ was: {value}")
            case "sus":
                how = "answered" if data["value"] else passed
                return Line(entry.at, "answer", f"The ten statements on usability, {self._option(data)}: {how}")
        questions = self._prototype.solution.questions
        ask = next((q.ask for q in questions if q.name == data["name"]), data["name"])
        answer = data["value"] or passed
        options = self._prototype.solution.options
        return Line(entry.at, "answer", ask, options[answer].title if answer in options else answer)

    def _say(self, task: str) -> str:
        found = self._prototype.solution.tasks.get(task)
        return found.say if found else ""

    def _option(self, data: Mapping[str, Any]) -> str:
        found = self._prototype.solution.options.get(data["option"])
        return f"on ‘{found.title}’" if found else "on the prototype"

    def _app(self, data: Mapping[str, Any]) -> App:
        return self._prototype.solution.apps.get(data["option"], self._prototype.solution.base)

    def _screen(self, data: Mapping[str, Any], key: str) -> str:
        found = self._app(data).screen_at(key)
        return found.name if found else key

    def _row(self, key: str) -> str:
        """Return a row's title, if it is one of the made-up rows."""
        if not key:
            return ""
        for entity in self._prototype.solution.base.entities.values():
            if row := self._prototype.dataset.rows(entity.name).get(key):
                return str(row.get(entity.title.name, ""))
        return "new" if "-new-" in key else ""


def _within(name: str, place: Place, changed: Sequence[str]) -> str:
    """Say what was changed on the same screen; what was typed is not said."""
    if not changed:
        return f"Stayed on {name}"
    words = {
        "page": f"Turned to page {place.get('page') or 1} of {name}",
        "sort": f"Sorted {name} by {place.get('sort').lstrip('-') or 'what it was sorted by'}",
        "do": f"Opened ‘{place.get('do')}’ on {name}" if place.get("do") else f"Closed a form on {name}",
        "step": f"Went to step ‘{place.get('step').strip('_')}’ of {name}",
    }
    filters = [key for key in changed if key not in words]
    return f"Narrowed {name} by {', '.join(filters)}" if filters else words[changed[0]]


def _ended(data: Mapping[str, Any]) -> str:
    if data["how"] == "gave up":
        return "Gave up"
    return "Said it is done, and it is" if data["reached"] else "Said it is done, and it is not"


def _page_lines(events: Sequence[Event]) -> Iterator[Line]:
    """Yield what only the page knew: errors, being offline, and being hidden for long enough to matter."""
    for event in events:
        if event.kind == "error":
            yield Line(event.at, "error", "The page had an error", str(event.data.get("message", "")))
        elif event.kind == "online":
            yield Line(event.at, "page", "Online again" if event.data.get("online") else "Lost the connection")
    for start, end in _absences(events):
        yield Line(start, "page", f"Looked elsewhere for {end - start:.0f} s")


def _absences(events: Sequence[Event]) -> Iterator[tuple[float, float]]:
    """Yield from when until when a page was hidden; one that went away for another was not."""
    hidden = None
    for event in events:
        if event.kind == "navigation":
            hidden = None
        elif event.kind == "visibility" and event.data.get("state") == "hidden":
            hidden = event.at
        elif event.kind == "visibility" and hidden is not None:
            if event.at - hidden >= SHORTEST:
                yield hidden, event.at
            hidden = None
