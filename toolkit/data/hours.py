"""When people work: weekdays, by day. What people do in a dataset happens then, but for a few."""

from collections.abc import Mapping
from datetime import datetime, timedelta

FIRST, LAST = 8.0, 18.0
EARLIEST, LATEST = 6.0, 22.0
"""Hours of the day: of work, and of those who work out of hours."""
ANYWAY = 0.05
"""The share of things done out of hours."""
SATURDAY = 5
HOLIDAYS: Mapping[tuple[int, int], int] = {(12, 24): 1, (12, 25): 2, (12, 26): 3, (12, 31): 1, (1, 1): 2}
"""Days at the end of a year on which hardly anybody works: month and day, and days since the last that is none."""
MONDAY = datetime(1900, 1, 1)
WORKDAY = timedelta(hours=LAST - FIRST)


def at_work(moment: datetime, share: float) -> datetime:
    """Return a moment brought into working hours, the whole day laid over them; `share` is the row's own chance."""
    if share < ANYWAY:
        return by_day(moment)
    moment = _on_weekday(moment, share)
    if since := HOLIDAYS.get((moment.month, moment.day)):
        moment = _on_weekday(moment - timedelta(days=since + int(share * 89) % 5), share)
    return _by_day(moment, FIRST, LAST)


def _on_weekday(moment: datetime, share: float) -> datetime:
    """Return a moment of a weekend brought into the week before it."""
    if moment.weekday() < SATURDAY:
        return moment
    return moment - timedelta(days=moment.weekday() - SATURDAY + 1 + int(share * 97) % 5)


def by_day(moment: datetime) -> datetime:
    """Return a moment brought out of the night."""
    return _by_day(moment, EARLIEST, LATEST)


def _by_day(moment: datetime, first: float, last: float) -> datetime:
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    minutes = int((moment - midnight).total_seconds() // 60)
    return midnight + timedelta(minutes=int(first * 60 + minutes * (last - first) / 24) // 5 * 5 + minutes % 5)


def resumed(moment: datetime, share: float) -> datetime:
    """Return when people come to something that was due at a moment: then, or the next working morning."""
    if share < ANYWAY and EARLIEST <= moment.hour < LATEST:
        return moment
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if (moment - day).total_seconds() >= LAST * 3600:
        day += timedelta(days=1)
    elif moment.weekday() < SATURDAY and moment.hour >= FIRST:
        return moment
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day + timedelta(minutes=int(FIRST * 60 + share * 150))


def between(first: datetime, last: datetime, share: float) -> datetime:
    """Return the moment at a share of the working time between two; of all time where nobody works between them."""
    begun = _worked(first)
    whole = _worked(last) - begun
    if last <= first or not whole:
        return last if last < first else first + (last - first) * share
    left = whole * min(max(share, 0.0), 1.0)
    day, since = divmod(begun + left, WORKDAY)
    if left and not since:
        day, since = day - 1, WORKDAY
    week, weekday = divmod(day, SATURDAY)
    moment = MONDAY + timedelta(days=7 * week + weekday, hours=FIRST) + since
    return moment.replace(second=0, microsecond=0)


def _worked(moment: datetime) -> timedelta:
    """Return how long people have worked by a moment, counted from a Monday long ago."""
    day, since = divmod(moment - MONDAY, timedelta(days=1))
    week, weekday = divmod(day, 7)
    done = (week * SATURDAY + min(weekday, SATURDAY)) * WORKDAY
    if weekday >= SATURDAY:
        return done
    return done + min(max(since - timedelta(hours=FIRST), timedelta()), WORKDAY)
