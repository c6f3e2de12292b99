"""Rates and their adjusted-Wald intervals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from toolkit.domain.statistics import Interval, Rate


@pytest.mark.parametrize(
    ("successes", "asked", "low", "high"),
    [(4, 5, 36, 98), (5, 5, 51, 100), (7, 10, 39, 90), (0, 5, 0, 49), (8, 8, 63, 100)],
)
def test_interval_of_a_rate_is_as_published(successes: int, asked: int, low: int, high: int) -> None:
    interval = Rate(successes, asked).interval

    assert (round(interval.low * 100), round(interval.high * 100)) == (low, high)


@given(st.integers(1, 400), st.data())
def test_interval_agrees_with_statsmodels_and_stays_a_share(asked: int, data: st.DataObject) -> None:
    rate = Rate(data.draw(st.integers(0, asked)), asked)
    low, high = proportion_confint(rate.successes, asked, method="agresti_coull")

    assert (rate.interval.low, rate.interval.high) == pytest.approx((max(low, 0), min(high, 1)), abs=1e-12)
    assert rate.share is not None
    assert 0 <= rate.interval.low <= rate.share <= rate.interval.high <= 1


def test_nobody_asked_says_nothing_at_all() -> None:
    assert Rate(0, 0).share is None
    assert (Rate(0, 0).interval.low, Rate(0, 0).interval.high) == pytest.approx((0, 1))


@pytest.mark.parametrize(("successes", "asked"), [(6, 5), (-1, 5), (0, -1)])
def test_more_successes_than_people_is_no_rate(successes: int, asked: int) -> None:
    with pytest.raises(ValueError, match="is no rate"):
        Rate(successes, asked)


def test_interval_is_cut_off_at_the_ends_of_its_scale() -> None:
    assert Interval(-3, 120).within(0, 100) == Interval(0, 100)
    assert Interval(6.1, 7.9).within(1, 7) == Interval(6.1, 7)
