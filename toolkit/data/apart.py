"""Rows made so that no two of them share what they may not: one doctor at one time, one place a person on a course."""

from collections.abc import Callable, Iterator

from toolkit.data.bench import Bench, Made
from toolkit.domain.limits import Hours
from toolkit.domain.reckoning import spoken
from toolkit.domain.records import computed
from toolkit.domain.solution import NOW, Entity, Field
from toolkit.domain.values import Value
from toolkit.errors import ToolkitError

MOST = 2_000
"""Other numbers that are tried."""
Fits = Callable[[Field, str], bool]
"""Whether a reference may point to a row."""


def set_apart(bench: Bench, entity: Entity, row: Made, fits: Fits) -> None:
    """Give a row another value where it shares too much with an earlier one. Raises ToolkitError where none is left."""
    pinned = bench.given[entity.name].get(str(row["id"]), frozenset())
    for field in entity.fields.values():
        if field.apart is None or not _counts(bench, entity, field, row):
            continue
        names = (field.name, *field.apart.fields)
        taken = bench.known(entity.name, f"{' and '.join(names)} together")
        free = [entity.fields[name] for name in names if name not in pinned and not entity.fields[name].computed]
        place = _place(row, names)
        tries = ((f, value) for f in free for value in _others(bench, entity, f, row, fits))
        while place in taken:
            moved, value = next(tries, (None, None))
            if moved is None:
                raise _impossible(bench, entity, field)
            place = _place({**row, moved.name: value}, names)
            if place not in taken:
                row[moved.name] = value
        taken.add(place)


def _place(row: Made, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(row.get(name)) for name in names)


def _counts(bench: Bench, entity: Entity, field: Field, row: Made) -> bool:
    """Return whether a row is one of those that may not share the value."""
    names = (field.name, *(field.apart.fields if field.apart else ()))
    if field.apart is None or any(row.get(name) in (None, "", ()) for name in names):
        return False
    where = field.apart.where
    return where is None or where.holds(spoken(entity, computed(entity, row, bench.now)) | {NOW: bench.now})


def _others(bench: Bench, entity: Entity, field: Field, row: Made, fits: Fits) -> Iterator[Value]:
    """Yield other values that a field could have in this row."""
    value, kind = row.get(field.name), bench.type_of(field)
    if field.refers:
        keys = list(bench.tables[field.refers])
        start = int(bench.chance(entity.name, str(row["id"]), f"{field.name} apart").share() * len(keys))
        yield from (key for key in keys[start:] + keys[:start] if fits(field, key))
    elif field.options:
        yield from (option for option in field.options if option != value)
    elif kind.span == "days" or kind.name == "time":
        yield from (field.hours or Hours()).after(value)
    elif kind.span == "number":
        chances = (bench.chance(entity.name, str(row["id"]), f"{field.name} {n}") for n in range(MOST))
        yield from (kind.fake(field, chance) for chance in chances)


def _impossible(bench: Bench, entity: Entity, field: Field) -> ToolkitError:
    names = " and ".join((*(field.apart.fields if field.apart else ()), field.name))
    count = len(bench.tables[entity.name])
    return ToolkitError(
        f"{names} of {entity.name} are unique together, but there are not enough for {count} rows",
        where=f"entities.{entity.name}.{field.name}",
        fix=f"make fewer rows of {entity.name}, or allow more values",
    )
