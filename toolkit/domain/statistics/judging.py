"""The rules that turn what people did into a verdict on a goal.

Bayesian, with Jeffreys' (for a mean: the reference) prior: a goal is confirmed when the probability that it is
met is at least 0.90, refuted at 0.10 or less, and not known otherwise; never from fewer than five people.
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from toolkit.domain.statistics.distributions import beta_above, student_below
from toolkit.domain.statistics.intervals import FEWEST, Rate
from toolkit.domain.statistics.task_times import check_times
from toolkit.domain.verdict import Outcome, Target, Verdict
from toolkit.errors import ToolkitError

CONFIRM = 0.90
REFUTE = 0.10
_NOBODY_ASKS_MORE = 1_000_000


@dataclass(frozen=True, slots=True)
class _Belief:
    """How probable it is that a goal is met, and how many more people could settle it."""

    probability: float | None
    to_confirm: int | None
    to_refute: int | None


@dataclass(frozen=True, slots=True)
class _Case:
    """All that a verdict is made from: who was asked, what was seen, and what we would like to be sure of."""

    belief: _Belief
    people: int
    planned: int
    seen: str
    claim: str

    def verdict(self) -> Verdict:
        """Put it all together."""
        belief, known = self.belief, self.outcome != "not known"
        told = belief.probability if self.people >= FEWEST else None
        return Verdict(
            outcome=self.outcome,
            sentence=self.sentence,
            people=self.people,
            planned=self.planned,
            provisional=self.people < self.planned,
            # Rounded so that a verdict recomputed elsewhere, by another build of scipy, is equal to the last digit.
            probability=None if told is None else round(told, 6),
            to_confirm=None if known else belief.to_confirm,
            to_refute=None if known else belief.to_refute,
        )

    @property
    def outcome(self) -> Outcome:
        """Apply the rule."""
        probability = self.belief.probability
        if probability is None or self.people < FEWEST:
            return "not known"
        return "confirmed" if probability >= CONFIRM else "refuted" if probability <= REFUTE else "not known"

    @property
    def sentence(self) -> str:
        """Say it in plain words, and never more than the rule allows."""
        asked = f"{self.people} of {self.planned} people"
        if not self.people:
            return f"not known: {asked}"
        if self.people < FEWEST:
            return f"not known: {asked}; no verdict from fewer than {FEWEST}" + (f" ({self.seen})" if self.seen else "")
        if self.outcome == "not known":
            unsure = "not enough yet to be" if self.belief.probability is not None else "no number of people can make"
            return f"{self.seen}; {unsure} sure of {self.claim}"
        told = "be sure of" if self.outcome == "confirmed" else "rule out"
        so_far = f" (provisional: {asked})" if self.people < self.planned else ""
        return f"{self.seen}; enough to {told} {self.claim}{so_far}"


def judge_rate(successes: int, asked: int, *, target: Target, planned: int, said: str = "could do it") -> Verdict:
    """Judge the share, among all people like those asked, of those who succeed without help.

    `successes` may count anything that people do or not: `said` puts it in words ('gave up'). `to_confirm` supposes
    that from now on everybody does what the goal hopes for, `to_refute` that nobody does. A target of 100 % is refuted
    by one failure among five or more, and no number of people confirms it.
    """
    rate = Rate(successes, asked)
    if not 0 <= target.value <= 1:
        raise ToolkitError(
            f"{target.amount} is not a share that people can reach",
            fix="give a share from 0 to 100 %, for example >= 80 %",
        )
    met, least = (rate.successes, target.value) if target.upward else (asked - rate.successes, 1 - target.value)
    seen = f"{successes} of {asked} {said}"
    return _Case(_rate_belief(met, asked, least), asked, planned, seen, target.claim).verdict()


def judge_time(times: Sequence[float], failed: int, *, target: Target, planned: int) -> Verdict:
    """Judge the median time, in seconds, of all people like those asked, where whoever fails is never in time.

    `times` are of those who succeeded, `failed` all others who were asked. The median is within the target just when
    at least half of all people succeed within it. So it is judged as that rate, which is exact, takes no shape of
    distribution for granted and does not leave out the failures.
    """
    check_times(times, failed)
    people = len(times) + failed
    met = sum(target.met_by(value) for value in times)
    limit = {"<=": "within", "<": "in less than", ">=": "in no less than", ">": "in more than"}[target.comparison]
    seen = f"{met} of {people} did it {limit} {target.amount}" + (f" ({failed} failed)" if failed else "")
    claim = "half of all people doing so"
    return _Case(_rate_belief(met, people, 0.5), people, planned, seen, claim).verdict()


def judge_score(values: Sequence[float], *, target: Target, planned: int) -> Verdict:
    """Judge the mean score (SUS, ease, lostness ...), one value a person, of all people like those asked.

    The mean's posterior is Student's t. Where all gave the same score it has no spread to go by, and the rule
    is whether at least half of all people meet the target. `to_confirm` and `to_refute` suppose that mean and spread
    stay as they are, so only one of them is given.
    """
    if not all(math.isfinite(value) for value in values):
        raise ValueError("a score is a finite number")
    people = len(values)
    seen = f"mean {fmean(values):.3g} from {people} people" if people >= FEWEST else ""
    return _Case(_score_belief(values, target), people, planned, seen, target.claim).verdict()


def _rate_belief(met: int, asked: int, least: float) -> _Belief:
    fewest = max(FEWEST - asked, 0)
    if least >= 1:
        return _Belief(None if met == asked else 0.0, None, max(fewest, 1) if met == asked else fewest)
    if least <= 0:
        return _Belief(1.0, fewest, None)
    return _Belief(
        _chance(met, asked, least),
        _fewest_more(lambda more: _chance(met + more, asked + more, least) >= CONFIRM, fewest),
        _fewest_more(lambda more: _chance(met, asked + more, least) <= REFUTE, fewest),
    )


def _chance(met: int, asked: int, least: float) -> float:
    """Return P(rate >= least) from `met` of `asked` and Jeffreys' prior, Beta(1/2, 1/2)."""
    return beta_above(least, a=met + 0.5, b=asked - met + 0.5)


def _score_belief(values: Sequence[float], target: Target) -> _Belief:
    n = len(values)
    if n < FEWEST:
        return _Belief(None, FEWEST - n, FEWEST - n)
    if min(values) == max(values):
        return _rate_belief(n if target.met_by(values[0]) else 0, n, 0.5)
    mean, spread = fmean(values), stdev(values)
    if math.isclose(mean, target.value):
        return _Belief(0.5, None, None)
    lead = (mean - target.value if target.upward else target.value - mean) / spread
    more = _fewest_more(lambda k: student_below(abs(lead) * math.sqrt(n + k), df=n + k - 1) >= CONFIRM, 0)
    probability = student_below(lead * math.sqrt(n), df=n - 1)
    return _Belief(probability, more if lead > 0 else None, more if lead < 0 else None)


def _fewest_more(tells: Callable[[int], bool], start: int) -> int | None:
    """Return the smallest number of further people, from `start` on, at which `tells` becomes and stays true."""
    high = max(start, 1)
    while not tells(high):
        high *= 2
        if high > _NOBODY_ASKS_MORE:
            return None
    return bisect_left(range(high + 1), True, lo=start, key=tells)
