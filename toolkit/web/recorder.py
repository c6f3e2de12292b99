"""Where a participant's page sends what it recorded, and where it asks what time it is."""

import asyncio

from fastapi import FastAPI, Request
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, Response

from toolkit.domain.session import Session
from toolkit.ports.store import StoreError
from toolkit.services.clock import seconds
from toolkit.services.ingest import Parcel, Turned, ingest
from toolkit.web import assets
from toolkit.web.house import House


def add_recorder(app: FastAPI, house: House) -> None:
    """Add the two addresses."""

    @app.post("/s/{token}/log/{stream}/{page}/{seq}", include_in_schema=False)
    async def take_in(token: str, stream: str, page: str, seq: int, request: Request) -> Response:
        session = await asyncio.to_thread(house.session, token)
        try:
            parcel = Parcel(session.id if session else "", stream, seq, await request.body(), page)
            receipt = await asyncio.to_thread(ingest, house.book, parcel, token=token)
        except Turned as error:
            return JSONResponse({"refused": error.reason}, 422)
        except ClientDisconnect:  # the page has gone in the middle of it; what it kept, it sends again
            return Response(status_code=400)
        except StoreError:
            return JSONResponse({"refused": "try again"}, 503)
        return JSONResponse({"receipt": receipt})

    @app.get("/s/{token}/clock", include_in_schema=False)
    async def clock(token: str) -> Response:
        session = house.session(token)
        if session is None:
            return JSONResponse({}, 404)
        at = _at(house, session) if session.opened else None  # it is only just being opened: ask again
        return JSONResponse({"at": at}, headers={"cache-control": "no-store"})


def recorder_tags(house: House, session: Session, *, token: str) -> str:
    """Return the scripts that record a page, for somebody who has consented; for others there are none."""
    if session.actor == "person" and not session.consented:
        return ""
    recorder = f'data-base="/s/{token}" data-at="{_at(house, session)}" src="{assets.address("recorder.js")}"'
    return f'<script defer src="{assets.address("rrweb-record.min.js")}"></script><script defer {recorder}></script>'


def _at(house: House, session: Session) -> float:
    """Return the seconds since a session was opened."""
    return round(house.book.clock() - seconds(session.opened), 3) if session.opened else 0.0
