"""What changed of the made-up rows themselves."""

from collections.abc import Iterator

from toolkit.domain.changes.change import Change
from toolkit.domain.dataset import Dataset


def row_changes(before: Dataset, after: Dataset) -> Iterator[Change]:
    """Yield, entity by entity, how many rows there are more or less, and how many hold other values."""
    for name in dict.fromkeys((*before.tables, *after.tables)):
        was, now = before.rows(name), after.rows(name)
        if not was or not now:
            continue  # a new entity, or one that is gone, is said of the entities
        if len(was) != len(now):
            yield Change("changed", f"{name}: {len(now):,} rows ({len(was):,} before)")
        other = sum(1 for key, row in was.items() if key in now and now[key] != row)
        if other:
            yield Change("changed", f"{name}: {other:,} of {len(now):,} rows hold other values")
