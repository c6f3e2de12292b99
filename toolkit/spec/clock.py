"""The moment at which a prototype's clock stands."""

from datetime import datetime

from toolkit.spec.node import Node
from toolkit.spec.report import Report

NOW = "2026-03-02 09:30"
"""When it is in a prototype whose spec does not say: a Monday morning."""
YEARS = range(1900, 2200)
"""Years that one can reckon back and forth from."""


def moment(text: str, node: Node, report: Report) -> datetime | None:
    """Return the moment that a text says, a day being its half past nine; a finding, and None, if it says none."""
    try:
        now = datetime.fromisoformat(text)
    except ValueError:
        report.add("bad-date", node, f"'{text}' is no date and time", fix=f"write it like {NOW}")
        return None
    if now.year not in YEARS:
        report.add("bad-date", node, f"the year {now.year} is too far away", fix=f"write it like {NOW}")
        return None
    return (now.replace(hour=9, minute=30) if len(text) <= 10 else now).replace(tzinfo=None)
