"""Totals: what is reckoned over the rows that refer to a row, as the sum of a claim's lines or the count of seats."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from toolkit.domain.expression import Expression
from toolkit.domain.values import Value

Way = Literal["count", "sum", "average", "lowest", "highest"]


@dataclass(frozen=True, slots=True)
class Total:
    """One field of all rows of `entity` that refer `by` a field to a row, taken together; a count needs no field."""

    text: str
    way: Way
    entity: str
    field: str = ""
    by: str = ""
    where: Expression | None = None

    @property
    def names(self) -> frozenset[str]:
        """The names of the row's own fields that it speaks of: none."""
        return frozenset()

    def of(self, values: Sequence[Value]) -> Value:
        """Return the total of these values; those that are empty do not count, and no value at all has only a sum."""
        if self.way == "count":
            return len(values)
        lengths = [v for v in values if isinstance(v, timedelta)]
        if lengths:
            return self._of_lengths(lengths)
        days = [v for v in values if isinstance(v, date)]
        if days:
            return min(days) if self.way == "lowest" else max(days)
        numbers = [v for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
        if self.way == "sum":
            return round(sum(numbers), 6) if any(isinstance(n, float) for n in numbers) else sum(numbers)
        return self._of_numbers(numbers) if numbers else None

    def _of_numbers(self, numbers: list[int | float]) -> float:
        if self.way == "average":
            return round(sum(numbers) / len(numbers), 6)
        return min(numbers) if self.way == "lowest" else max(numbers)

    def _of_lengths(self, lengths: list[timedelta]) -> timedelta:
        if self.way in {"sum", "average"}:
            whole = sum(lengths, timedelta())
            return whole if self.way == "sum" else whole / len(lengths)
        return min(lengths) if self.way == "lowest" else max(lengths)
