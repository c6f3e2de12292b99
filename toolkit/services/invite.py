"""Reserve sessions: people's, who get a link each, robots' and rehearsals'. Nothing is recorded yet."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from toolkit.domain.session import Session
from toolkit.domain.study import Study
from toolkit.ports.store import Writer
from toolkit.services.book import Book
from toolkit.services.close import check_open
from toolkit.services.links import hashed, same


@dataclass(frozen=True, slots=True)
class Invitation:
    """A session and the token that opens it; the address is the web's to make."""

    session: Session
    token: str


def invite(book: Book, study: Study, *, people: int = 1, labels: tuple[str, ...] = ()) -> tuple[Invitation, ...]:
    """Reserve sessions for so many more people, named by labels as far as there are any."""
    check_open(book, study)
    names = (*labels, *[""] * people)[:people]
    with book.store.writing() as work:
        return tuple(
            _reserve(book, work, Session(id="", prototype=study.prototype, actor="person", study=study.id, label=name))
            for name in names
        )


def invite_robot(
    book: Book, study: Study, *, option: str, task: str, device: Mapping[str, Any] | None = None
) -> Invitation:
    """Reserve a session in which a robot tries one task on one option."""
    session = Session(
        id="",
        prototype=study.prototype,
        actor="robot",
        study=study.id,
        plan=((option, task),),
        device=device,
        label=str((device or {}).get("name", "")),
    )
    with book.store.writing() as work:
        return _reserve(book, work, session)


def rehearse(book: Book, prototype: str) -> Invitation:
    """Reserve a session for somebody who only looks around; it belongs to no study and counts for none."""
    with book.store.writing() as work:
        return _reserve(book, work, Session(id="", prototype=prototype, actor="rehearsal"))


def invitations(book: Book, study: Study) -> tuple[Invitation, ...]:
    """Return the invitations of a study's people once more; a link is made from the secret, not kept."""
    with book.store.reading() as work:
        sessions = work.sessions(study=study.id)
    return tuple(Invitation(s, book.links.token(s.id)) for s in sessions if s.actor == "person")


def session_of(book: Book, token: str) -> Session | None:
    """Return the session that a token opens, or None."""
    with book.store.reading() as work:
        found = work.session_by_hash(hashed(token))
        return found if found and same(work.token_hash(found.id), hashed(token)) else None


def _reserve(book: Book, work: Writer, session: Session) -> Invitation:
    """Number and keep a session, and write its id into the study's ledger."""
    number = work.last_number(session.prototype, session.study, session.actor) + 1
    name = f"{session.study or session.prototype}-{session.actor}-{number}-{secrets.token_hex(3)}"
    numbered = replace(session, id=name, number=number, reserved=book.now)
    token = book.links.token(name)
    work.add_session(numbered, hashed(token))
    if numbered.study:
        said = {"session": name, "number": number, "actor": numbered.actor}
        work.add_line(numbered.study, "reserved", said, at=numbered.reserved)
    return Invitation(numbered, token)
