"""One entity's columns: all fields whose values need nothing but their own cell and what is hidden behind their row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

import numpy as np

from toolkit.data import columns_plain, values
from toolkit.data.bench import Bench
from toolkit.data.columns_births import births
from toolkit.data.dates import moment_of, stored
from toolkit.data.distinct import NEEDED, PREFERRED, impossible
from toolkit.data.frame import Frame
from toolkit.data.holding import NUMBERED, TEXTS, TYPED, bounded, held
from toolkit.data.kinds import KINDS
from toolkit.data.kinds.animals import species_meant
from toolkit.data.meaning import Meaning
from toolkit.data.plan import DATES
from toolkit.data.relations import EMPTY, Relations
from toolkit.data.renamed import as_at_first
from toolkit.data.ruled import ruled
from toolkit.data.sums import sums_up
from toolkit.data.telling import fit, names_row, stories_of
from toolkit.data.usual import empty_share
from toolkit.data.values import Cell
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value

Column = list[Value]
Maker = Callable[[Frame], Column]
PARTS = frozenset({"given name", "family name", "middle name", "initials"})
"""Kinds of meaning by which nobody tells rows apart."""
AGREEING = PARTS | {"full name", "email", "user name", "handle", "website", "domain", "url"}
"""Kinds of meaning that speak of the row's person: where two rows have the same, a number tells them apart."""
FEW = 1_000
"""So many first rows have names of their own where there are enough."""
REACHED = frozenset({"email", "phone"})
BY_TYPE: Mapping[str, Callable[[Bench, Field, Frame], Column]] = {
    "number": columns_plain.numbers,
    "percent": columns_plain.numbers,
    "money": columns_plain.amounts,
    "yes/no": columns_plain.yes,
    "any of": columns_plain.several_of,
}


