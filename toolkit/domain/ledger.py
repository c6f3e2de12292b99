"""The ledger of a study: lines that are only ever added, each sealed over the one before.

It can show that a line was changed, left out or put in between. It cannot show that its whole end was cut off,
or that somebody who holds the store wrote all of it anew: for that, its last hash has to be kept elsewhere too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from toolkit.domain.canonical import fingerprint
from toolkit.domain.session import Entry, masked

LineKind = Literal["registered", "reserved", "ended", "withdrawn", "closed"]
"""What a line says, with its data:

- registered: {fingerprint}
- reserved: {session, number, actor}
- ended: {session, entries (how many), digest (see `digest`), how: 'ended' | 'left'}
- withdrawn: {session}
- closed: {}
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `n` counts from 1, `prev` is the hash of the line before, `hash` seals all the rest."""

    n: int
    at: str
    kind: LineKind
    data: Mapping[str, Any]
    prev: str
    hash: str


def follow(last: Line | None, kind: LineKind, data: Mapping[str, Any], *, study: str, at: str) -> Line:
    """Return the next line of a study's ledger."""
    n, prev = (last.n + 1, last.hash) if last else (1, "")
    sealed = {"study": study, "n": n, "at": at, "kind": kind, "data": data, "prev": prev}
    return Line(n, at, kind, data, prev, fingerprint(sealed))


def broken_at(lines: Sequence[Line], *, study: str) -> int | None:
    """Return the number of the first line that does not follow from those before it, or None if all do."""
    last: Line | None = None
    for number, line in enumerate(lines, start=1):
        if line != follow(last, line.kind, line.data, study=study, at=line.at):
            return number
        last = line
    return None


def digest(entries: Sequence[Entry]) -> str:
    """Return the sha256 over a session's entries as they leave the store, without what was typed."""
    return fingerprint([[e.n, e.at, e.kind, e.data] for e in map(masked, entries)])
