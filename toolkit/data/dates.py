"""Dates of a row: when it came about, and the others in an order that agrees with it and with its state."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from toolkit.data.bench import Bench, Made
from toolkit.data.chance import Chance
from toolkit.data.hours import at_work, between, by_day
from toolkit.data.lifecycle import Life
from toolkit.data.naming import BORN, DUE, END, NEGATIVE, STAGES, START, about, words_of
from toolkit.data.plan import DATES
from toolkit.data.seasons import is_timed, moment
from toolkit.domain.solution import CHANGED, Entity, Field
from toolkit.domain.spread import Spread
from toolkit.domain.values import Value

MONTH = 30.0
ATTEMPTS = 12
PLACES_IN_TIME = frozenset({"start", "appointment date"})
"""Kinds of dates at which something takes place: what is done did so before now."""
SOON = timedelta(days=21)
"""In this time all that usually happens to a row has happened."""


def born(bench: Bench, entity: Entity, row: Made) -> datetime:
    """Return when a row came about: after what it belongs to, before that came to its end, and not after now."""
    key, field = str(row["id"]), bench.births[entity.name]
    if field and row.get(field.name) is not None:
        return moment_of(row[field.name])
    chance = bench.chance(entity.name, key, field.name if field else "birth")
    low = bench.now + timedelta(days=field.low if field and field.low is not None else -MONTH)
    high = bench.now + timedelta(days=min(field.high or 0.0, 0.0) if field else 0.0)
    floor, ceiling = _span(bench, entity, row, low, high)
    if turn := bench.turns.get((entity.name, key)):
        first = max(floor, min(turn.first, ceiling))
        return between(first, max(first, min(ceiling, turn.last)), turn.at)
    if field and field.spread and is_timed(field.spread):
        cell = bench.cell(entity.name, key, field.name)
        return moment(field.spread, cell, floor, ceiling, working=_human(bench, entity))
    if field:
        length = bench.type_of(field).fake(field, chance)
        when = bench.now + (length if isinstance(length, timedelta) else timedelta())
    else:
        when = low + (high - low) * chance.share()
    return _settled(when, floor, ceiling, chance=chance, human=_human(bench, entity))


def _settled(moment: datetime, floor: datetime, ceiling: datetime, *, chance: Chance, human: bool) -> datetime:
    """Return a whole minute near a moment, within bounds and, if it can be, when people work."""
    for _ in range(ATTEMPTS):
        nearer = at_work(moment, chance.share()) if human else by_day(moment)
        minute = nearer.replace(second=0, microsecond=0)
        if floor <= moment <= ceiling and floor <= minute <= ceiling:
            return minute
        moment = floor + (ceiling - floor) * chance.share()
    return max(floor, moment.replace(second=0, microsecond=0))


def _human(bench: Bench, entity: Entity) -> bool:
    """Return whether people at work make such rows."""
    return bool(entity.status) or any(f.refers == bench.solution.people for f in bench.references[entity.name])


def _span(bench: Bench, entity: Entity, row: Made, low: datetime, high: datetime) -> tuple[datetime, datetime]:
    """Return the first and the last moment at which a row can have come about."""
    parents = [
        (bench.lives[f.refers][str(row[f.name])], bench.births[f.refers] is not None)
        for f in bench.references[entity.name]
        if row.get(f.name) and str(row[f.name]) in bench.lives.get(f.refers, {})
    ]
    floor = max([low, *(life.birth for life, is_said in parents if is_said)])
    ceiling = min([high, *(life.end for life, is_said in parents if is_said and life.end)])
    return (floor, ceiling) if floor <= ceiling else (min(floor, high), high)


def moment_of(value: Value) -> datetime:
    """Return a date as a point in time."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    raise TypeError(f"{value!r} is no date")


def stored(bench: Bench, field: Field, moment: datetime) -> Value:
    """Return a moment as the field holds it."""
    return moment.date() if bench.type_of(field).input == "date" else moment


def stamped(bench: Bench, field: Field, life: Life) -> Value:
    """Return what a `set when` field holds: the last change, or when the row came into the state that it is in."""
    if field.stamp == CHANGED:
        return stored(bench, field, life.changed)
    return stored(bench, field, life.entered.get(life.state, life.changed)) if life.state == field.stamp else None


def dated(bench: Bench, entity: Entity, field: Field, *, row: Made, life: Life) -> Value:
    """Return any other date: of birth, due, at the end of something, in its turn in a row's life, or anywhere."""
    chance = bench.chance(entity.name, str(row["id"]), field.name)
    field = _over(bench, entity, field, life)
    free = field.low is None and field.high is None
    start = _start(bench, entity, field, row)
    if free and about(field.name, BORN):
        return stored(bench, field, bench.now - timedelta(days=int(365.25 * (18 + 60 * chance.share()))))
    if start is not None:
        return stored(bench, field, _after(bench, field, start, chance))
    if (reached := in_state(entity, field)) and life.state:
        return stored(bench, field, life.entered[reached]) if reached in life.entered else None
    if free and about(field.name, DUE):
        since = life.birth if bench.births[entity.name] else bench.now - timedelta(days=7)
        return stored(bench, field, since.replace(hour=17, minute=0) + timedelta(days=chance.whole(1, 21)))
    past = bench.births[entity.name] and (field.high if field.high is not None else 0) <= 0
    if past and not is_timed(field.spread):
        return stored(bench, field, _in_turn(bench, field, life, chance))
    return _anywhere(bench, entity, field, life, chance)


