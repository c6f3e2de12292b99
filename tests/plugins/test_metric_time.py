"""The metric 'time'."""

import pytest

from toolkit import Sample, Target, TaskRun
from toolkit.loader import load

TIME = load(installed=False).metrics["time"]


def sample(*seconds, failed=0):
    runs = [TaskRun(session=f"s{n}", option="a", task="t", outcome="direct", seconds=s) for n, s in enumerate(seconds)]
    runs += [TaskRun(session=f"f{n}", option="a", task="t", outcome="gave up", seconds=1) for n in range(failed)]
    return Sample("a", "t", len(runs), tuple(runs))


def test_the_mean_is_geometric_and_says_who_failed():
    found = TIME.measure(sample(10, 20, 20, 20, 40, failed=2))
    assert found.value == pytest.approx(20)
    assert found.low < 20 < found.high
    assert found.text.endswith("; 2 failed")
    assert found.counts["failed"] == 2


def test_of_a_few_there_are_only_the_times():
    found = TIME.measure(sample(30.5, 10))
    assert (found.value, found.low, found.high) == (None, None, None)
    assert (found.values, found.text) == ((10, 30.5), "10 s, 30.5 s")
    assert TIME.measure(sample()).text == "no times"


def test_who_failed_took_longer_than_any_limit():
    target = Target("<=", 30, "s")
    assert TIME.judge(sample(10, 12, 15, 20, 22, 25), target, 8).outcome == "confirmed"
    assert TIME.judge(sample(10, failed=6), target, 8).outcome == "refuted"


def test_times_told_by_the_server_alone_are_counted():
    paged = TaskRun(session="p", option="a", task="t", outcome="direct", seconds=9, timed="page")
    people = sample(10, 20)
    found = TIME.measure(Sample("a", "t", 3, (*people.runs, paged)))
    assert found.counts["timed by the server alone"] == 2
