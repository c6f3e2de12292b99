"""Moments as people come: by the hour, the day of the week and the month, and more of them with a trend."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from toolkit.data.numbers import Numbers, Shares, mixed, shares_of
from toolkit.data.spread import Flags, first_allowed, other_shares
from toolkit.domain.spread import DAYS, HOURS, YEARS, Spread

Minutes = NDArray[np.int64]
EPOCH = datetime(1970, 1, 1)
OUT_OF_SEASON = 0.12
"""How many come out of season, compared with its peak."""
OUT_OF_MONTH = 0.35
"""How many come in other months than those that are named."""
YEAR = 365.25 * 1440
DAYTIME = "daytime"
_PEAKS = {
    "office hours": "7:.15 8:.7 9:1 10:1 11:.85 12:.45 13:.65 14:.8 15:.8 16:.6 17:.3 18:.1",
    "mornings": "6:.4 7:.8 8:1 9:1 10:.9 11:.6",
    "lunchtime": "11:.5 12:1 13:1 14:.3",
    "afternoons": "12:.3 13:.7 14:1 15:1 16:1 17:.6",
    "evenings": "16:.2 17:.5 18:.8 19:1 20:1 21:.9 22:.5 23:.15",
    "nights": "22:.6 23:1 0:1 1:1 2:.8 3:.6 4:.4 5:.2",
    DAYTIME: "6:.1 7:.4 8:.8 9:1 10:1 11:1 12:1 13:1 14:1 15:1 16:1 17:1 18:1 19:.9 20:.8 21:.5",
}
"""How many come in each hour of a season of the day, compared with its peak; in other hours hardly any come."""
HARDLY = 0.01
WEEKEND = 0.06
"""How many come to work at a weekend, compared with a working day."""


def is_timed(spread: Spread | None) -> bool:
    """Return whether a field's line says when its dates come."""
    return bool(spread and (spread.seasons or spread.growth))


def moment(spread: Spread, cell: int, first: datetime, last: datetime, *, working: bool) -> datetime:
    """Return one cell's moment between two; `working` says that people at work make such rows."""
    ends = (np.array([_minutes(first)]), np.array([_minutes(last)]))
    found = moments(spread, np.array([cell], np.uint64), *ends, working=working)
    return EPOCH + timedelta(minutes=int(found[0]))


def moments(spread: Spread, cells: Numbers, first: Minutes, last: Minutes, *, working: bool) -> Minutes:
    """Return a moment for each cell between the first and the last of its row, all in minutes since 1970."""
    lengths = np.maximum(last - first, 0)

    def draw(numbers: Numbers, places: Minutes) -> tuple[Shares, Flags]:
        at = first[places][:, None] + np.floor(shares_of(mixed(numbers)) * (lengths[places] + 1)[:, None])
        chances = likelihood(at.astype(np.int64), spread.seasons, working=working)
        if spread.growth:
            reference = last if spread.growth > 0 else first
            chances = chances * (1 + spread.growth) ** ((at - reference[places][:, None]) / YEAR)
        return at, other_shares(numbers) < chances

    found = first_allowed(cells, "season", draw)
    left = np.isnan(found)
    found[left] = (first + np.floor(shares_of(mixed(cells)) * (lengths + 1)))[left]
    return found.astype(np.int64)


def likelihood(at: Minutes, seasons: Sequence[str], *, working: bool) -> Shares:
    """Return how likely each moment is, compared with the likeliest: by its hour, its day of the week, its month."""
    days = at // 1440
    week = (days + 3) % 7
    hours = np.where(week < 5, at // 60 % 24, at // 60 % 24 + 24)
    month = (days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)) % 12
    by_hour, by_day, by_month = _tables(tuple(seasons), working)
    return np.asarray(by_hour[hours] * by_day[week] * by_month[month], np.float64)


@lru_cache(maxsize=256)
def _tables(seasons: tuple[str, ...], working: bool) -> tuple[Shares, Shares, Shares]:
    """Return how likely the hours of a working day and then of a weekend are, the days of a week, and the months."""
    spans = [s for s in seasons if s in HOURS] or ["office hours" if working and "weekends" not in seasons else DAYTIME]
    workday = np.max([_hours(span) for span in spans], axis=0)
    weekend = workday if {"nights", "mornings"} & set(spans) else _hours(DAYTIME)
    days, months = np.ones(7), np.ones(12)
    if spans == ["office hours"] or "weekdays" in seasons:
        days[5:] = WEEKEND
    if "weekends" in seasons:
        days[:5], days[5:] = 0.35, 1.0
    if named := [DAYS.index(s) for s in seasons if s in DAYS]:
        days[[n for n in range(7) if n not in named]] *= OUT_OF_SEASON * 2
    if busy := {month for s in seasons for month in YEARS.get(s, ())}:
        months[[n - 1 for n in range(1, 13) if n not in busy]] = OUT_OF_MONTH
    return np.concatenate([workday, weekend]), days / days.max(), months


def _hours(span: str) -> Shares:
    """Return how likely each hour of a day is."""
    hours = np.full(24, HARDLY)
    for part in _PEAKS[span].split():
        hour, _, share = part.partition(":")
        hours[int(hour)] = float(share)
    return hours


def _minutes(moment: datetime) -> int:
    return math.floor((moment - EPOCH) / timedelta(minutes=1))
