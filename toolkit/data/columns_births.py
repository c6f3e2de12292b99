"""When rows came about, all at once, for entities whose rows belong to no other: as `dates.born` says for one."""

from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from toolkit.data.bench import Bench
from toolkit.data.columns_plain import shares
from toolkit.data.dates import ATTEMPTS, MONTH
from toolkit.data.frame import Frame
from toolkit.data.hours import ANYWAY, EARLIEST, FIRST, LAST, LATEST, SATURDAY
from toolkit.data.numbers import listed
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value

Moments = NDArray[np.int64]
"""Microseconds since 1970."""
MINUTE, DAY = 60_000_000, 86_400_000_000
EPOCH = datetime(1970, 1, 1)


def births(bench: Bench, entity: Entity, part: Field, frame: Frame) -> list[Value]:
    """Return a moment or a day for each row: within the bounds, by day, while people work if they make such rows."""
    cells, human = frame.cells(part.name), bool(entity.status)
    now = (bench.now - EPOCH) // timedelta(microseconds=1)
    low = part.low if part.low is not None else -MONTH
    floor, ceiling = now + round(low * DAY), now + round(min(part.high or 0.0, 0.0) * DAY)
    days = low + ((part.high if part.high is not None else 0) - low) * shares(cells, 1)
    is_date = bench.type_of(part).input == "date"
    moment = now + (np.rint(days) * DAY if is_date else 5 * np.rint(days * 288) * MINUTE).astype(np.int64)
    result, turn = np.full(len(cells), -1, np.int64), 2
    for _ in range(ATTEMPTS):
        nearer = _at_work(moment, shares(cells, turn)) if human else _by_day(moment, EARLIEST, LATEST)
        minute, turn = nearer // MINUTE * MINUTE, turn + human
        fits = (floor <= moment) & (moment <= ceiling) & (floor <= minute) & (minute <= ceiling) & (result < 0)
        result[fits] = minute[fits]
        if (result >= 0).all():
            break
        moment = np.where(result < 0, floor + np.rint((ceiling - floor) * shares(cells, turn)).astype(np.int64), moment)
        turn += 1
    last = np.maximum(floor, moment // MINUTE * MINUTE)
    moments = np.where(result < 0, last, result).view("datetime64[us]")
    return listed(moments.astype("datetime64[D]") if is_date else moments)


def _at_work(moment: Moments, share: NDArray[np.float64]) -> Moments:
    weekday = (moment // DAY + 3) % 7
    back = np.where(weekday >= SATURDAY, weekday - SATURDAY + 1 + (share * 97).astype(np.int64) % 5, 0)
    moments: Moments = np.where(
        share < ANYWAY, _by_day(moment, EARLIEST, LATEST), _by_day(moment - back * DAY, FIRST, LAST)
    )
    return moments


def _by_day(moment: Moments, first: float, last: float) -> Moments:
    midnight = moment // DAY * DAY
    minutes = (moment - midnight) // MINUTE
    inside = (first * 60 + minutes * (last - first) / 24).astype(np.int64) // 5 * 5 + minutes % 5
    return np.asarray(midnight + inside * MINUTE, np.int64)