def _over(bench: Bench, entity: Entity, field: Field, life: Life) -> Field:
    """Return the field with now as its latest moment if it is when something takes place, and that is over."""
    low, high = field.low or 0.0, field.high or 0.0
    done = life.end is not None and bool(life.state) and not about(life.state, NEGATIVE)
    if not done or low >= 0 or high <= 0 or bench.meaning(entity, field).kind not in PLACES_IN_TIME:
        return field
    return replace(field, high=0.0)


def in_state(entity: Entity, field: Field) -> str:
    """Return the state whose name a date has: 'delivered' is when an order came to be Delivered."""
    states = entity.status.options if entity.status else ()
    return next((state for state in states if words_of(state) <= words_of(field.name)), "")


def is_end(field: Field) -> bool:
    """Return whether a date is the end of something, and so comes after its start."""
    return about(field.name, END) or bool(_said_starts(field))


def _said_starts(field: Field) -> frozenset[str]:
    """Return the fields that this one comes after by its own rules."""
    return frozenset(rule.field for rule in field.compares if rule.words in {"after", "not before"})


def _start(bench: Bench, entity: Entity, field: Field, row: Made) -> datetime | None:
    """Return when what this field ends has begun: the date that its rules name, else the one that is called so."""
    if not is_end(field):
        return None
    birth = bench.births[entity.name]
    said = _said_starts(field) - ({birth.name} if birth else set())
    if not said and not about(field.name, END):
        return None
    others = [f for f in entity.fields.values() if f is not field and f.type in DATES]
    starts = (f for f in others if (f.name in said if said else about(f.name, START)))
    value = next((row[f.name] for f in starts if row.get(f.name) is not None), None)
    return None if value is None else moment_of(value)


def _after(bench: Bench, field: Field, start: datetime, chance: Chance) -> datetime:
    """Return an end: minutes later for a point in time, days for a date; within the field's own bounds if it can be."""
    is_date = bench.type_of(field).input == "date"
    end = start + (
        timedelta(days=chance.whole(1, 10))
        if is_date
        else timedelta(minutes=int(chance.pick(("30", "45", "60", "90", "120", "180"))))
    )
    latest = bench.now + timedelta(days=field.high) if field.high is not None else end
    return max(min(end, latest), start)


def _in_turn(bench: Bench, field: Field, life: Life, chance: Chance) -> datetime:
    """Return a past date between the row's beginning and now; what usually comes first comes first."""
    low = max(life.birth, bench.now + timedelta(days=field.low)) if field.low is not None else life.birth
    high = min(bench.now, bench.now + timedelta(days=field.high or 0.0), life.end or bench.now)
    if low > high:
        low, high = min(life.birth, high), min(bench.now, bench.now + timedelta(days=field.high or 0.0))
    turn = next((n for n, words in enumerate(STAGES) if about(field.name, words)), None)
    share = chance.share() if turn is None else (turn + chance.share()) / len(STAGES)
    high = high if turn is None else min(high, low + SOON)
    return max(low, (low + (high - low) * share).replace(second=0, microsecond=0))


def _in_season(bench: Bench, entity: Entity, field: Field, life: Life, cell: int) -> datetime:
    """Return a date as its line says that they come: within its bounds, and after the row's beginning if it is past."""
    low = bench.now + timedelta(days=field.low if field.low is not None else -MONTH)
    high = bench.now + timedelta(days=field.high if field.high is not None else 0)
    if bench.births[entity.name] and high <= bench.now:
        low = min(max(low, life.birth), high)
    return moment(field.spread or Spread(), cell, low, high, working=_human(bench, entity))


def _anywhere(bench: Bench, entity: Entity, field: Field, life: Life, chance: Chance) -> Value:
    """Return what the type itself makes up, by day where that is still within the field's bounds."""
    human = _human(bench, entity)
    if is_timed(field.spread):
        return stored(bench, field, _in_season(bench, entity, field, life, chance.cell))
    made = bench.type_of(field).fake(field, chance)
    if not isinstance(made, timedelta):
        return made
    when = bench.now + made
    day = at_work(when, chance.share()) if human else by_day(when)
    low = bench.now + timedelta(days=field.low if field.low is not None else -MONTH)
    high = bench.now + timedelta(days=field.high if field.high is not None else 0)
    return stored(bench, field, day if low <= day <= high else when)


def deadline(entity: Entity, worked_out: Mapping[str, Value], birth: datetime) -> timedelta | None:
    """Return how long a row may take, where one of its dates says so."""
    for name in entity.fields:
        value = worked_out.get(name)
        if about(name, DUE) and isinstance(value, date) and moment_of(value) > birth:
            return moment_of(value) - birth
    return None
