"""The dataset: the fake rows of all entities for one solution, seed and locale; never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from toolkit.domain.values import Row


@dataclass(frozen=True, slots=True)
class Moved:
    """One move in a row's life: when, by whom (the id of one of the people, or nobody), between which states."""

    at: datetime
    by: str
    before: str
    after: str
    move: str


Histories = Mapping[str, Mapping[str, tuple[Moved, ...]]]
"""By entity and row id, the moves that brought the row into its state, the first one first."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Rows by entity name and row id, in the order in which they came about; computed fields are not stored.

    `histories` tell how the rows of entities with a life cycle came into their states.
    """

    tables: Mapping[str, Mapping[str, Row]]
    seed: int
    locale: str
    histories: Histories = field(default_factory=dict)

    def rows(self, entity: str) -> Mapping[str, Row]:
        """Return an entity's rows by id; none for an entity without rows."""
        return self.tables.get(entity, {})

    def history(self, entity: str, key: str) -> tuple[Moved, ...]:
        """Return the moves that brought a row into its state; none for a row that is where it began."""
        return self.histories.get(entity, {}).get(key, ())
