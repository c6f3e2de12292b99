"""Numbers spread as a field's line says: normal, lognormal, by Zipf's law, growing with time; always within its range.

A number that lies outside the range is drawn again from the same cell, so that none pile up at a bound, and another
range changes only what lies outside it.
"""

import math
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from toolkit.data.chance import marked
from toolkit.data.lot import Lot
from toolkit.data.numbers import Numbers, Shares, mixed, shares_of
from toolkit.domain.solution import Field
from toolkit.domain.spread import Spread
from toolkit.domain.values import Value

Flags = NDArray[np.bool_]
Draw = Callable[[Numbers, NDArray[np.int64]], tuple[Shares, Flags]]
"""Makes, of the numbers of some cells and of their places, one value each, and says which are allowed."""

AT_ONCE, ROUNDS = 16, 16
"""Draws of one cell that are made together, and how often."""
RANKS = 100_000
"""Values that Zipf's law is spread over at most."""
_OTHER = np.uint64(marked("the other share of a draw"))


def is_drawn(field: Field) -> bool:
    """Return whether a field's line says how its numbers are spread."""
    return bool(field.spread and (field.spread.shape in {"normal", "lognormal", "zipf"} or field.spread.growth))


def spread(field: Field, lot: Lot, years: Shares | None = None) -> Shares:
    """Return a number a row; `years` says for a trend how long after now each row came about (before is negative)."""
    return drawn(field, lot.cells, years)


def one(field: Field, cell: int, years: float = 0.0) -> float:
    """Return the number of one cell: the same as in a whole lot."""
    return float(drawn(field, np.array([cell], np.uint64), np.array([years]))[0])


def drawn(field: Field, cells: Numbers, years: Shares | None = None) -> Shares:
    """Return a number for each cell."""
    said = field.spread or Spread()
    digits = 2 if field.type == "money" else said.digits
    lowest = -math.inf if field.low is None else field.low
    highest = math.inf if field.high is None else field.high
    grown = (1 + said.growth) ** years if years is not None and said.growth else np.ones(len(cells))

    def draw(numbers: Numbers, places: NDArray[np.int64]) -> tuple[Shares, Flags]:
        values = np.round(_shaped(field, said, numbers, grown[places][:, None]), digits)
        return values, (values >= lowest) & (values <= highest)

    found = first_allowed(cells, f"spread {said.shape}", draw)
    left = np.isnan(found)
    if left.any():
        low, high = _ends(field)
        found[left] = np.round(low + (high - low) * shares_of(mixed(cells[left])), digits)
    return found


def plain(value: float, field: Field) -> Value:
    """Return a number as its field holds it: a whole one without a point."""
    return int(value) if field.type != "money" and float(value).is_integer() else round(float(value), 6)


def first_allowed(cells: Numbers, name: str, draw: Draw) -> Shares:
    """Return for each cell the first of its draws that is allowed; not a number where none is."""
    found, left = np.full(len(cells), math.nan), np.arange(len(cells))
    for round_ in range(ROUNDS):
        values, allowed = draw(cells[left][:, None] ^ _marks(name, round_)[None, :], left)
        has, first = allowed.any(axis=1), allowed.argmax(axis=1)
        found[left[has]] = values[has, first[has]]
        left = left[~has]
        if not len(left):
            break
    return found


@lru_cache(maxsize=1_024)
def _marks(name: str, round_: int) -> Numbers:
    return np.array([marked(name, round_ * AT_ONCE + n) for n in range(AT_ONCE)], np.uint64)


def other_shares(numbers: Numbers) -> Shares:
    """Return others, that have nothing to do with these."""
    return shares_of(mixed(numbers ^ _OTHER))


def _shaped(field: Field, said: Spread, numbers: Numbers, grown: Shares) -> Shares:
    """Return numbers of a shape, before anything is said of their range; if none is said, numbers from within it.

    `grown` is how many times larger they are for a trend; within a range, so many times likelier to be large.
    """
    if said.shape == "zipf":
        return _ranked(field, said.width, shares_of(mixed(numbers))) * grown
    if said.shape in {"normal", "lognormal"}:
        deviates = _normal(shares_of(mixed(numbers)), other_shares(numbers))
        if said.shape == "normal":
            return (said.middle + said.width * deviates) * grown
        return said.middle * grown * np.asarray(said.width**deviates, np.float64)
    low, high = _ends(field)
    return low + (high - low) * np.asarray(shares_of(mixed(numbers)) ** (1 / grown), np.float64)


def _normal(first: Shares, second: Shares) -> Shares:
    """Return standard normal numbers of two evenly spread ones each (Box and Muller, 1958)."""
    return np.asarray(np.sqrt(-2 * np.log(1 - first)) * np.cos(2 * math.pi * second), np.float64)


def _ranked(field: Field, exponent: float, even: Shares) -> Shares:
    """Return the smallest value most often, the k-th by 1 / k to the exponent (Zipf, 1949)."""
    low = math.ceil(1 if field.low is None else field.low)
    count = RANKS if field.high is None else min(max(math.floor(field.high) - low + 1, 1), RANKS)
    bounds = _cumulated(count, exponent)
    return np.asarray(low + np.searchsorted(bounds, even * bounds[-1], side="right"), np.float64)


@lru_cache(maxsize=64)
def _cumulated(count: int, exponent: float) -> Shares:
    return np.asarray(np.cumsum(np.arange(1, count + 1, dtype=np.float64) ** -exponent), np.float64)


def _ends(field: Field) -> tuple[float, float]:
    """Return a field's range; where the spec gives only one end, or none, the usual other."""
    low = field.low if field.low is not None else min(0.0, (field.high or 0.0) - 100)
    return low, field.high if field.high is not None else max(low * 2, low + 100)
