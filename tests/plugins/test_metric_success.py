"""The metric 'success'."""

import pytest

from toolkit import Sample, Target, TaskRun
from toolkit.loader import load

SUCCESS = load(installed=False).metrics["success"]


def sample(*outcomes):
    runs = tuple(TaskRun(session=str(n), option="a", task="t", outcome=o) for n, o in enumerate(outcomes))
    return Sample("a", "t", len(runs), runs)


def test_all_who_were_asked_count():
    found = SUCCESS.measure(sample("direct", "indirect", "false success", "gave up", "left", "not started"))
    assert (found.value, found.people) == (pytest.approx(1 / 3), 6)
    assert found.counts == {"succeeded": 2, "direct": 1}


def test_four_of_five_may_truly_be_anything_from_36_to_98_percent():
    found = SUCCESS.measure(sample(*["direct"] * 4, "gave up"))
    assert found.text == "4 of 5 could do it (36 to 98 %)"


def test_nobody_asked_is_no_number():
    found = SUCCESS.measure(sample())
    assert (found.value, found.low, found.high, found.text) == (None, None, None, "0 of 0 could do it")


@pytest.mark.parametrize(("good", "bad", "outcome"), [(8, 0, "confirmed"), (4, 1, "not known"), (1, 4, "refuted")])
def test_the_verdict(good, bad, outcome):
    people = sample(*["direct"] * good, *["left"] * bad)
    assert SUCCESS.judge(people, Target(">=", 0.8, "%"), 8).outcome == outcome
