"""When rows came about, all at once, for entities whose rows belong to no other: as `dates.born` says for one."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from toolkit.data.bench import Bench
from toolkit.data.columns_plain import shares
from toolkit.data.dates import ATTEMPTS, MONTH
from toolkit.data.frame import Frame
from toolkit.data.hours import ANYWAY, EARLIEST, FIRST, HOLIDAYS, LAST, LATEST, SATURDAY
from toolkit.data.numbers import Numbers, listed
from toolkit.data.seasons import is_timed, moments
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value

Moments = NDArray[np.int64]
"""Microseconds since 1970."""
Made = Mapping[str, Sequence[Value]]
"""The columns of an entity that are made."""
MINUTE, DAY = 60_000_000, 86_400_000_000
EPOCH, ONE = datetime(1970, 1, 1), timedelta(microseconds=1)


def births(
    bench: Bench, entity: Entity, part: Field, frame: Frame, *, made: Mapping[str, Sequence[Value]]
) -> list[Value]:
    """Return a moment or a day for each row: within the bounds, by day, while people work if they make such rows.

    `made` are the columns of references: a row comes about after what it belongs to.
    """
    cells, now = frame.cells(part.name), (bench.now - EPOCH) // ONE
    human = bool(entity.status) or any(f.refers == bench.solution.people for f in bench.references[entity.name])
    low = part.low if part.low is not None else -MONTH
    floor, ceiling = _span(bench, entity, made, now + round(low * DAY), now + round(min(part.high or 0.0, 0.0) * DAY))
    days = low + ((part.high if part.high is not None else 0) - low) * shares(cells, 1)
    is_date = bench.type_of(part).input == "date"
    if part.spread and is_timed(part.spread):
        first, last = (np.broadcast_to(np.asarray(end) // MINUTE, cells.shape) for end in (floor, ceiling))
        timed = (moments(part.spread, cells, first, last, working=human) * MINUTE).view("datetime64[us]")
        return listed(timed.astype("datetime64[D]") if is_date else timed)
    moment = now + (np.rint(days) * DAY if is_date else 5 * np.rint(days * 288) * MINUTE).astype(np.int64)
    settled = _settled(moment, floor, ceiling, cells, human=human).view("datetime64[us]")
    return listed(settled.astype("datetime64[D]") if is_date else settled)


def _span(bench: Bench, entity: Entity, made: Made, low: int, high: int) -> tuple[Moments | int, Moments | int]:
    """Return between which moments each row can have come about: after its parents did, before they ended."""
    floor: Moments | int = low
    ceiling: Moments | int = high
    for part in bench.references[entity.name]:
        lives = bench.lives.get(part.refers, {})
        if part.name not in made or bench.births[part.refers] is None or not lives:
            continue
        spans = {None: (low, high)} | {
            key: ((life.birth - EPOCH) // ONE, (life.end - EPOCH) // ONE if life.end else high)
            for key, life in lives.items()
        }
        begun, ended = np.array([spans[str(key) if key else None] for key in made[part.name]], np.int64).T
        floor, ceiling = np.maximum(floor, begun), np.minimum(ceiling, ended)
    apart = np.less_equal(floor, ceiling)
    return np.where(apart, floor, np.minimum(floor, high)), np.where(apart, ceiling, high)


def _settled(moment: Moments, floor: Moments | int, ceiling: Moments | int, cells: Numbers, *, human: bool) -> Moments:
    """Return whole minutes near the moments, within bounds and, if it can be, when people work."""
    result, turn = np.full(len(cells), -1, np.int64), 2
    for _ in range(ATTEMPTS):
        nearer = _at_work(moment, shares(cells, turn)) if human else _by_day(moment, EARLIEST, LATEST)
        minute, turn = nearer // MINUTE * MINUTE, turn + human
        fits = (floor <= moment) & (moment <= ceiling) & (floor <= minute) & (minute <= ceiling) & (result < 0)
        result[fits] = minute[fits]
        if (result >= 0).all():
            break
        again = floor + np.rint((np.asarray(ceiling) - floor) * shares(cells, turn)).astype(np.int64)
        moment, turn = np.where(result < 0, again, moment), turn + 1
    return np.asarray(np.where(result < 0, np.maximum(floor, moment // MINUTE * MINUTE), result), np.int64)


def _at_work(moment: Moments, share: NDArray[np.float64]) -> Moments:
    working = _on_weekdays(_off_holidays(_on_weekdays(moment, share), share), share)
    moments: Moments = np.where(share < ANYWAY, _by_day(moment, EARLIEST, LATEST), _by_day(working, FIRST, LAST))
    return moments


def _on_weekdays(moment: Moments, share: NDArray[np.float64]) -> Moments:
    weekday = (moment // DAY + 3) % 7
    back = np.where(weekday >= SATURDAY, weekday - SATURDAY + 1 + (share * 97).astype(np.int64) % 5, 0)
    return np.asarray(moment - back * DAY, np.int64)


def _off_holidays(moment: Moments, share: NDArray[np.float64]) -> Moments:
    """Return moments with those on holidays at the end of a year brought before them."""
    days = (moment // DAY).astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    month, day = months.astype(np.int64) % 12 + 1, (days - months).astype(np.int64) + 1
    back = np.zeros(len(moment), np.int64)
    for (of_month, of_day), since in HOLIDAYS.items():
        here = (month == of_month) & (day == of_day)
        back[here] = since + (share[here] * 89).astype(np.int64) % 5
    return np.asarray(moment - back * DAY, np.int64)


def _by_day(moment: Moments, first: float, last: float) -> Moments:
    midnight = moment // DAY * DAY
    minutes = (moment - midnight) // MINUTE
    inside = (first * 60 + minutes * (last - first) / 24).astype(np.int64) // 5 * 5 + minutes % 5
    return np.asarray(midnight + inside * MINUTE, np.int64)
