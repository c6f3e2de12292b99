"""The studio's pages as text, and the words they have for people, times and sizes."""

from pathlib import Path
from typing import Any

from toolkit.domain.session import Session
from toolkit.printing import environment, pages
from toolkit.web import assets

NAME = "showtell"
_ACTORS = {"person": "Person", "robot": "Robot", "rehearsal": "Rehearsal"}


def draw_studio(workspace: Path, template: str, **values: Any) -> str:
    """Return a page of the studio, or a part of one, drawn by a template of `studio/`."""
    found = environment(workspace).get_template(f"studio/{template}.html.jinja")
    frame = pages.Frame(NAME, assets.look(None, workspace))
    return found.render(frame=frame, style=assets.studio_look(workspace), clock=clock, **values)


def who(session: Session) -> str:
    """Return what a session's participant is called: 'Person 3'."""
    return f"{_ACTORS[session.actor]} {session.number}"


def when(utc: str) -> str:
    """Return a time of the store as it is read: '2026-03-02 09:30'; empty for none."""
    return utc[:16].replace("T", " ")


def lasting(seconds: float) -> str:
    """Return a length of time as it is read: '4.2 s', '12 s', '3 min 20 s', '2 h 5 min'."""
    if seconds < 10:
        return f"{round(seconds, 1):g} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def clock(seconds: float) -> str:
    """Return a point in a session: '3:07'."""
    minutes, rest = divmod(int(max(seconds, 0)), 60)
    return f"{minutes}:{rest:02d}"
