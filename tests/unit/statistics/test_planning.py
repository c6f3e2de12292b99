"""What planned people can tell at best agrees with the verdict on those people."""

import pytest

from toolkit.domain.statistics import judge_rate
from toolkit.domain.statistics.planning import people_needed, settles
from toolkit.domain.verdict import Target


@pytest.mark.parametrize("people", [4, 5, 8, 13, 40])
@pytest.mark.parametrize("share", [0.05, 0.5, 0.8, 0.9, 0.95, 1.0])
def test_it_is_what_the_verdict_would_be(people: int, share: float) -> None:
    target = Target(">=", share, "%")
    all_of_them = judge_rate(people, people, target=target, planned=people)
    none_of_them = judge_rate(0, people, target=target, planned=people)
    assert settles(people, share) is (all_of_them.outcome == "confirmed")
    if share < 1:
        assert settles(people, 1 - share) is (none_of_them.outcome == "refuted")


@pytest.mark.parametrize("share", [0.8, 0.95, 0.99])
def test_the_number_needed_is_the_first_that_settles_it(share: float) -> None:
    needed = people_needed(share)
    assert needed
    assert settles(needed, share)
    assert not settles(needed - 1, share)


def test_no_number_of_people_makes_sure_of_everybody() -> None:
    assert people_needed(1.0) is None
