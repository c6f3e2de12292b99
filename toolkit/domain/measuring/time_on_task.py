"""How long somebody was at a task, without the time when the page was hidden or nobody was there."""

from collections.abc import Sequence
from typing import Literal

from toolkit.domain.session import Entry, Event

IDLE = 30.0
"""Seconds without any sign of life, after which somebody counts as gone until the next sign."""

SHORTEST = 0.001
"""Seconds; a time of nothing would have no geometric mean."""


def time_on_task(
    begun: float, ended: float, *, entries: Sequence[Entry], events: Sequence[Event]
) -> tuple[float, Literal["page", "server"]]:
    """Return the seconds between begin and end, and by what they were told.

    With events of the page: what is hidden does not count, and a silence counts for at most `IDLE`. A page is hidden
    from its event that says so until the next sign of anything, for what acts is seen. Without any event in that
    time nothing is known of idleness: all of it counts, told by the server's log alone.
    """
    seen = [event for event in events if begun <= event.at <= ended]
    if not seen:
        return round(max(ended - begun, SHORTEST), 3), "server"
    signs = [(begun, False), *((e.at, _hides(e)) for e in seen)]
    signs += [(entry.at, False) for entry in entries if begun < entry.at < ended]
    signs.sort()
    ends = [at for at, _ in signs[1:]] + [ended]
    spent = sum(0.0 if hidden else min(end - at, IDLE) for (at, hidden), end in zip(signs, ends, strict=True))
    return round(max(spent, SHORTEST), 3), "page"


def _hides(event: Event) -> bool:
    return event.kind == "visibility" and event.data.get("state") == "hidden"
