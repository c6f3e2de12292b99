"""The metric 'ease'."""

import pytest

from toolkit import Sample, Target, TaskRun
from toolkit.loader import load

EASE = load(installed=False).metrics["ease"]


def sample(*answers):
    runs = (TaskRun(session=str(n), option="a", task="t", outcome="gave up", ease=e) for n, e in enumerate(answers))
    return Sample("a", "t", len(answers), tuple(runs))


def test_everybody_who_answered_counts_also_those_who_failed():
    found = EASE.measure(sample(7, 5, None, 6))
    assert (found.value, found.people, found.values) == (pytest.approx(6), 3, (5, 6, 7))
    assert found.text == "6.0 of 7 on average of 3"


def test_nobody_answered():
    assert EASE.measure(sample(None)).text == "nobody answered"


def test_the_verdict():
    assert EASE.judge(sample(6, 7, 6, 7, 6, 7), Target(">=", 5), 8).outcome == "confirmed"
    assert EASE.judge(sample(1, 2, 1, 2, 1, 2), Target(">=", 5), 8).outcome == "refuted"
    assert EASE.judge(sample(7, 7), Target(">=", 5), 8).outcome == "not known"
