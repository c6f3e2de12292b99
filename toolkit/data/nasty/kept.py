"""What stays as it is in a nasty dataset: what rules between fields, conditions and life cycles hang on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from toolkit.data.naming import END, about
from toolkit.data.plan import DATES, birth_field
from toolkit.domain.expression import Expression
from toolkit.domain.reckoning import named
from toolkit.domain.solution import Entity, Field, Solution
from toolkit.domain.totals import Total


@dataclass(frozen=True, slots=True)
class Kept:
    """The fields that stay, by entity and name, and the entities whose rows are counted for a rule."""

    entities: Mapping[str, Entity]
    fields: set[tuple[str, str]] = field(default_factory=set)
    counted: set[str] = field(default_factory=set)

    def add(self, entity: str, names: Iterable[str]) -> None:
        """Keep fields of an entity, named as expressions name them, and all that they are worked out from."""
        for name in names:
            own, _, theirs = name.partition(".")
            for part in self.entities[entity].fields.values():
                if named(part) == own and (entity, part.name) not in self.fields:
                    self.fields.add((entity, part.name))
                    self._sources(entity, part)
                if theirs and named(part) == own and part.refers in self.entities:
                    self.add(part.refers, (theirs,))

    def _sources(self, entity: str, part: Field) -> None:
        if isinstance(part.computed, Expression):
            self.add(entity, part.computed.names)
        elif isinstance(part.computed, Total) and part.computed.entity in self.entities:
            total = part.computed
            self.counted.add(total.entity)
            self.add(total.entity, (total.field.replace(" ", "_").replace("-", "_"),))
            self.add(total.entity, total.where.names if total.where else ())


def kept(solution: Solution, entities: Mapping[str, Entity]) -> Kept:
    """Return what stays in the dataset of a solution."""
    found = Kept(entities)
    for entity in entities.values():
        for part in entity.fields.values():
            for name, names in _needs(entity, part):
                found.add(name, names)
        birth = birth_field(entity)
        found.add(entity.name, (named(f) for f in entity.fields.values() if f is birth or _in_turn(entity, f)))
    for app in (solution.base, *solution.apps.values()):
        for role in app.roles.values():
            for name, sees in role.sees.items():
                found.add(name, sees.names)
    return found


def _in_turn(entity: Entity, part: Field) -> bool:
    """Return whether a date has its turn in the life of a row: the state or another date says when it can be."""
    past = part.high is None or part.high <= 0
    return part.type in DATES and (about(part.name, END) or (past and bool(entity.status)))


def _needs(entity: Entity, part: Field) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield what a field's rules speak of, by entity."""
    if part.where:
        yield part.refers or part.several, part.where.names
    if part.needed_when:
        yield entity.name, (named(part), *part.needed_when.names)
    for rule in part.compares:
        yield entity.name, (named(part), *_both(rule.field))
    if part.apart:
        beside = (entity.fields[name] for name in part.apart.fields if name in entity.fields)
        yield entity.name, (named(part), *(named(other) for other in beside))
        yield entity.name, part.apart.where.names if part.apart.where else ()
    if part.hours or part.stamp or part.moves:
        yield entity.name, (named(part),)
    for move in part.moves:
        yield entity.name, move.when.names if move.when else ()


def _both(name: str) -> tuple[str, ...]:
    return (".".join(part.replace(" ", "_").replace("-", "_") for part in name.split(".")),)


def said_in_spec(solution: Solution) -> frozenset[str]:
    """Return the values by which the spec itself names rows: tasks are done with them, and scenarios begin at them."""
    done = (task.done.values.values() for task in solution.tasks.values() if task.done)
    rows = (scenario.row for scenario in solution.scenarios.values())
    return frozenset(value for values in (*done, rows) for value in values if isinstance(value, str) and value)
