"""How a field's made-up values are spread: a distribution by name, seasons, a trend, and how many are empty."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

Shape = Literal["", "weights", "normal", "lognormal", "zipf"]
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HOURS = ("office hours", "mornings", "lunchtime", "afternoons", "evenings", "nights")
WEEKS = ("weekdays", "weekends")
YEARS: Mapping[str, tuple[int, ...]] = {
    "winter": (12, 1, 2),
    "spring": (3, 4, 5),
    "summer": (6, 7, 8),
    "autumn": (9, 10, 11),
    **{name: (number,) for number, name in enumerate(MONTHS, 1)},
}
"""The months of a season of the year."""
SEASONS = (*HOURS, *WEEKS, *DAYS, *YEARS)
"""The seasons that a spec may name: of the day, of the week and of the year."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What a field's line says of how its made-up values are spread; what is empty or zero is as usual.

    `middle` and `width` are the mean and the standard deviation of `normal`; of `lognormal` the median and the factor
    that two thirds of the values lie within; of `zipf` is `width` the exponent, and `weights` has one by option.
    `growth` is the share that is added in a year, `empty` the share of rows without a value, `yes` that of yeses.
    Numbers are rounded to `digits`.
    """

    shape: Shape = ""
    middle: float = 0.0
    width: float = 0.0
    weights: tuple[float, ...] = ()
    seasons: tuple[str, ...] = ()
    growth: float = 0.0
    empty: float | None = None
    yes: float | None = None
    digits: int = 0

    def joined(self, other: "Spread") -> "Spread":
        """Return what two rules of one line say together; the later one holds where both speak of the same."""
        shaped = other if other.shape else self
        kept = replace(shaped, seasons=(*self.seasons, *other.seasons))
        empty = self.empty if other.empty is None else other.empty
        yes = self.yes if other.yes is None else other.yes
        return replace(kept, growth=other.growth or self.growth, empty=empty, yes=yes)