@dataclass(slots=True)
class Columns:
    """Makes the columns of one entity; `seen` are the values so far of fields that want each value once."""

    bench: Bench
    entity: Entity
    relations: Relations
    makers: dict[str, Maker] = field(init=False)
    meanings: dict[str, Meaning] = field(default_factory=dict)
    stories: bool = field(init=False)
    birth: Field | None = field(init=False)
    seen: dict[str, dict[Value, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.stories = bool(stories_of(self.bench.words.book, as_at_first(self.entity)))
        stored = [part for part in self.entity.fields.values() if not part.computed]
        made = ((part.name, self._maker(part)) for part in stored)
        self.makers = {name: maker for name, maker in made if maker is not None}
        birth = self.bench.births[self.entity.name]
        self.birth = birth if birth is not None and self._is_free(birth) else None

    @property
    def are_all(self) -> bool:
        """Whether rows are nothing but these columns: no field waits for what happens to a row, no rule binds two."""
        stored = {part.name for part in self.entity.fields.values() if not part.computed}
        made = {*self.makers, *((self.birth.name,) if self.birth else ())}
        alone = not ruled(self.entity) and not sums_up(self.bench, self.entity)
        return stored == made and alone and not self.stories

    def make(self, frame: Frame) -> dict[str, Column]:
        """Return the columns of a frame, in the order of the fields; what is pinned stands as it is said."""
        self._tell_apart(frame)
        fields = self.entity.fields
        made: dict[str, Column] = {}
        for name, maker in self.makers.items():
            chosen = partial(self._referring, fields[name], made=made) if fields[name].refers else maker
            made[name] = self._column(frame, fields[name], chosen)
        if self.birth is not None:
            begun = partial(births, self.bench, self.entity, self.birth, made=made)
            made[self.birth.name] = self._column(frame, self.birth, begun)
        return {name: made[name] for name in fields if name in made}

    def _column(self, frame: Frame, part: Field, maker: Maker) -> Column:
        column, pinned = maker(frame), frame.pinned(part.name)
        if share := self._share_of_empty(part):
            empty = columns_plain.shares(frame.cells(f"{part.name} empty"), 1) < share
            for at in np.flatnonzero(empty).tolist():
                column[at] = None
        for at, value in pinned.items():
            column[at] = value
        if part.unique or part.type == "email":
            self._once(frame, part, column, frozenset(pinned))
        return column

    def _share_of_empty(self, part: Field) -> float:
        """Return the share of rows in which nobody filled in a field."""
        if part.required or part.needed_when:
            return 0.0
        if part.spread and part.spread.empty is not None:
            return part.spread.empty
        named = part is self.entity.title and not part.refers
        if named or self.bench.type_of(part).input == "yesno":
            return 0.0
        return empty_share(self.bench.meaning(self.entity, part).kind, EMPTY)

    def _maker(self, part: Field) -> Maker | None:
        """Return what makes a field's column; None for one that has to be worked out row by row."""
        meaning = self._meaning(part)
        if meaning is not None:
            self.meanings[part.name] = meaning
            return partial(self._meant, part, meaning)
        if part.refers:
            plain = self.relations.is_plain(self.entity, part)
            return partial(self._referring, part, made={}) if plain else None
        waits = part.type in DATES or part.several or part.stamp or part.moves or self.bench.type_of(part).given
        return None if waits or part.type in TEXTS or part.type in TYPED else self._typed(part)

    def _referring(self, part: Field, frame: Frame, *, made: Mapping[str, Column]) -> Column:
        """Return the rows referred to; none twice by two fields of a row, if it can be."""
        cells, refers = frame.cells(part.name), self.bench.references[self.entity.name]
        column = self.relations.chosen(self.entity, part, cells)
        before = [other.name for other in refers if other.name in made]
        others = [made[name] for name in before if self.entity.fields[name].refers == part.refers]
        for at, values_ in enumerate(zip(*others, strict=True)):
            if column[at] in values_:
                row = {name: made[name][at] for name in before}
                column[at] = self.relations.chosen_beside(self.entity, part, int(cells[at]), row)
        return column

    def _typed(self, part: Field) -> Maker | None:
        """Return what makes the values that the field's type alone decides."""
        bench, entity = self.bench, self.entity
        if part.unique:
            return columns_plain.once(bench, entity, part) if part.type in {"number", "percent"} else None
        if part.spread and part.spread.growth:
            return None  # what grows hangs on when the row came about
        if self.stories and part.type in {"one of", "money"}:
            return None  # they agree with what the row is about
        if part.type == "one of":
            return partial(columns_plain.options, bench, entity, part)
        return partial(BY_TYPE[part.type], bench, part) if part.type in BY_TYPE else partial(self._one_by_one, part)

    def _is_free(self, birth: Field) -> bool:
        """Return whether when a row came about hangs on nothing but columns: on those of its references, if any."""
        bench, entity = self.bench, self.entity
        parents = (f for f in bench.references[entity.name] if f.refers in bench.lives)
        early = [f for f in parents if f.required or f.refers != bench.solution.people]
        in_days = bench.type_of(birth).input == "date" and entity.status
        return all(f.name in self.makers for f in early) and not in_days

    def _meaning(self, part: Field) -> Meaning | None:
        """Return the meaning of a field if its values can be made from that alone."""
        bench, entity = self.bench, self.entity
        told = part is entity.title and self.stories and bench.meaning(entity, part).kind not in NUMBERED
        elsewhere = part.type in REACHED and entity.owner is not None and not part.unique
        dated = part.type in DATES and (part.stamp or part.low is not None or part.high is not None)
        if told or elsewhere or part.pattern or part.moves:
            return None
        meaning = held(bench, entity, part)
        return None if dated and meaning and meaning.kind != "birth date" else meaning

    def _meant(self, part: Field, meaning: Meaning, frame: Frame) -> Column:
        column: Column = [None] * len(frame)
        told = self._told(frame, meaning.whose)
        if meaning.kind == "breed":
            told |= self._species(frame)
        for places, lot in frame.lots(part, meaning.whose, told):
            made = KINDS[meaning.kind](lot)
            if places is None:
                column = list(made)
            else:
                for at, value in zip(places.tolist(), made, strict=True):
                    column[at] = value
        if part.type in DATES and any(isinstance(value, datetime) == (part.type == "date") for value in column[:1]):
            return [None if value is None else stored(self.bench, part, moment_of(value)) for value in column]
        if part.type == "number":
            return bounded(part, column)
        return self._fitted(frame, part, column) if part.type in TEXTS else column

    def _told(self, frame: Frame, whose: str) -> dict[str, list[Value]]:
        """Return what pinned rows say of the same person or place, by kind of meaning."""
        told: dict[str, list[Value]] = {}
        for name, meaning in self.meanings.items():
            pinned = frame.pinned(name) if meaning.whose == whose else {}
            if pinned:
                told[meaning.kind] = [pinned.get(at) for at in range(len(frame))]
        return told

    def _species(self, frame: Frame) -> dict[str, list[Value]]:
        """Return which animal each row is, if a field says so: a breed is one of that species."""
        fields = [part for part in self.entity.fields.values() if part.name in self.makers and not part.several]
        part = next((part for part in fields if self.bench.meaning(self.entity, part).kind == "animal species"), None)
        chosen = (f for f in fields if f.options and sum(bool(species_meant(o)) for o in f.options) > 1)
        part = next(chosen, part)
        return {} if part is None else {"animal species": self._column(frame, part, self.makers[part.name])}

    def _fitted(self, frame: Frame, part: Field, column: Column) -> Column:
        low, high = part.low or 0, part.high if part.high is not None else 2_000
        if set(map(type, column)) - {str}:
            column = [value if value is None or isinstance(value, str) else str(value) for value in column]
        lengths = np.fromiter(map(len, map(str, column)), np.int64, len(column))
        for at in np.flatnonzero((lengths < low) | (lengths > high)).tolist():
            if column[at] is None:
                continue
            mark = self.bench.cell(self.entity.name, frame.keys[at], part.name)
            column[at] = fit(self.bench.words.book, str(column[at]), part, mark=mark)
        return column

    def _one_by_one(self, part: Field, frame: Frame) -> Column:
        """Return what a field's type makes up for one cell after the other."""
        bench, cells = self.bench, (Cell(self.bench, self.entity, part, {"id": key}) for key in frame.keys)
        return [values.chosen(bench, part, cell.chance()) for cell in cells]

    def _tell_apart(self, frame: Frame) -> None:
        """Draw the first rows anew that would be called as an earlier one, so that people can tell rows apart."""
        part = self.entity.title
        people = (f for f in self.entity.fields.values() if f.type == "person" and f.name in self.makers)
        part = next(people, part)
        if part.name not in self.meanings or frame.first > FEW:
            return
        if not (part.type == "person" or names_row(self.entity, part)) or self.meanings[part.name].kind in PARTS:
            return
        head = replace_keys(frame, FEW)
        said = head.pinned(part.name)
        for attempt in range(1, PREFERRED):
            column = [str(value) for value in self._meant(part, self.meanings[part.name], head)]
            seen, again = {str(value) for value in said.values()}, []
            for at, value in enumerate(column):
                if value in seen and at not in said:
                    again.append(at)
                seen.add(value)
            if not again:
                break
            head.salt(again, attempt)
        frame.salts[: len(head)] = head.salts

    def _once(self, frame: Frame, part: Field, column: Column, pinned: frozenset[int]) -> None:
        """Give each row a value that no earlier row has."""
        if part.name not in self.seen:
            given, table = self.bench.given[self.entity.name], self.bench.tables[self.entity.name]
            self.seen[part.name] = {table[key][part.name]: 1 for key in given if part.name in given[key]}
        seen = self.seen[part.name]
        for at, value in enumerate(column):
            if value in seen:
                if at not in pinned:
                    other = self._drawn_anew(frame, part, at, seen)
                    column[at] = other if other is not None else self._numbered(part, str(value), seen)
            elif value is not None:
                seen[value] = 1

    def _drawn_anew(self, frame: Frame, part: Field, at: int, seen: dict[Value, int]) -> Value:
        """Return another value of the kind that no earlier row has; none for what other fields of a row agree with."""
        meaning = self.meanings.get(part.name)
        if meaning is None or meaning.kind in AGREEING:
            return None
        alone = Frame(self.bench, self.entity, [frame.keys[at]], frame.first + at)
        for attempt in range(1, PREFERRED):
            alone.salt([0], attempt)
            value = self._meant(part, meaning, alone)[0]
            if value is not None and value not in seen:
                seen[value] = 1
                return value
        return None

    def _numbered(self, part: Field, text: str, seen: dict[Value, int]) -> Value:
        """Return a text told apart by a number from the same text in earlier rows."""
        name, at, rest = text.partition("@")
        for n in range(seen[text] + 1, seen[text] + NEEDED):
            longer = f"{name}{n}{at}{rest}" if at else f"{name} {n}"
            if part.high is not None and len(longer) > part.high:
                longer = f"{text[: max(int(part.high) - len(str(n)), 0)]}{n}"
            if longer not in seen and (part.high is None or len(longer) <= part.high):
                seen[text], seen[longer] = n, 1
                return longer
        raise impossible(self.bench, self.entity, part)


def replace_keys(frame: Frame, count: int) -> Frame:
    """Return a frame of only the first rows."""
    return Frame(frame.bench, frame.entity, frame.keys[:count], frame.first)
