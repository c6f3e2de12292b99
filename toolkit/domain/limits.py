"""Limits on a value besides its bounds: the days and hours it may lie in, and what no two rows may share with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from toolkit.domain.expression import Expression
from toolkit.domain.values import Value

DAY = 24 * 60
SATURDAY = 5
SLOT = 30
"""Minutes between two points in time that people think of."""


@dataclass(frozen=True, slots=True)
class Hours:
    """The days of the week and, in minutes of the day, the hours in which a date or time may lie."""

    weekdays: bool = False
    first: int = 0
    last: int = DAY

    def holds(self, value: Value) -> bool:
        """Return whether a value lies within."""
        return self.on_day(value) and self.in_time(value)

    def on_day(self, value: Value) -> bool:
        """Return whether a value is on one of the days; what is no date is on any."""
        return not (self.weekdays and isinstance(value, date) and value.weekday() >= SATURDAY)

    def in_time(self, value: Value) -> bool:
        """Return whether a value is in the hours; what has no time of day is in any."""
        if not isinstance(value, datetime | time):
            return True
        return self.first <= value.hour * 60 + value.minute <= self.last

    @property
    def clocks(self) -> tuple[str, str]:
        """The first and the last time of day, as '08:00' and '17:00'."""
        return _clock(self.first), _clock(self.last)

    def within(self, value: Value, share: float = 0.0) -> Value:
        """Return the value, or one near it that lies within; `share` says how far into the hours."""
        if isinstance(value, date):
            while self.weekdays and value.weekday() >= SATURDAY:
                value += timedelta(days=1)
        if isinstance(value, datetime | time) and not self.in_time(value):
            slots = (self.last - self.first) // SLOT
            minutes = self.first + SLOT * min(int(share * (slots + 1)), slots)
            value = value.replace(hour=minutes // 60 % 24, minute=minutes % 60)
        return value

    def after(self, value: Value) -> Iterator[Value]:
        """Yield the values that follow one, by slots of half an hour or by days, as far as a year."""
        whole_days = isinstance(value, date) and not isinstance(value, datetime)
        for _ in range(365 if whole_days else 365 * DAY // SLOT):
            if isinstance(value, time):
                minutes = value.hour * 60 + value.minute + SLOT
                if minutes >= DAY:
                    return
                value = value.replace(hour=minutes // 60, minute=minutes % 60)
            elif isinstance(value, date):
                value += timedelta(days=1) if whole_days else timedelta(minutes=SLOT)
            else:
                return
            if self.holds(value):
                yield value


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@dataclass(frozen=True, slots=True)
class Apart:
    """The other fields that no two rows may share together with this one, and of which rows that is asked."""

    fields: tuple[str, ...]
    where: Expression | None = None
