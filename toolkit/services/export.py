"""Export a prototype's dataset: the rows of one entity or of all, computed fields worked out, in a plugin's format."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from toolkit.data import clock, entities_of
from toolkit.domain.dataset import Dataset
from toolkit.domain.reckoning import Reckoning, reaching
from toolkit.domain.records import computed
from toolkit.domain.solution import Entity, Solution
from toolkit.domain.values import Row
from toolkit.errors import ToolkitError
from toolkit.ports.exporter import Exporter


@dataclass(frozen=True, slots=True)
class Export:
    """A dataset to be written down; the entities and fields of all options are in it."""

    solution: Solution
    dataset: Dataset

    @property
    def entities(self) -> Mapping[str, Entity]:
        """The entities by name."""
        return entities_of(self.solution)

    def named(self, entity: str) -> str:
        """Return the name of an entity, however its letters are cased. Raises ToolkitError for one there is not."""
        known = {name.casefold(): name for name in self.entities}
        if entity.casefold() in known:
            return known[entity.casefold()]
        close = get_close_matches(entity.casefold(), known, n=1)
        fix = f"did you mean '{known[close[0]]}'?" if close else f"name one of: {', '.join(self.entities)}"
        raise ToolkitError(f"there is no entity '{entity}'", where=self.solution.title, fix=fix)

    def pieces(self, exporter: Exporter, entity: str = "") -> Iterator[str]:
        """Yield the text piece by piece. Raises ToolkitError where a format holds one entity and none is named."""
        names = [self.named(entity)] if entity else list(self.entities)
        if exporter.single and len(names) > 1:
            raise ToolkitError(
                f"a {exporter.name} file holds one entity, and there are {len(names)}: {', '.join(names)}",
                where=self.solution.title,
                fix=f"say --entity {names[0]}, or --output FOLDER for a file each",
            )
        return exporter.write({name: (self.entities[name], self._rows(name)) for name in names})

    def _rows(self, name: str) -> Iterator[Row]:
        entity, rows, now = self.entities[name], self.dataset.rows, clock(self.solution.now)
        if not reaching(entity):
            return (computed(entity, row, now) for row in rows(name).values())
        reckoning = Reckoning(self.entities, lambda e, k: rows(e).get(k), lambda e: rows(e).values(), now)
        return (reckoning.whole(entity, row) for row in rows(name).values())
