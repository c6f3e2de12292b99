"""SUS, ease and other scores."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.weightstats import DescrStatsW

from toolkit.domain.statistics import scores, straight_lined, sus, sus_grade

ANSWERS = st.lists(st.integers(1, 5), min_size=10, max_size=10)


@pytest.mark.parametrize(
    ("answers", "score"),
    [
        ([5, 1] * 5, 100.0),
        ([1, 5] * 5, 0.0),
        ([3] * 10, 50.0),
        ([4, 2] * 5, 75.0),
        ([5, 4, 2, 1, 2, 1, 3, 2, 4, 4], 60.0),
        ([4, 1, 4, 2, 5, 1, 4, 1, 4, 3], 82.5),
    ],
)
def test_sus_is_scored_as_published(answers: list[int], score: float) -> None:
    assert sus(answers) == score


@given(ANSWERS)
def test_sus_is_a_multiple_of_two_and_a_half_up_to_100(answers: list[int]) -> None:
    assert 0 <= sus(answers) <= 100
    assert sus(answers) % 2.5 == 0


@given(ANSWERS)
def test_turning_every_answer_round_turns_the_score_round(answers: list[int]) -> None:
    assert sus([6 - answer for answer in answers]) == 100 - sus(answers)


@pytest.mark.parametrize("answers", [[3] * 9, [3] * 11, [0, *[3] * 9], [*[3] * 9, 6], []])
def test_incomplete_or_impossible_answers_have_no_sus(answers: list[int]) -> None:
    with pytest.raises(ValueError, match="ten answers from 1 to 5"):
        sus(answers)


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        (100, "A+"),
        (84.1, "A+"),
        (84.0, "A"),
        (80.8, "A"),
        (78.9, "A-"),
        (77.2, "B+"),
        (74.1, "B"),
        (72.6, "B-"),
        (71.1, "C+"),
        (68, "C"),
        (65.0, "C"),
        (62.7, "C-"),
        (51.7, "D"),
        (51.6, "F"),
        (0, "F"),
    ],
)
def test_grades_are_curved(score: float, grade: str) -> None:
    assert sus_grade(score) == grade


@pytest.mark.parametrize("score", [-1, 101, float("nan")])
def test_a_score_off_the_scale_has_no_grade(score: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 100"):
        sus_grade(score)


def test_the_same_column_ten_times_is_straight_lining() -> None:
    assert straight_lined([4] * 10)
    assert not straight_lined([5, 1] * 5)


@given(st.lists(st.integers(1, 7), min_size=2, max_size=40))
def test_mean_ease_and_its_interval_agree_with_statsmodels(values: list[int]) -> None:
    summary = scores(values, low=1, high=7)
    low, high = DescrStatsW(values).tconfint_mean()

    assert summary.interval is not None
    assert (summary.interval.low, summary.interval.high) == pytest.approx((max(low, 1), min(high, 7)), abs=1e-9)
    assert summary.mean == pytest.approx(sum(values) / len(values))
    assert summary.n == len(values)


def test_median_lies_between_the_two_in_the_middle() -> None:
    assert scores([7, 1, 6, 5], low=1, high=7).median == 5.5


def test_no_answer_has_no_mean_and_one_has_no_interval() -> None:
    none, one = scores([], low=1, high=7), scores([6], low=1, high=7)

    assert (none.n, none.mean, none.median, none.interval) == (0, None, None, None)
    assert (one.mean, one.interval) == (6, None)


def test_a_score_off_its_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="between 1 and 7"):
        scores([8], low=1, high=7)
