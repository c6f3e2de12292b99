"""Values that no two rows share, and ones that better do not: titles and names that people tell rows apart by."""

from collections.abc import Callable

from toolkit.data.bench import Bench
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value
from toolkit.errors import ToolkitError

PREFERRED = 16
"""Attempts at a value that is nice to have once."""
NEEDED = 20_000
"""Attempts at a value that must be there once: enough to find the last of a thousand."""


def different(bench: Bench, entity: Entity, field: Field, make: Callable[[int], Value], among: str = "") -> Value:
    """Return the first value made that no earlier row has; for a field that need not be unique, in the end any.

    `among` names a smaller circle than all rows.
    """
    taken = bench.known(entity.name, f"{field.name} {among}" if among else field.name)
    needed = field.unique or field.type == "email"
    for attempt in range(NEEDED if needed else PREFERRED):
        value = make(attempt)
        if value not in taken:
            taken.add(value)
            return value
    if needed:
        raise impossible(bench, entity, field)
    return make(0)


def check(bench: Bench, entity: Entity) -> None:
    """Raise ToolkitError for a field that can never have a value of its own in each row."""
    rows = bench.counts[entity.name]
    for field in entity.fields.values():
        if field.unique and not field.computed and field.required and _values(field, rows) < rows:
            raise impossible(bench, entity, field)


def _values(field: Field, enough: int) -> int:
    """Return how many different values a field can have; `enough` where nobody can tell."""
    if field.options:
        return len(field.options)
    if field.type == "number" and field.low is not None and field.high is not None:
        return int(field.high) - int(field.low) + 1
    return 2 if field.type == "yes/no" else enough


def impossible(bench: Bench, entity: Entity, field: Field) -> ToolkitError:
    """Return the error of a field that has fewer values than its entity has rows."""
    count = bench.counts[entity.name]
    return ToolkitError(
        f"'{field.name}' of {entity.name} is unique, but there are not {count} different values for {count} rows",
        where=f"entities.{entity.name}.{field.name}",
        fix=f"make fewer rows of {entity.name}, allow more values, or leave out 'unique'",
    )
