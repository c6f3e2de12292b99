"""Chance for many cells at once: the arithmetic of `chance`, number for number, on whole columns."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from toolkit.domain.values import Value

Numbers = NDArray[np.uint64]
Shares = NDArray[np.float64]

_STEP = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
ROUNDS = 6
"""Rounds of a Feistel network: four are enough to look random, six cost nothing more that can be seen."""


def mixed(numbers: Numbers) -> Numbers:
    """Return numbers spread over 64 bits, by splitmix64's last step; as `chance.mixed` does with one."""
    numbers = numbers + _STEP
    numbers = (numbers ^ (numbers >> np.uint64(30))) * _FIRST
    numbers = (numbers ^ (numbers >> np.uint64(27))) * _SECOND
    return numbers ^ (numbers >> np.uint64(31))


def marks_of(keys: Iterable[str]) -> Numbers:
    """Return the mark of each of some names, as `chance.marked` does with one."""
    digests = b"".join([blake2b(key.encode(), digest_size=8).digest() for key in keys])
    return np.frombuffer(digests, ">u8").astype(np.uint64)


def nth(cells: Numbers, turn: int) -> Numbers:
    """Return the number that the cells' streams give at their n-th turn, counted from 1."""
    return mixed(cells + np.uint64(turn * int(_STEP) & 0xFFFFFFFFFFFFFFFF))


def shares_of(numbers: Numbers) -> Shares:
    """Return numbers from 0 up to, not including, 1."""
    return (numbers >> np.uint64(11)).astype(np.float64) * 2.0**-53


def scores(numbers: Numbers, marks: Sequence[int], weights: Sequence[float]) -> list[Shares]:
    """Return how each of some weighted things fares for each number; the highest wins (weighted rendezvous hashing)."""
    found = []
    for mark, weight in zip(marks, weights, strict=True):
        drawn = mixed(numbers ^ np.uint64(mark)).astype(np.float64)
        found.append(np.log((drawn + 1.0) / (2.0**64 + 1.0)) / weight)
    return found


def listed(column: NDArray[Any]) -> list[Value]:
    """Return a column as plain Python values."""
    values: list[Value] = column.tolist()
    return values


def permuted(places: NDArray[np.int64], size: int, mark: int) -> NDArray[np.int64]:
    """Return each place's own place in a mixed order of `size` things: no two get the same, and no list is made.

    A Feistel network over the next power of four, walked until it is back within the size (Black and Rogaway 2002,
    'Ciphers with arbitrary finite domains'). Places run from 0 to size - 1.
    """
    half = np.uint64(max(1, (max(size - 1, 1).bit_length() + 1) // 2))
    mask = (np.uint64(1) << half) - np.uint64(1)
    result = places.astype(np.uint64)
    outside = np.ones(len(result), bool)
    while outside.any():
        result[outside] = _feistel(result[outside], half, mask, mark)
        outside = result >= np.uint64(size)
    return result.astype(np.int64)


def _feistel(numbers: Numbers, half: np.uint64, mask: np.uint64, mark: int) -> Numbers:
    left, right = numbers >> half, numbers & mask
    for turn in range(ROUNDS):
        key = np.uint64((mark + turn * int(_FIRST)) & 0xFFFFFFFFFFFFFFFF)
        left, right = right, left ^ (mixed(right ^ key) & mask)
    return (left << half) | right
