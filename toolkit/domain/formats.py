"""How numbers, money, dates and durations are written and read; here as in English, and in one place for all of it."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Literal

Unit = Literal["d", "h", "min"]
MINUTES: Mapping[Unit, int] = {"d": 1440, "h": 60, "min": 1}
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬−", "01234567890123456789.,-")
_SWAPPED = str.maketrans(".,", ",.")
_UNSEEN = re.compile("[\u200e\u200f\u061c]")
"""Marks of direction, which people paste along with what they copy."""


class Formats:
    """The English way. A language that writes them otherwise brings its own; what is typed is read the same way."""

    decimal = "."
    separator = ", "
    """What stands between the things of a list."""
    first_day = 0
    """The day that a week begins with; 0 is Monday."""

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number with so many decimals, thousands apart."""
        return f"{value:,.{digits}f}"

    def precise(self, value: float) -> str:
        """Return a number near zero by its first two digits that are none."""
        return f"{value:.2g}"

    def money(self, value: float, currency: str) -> str:
        """Return an amount of money; the currency is a code, a sign, or not said."""
        return f"{self.number(value, 2)}\u00a0{currency}".rstrip("\u00a0")

    def percent(self, number: str) -> str:
        """Return a share whose number is already written."""
        return f"{number}\u00a0%"

    def short_date(self, day: date) -> str:
        """Return a date: 5 Mar 2026."""
        return f"{day.day} {day:%b %Y}"

    def moment(self, at: datetime) -> str:
        """Return a point in time of about now: 5 Mar, 09:30."""
        return f"{at.day} {at:%b}, {at:%H:%M}"

    def clock_time(self, at: time) -> str:
        """Return a time of day."""
        return f"{at:%H:%M}"

    def month(self, day: date) -> str:
        """Return the month that a day is in: March 2026."""
        return f"{day:%B} {day.year}"

    def day(self, day: date) -> str:
        """Return a day of a known year by its whole name: Thursday 5 March."""
        return f"{day:%A} {day.day} {day:%B}"

    def whole_day(self, day: date) -> str:
        """Return a day by its whole name with the year."""
        return f"{self.day(day)} {day.year}"

    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """Return the days of a week in order, each in short and whole."""
        return tuple((name[:3], name) for name in WEEK)

    def length(self, count: int, unit: Unit) -> str:
        """Return a length of time in one unit: 2 h."""
        return f"{count} {unit}"

    def duration(self, length: timedelta) -> str:
        """Return whole minutes in words; a duration that runs backwards has a minus sign before all of it."""
        minutes = round(abs(length).total_seconds() / 60)
        days, hours = minutes // 1440, minutes % 1440 // 60
        parts: tuple[tuple[int, Unit], ...] = ((days, "d"), (hours, "h"), (minutes % 60, "min"))
        said = " ".join(self.length(count, unit) for count, unit in parts if count) or self.length(0, "min")
        return f"−{said}" if minutes and length < timedelta() else said

    def listed(self, things: tuple[str, ...]) -> str:
        """Return several things in one line."""
        return self.separator.join(things)

    def typed_number(self, value: float, digits: int | None = None) -> str:
        """Return a number as it is typed: no thousands apart, as many decimals as it has unless it is said."""
        text = f"{value:.{digits}f}" if digits is not None else str(int(value) if float(value).is_integer() else value)
        return text.replace(".", self.decimal)

    def read_number(self, text: str) -> str:
        """Return a typed number as Python writes it: '1 234.5', '1,234.5' and '1.234,5' are one number.

        Of two separators the last one is the decimal one; a single one that is not the decimal sign of the language
        parts thousands, if three digits follow. Raises ValueError for what is no number.
        """
        bare = re.sub(r"[\s'’$€£¥]", "", _UNSEEN.sub("", text)).translate(_DIGITS)
        if self.decimal == ",":
            bare = bare.translate(_SWAPPED)
        if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+,\d+|[+-]?\d{1,3}(\.\d{3}){2,}", bare):
            bare = bare.replace(".", "").replace(",", ".")
        elif re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", bare):
            bare = bare.replace(",", "")
        elif re.fullmatch(r"[+-]?\d*,\d+", bare):
            bare = bare.replace(",", ".")
        if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", bare, re.ASCII | re.IGNORECASE):
            raise ValueError(text)
        return bare

    def read_duration(self, text: str) -> timedelta:
        """Return a typed duration: '2 h 30 min', '1,5 days'. Raises ValueError or OverflowError."""
        words = "|".join(sorted(map(re.escape, self.units), key=len, reverse=True))
        part = rf"\s*(\d+(?:[.,]\d+)?)\s*({words})(?![^\W\d_])\.?[\s,]*"
        plain = _UNSEEN.sub("", text).translate(_DIGITS).casefold()
        if not re.fullmatch(f"(?:{part})+", plain):
            raise ValueError(text)
        found = re.findall(part, plain)
        return timedelta(minutes=round(sum(float(n.replace(",", ".")) * self.units[unit] for n, unit in found)))

    @property
    def units(self) -> Mapping[str, int]:
        """Words for lengths of time, each with its minutes; the short signs are understood in every language."""
        return _UNITS


_UNITS = {
    **dict.fromkeys(("d", "day", "days"), 1440),
    **dict.fromkeys(("h", "hour", "hours"), 60),
    **dict.fromkeys(("min", "minute", "minutes", "m"), 1),
}
