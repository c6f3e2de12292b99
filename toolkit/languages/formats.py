"""Numbers, money, dates and durations by locale: Babel's, with the digits that keyboards have."""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cached_property
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_currency, format_decimal, format_percent, get_decimal_symbol, is_currency
from babel.units import format_unit

from toolkit.domain.formats import MINUTES, Formats, Unit

_UNITS: Mapping[Unit, str] = {"d": "duration-day", "h": "duration-hour", "min": "duration-minute"}
_LENGTHS: tuple[Literal["long", "short", "narrow"], ...] = ("long", "short", "narrow")
_COUNTS = (1, 2, 3, 11, 100)
"""Numbers that between them have every plural of our languages."""
LATIN = "latn"


class LocaleFormats(Formats):
    """The way of one locale."""

    def __init__(self, locale: Locale) -> None:
        """Take the locale."""
        self.locale = locale
        self.decimal = get_decimal_symbol(locale, numbering_system=LATIN)
        self.separator = "، " if locale.language == "ar" else ", "
        self.first_day = locale.first_week_day

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number with so many decimals, thousands apart."""
        pattern = f"#,##0.{'0' * digits}".rstrip(".")
        return format_decimal(value, pattern, self.locale, numbering_system=LATIN)

    def precise(self, value: float) -> str:
        """Return a number near zero by its first two digits that are none."""
        return super().precise(value).replace(".", self.decimal)

    def money(self, value: float, currency: str) -> str:
        """Return an amount of money; the currency is a code, a sign, or not said."""
        if is_currency(currency):
            return format_currency(value, currency, locale=self.locale, numbering_system=LATIN)
        return super().money(value, currency)

    def percent(self, number: str) -> str:
        """Return a share whose number is already written."""
        return format_percent(0, locale=self.locale, numbering_system=LATIN).replace("0", number, 1)

    def short_date(self, day: date) -> str:
        """Return a date in middling length."""
        return format_date(day, "medium", self.locale)

    def moment(self, at: datetime) -> str:
        """Return a point in time of about now, without its year."""
        glue = str(self.locale.datetime_formats["medium"]).replace("'", "")
        return glue.format(self.clock_time(at.time()), format_skeleton("MMMd", at, locale=self.locale))

    def clock_time(self, at: time) -> str:
        """Return a time of day."""
        return format_time(at, "short", locale=self.locale)

    def month(self, day: date) -> str:
        """Return the month that a day is in."""
        return format_skeleton("yMMMM", day, locale=self.locale)

    def day(self, day: date) -> str:
        """Return a day of a known year by its whole name."""
        named = format_skeleton("MMMMd", day, locale=self.locale)
        return f"{format_date(day, 'EEEE', self.locale)}{self.separator}{named}"

    def whole_day(self, day: date) -> str:
        """Return a day by its whole name with the year."""
        return format_date(day, "full", self.locale)

    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """Return the days of a week in order, each in short and whole."""
        names = self.locale.days["stand-alone"]
        order = [(self.first_day + n) % 7 for n in range(7)]
        return tuple((names["abbreviated"][n], names["wide"][n]) for n in order)

    def length(self, count: int, unit: Unit) -> str:
        """Return a length of time in one unit."""
        return format_unit(count, _UNITS[unit], "short", locale=self.locale, numbering_system=LATIN)

    @cached_property
    def units(self) -> Mapping[str, int]:
        """Words for lengths of time, the locale's own beside the short signs."""
        own = {
            word.casefold(): MINUTES[unit]
            for unit, name in _UNITS.items()
            for length in _LENGTHS
            for count in _COUNTS
            if (word := _word(format_unit(count, name, length, locale=self.locale, numbering_system=LATIN)))
            and word != name  # where the locale has no word for it
        }
        return {**own, **super().units}


def _word(length: str) -> str:
    """Return the unit of a length of time without its number."""
    return length.strip("0123456789 .\u00a0\u202f")
