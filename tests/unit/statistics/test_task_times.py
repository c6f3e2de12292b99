"""Time on task."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from toolkit.domain.statistics import times

SECONDS = st.floats(0.01, 10_000)


@given(st.lists(SECONDS, min_size=5, max_size=25), st.integers(0, 10))
def test_mean_and_interval_agree_with_scipy(values: list[float], failed: int) -> None:
    measured = times(values, failed)

    assert measured.mean is not None
    assert measured.interval is not None
    assert measured.mean == pytest.approx(stats.gmean(values), rel=1e-9)
    low, high = stats.t.interval(0.95, len(values) - 1, loc=np.log(values).mean(), scale=1)
    half = (high - low) / 2 * np.log(values).std(ddof=1) / math.sqrt(len(values))
    assert math.log(measured.interval.low) == pytest.approx(math.log(measured.mean) - half, abs=1e-6)
    assert math.log(measured.interval.high) == pytest.approx(math.log(measured.mean) + half, abs=1e-6)


def test_geometric_mean_is_not_pulled_up_by_one_slow_person() -> None:
    measured = times([10, 10, 10, 10, 160], 2)

    assert measured.mean == pytest.approx(10 * 16**0.2)
    assert (measured.n, measured.failed, measured.enough) == (5, 2, True)


@pytest.mark.parametrize("values", [[], [30.0], [12.0, 9.0, 31.0, 20.0]])
def test_under_five_there_are_only_the_dots(values: list[float]) -> None:
    measured = times(values, 1)

    assert not measured.enough
    assert (measured.mean, measured.interval) == (None, None)
    assert measured.values == tuple(sorted(values))


@given(st.lists(SECONDS, min_size=5, max_size=25), st.floats(0.1, 60))
def test_a_change_of_unit_changes_only_the_unit(values: list[float], factor: float) -> None:
    plain, scaled = times(values, 0), times([value * factor for value in values], 0)

    assert plain.mean is not None
    assert scaled.mean == pytest.approx(plain.mean * factor)


@pytest.mark.parametrize(("values", "failed"), [([0.0], 0), ([-1.0], 0), ([math.nan], 0), ([math.inf], 0), ([1.0], -1)])
def test_what_cannot_be_a_time_is_refused(values: list[float], failed: int) -> None:
    with pytest.raises(ValueError, match="positive number of seconds"):
        times(values, failed)
