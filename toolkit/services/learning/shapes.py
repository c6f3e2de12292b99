"""How numbers and dates are spread, in the words of a field's line; bounds that at least five rows lie at or beyond."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import numpy as np

from toolkit.services.learning.harmless import SHARED

ENOUGH = 30
"""Rows that a shape is told from."""
LEANING = 1.0
"""The skewness from which on values are no normal ones (0 is symmetric, 2 an exponential's)."""
FLAT = -0.9
"""The excess kurtosis below which values are as even as a range (-1.2 is a uniform's, 0 a normal's)."""
UNITS = ((365.0, "year"), (30.0, "month"), (7.0, "week"), (1.0, "day"))
FARTHEST = timedelta(days=365 * 490)
"""How far back or ahead dates may lie for their period to be said."""
HOURS = {"office hours": range(8, 18), "evenings": range(17, 23), "nights": (22, 23, 0, 1, 2, 3, 4, 5)}


def bounds(values: Sequence[float], *, digits: int) -> tuple[float, float] | None:
    """Return the range, rounded outwards to a tenth of itself or so; None where so few rows tell one."""
    if len(values) < 2 * SHARED:
        return None
    ordered = sorted(values)
    low, high = ordered[SHARED - 1], ordered[-SHARED]
    length = high - low or abs(high) or 1.0
    step = 10.0 ** _size(length)
    step *= next(part for most, part in ((2, 0.2), (5, 0.5), (math.inf, 1.0)) if length / step < most)
    step = max(step, 10.0**-digits)
    return math.floor(round(low / step, 6)) * step, math.ceil(round(high / step, 6)) * step


def shape(values: Sequence[float], *, digits: int) -> str:
    """Return the rule that says how numbers are spread; empty where their range says it all, or too few tell it."""
    found = bounds(values, digits=digits)
    if found is None or len(values) < ENOUGH or found[0] == found[1]:
        return ""
    inner = np.asarray([value for value in values if found[0] <= value <= found[1]])
    skewed, kurtosis = _moments(inner)
    if inner.min() > 0 and skewed > LEANING and abs(_moments(np.log(inner))[0]) < skewed / 2:
        factor = math.exp(float(np.log(inner).std()))
        return f"lognormal around {plain(float(np.median(inner)), digits)} */ {max(round(factor, 1), 1.1):g}"
    if abs(skewed) < LEANING and kurtosis > FLAT:
        width = float(inner.std())
        return f"normal around {plain(float(inner.mean()), digits)} +- {plain(width, digits, least=True)}"
    return ""


def _moments(values: np.ndarray) -> tuple[float, float]:
    """Return skewness and excess kurtosis."""
    spread = float(values.std())
    if not spread:
        return 0.0, 0.0
    scaled = (values - values.mean()) / spread
    return float((scaled**3).mean()), float((scaled**4).mean()) - 3


def plain(value: float, digits: int, *, least: bool = False) -> str:
    """Return a number with two digits that count, as a person would say it; with `least` never nothing."""
    places = max(0, min(digits - 1 if digits > 1 else digits, 1 - _size(value)))
    rounded = round(value, 1 - _size(value))
    if least and not round(rounded, places):
        rounded = 10.0**-places
    return f"{rounded:.{places}f}"


def _size(value: float) -> int:
    """Return the power of ten of a number: 2 of 345, -1 of 0.3."""
    return math.floor(math.log10(abs(value))) if value else 0


def numbered(value: float) -> str:
    """Return a bound as it is written."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


def period(moments: Sequence[datetime], now: datetime) -> str:
    """Return the days that dates lie in, from the sample's now: 'last 2 years'; empty where so few tell it."""
    if len(moments) < 2 * SHARED:
        return ""
    ordered = sorted(moments)
    back, ahead = now - ordered[SHARED - 1], ordered[-SHARED] - now
    if max(back, ahead) > FARTHEST:  # as 9999-12-31, which stands for never
        return ""
    parts = [f"last {_span(back)}"] if back > timedelta(days=0.5) else []
    parts += [f"next {_span(ahead)}"] if ahead > timedelta(days=0.5) else []
    return ", ".join(parts)


def _span(length: timedelta) -> str:
    days = length / timedelta(days=1)
    size, unit = next(((size, unit) for size, unit in UNITS if days >= 2 * size), UNITS[-1])
    count = max(math.ceil(days / size - 0.35), 1)
    return f"{count} {unit}{'s' * (count != 1)}"


def seasons(moments: Sequence[datetime]) -> str:
    """Return the seasons in which most dates lie, of the day, the week and the year."""
    if len(moments) < ENOUGH:
        return ""
    found: list[str] = []
    if any(moment.hour or moment.minute for moment in moments):
        hours = {name: _part(moment.hour in inside for moment in moments) for name, inside in HOURS.items()}
        found += [name for name, part in hours.items() if part >= 0.85][:1]
    week = _part(moment.weekday() < 5 for moment in moments)
    found += ["weekdays"] if week >= 0.93 else ["weekends"] if week <= 0.4 else []
    months = Counter(moment.strftime("%m") for moment in moments)
    if len(months) >= 11 and len(moments) >= 20 * SHARED:
        often = [int(month) for month, count in months.most_common(3) if count >= 2 * len(moments) / 12]
        found += [_MONTHS[month - 1] for month in sorted(often)]
    return f"seasonal {' and '.join(found)}" if found else ""


def _part(truths: Iterable[bool]) -> float:
    known = list(truths)
    return sum(known) / len(known)


_YEAR = "January February March April May June July August September October November December"
_MONTHS = _YEAR.split()
