"""A clock for tests that say how time goes by."""

from dataclasses import dataclass


@dataclass
class Hand:
    """A clock that goes on when it is told to."""

    time: float = 1_772_000_000.0

    def __call__(self) -> float:
        return self.time

    def on(self, seconds: float) -> None:
        self.time += seconds
