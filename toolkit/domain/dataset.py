"""The dataset: the fake rows of all entities for one solution, seed and locale; never changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.domain.values import Row


@dataclass(frozen=True, slots=True)
class Dataset:
    """Rows by entity name and row id, in the order in which they came about; computed fields are not stored."""

    tables: Mapping[str, Mapping[str, Row]]
    seed: int
    locale: str

    def rows(self, entity: str) -> Mapping[str, Row]:
        """Return an entity's rows by id; none for an entity without rows."""
        return self.tables.get(entity, {})
