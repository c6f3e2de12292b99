"""How directly people found their way through the screens."""

import math


def lostness(visited_different: int, visited_all: int, needed: int) -> float | None:
    """Return Smith's lostness: 0 is the straightest way; above 0.4 to 0.5 people look lost.

    It is sqrt((N/S - 1)² + (R/N - 1)²) with N different screens visited, S visits in all and R the fewest
    different screens needed; the screen that a task starts on counts in all three.

    At the edges: nothing needed and nothing visited is 0; something needed and nothing visited is `None`, for
    who never started was not lost. Whoever gives up before `needed` screens gets a high number, up to above 1,
    that says 'did not get there' rather than 'wandered': take it of those who succeeded.
    """
    if min(visited_different, visited_all, needed) < 0 or visited_different > visited_all:
        raise ValueError("screens are counted from 0, and different ones are at most all")
    if visited_different == 0:
        if visited_all:
            raise ValueError("whoever visited a screen visited at least one different one")
        return None if needed else 0.0
    return math.hypot(visited_different / visited_all - 1, needed / visited_different - 1)
