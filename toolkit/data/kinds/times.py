"""Times of day and opening hours, as the row's language writes them; a date where a field of text holds one."""

from collections.abc import Mapping
from datetime import timedelta

from toolkit.data.lot import Lot, Make

_DAYS = {"de": "Mo–Fr", "fr": "Lun–Ven", "es": "Lun–Vie"}
YEARS = 2
"""A date written as text lies in the last so many years."""


def _hours(lot: Lot) -> list[str]:
    days = _DAYS.get(lot.words.locale[:2], "Mon–Fri")
    opens, closes = lot.whole(7, 10, "opens").tolist(), lot.whole(16, 20, "closes").tolist()
    return [f"{days} {first}:00–{last}:00" for first, last in zip(opens, closes, strict=True)]


def _clock(lot: Lot) -> list[str]:
    return [f"{quarter // 4:02d}:{quarter % 4 * 15:02d}" for quarter in lot.whole(28, 79).tolist()]


def _date(lot: Lot) -> list[str]:
    return [(lot.now - timedelta(days=days)).date().isoformat() for days in lot.whole(0, 365 * YEARS).tolist()]


KINDS: Mapping[str, Make] = {"opening hours": _hours, "time of day": _clock, "date": _date}
