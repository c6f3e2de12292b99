"""Lostness."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.domain.statistics import lostness


def test_lostness_is_as_published() -> None:
    assert lostness(5, 8, 3) == pytest.approx(0.548, abs=0.0005)


@given(st.integers(1, 50))
def test_the_straightest_way_is_not_lost(screens: int) -> None:
    assert lostness(screens, screens, screens) == 0


@given(st.integers(1, 20), st.integers(0, 20), st.integers(0, 20))
def test_whoever_gets_there_has_a_lostness_from_0_to_root_2(needed: int, extra: int, again: int) -> None:
    value = lostness(needed + extra, needed + extra + again, needed)

    assert value is not None
    assert 0 <= value < math.sqrt(2)


@given(st.integers(1, 20), st.integers(1, 20), st.integers(0, 20))
def test_going_back_once_more_never_makes_less_lost(needed: int, extra: int, again: int) -> None:
    different = needed + extra
    once, twice = (lostness(different, different + again + more, needed) for more in (0, 1))

    assert once is not None
    assert twice is not None
    assert once < twice


def test_whoever_never_started_was_not_lost() -> None:
    assert lostness(0, 0, 0) == 0
    assert lostness(0, 0, 3) is None


@pytest.mark.parametrize("counts", [(6, 5, 3), (-1, 5, 3), (5, 8, -3), (0, 4, 3)])
def test_impossible_counts_are_refused(counts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="screen"):
        lostness(*counts)
