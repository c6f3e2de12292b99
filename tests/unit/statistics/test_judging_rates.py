"""Verdicts on rates and times: Jeffreys' rule, and how often it errs."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from toolkit.domain.statistics import judge_rate, judge_time
from toolkit.domain.verdict import Target, Verdict
from toolkit.errors import ToolkitError

EIGHTY = Target(">=", 0.8, "%")
SHARES = st.floats(0.01, 0.99)


def outcome(successes: int, asked: int, share: float) -> str:
    return judge_rate(successes, asked, target=Target(">=", share), planned=asked).outcome


def chance_of(verdict: str, *, share: float, asked: int, truth: float) -> float:
    """The exact probability that the rule says `verdict` of `share` when the true rate is `truth`."""
    hits = (x for x in range(asked + 1) if outcome(x, asked, share) == verdict)
    return sum(math.comb(asked, x) * truth**x * (1 - truth) ** (asked - x) for x in hits)


@pytest.mark.parametrize(
    ("share", "asked", "fewest"),
    [(0.8, 6, 6), (0.8, 8, 8), (0.8, 14, 14), (0.8, 15, 14), (0.9, 13, 13), (0.9, 15, 15), (0.5, 5, 4), (0.5, 8, 6)],
)
def test_fewest_successes_that_confirm(share: float, asked: int, fewest: int) -> None:
    assert outcome(fewest, asked, share) == "confirmed"
    assert outcome(fewest - 1, asked, share) != "confirmed"


@pytest.mark.parametrize(("share", "asked"), [(0.8, 5), (0.9, 8), (0.9, 12), (0.95, 20)])
def test_some_targets_cannot_be_confirmed_by_so_few(share: float, asked: int) -> None:
    assert outcome(asked, asked, share) == "not known"


@pytest.mark.parametrize(("asked", "most"), [(5, 2), (8, 4), (10, 6), (15, 9)])
def test_most_successes_that_refute_80_percent(asked: int, most: int) -> None:
    assert outcome(most, asked, 0.8) == "refuted"
    assert outcome(most + 1, asked, 0.8) == "not known"


@pytest.mark.parametrize("asked", range(5))
@pytest.mark.parametrize("share", [0.01, 0.5, 0.99, 1.0])
def test_fewer_than_five_people_never_make_a_verdict(asked: int, share: float) -> None:
    for successes in range(asked + 1):
        verdict = judge_rate(successes, asked, target=Target(">=", share), planned=3)

        assert (verdict.outcome, verdict.probability) == ("not known", None)


def test_80_percent_is_falsely_confirmed_less_than_once_in_fifty_with_eight_people() -> None:
    """When truly 60 % can do it: the same truth under which the bare mean errs once in three at n = 5."""
    bare_mean = stats.binom.sf(3, 5, 0.6)

    assert bare_mean == pytest.approx(1 / 3, abs=0.01)
    assert chance_of("confirmed", share=0.8, asked=8, truth=0.6) == pytest.approx(0.6**8)
    assert chance_of("confirmed", share=0.8, asked=8, truth=0.6) < 1 / 50


@pytest.mark.parametrize("asked", range(5, 41))
def test_even_just_below_the_target_a_false_verdict_is_the_exception(asked: int) -> None:
    assert chance_of("confirmed", share=0.8, asked=asked, truth=0.7999) < 0.27
    assert chance_of("refuted", share=0.8, asked=asked, truth=0.8) < 0.17


@given(st.integers(5, 200), SHARES, st.data())
def test_probability_agrees_with_scipys_beta_distribution(asked: int, share: float, data: st.DataObject) -> None:
    x = data.draw(st.integers(0, asked))
    verdict = judge_rate(x, asked, target=Target(">=", share), planned=asked)

    assert verdict.probability == pytest.approx(stats.beta.sf(share, x + 0.5, asked - x + 0.5), abs=1e-6)


@given(st.integers(5, 60), SHARES, st.data())
def test_one_more_success_never_makes_it_less_probable(asked: int, share: float, data: st.DataObject) -> None:
    x = data.draw(st.integers(0, asked - 1))
    less, more = (judge_rate(k, asked, target=Target(">=", share), planned=asked).probability for k in (x, x + 1))

    assert less is not None
    assert more is not None
    assert less <= more


@given(st.integers(0, 30), st.floats(0.05, 0.95), st.data())
def test_as_many_more_as_it_names_tell_and_one_fewer_do_not(asked: int, share: float, data: st.DataObject) -> None:
    x = data.draw(st.integers(0, asked))
    verdict = judge_rate(x, asked, target=Target(">=", share), planned=asked)
    if verdict.outcome != "not known":
        assert (verdict.to_confirm, verdict.to_refute, verdict.more, verdict.outlook) == (None, None, None, "")
        return

    up, down = verdict.to_confirm, verdict.to_refute
    assert up is not None
    assert down is not None
    assert outcome(x + up, asked + up, share) == "confirmed"
    assert outcome(x + up - 1, asked + up - 1, share) != "confirmed"
    assert outcome(x, asked + down, share) == "refuted"
    assert outcome(x, asked + down - 1, share) != "refuted"
    assert verdict.more == min(up, down)


@given(st.integers(5, 60), st.integers(1, 99), st.data())
def test_at_most_is_at_least_turned_round(asked: int, percent: int, data: st.DataObject) -> None:
    x = data.draw(st.integers(0, asked))
    failing = judge_rate(asked - x, asked, target=Target("<=", 1 - percent / 100), planned=asked)

    reaching = judge_rate(x, asked, target=Target(">=", percent / 100), planned=asked)
    assert failing.probability == pytest.approx(reaching.probability, abs=2e-6)


def test_it_is_provisional_until_as_many_as_planned_were_asked() -> None:
    assert judge_rate(6, 6, target=EIGHTY, planned=8).provisional
    assert not judge_rate(8, 8, target=EIGHTY, planned=8).provisional
    assert not judge_rate(9, 9, target=EIGHTY, planned=8).provisional


@pytest.mark.parametrize(
    ("successes", "asked", "sentence"),
    [
        (0, 0, "not known: 0 of 8 people"),
        (2, 3, "not known: 3 of 8 people; no verdict from fewer than 5 (2 of 3 could do it)"),
        (7, 8, "7 of 8 could do it; not enough yet to be sure of 80 %"),
        (8, 8, "8 of 8 could do it; enough to be sure of 80 %"),
        (3, 8, "3 of 8 could do it; enough to rule out 80 %"),
        (6, 6, "6 of 6 could do it; enough to be sure of 80 % (provisional: 6 of 8 people)"),
    ],
)
def test_the_sentence_says_it_in_plain_words(successes: int, asked: int, sentence: str) -> None:
    assert judge_rate(successes, asked, target=EIGHTY, planned=8).sentence == sentence


def test_the_outlook_says_how_many_more_would_tell() -> None:
    verdict = judge_rate(7, 8, target=EIGHTY, planned=8)

    assert verdict.outlook == "at the earliest 7 more could confirm it or 3 more could refute it"


def test_another_rate_is_said_in_its_own_words() -> None:
    verdict = judge_rate(1, 8, target=Target("<=", 0.1, "%"), planned=8, said="gave up")

    assert verdict.sentence == "1 of 8 gave up; not enough yet to be sure of at most 10 %"


def test_nobody_can_make_sure_of_everybody() -> None:
    everybody = Target(">=", 1.0, "%")
    all_did, one_failed = (judge_rate(x, 8, target=everybody, planned=8) for x in (8, 7))

    assert (all_did.outcome, all_did.to_confirm, all_did.to_refute) == ("not known", None, 1)
    assert all_did.sentence == "8 of 8 could do it; no number of people can make sure of 100 %"
    assert one_failed.outcome == "refuted"


@pytest.mark.parametrize("value", [80.0, -0.1])
def test_a_share_beyond_0_to_100_percent_is_the_architects_mistake(value: float) -> None:
    with pytest.raises(ToolkitError, match="not a share") as caught:
        judge_rate(1, 2, target=Target(">=", value), planned=8)

    assert "80 %" in caught.value.fix


def half_minute(times: list[float], failed: int) -> Verdict:
    return judge_time(times, failed, target=Target("<=", 30, "s"), planned=8)


@given(st.lists(st.floats(1, 100), max_size=20), st.integers(0, 20))
def test_a_time_is_judged_as_half_of_all_who_were_asked_doing_it_in_time(times: list[float], failed: int) -> None:
    people = len(times) + failed
    rate = judge_rate(sum(t <= 30 for t in times), people, target=Target(">=", 0.5), planned=8)
    verdict = half_minute(times, failed)

    assert (verdict.outcome, verdict.probability, verdict.to_confirm) == (
        rate.outcome,
        rate.probability,
        rate.to_confirm,
    )


def test_whoever_fails_was_not_in_time() -> None:
    assert half_minute([10] * 6, 2).outcome == "confirmed"
    assert half_minute([10] * 6, 6).outcome == "not known"
    assert half_minute([10], 7).outcome == "refuted"
    assert half_minute([], 8).outcome == "refuted"


def test_the_sentence_on_a_time_states_the_failures_beside_it() -> None:
    verdict = half_minute([10, 12, 30, 31, 9], 1)

    assert verdict.sentence == (
        "4 of 6 did it within 30 s (1 failed); not enough yet to be sure of half of all people doing so"
    )


def test_a_limit_is_said_in_the_unit_that_it_was_written_in() -> None:
    verdict = judge_time([60.0] * 8, 0, target=Target("<", 120, "min"), planned=8)

    assert verdict.sentence == "8 of 8 did it in less than 2 min; enough to be sure of half of all people doing so"
