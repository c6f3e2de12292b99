"""A row's life: when it came about, through which states it went and when, by the moves that the spec allows."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise

from toolkit.data.chance import Chance
from toolkit.data.hours import between, resumed
from toolkit.data.naming import NEGATIVE, about
from toolkit.domain.solution import Field

LONGEST = 12
"""Moves in one life: some life cycles run in circles."""
RARELY, AGAIN = 0.2, 0.07
"""Shares of rows that take a turn for the worse, and that come back after the end."""
STUCK = 0.1
"""The share of rows that somebody forgot; they are what a prototype about lateness is about."""


@dataclass(frozen=True, slots=True)
class Life:
    """What happened to a row and when; `end` is when it came to an end, if it has;
    `again` that it had come to an end before. `steps` are all states with their times, also those it came to twice;
    `back` is when it had come to an end and when it came back from there.
    """

    birth: datetime
    changed: datetime
    state: str = ""
    entered: Mapping[str, datetime] = field(default_factory=dict)
    end: datetime | None = None
    again: bool = False
    steps: tuple[tuple[str, datetime], ...] = ()
    back: tuple[datetime, datetime] | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """A life cycle: where each state usually leads, and where it seldom does."""

    start: str
    usual: Mapping[str, tuple[str, ...]]
    seldom: Mapping[str, tuple[str, ...]]

    @property
    def length(self) -> int:
        """How many moves it usually takes to the end."""
        state, count = self.start, 0
        while self.usual[state] and count < LONGEST:
            state, count = self.usual[state][0], count + 1
        return max(count, 1)

    def way(self, state: str, since: str = "") -> tuple[str, ...]:
        """Return the shortest way from the start, or another state, to one; only the state if nothing leads there."""
        ways: dict[str, tuple[str, ...]] = {since or self.start: (since or self.start,)}
        queue = [since or self.start]
        for at in queue:
            for target in (*self.usual[at], *self.seldom[at]):
                if target not in ways:
                    ways[target] = (*ways[at], target)
                    queue.append(target)
        return ways.get(state, (state,))


def course_of(status: Field) -> Course:
    """Return the course of a life cycle: ahead is usual, back or to a bad end is seldom."""
    ahead = {s: tuple(dict.fromkeys(_targets(status, s))) for s in status.options}
    start = status.options[0]
    depth = {start: 0}
    queue = [start]
    for state in queue:
        for target in ahead[state]:
            if target not in depth:
                depth[target] = depth[state] + 1
                queue.append(target)
    far = len(depth) + 1

    def forward(state: str, target: str) -> bool:
        back = bool(ahead[target]) and all(depth.get(t, far) < depth.get(target, far) for t in ahead[target])
        return depth.get(target, far) > depth.get(state, far) and not back and not about(target, NEGATIVE)

    usual = {s: tuple(t for t in targets if forward(s, t)) for s, targets in ahead.items()}
    seldom = {s: tuple(t for t in targets if t not in usual[s]) for s, targets in ahead.items()}
    return Course(start, usual, seldom)


def _targets(status: Field, state: str) -> list[str]:
    return [m.target for m in status.moves if m.target and m.target != state and (not m.sources or state in m.sources)]


def lived(course: Course, birth: datetime, now: datetime, *, usually: timedelta, chance: Chance) -> Life:
    """Return a life from birth until now; from start to end it usually takes the time given, for a few much longer."""
    slow = 6 + 14 * chance.share() if chance.share() < STUCK else 1.0
    wait = usually.total_seconds() / course.length
    state, at, steps = course.start, birth, [(course.start, birth)]
    for _ in range(LONGEST):
        if at > now:  # what has not begun yet has no further
            break
        target = _next(course, state, chance)
        then = resumed(at + timedelta(minutes=1 + chance.around(wait * slow, 0.8) // 60), chance.share())
        if not target or then > now:
            break
        state, at = target, then
        steps.append((state, at))
    return _life(course, birth, steps)


def _life(course: Course, birth: datetime, steps: list[tuple[str, datetime]]) -> Life:
    """Return a life with what follows from its states: whether it is over, and whether it has been over before."""
    entered, (state, at), ends = dict(steps), steps[-1], {s for s in course.usual if not course.usual[s]}
    returns = {t for s in ends for t in course.seldom[s]}
    over = state in ends and state not in returns
    again = not over and any(s in entered for s in ends if s != state)
    turns = ((at, then) for (was, at), (_, then) in pairwise(steps) if was in ends)
    back = max(turns, default=None) if again else None
    return Life(birth, at, state, entered, at if over else None, again, tuple(steps), back)


def shifted(life: Life, by: timedelta, now: datetime) -> Life:
    """Return a life that began earlier or later, with all that happened in it, and nothing of that ahead."""

    def later(at: datetime) -> datetime:
        return now if by > now - at else at + by  # said so, for no date follows the year 9999

    steps = tuple((state, later(at)) for state, at in life.steps)
    end, back = life.end and later(life.end), life.back and (later(life.back[0]), later(life.back[1]))
    moved = replace(life, birth=life.birth + by, changed=later(life.changed), steps=steps, entered=dict(steps))
    return replace(moved, end=end, back=back)


def _next(course: Course, state: str, chance: Chance) -> str:
    """Return the state that comes next, or nothing when the row stays where it is."""
    usual, seldom = course.usual[state], course.seldom[state]
    worse = tuple(t for t in seldom if about(t, NEGATIVE))
    turn = chance.share()
    if seldom and turn < (RARELY / (2 if usual else 1) if worse else AGAIN):
        return chance.pick(worse or seldom)
    return chance.pick(usual) if usual else ""


def told(course: Course, state: str, birth: datetime, now: datetime, *, chance: Chance) -> Life:
    """Return a life that has come to a state which is known, by the shortest way."""
    way = course.way(state)
    share, steps, at = 0.0, [(way[0], birth)], birth
    for place, step in enumerate(way[1:], 1):
        share += (0.2 + 0.6 * chance.share()) * (1 - share) / (len(way) - place)
        at = max(at, between(birth, now, share)) if birth < now else birth
        steps.append((step, at))
    return _life(course, birth, steps)


def led_on(course: Course, life: Life, state: str, now: datetime, *, chance: Chance) -> Life:
    """Return a life that is in another state: cut off where it was in it, else led on to it by the shortest way."""
    past = [place for place, (was, _) in enumerate(life.steps) if was == state]
    if past:
        return _life(course, life.birth, list(life.steps[: past[-1] + 1]))
    way = course.way(state, life.state)
    if len(way) == 1:
        return told(course, state, life.birth, now, chance=chance)
    steps, share = list(life.steps), 0.0
    for place, step in enumerate(way[1:], 1):
        share += (0.2 + 0.6 * chance.share()) * (1 - share) / (len(way) - place)
        steps.append((step, max(steps[-1][1], between(life.changed, now, share))))
    return _life(course, life.birth, steps)
