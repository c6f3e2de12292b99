"""What changed of the made-up rows themselves."""

from collections.abc import Iterator, Mapping

from toolkit.domain.changes.change import Change
from toolkit.domain.dataset import Dataset
from toolkit.domain.values import Row

Renames = Mapping[str, tuple[str, Mapping[str, str]]]
"""What entities were called before, and the new names of their fields by the old ones; by the entities' new names."""


def row_changes(before: Dataset, after: Dataset, renamed: Renames) -> Iterator[Change]:
    """Yield, entity by entity, how many rows there are more or less, and how many hold other values."""
    for name in dict.fromkeys((*before.tables, *after.tables)):
        former, names = renamed.get(name, (name, {}))
        was, now = before.rows(former), after.rows(name)
        if not was or not now:
            continue  # a new entity, or one that is gone, is said of the entities
        if len(was) != len(now):
            yield Change("changed", f"{name}: {len(now):,} rows ({len(was):,} before)")
        other = sum(1 for key, row in was.items() if key in now and now[key] != _called(row, names))
        if other:
            yield Change("changed", f"{name}: {other:,} of {len(now):,} rows hold other values")


def _called(row: Row, names: Mapping[str, str]) -> Row:
    """Return a row with the new names of its fields."""
    return {names.get(name, name): value for name, value in row.items()}
