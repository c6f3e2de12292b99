"""Export a prototype's dataset: the rows of one entity or of all, computed fields worked out, in a plugin's format."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from toolkit.data import clock, entities_of
from toolkit.data.nasty import nasty
from toolkit.data.plan import order_of
from toolkit.domain.dataset import Dataset
from toolkit.domain.kinds import FieldType
from toolkit.domain.reckoning import Reckoning, reaching
from toolkit.domain.records import computed
from toolkit.domain.solution import Entity, Solution
from toolkit.domain.values import Row
from toolkit.errors import ToolkitError
from toolkit.ports.exporter import Exporter, Piece


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that are worked out anew each time somebody goes through them; `told` hears of each."""

    make: Callable[[], Iterator[Row]]
    told: Callable[[], None] | None = None

    def __iter__(self) -> Iterator[Row]:
        """Go through them from the first one."""
        for row in self.make():
            yield row
            if self.told:
                self.told()


@dataclass(frozen=True, slots=True)
class Export:
    """A dataset to be written down; the entities and fields of all options are in it. `told` hears of each row.

    `streamed` makes the stored rows of an entity anew each time, where there are more of them than fit into memory.
    """

    solution: Solution
    dataset: Dataset
    told: Callable[[], None] | None = None
    streamed: Mapping[str, Callable[[], Iterator[Row]]] = field(default_factory=dict)

    @property
    def entities(self) -> Mapping[str, Entity]:
        """The entities by name, those that others refer to first."""
        found = entities_of(self.solution)
        return {name: found[name] for name in order_of(found)}

    def named(self, entity: str) -> str:
        """Return the name of an entity, however its letters are cased. Raises ToolkitError for one there is not."""
        known = {name.casefold(): name for name in self.entities}
        if entity.casefold() in known:
            return known[entity.casefold()]
        close = get_close_matches(entity.casefold(), known, n=1)
        fix = f"did you mean '{known[close[0]]}'?" if close else f"name one of: {', '.join(self.entities)}"
        raise ToolkitError(f"there is no entity '{entity}'", where=self.solution.title, fix=fix)

    def turned_nasty(self, types: Mapping[str, FieldType]) -> "Export":
        """Return the export of the same rows with all that breaks screens in them."""
        return replace(self, dataset=nasty(self.solution, types, self.dataset))

    def pieces(self, exporter: Exporter, entity: str = "") -> Iterator[Piece]:
        """Yield a file piece by piece. Raises ToolkitError where a format holds one entity and none is named."""
        entities = self.entities
        names = [self.named(entity)] if entity else list(entities)
        if exporter.single and len(names) > 1:
            raise ToolkitError(
                f"a {exporter.name} file holds one entity, and there are {len(names)}: {', '.join(names)}",
                where=self.solution.title,
                fix=f"say --entity {names[0]}, or --output FOLDER for a file each",
            )
        yield from exporter.write({name: (entities[name], self.rows(entities[name])) for name in names})

    def rows(self, entity: Entity) -> Rows:
        """Return the rows of an entity, with their computed fields."""
        return Rows(lambda: self._rows(entity), self.told)

    def _rows(self, entity: Entity) -> Iterator[Row]:
        rows, now = self.dataset.rows, clock(self.solution.now)
        if entity.name in self.streamed:
            made = self.streamed[entity.name]()
            return (computed(entity, row, now) for row in made) if _computes(entity) else made
        if not reaching(entity):
            return (computed(entity, row, now) for row in rows(entity.name).values())
        reckoning = Reckoning(self.entities, lambda e, k: rows(e).get(k), lambda e: rows(e).values(), now)
        return (reckoning.whole(entity, row) for row in rows(entity.name).values())


def _computes(entity: Entity) -> bool:
    return any(one.computed for one in entity.fields.values())
