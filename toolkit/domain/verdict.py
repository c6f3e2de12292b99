"""What a goal's target is, and the verdict on it: confirmed, refuted or not known."""

from dataclasses import dataclass
from typing import Literal, Self

Comparison = Literal[">=", "<=", ">", "<"]
Outcome = Literal["confirmed", "refuted", "not known"]

_UNITS = {"%": 0.01, "ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0}


@dataclass(frozen=True, slots=True)
class Target:
    """What a goal asks of its measure.

    `value` is a share (0.8) for a rate, seconds for a time, and the scale's own points for a score;
    `unit` is only how the architect wrote it: '%', 's', 'min' or a word of their own.
    """

    comparison: Comparison
    value: float
    unit: str = ""

    @property
    def upward(self) -> bool:
        """Whether more is better."""
        return self.comparison in (">=", ">")

    @property
    def amount(self) -> str:
        """The value as the architect wrote it: '80 %', '30 s', '70'."""
        return f"{self.value / _UNITS.get(self.unit, 1.0):g} {self.unit}".strip()

    @property
    def claim(self) -> str:
        """What we would like to be sure of: '80 %', 'at most 0.4'."""
        words = {">=": "", ">": "more than ", "<=": "at most ", "<": "less than "}
        return words[self.comparison] + self.amount

    def met_by(self, value: float) -> bool:
        """Say whether one value, taken by itself, meets the target."""
        match self.comparison:
            case ">=":
                return value >= self.value
            case "<=":
                return value <= self.value
            case ">":
                return value > self.value
            case "<":
                return value < self.value


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the people asked so far tell about one goal.

    `probability` is that of the goal being met, and `None` where nothing may be said. It is provisional
    until as many people as planned were asked. `to_confirm` and `to_refute` are how many more people would
    at least be needed for either; both are `None` once the outcome is known, and one is where it cannot come about.
    """

    outcome: Outcome
    sentence: str
    people: int
    planned: int
    provisional: bool = False
    probability: float | None = None
    to_confirm: int | None = None
    to_refute: int | None = None
    by: Literal["people", "robot"] = "people"

    @classmethod
    def refuted_by_robot(cls, reason: str, *, planned: int, people: int = 0) -> Self:
        """Refute a goal because a robot found that it cannot be done; no robot can confirm one."""
        sentence = f"it cannot be done, whoever tries: {reason}"
        return cls("refuted", sentence, people=people, planned=planned, by="robot")

    @property
    def more(self) -> int | None:
        """How many more people would at least tell; `None` when it is known, or when nobody can say."""
        return min((n for n in (self.to_confirm, self.to_refute) if n is not None), default=None)

    @property
    def outlook(self) -> str:
        """How many more would tell, in words; empty once the outcome is known."""
        if self.outcome != "not known":
            return ""
        ways = (("confirm", self.to_confirm), ("refute", self.to_refute))
        parts = [f"{count} more could {verb} it" for verb, count in ways if count is not None]
        return f"at the earliest {' or '.join(parts)}" if parts else "nobody can say how many more would tell"
