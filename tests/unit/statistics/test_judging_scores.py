"""Verdicts on mean scores, and those by robots."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from toolkit.domain.statistics import judge_score
from toolkit.domain.verdict import Comparison, Target, Verdict

SEVENTY = Target(">=", 70)
SCORES = st.lists(st.integers(0, 40).map(lambda k: k * 2.5), min_size=5, max_size=30)


@given(SCORES)
def test_probability_is_that_of_the_one_sided_t_test(values: list[float]) -> None:
    assume(len(set(values)) > 1)
    verdict = judge_score(values, target=SEVENTY, planned=8)
    test = stats.ttest_1samp(values, 70, alternative="greater")

    assert verdict.probability == pytest.approx(1 - test.pvalue, abs=2e-6)


@given(SCORES, st.sampled_from([(">=", "<="), (">", "<")]))
def test_at_least_and_at_most_share_the_probability(values: list[float], pair: tuple[Comparison, Comparison]) -> None:
    assume(len(set(values)) > 1)
    up, down = (judge_score(values, target=Target(way, 70), planned=8).probability for way in pair)

    assert up is not None
    assert down is not None
    assert up + down == pytest.approx(1, abs=2e-6)


@pytest.mark.parametrize(
    ("values", "outcome"),
    [
        ([80, 85, 75, 90, 77.5], "confirmed"),
        ([70, 75, 80, 60, 72.5], "not known"),
        ([40, 55, 60, 47.5, 50], "refuted"),
        ([90, 95, 100, 92.5], "not known"),
        ([], "not known"),
    ],
)
def test_outcomes_of_a_mean(values: list[float], outcome: str) -> None:
    assert judge_score(values, target=SEVENTY, planned=5).outcome == outcome


@given(SCORES)
def test_as_many_more_alike_as_it_names_would_tell(values: list[float]) -> None:
    verdict = judge_score(values, target=SEVENTY, planned=8)
    assume(verdict.more is not None)
    mean, spread = stats.tmean(values), stats.tstd(values)

    def told(more: int) -> float:
        n = len(values) + more
        return float(stats.t.cdf(abs(mean - 70) / spread * math.sqrt(n), n - 1))

    assert verdict.more is not None
    assert told(verdict.more) >= 0.9 > told(verdict.more - 1)
    assert (verdict.to_confirm is None) == (mean < 70)


@pytest.mark.parametrize(
    ("score", "target", "outcome"),
    [
        (6, Target(">=", 5.5), "confirmed"),
        (5, Target(">=", 5.5), "refuted"),
        (5.5, Target(">=", 5.5), "confirmed"),
        (5.5, Target(">", 5.5), "refuted"),
        (0.0, Target("<=", 0.4), "confirmed"),
    ],
)
def test_where_all_agree_they_are_counted(score: float, target: Target, outcome: str) -> None:
    verdict = judge_score([score] * 5, target=target, planned=5)

    assert verdict.outcome == outcome
    assert verdict.probability not in (0, 1)


def test_a_mean_just_on_the_target_has_no_outlook() -> None:
    verdict = judge_score([60, 65, 70, 75, 80], target=SEVENTY, planned=5)

    assert (verdict.outcome, verdict.probability, verdict.more) == ("not known", 0.5, None)
    assert verdict.outlook == "nobody can say how many more would tell"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ([], "not known: 0 of 8 people"),
        ([80, 90], "not known: 2 of 8 people; no verdict from fewer than 5"),
        ([70, 75, 80, 60, 72.5], "mean 71.5 from 5 people; not enough yet to be sure of 70"),
        ([80, 85, 75, 90, 77.5], "mean 81.5 from 5 people; enough to be sure of 70 (provisional: 5 of 8 people)"),
        ([50.0] * 8, "mean 50 from 8 people; enough to rule out 70"),
    ],
)
def test_the_sentence_on_a_mean(values: list[float], sentence: str) -> None:
    assert judge_score(values, target=SEVENTY, planned=8).sentence == sentence


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        judge_score([math.nan] * 5, target=SEVENTY, planned=8)


def test_a_robot_refutes_what_cannot_be_done() -> None:
    verdict = Verdict.refuted_by_robot("no way leads from Home to a raised ticket", planned=8)

    assert (verdict.outcome, verdict.by, verdict.probability, verdict.more) == ("refuted", "robot", None, None)
    assert verdict.sentence == "it cannot be done, whoever tries: no way leads from Home to a raised ticket"
