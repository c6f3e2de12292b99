"""What the studio's tables say of sessions and links, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import segno

from toolkit.domain.measuring import task_runs
from toolkit.domain.session import Recording, Session
from toolkit.domain.study import Study
from toolkit.services.book import Book
from toolkit.services.clock import seconds
from toolkit.web.replay_stream import screen_of
from toolkit.web.studio_case import Sight
from toolkit.web.studio_drawing import lasting, when, who

MOST_LINKS = 40
MOST_SESSIONS = 60
"""So many rows are drawn; the others are counted."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One participant's link: whose, what became of it, and its address as text and as a picture to scan."""

    number: int
    label: str
    state: str
    tone: str
    recording: str
    address: str
    qr: str


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session that was opened."""

    id: str
    who: str
    label: str
    device: str
    began: str
    lasted: str
    done: str
    state: str
    tone: str


def link_rows(sight: Sight, book: Book, base: str) -> Iterator[LinkRow]:
    """Yield the links of a study's people in their order; `base` is where the stage is reached."""
    for session in sight.sessions:
        if session.actor != "person":
            continue
        recording = sight.recordings.get(session.id)
        state, tone = state_of(session, recording)
        address = f"{base}/s/{book.links.token(session.id)}"
        complete = recording.completeness if recording and session.opened and not session.withdrawn else ""
        yield LinkRow(session.number, session.label, state, tone, complete, address, qr_code(address))


def session_rows(sight: Sight, actor: str) -> list[SessionRow]:
    """Return the sessions of people, robots or rehearsals that were opened, the last first."""
    every = sight.rehearsals if actor == "rehearsal" else [s for s in sight.sessions if s.actor == actor]
    opened = sorted((s for s in every if s.opened or s.withdrawn), key=lambda s: s.opened or s.withdrawn, reverse=True)
    return [_row(session, sight.recordings.get(session.id), sight.study) for session in opened]


def state_of(session: Session, recording: Recording | None) -> tuple[str, str]:
    """Return what became of a session in a word, and its tone."""
    kinds = {entry.kind for entry in recording.entries} if recording else set()
    if session.withdrawn:
        return "withdrawn", ""
    if "declined" in kinds:
        return "declined", ""
    if session.ended:
        left = any(e.kind == "ended" and e.data.get("how") == "left" for e in recording.entries) if recording else False
        return ("left", "warn") if left else ("done", "good")
    return ("in progress", "info") if session.opened else ("not opened", "")


@lru_cache(maxsize=500)
def qr_code(address: str) -> str:
    """Return an address as a picture to scan, as SVG in black on white whatever the page's colours are."""
    out = BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(out, kind="svg", xmldecl=False, svgns=False, border=3, dark="#000", light="#fff", omitsize=True)
    return out.getvalue().decode()


def _row(session: Session, recording: Recording | None, study: Study) -> SessionRow:
    runs = [run for run in task_runs(recording, study) if run.outcome != "not started"] if recording else []
    state, tone = state_of(session, recording)
    if session.actor == "robot" and session.ended and runs and not all(run.succeeded for run in runs):
        state, tone = "could not do it", "bad"
    spent = lasting(seconds(session.ended) - seconds(session.opened)) if session.ended and session.opened else ""
    done = f"{sum(run.succeeded for run in runs)} of {len(runs)}" if runs else ""
    if session.plan:
        done = ", ".join(f"{task} on {option}" for option, task in session.plan)
    device = str((session.device or {}).get("name", "")) or (_screen(recording) if recording else "")
    return SessionRow(session.id, who(session), session.label, device, when(session.opened), spent, done, state, tone)


def _screen(recording: Recording) -> str:
    """Return the size of the screen that somebody took part on, as the page told it; empty if it did not."""
    screen = screen_of(recording)
    return f"{screen['width']} × {screen['height']}" if screen.get("width") and screen.get("height") else ""
