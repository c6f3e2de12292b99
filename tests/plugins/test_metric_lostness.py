"""The metric 'lostness'."""

import pytest

from toolkit import Sample, Target, TaskRun, Way
from toolkit.loader import load

LOSTNESS = load(installed=False).metrics["lostness"]
WAY = Way("a", "t", ("home", "list", "form"))


def sample(*walks, way=WAY, outcome="indirect"):
    runs = (TaskRun(session=str(n), option="a", task="t", outcome=outcome, screens=w) for n, w in enumerate(walks))
    return Sample("a", "t", len(walks), tuple(runs), way=way)


def test_the_published_example():
    eight_of_five = ("home", "x", "home", "y", "home", "list", "home", "form")
    assert LOSTNESS.measure(sample(eight_of_five)).value == pytest.approx(0.548, abs=0.0005)


def test_the_straight_way_is_zero():
    found = LOSTNESS.measure(sample(WAY.screens, WAY.screens))
    assert (found.value, found.counts["lost"]) == (0, 0)


def test_only_who_got_there_can_have_been_lost():
    assert LOSTNESS.measure(sample(("home", "x"), outcome="gave up")).people == 0


def test_without_a_known_way_there_is_no_number():
    found = LOSTNESS.measure(sample(("home",), way=None))
    assert (found.value, found.text) == (None, "no shortest way is known")


def test_the_verdict():
    lost = ("home", "x", "home", "y", "home", "z", "home", "list", "home", "form")
    assert LOSTNESS.judge(sample(*[lost] * 6), Target("<=", 0.4), 8).outcome == "refuted"
    assert LOSTNESS.judge(sample(*[WAY.screens] * 6), Target("<=", 0.4), 8).outcome == "confirmed"
