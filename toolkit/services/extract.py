"""Carry a study from one store to another: everything of it as plain JSON, and back."""

import base64
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, get_args

from toolkit.domain.session import Entry, Session, Stream
from toolkit.domain.study import Study
from toolkit.errors import ToolkitError
from toolkit.ports.store import Batch, Reader, Writer
from toolkit.ports.wire import plain, restored
from toolkit.services.book import Book

FORMAT = "showtell study 1"


def extract(book: Book, study: str) -> dict[str, Any]:
    """Return everything kept of a study, also what was typed: not for others' eyes. Raises ToolkitError for no study.

    Links go on working where the workspace's secret is the same, for a token's hash is in it and the secret is not.
    """
    with book.store.reading() as work:
        found = work.study(study)
        if found is None:
            raise ToolkitError(f"there is no study '{study}'", fix="list them with `showtell study`")
        return {
            "format": FORMAT,
            "study": plain(found),
            "ledger": [plain(line) for line in work.ledger(study)],
            "sessions": [_session(work, session) for session in work.sessions(study=study)],
        }


def restore(book: Book, data: Mapping[str, Any]) -> Study:
    """Take in what `extract` gave; all of it or, when something does not fit or is here already, nothing."""
    if data.get("format") != FORMAT:
        raise ToolkitError("this is no extract of a study", fix="take the file as showtell wrote it")
    study = restored(Study, data["study"])
    with book.store.writing() as work:
        work.add_study(study)
        for line in data["ledger"]:
            if plain(work.add_line(study.id, line["kind"], line["data"], at=line["at"])) != line:
                raise ToolkitError(f"line {line['n']} of the ledger was changed", where=study.id)
        for session in data["sessions"]:
            _take_in(work, session)
    return study


def _session(work: Reader, session: Session) -> dict[str, Any]:
    batches = [_coded(batch) for stream in get_args(Stream) for batch in work.batches(session.id, stream)]
    return {
        "session": plain(session),
        "token_hash": work.token_hash(session.id),
        "entries": [plain(entry) for entry in work.entries(session.id)],
        "batches": batches,
        "refusals": dict(work.refusals(session.id)),
    }


def _coded(batch: Batch) -> dict[str, Any]:
    """Return a batch as JSON, which knows no bytes."""
    return {**asdict(batch), "body": base64.b64encode(batch.body).decode()}


def _take_in(work: Writer, data: Mapping[str, Any]) -> None:
    session = restored(Session, data["session"])
    work.add_session(session, data["token_hash"])
    for entry in (restored(Entry, entry) for entry in data["entries"]):
        if work.add_entry(session.id, entry.kind, entry.data, at=entry.at).n != entry.n:
            raise ToolkitError(f"entry {entry.n} is out of order", where=session.id)
    for batch in data["batches"]:
        work.add_batch(restored(Batch, batch | {"body": base64.b64decode(batch["body"])}))
    for reason, count in data["refusals"].items():
        for _ in range(count):
            work.count_refusal(session.id, reason)
