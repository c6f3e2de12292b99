"""Join tables: entities that only say which rows belong together. No two of their rows say the same."""

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from toolkit.data.bench import Bench, Made
from toolkit.domain.solution import Entity, Field

TEXTS = frozenset({"text", "long text", "person", "email"})
FEWEST = 2
Place = tuple[str, ...]


def joined(bench: Bench, entity: Entity) -> tuple[Field, ...]:
    """Return the references that a join table is made of; none for an entity that says more than that."""
    fields = [f for f in entity.fields.values() if not f.computed]
    links = tuple(f for f in bench.references[entity.name] if f.required)
    free = len({f.refers for f in links}) == len(links) >= FEWEST and not any(f.unique for f in links)
    tells = any(f.type in TEXTS or f.moves or f.several for f in fields)
    return links if free and not tells and entity.name not in {f.refers for f in links} else ()


@dataclass(slots=True)
class Pairs:
    """The rows that belong together so far, by join table."""

    bench: Bench
    _links: dict[str, tuple[Field, ...]] = field(default_factory=dict)
    _taken: dict[str, set[Place]] = field(default_factory=dict)
    _uses: dict[str, Counter[tuple[int, str]]] = field(default_factory=dict)

    def links(self, entity: Entity) -> tuple[Field, ...]:
        """Return the references of a join table."""
        if entity.name not in self._links:
            self._links[entity.name] = joined(self.bench, entity)
        return self._links[entity.name]

    def free(self, entity: Entity, field: Field, row: Made) -> Callable[[str], bool] | None:
        """Return whether a row is joined for the first time, or, chosen first, has others left to be joined with."""
        links = self.links(entity)
        if field not in links:
            return None
        taken, others = self._all(entity), [f for f in links if f is not field]
        if any(row.get(f.name) is None for f in others):
            room = math.prod(len(self.bench.tables[f.refers]) for f in others)
            place = links.index(field)
            return lambda key: self._uses[entity.name][place, key] < room
        return lambda key: _place(links, {**row, field.name: key}) not in taken

    def take(self, entity: Entity, field: Field, row: Made, key: str) -> None:
        """Note what has been joined, once all of it is known."""
        links = self.links(entity)
        if field in links and all(row.get(f.name) is not None for f in links if f is not field):
            self._add(entity, _place(links, {**row, field.name: key}))

    def _all(self, entity: Entity) -> set[Place]:
        if entity.name not in self._taken:
            rows, links = self.bench.tables[entity.name], self.links(entity)
            pinned = [rows[key] for key in self.bench.given[entity.name]]
            self._taken[entity.name], self._uses[entity.name] = set(), Counter()
            for row in pinned:
                if all(row.get(f.name) for f in links):
                    self._add(entity, _place(links, row))
        return self._taken[entity.name]

    def _add(self, entity: Entity, place: Place) -> None:
        if place not in self._all(entity):
            self._taken[entity.name].add(place)
            self._uses[entity.name].update(enumerate(place))


def _place(links: tuple[Field, ...], row: Made) -> Place:
    return tuple(str(row.get(f.name)) for f in links)
