"""What everything that makes rows works on: the solution, its clock and words, and the rows made so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from toolkit.data.chance import Chance, marked, mixed
from toolkit.data.lifecycle import Life
from toolkit.data.meaning import Meaning, infer
from toolkit.data.renamed import as_at_first, field_at_first
from toolkit.data.words import Words
from toolkit.domain.kinds import FieldType
from toolkit.domain.reckoning import Reckoning
from toolkit.domain.solution import Entity, Field, Solution
from toolkit.domain.values import Value

Made = dict[str, Value]
"""A row while it is being made."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn in a conversation: what kind of thing is said, when (as a share of the time there is), and by whom.

    The time there is lies between `first` and `last` where more is known of it than of the row's life.

    Turns of one conversation have the same `mark`, so that a question meets its own answer.
    """

    says: str
    at: float
    who: str
    mark: int
    first: datetime = datetime.min
    last: datetime = datetime.max


@dataclass(frozen=True, slots=True)
class Bench:
    """The dataset in the making.

    `references` and `births` say by entity which fields hold other rows' ids, and which tells when a row came about;
    `counts` how many rows each has, also where they are not all laid out at once;
    `given` are the fields that a pinned row says, by entity and row; `whole` are the entities whose
    rows are as they will stay, each with all its fields in their order.
    """

    solution: Solution
    types: Mapping[str, FieldType]
    now: datetime
    words: Words
    entities: Mapping[str, Entity]
    references: Mapping[str, tuple[Field, ...]]
    births: Mapping[str, Field | None]
    counts: dict[str, int]
    tables: dict[str, dict[str, Made]] = field(default_factory=dict)
    given: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)
    lives: dict[str, dict[str, Life]] = field(default_factory=dict)
    turns: dict[tuple[str, str], Turn] = field(default_factory=dict)
    taken: dict[tuple[str, str], set[Value]] = field(default_factory=dict)
    marks: dict[tuple[str, str], int] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    meanings: dict[tuple[str, str], Meaning] = field(default_factory=dict)

    def type_of(self, field: Field) -> FieldType:
        """Return a field's type; a reference's type is 'reference'."""
        return self.types["reference" if field.refers else field.type]

    def meaning(self, entity: Entity, field: Field) -> Meaning:
        """Return what a field is about, by what it was called at first: a new name changes no value."""
        found = self.meanings.get((entity.name, field.name))
        if found is None:
            found = infer(as_at_first(entity), field_at_first(field), self.solution)
            self.meanings[entity.name, field.name] = found
        return found

    def cell(self, entity: str, key: str, name: str) -> int:
        """Return the number that all chance of one cell comes from."""
        return mixed(self.mark(entity, name) ^ marked(key))

    def mark(self, entity: str, name: str) -> int:
        """Return the constant of one field's cells."""
        found = self.marks.get((entity, name))
        if found is None:
            found = self.marks[entity, name] = marked(self.solution.data.seed, *self.at_first(entity, name))
        return found

    def at_first(self, entity: str, name: str) -> tuple[str, str]:
        """Return the oldest names of an entity and of a field, or of what is hidden behind one: 'city empty'."""
        known = self.entities.get(entity)
        if known is None:
            return entity, name
        fields = sorted(known.fields.values(), key=lambda f: -len(f.name))
        field = next((f for f in fields if name == f.name or name.startswith(f"{f.name} ")), None)
        return known.origin, f"{field.origin}{name[len(field.name) :]}" if field else name

    def chance(self, entity: str, key: str, name: str, *, leaning: Mapping[str, float] | None = None) -> Chance:
        """Return one cell's chance; `name` is the field, or a word for what is hidden behind several fields."""
        return Chance(self.cell(entity, key, name), self.words.say, leaning=leaning)

    def reckoning(self) -> Reckoning:
        """Return what is worked out over all rows made so far; ask anew after a row was made."""
        return Reckoning(self.entities, lambda e, k: self.tables[e].get(k), lambda e: self.tables[e].values(), self.now)

    def known(self, entity: str, name: str) -> set[Value]:
        """Return the values of a field that pinned and earlier rows have; what is made is added to it."""
        if (entity, name) not in self.taken:
            rows = self.tables[entity]
            self.taken[entity, name] = {rows[key][name] for key, said in self.given[entity].items() if name in said}
        return self.taken[entity, name]
