"""The metric 'sus'."""

import pytest

from toolkit import Sample, Target
from toolkit.loader import load

SUS = load(installed=False).metrics["sus"]
BEST, MIDDLE, WORST = (5, 1) * 5, (3,) * 10, (1, 5) * 5


def sample(*answers):
    return Sample("a", asked=len(answers), sus=answers)


def test_the_score_and_its_grade():
    found = SUS.measure(sample(BEST, WORST, MIDDLE, BEST))
    assert found.value == pytest.approx((100 + 0 + 50 + 100) / 4)
    assert found.text == "62.5, grade D, on average of 4"
    assert found.counts == {"straight-lined": 1}


def test_nobody_answered():
    assert SUS.measure(sample()).text == "nobody answered"


def test_the_verdict():
    assert SUS.judge(sample(*[BEST] * 6), Target(">=", 70), 8).outcome == "confirmed"
    assert SUS.judge(sample(*[WORST] * 6), Target(">=", 70), 8).outcome == "refuted"
