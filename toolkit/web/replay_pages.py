"""The pages of a replay: a session to watch and to read, and the stream that the player loads."""

import asyncio
import gzip
from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import FastAPI, Request
from starlette.responses import Response

from toolkit.domain.measuring import task_runs
from toolkit.domain.session import Recording
from toolkit.domain.study import Study
from toolkit.printing import pages
from toolkit.services.clock import seconds
from toolkit.services.load import Prototype
from toolkit.services.recall import recall_session
from toolkit.web import assets
from toolkit.web.dead_ends import html
from toolkit.web.house import House
from toolkit.web.replay_layers import layered_css
from toolkit.web.replay_stream import screen_of, stream_of, to_json
from toolkit.web.replay_trace import trace
from toolkit.web.studio_drawing import draw_studio, lasting, when, who

SPEEDS = (1, 2, 4, 8)


@dataclass(frozen=True, slots=True)
class Seen:
    """A session that is looked at, with the prototype as it is now."""

    prototype: Prototype
    recording: Recording


def add_replay(app: FastAPI, house: House) -> None:
    """Add the two addresses."""
    base = "/studio/{prototype}/sessions/{session}"

    @app.get(base, include_in_schema=False)
    async def replay(request: Request, prototype: str, session: str) -> Response:
        if not house.door.admits(request):
            return house.door.show_in(request)
        seen = await asyncio.to_thread(_seen, house, prototype, session)
        if seen is None:
            return html(house.draw(pages.Missing()), 404)
        return html(await asyncio.to_thread(_page, house, seen))

    @app.get(f"{base}/stream", include_in_schema=False)
    async def stream(request: Request, prototype: str, session: str) -> Response:
        if not house.door.admits(request):
            return Response(status_code=403)
        seen = await asyncio.to_thread(_seen, house, prototype, session)
        if seen is None:
            return Response(status_code=404)
        body = await asyncio.to_thread(_packed, house, seen.recording)
        headers = {"content-encoding": "gzip", "cache-control": "private, no-cache"}
        return Response(body, media_type="application/json", headers=headers)


def _seen(house: House, prototype: str, session: str) -> Seen | None:
    """Return what is asked for, unless it is no session of this prototype."""
    found = house.catalogue.get(prototype)
    recording = recall_session(house.book, session) if found else None
    if found is None or recording is None or recording.session.prototype != prototype:
        return None
    return Seen(found, recording)


def _packed(house: House, recording: Recording) -> bytes:
    text = to_json(stream_of(house.book, recording.session.id), recording)
    return gzip.compress(text.encode("utf-8", "replace"), 6, mtime=0)  # half an emoji is no text


def _page(house: House, seen: Seen) -> str:
    """Return the page of a session."""
    session = seen.recording.session
    with house.book.store.reading() as work:
        study = work.study(session.study) if session.study else None
        recorded = bool(work.received(session.id, "rrweb"))
    here = f"/studio/{seen.prototype.name}/sessions/{session.id}"
    lines = trace(seen.recording, seen.prototype)
    return draw_studio(
        house.workspace,
        "replay",
        prototype=seen.prototype,
        back=f"/studio/{seen.prototype.name}",
        session=session,
        who=who(session),
        facts=tuple(_facts(seen.recording, study, lines[-1].at if lines else 0)),
        lines=lines,
        recorded=recorded,
        complete=seen.recording.completeness,
        address=f"{here}/stream",
        layers=assets.publish("layers.css", layered_css().encode()),
        scripts=(assets.address("rrweb-replay.min.js"), assets.address("replay.js")),
        player_style=assets.address("rrweb-replay.min.css"),
        speeds=SPEEDS,
    )


def _facts(recording: Recording, study: Study | None, last: float) -> Iterator[tuple[str, str]]:
    """Yield what is known of a session, each with its name."""
    session, screen = recording.session, screen_of(recording)
    yield "Began (UTC)", when(session.opened) or "never opened"
    if session.opened:
        spent = seconds(session.ended) - seconds(session.opened) if session.ended else last
        yield ("Lasted" if session.ended else "So far"), lasting(spent)
    if screen.get("width"):
        name = (session.device or {}).get("name", "")
        yield "Screen", f"{name + ', ' if name else ''}{screen['width']} × {screen['height']}"
    yield "Recording", recording.completeness
    if recording.refusals:
        yield "Not taken in", ", ".join(f"{count} × {reason}" for reason, count in recording.refusals.items())
    for run in task_runs(recording, study) if study else ():
        if run.outcome != "not started":
            yield f"{run.task}, {run.option}", f"{run.outcome}, {lasting(run.seconds)}"
