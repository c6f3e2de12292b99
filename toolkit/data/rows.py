"""One entity's rows, each filled in the order in which its fields explain one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

from toolkit.data import people, values
from toolkit.data.apart import set_apart
from toolkit.data.bench import Bench, Made
from toolkit.data.columns import Columns
from toolkit.data.dates import MONTH, born, dated, deadline, is_end, moment_of, stamped, stored
from toolkit.data.distinct import check, different
from toolkit.data.frame import Frame
from toolkit.data.hours import between
from toolkit.data.lifecycle import Course, Life, course_of, lived, told
from toolkit.data.matters import Telling
from toolkit.data.naming import DUE, about
from toolkit.data.plan import DATES
from toolkit.data.relations import EMPTY, Relations
from toolkit.data.ruled import keep, ruled
from toolkit.data.several import several
from toolkit.data.telling import Matter, names_row, numbered
from toolkit.data.usual import empty_share
from toolkit.data.values import Cell
from toolkit.data.weighing import names_roles, urgency
from toolkit.domain.records import computed
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value

SHARE_OF_SPAN = 0.12
"""How much of the time that rows come from one usually takes from start to end, where no date says so."""
SHARE_OF_LIMIT = 0.26
"""How much of the time it has a row usually takes: nights and weekends come on top."""
CHANGED_LATER = 0.4
Matters = dict[tuple[str, str], Matter]
TEXTS = frozenset({"text", "long text"})
REACHED = frozenset({"email", "phone"})


@dataclass(slots=True)
class Rows:
    """Fills the rows of one entity, over those of the entities it refers to."""

    bench: Bench
    entity: Entity
    relations: Relations
    timed: Entity = field(init=False)
    course: Course | None = None
    telling: Telling = field(init=False)
    ruled: bool = False

    def __post_init__(self) -> None:
        status, fields = self.entity.status, self.entity.fields
        limits = {n: f for n, f in fields.items() if not f.computed or about(n, DUE)}
        self.timed = replace(self.entity, fields=limits)
        self.course = course_of(status) if status and status.options else None
        self.telling = Telling(self.bench, self.entity)
        self.ruled = ruled(self.entity)

    def fill(self, matters: Matters) -> None:
        """Fill every row; `matters` is what rows are about, by entity and id."""
        check(self.bench, self.entity)
        self.bench.lives[self.entity.name] = {}
        columns, table = Columns(self.bench, self.entity, self.relations), self.bench.tables[self.entity.name]
        frame = Frame(self.bench, self.entity, list(table))
        made = columns.make(frame) if frame.keys else {}
        if columns.are_all and frame.keys:
            self._lay_down(frame, made)
            return
        for name, column in made.items():
            for row, value in zip(table.values(), column, strict=True):
                row[name] = value
        for row in table.values():
            self._fill(row, matters)

    def _lay_down(self, frame: Frame, made: Mapping[str, Sequence[Value]]) -> None:
        """Make rows of columns that are all that there is to them."""
        bench, name, names = self.bench, self.entity.name, ("id", *made)
        rows = (dict(zip(names, row, strict=False)) for row in zip(frame.keys, *made.values(), strict=False))
        bench.tables[name] = dict(zip(frame.keys, rows, strict=True))
        bench.whole.add(name)
        birth = bench.births[name]
        if birth and any(part.refers == name for parts in bench.references.values() for part in parts):
            moments = ((key, moment_of(value)) for key, value in zip(frame.keys, made[birth.name], strict=True))
            bench.lives[name] = {key: Life(moment, moment) for key, moment in moments}

    def _fill(self, row: Made, matters: Matters) -> None:
        self._file(row)
        waiting = [f for f in self.entity.fields.values() if not f.computed and f.name not in row]
        first, later = self._parents(row)
        for part in first:
            row[part.name] = self.relations.choose(self.entity, part, row)
        birth = born(self.bench, self.entity, row)
        own = self.bench.births[self.entity.name]
        if own and own.name not in row:
            row[own.name] = stored(self.bench, own, birth)
        matter = self.telling.matter(row)
        for part in waiting:
            if part.type not in TEXTS | REACHED | DATES and not part.refers and not part.moves and not part.stamp:
                row[part.name] = self._plain(Cell(self.bench, self.entity, part, row, matter, birth=birth))
        life = self.bench.lives[self.entity.name][str(row["id"])] = self._life(row, birth)
        self._dates(waiting, row, life)
        for part in later:
            row[part.name] = self.relations.choose(self.entity, part, row)
        self._texts(waiting, row, matters, matter)
        if self.ruled:
            keep(self.bench, self.entity, row)
            set_apart(self.bench, self.entity, row, self.relations.fits)

    def _file(self, row: Made) -> None:
        """Choose what a row is filed under, so that what it is about agrees with that."""
        for part in self.telling.tagged:
            if part.name not in row:
                row[part.name] = self._plain(Cell(self.bench, self.entity, part, row))

    def _parents(self, row: Made) -> tuple[list[Field], list[Field]]:
        """Return the references to fill before the row's life is known and after; circles are closed later."""
        made = self.bench.lives
        fields = [f for f in self.bench.references[self.entity.name] if f.name not in row and f.refers in made]
        fields_in_turn = sorted(fields, key=self._turn)
        works = [f for f in fields_in_turn if not f.required and f.refers == self.bench.solution.people]
        return [f for f in fields_in_turn if f not in works], works

    def _turn(self, part: Field) -> int:
        """Return when a reference is chosen: people after what they have to do with, and after them what is theirs."""
        if part.where and part.where.personal:
            return 2
        return int(part.refers == self.bench.solution.people)

    def _plain(self, cell: Cell) -> Value:
        part, kind = cell.field, self.bench.type_of(cell.field)
        if self._is_empty(part, cell.row):
            return None
        if part.several:
            return several(self.bench, self.entity, part, cell.chance(), self.relations.fits)
        if part.type == "person":
            return different(self.bench, self.entity, part, lambda n: self.bench.words.person(cell.chance(n).stream)[0])
        if (role := self._role(cell)) is not None:
            return role

        def made(attempt: int) -> Value:
            if kind.span == "number":
                return values.number(cell, attempt)
            return values.chosen(self.bench, part, cell.chance(attempt))

        return different(self.bench, self.entity, part, made) if part.unique or kind.given else made(0)

    def _role(self, cell: Cell) -> str | None:
        """Return the role of one of the first people made, so that each role has somebody in it."""
        name, bench = self.entity.name, self.bench
        if name != bench.solution.people or cell.field.type != "one of" or not names_roles(bench.solution, cell.field):
            return None
        pinned = {bench.tables[name][key].get(cell.field.name) for key in bench.given[name]}
        missing = [option for option in cell.field.options if option not in pinned]
        place = cell.number - len(bench.given[name]) - 1
        return missing[place] if place < len(missing) else None

    def _is_empty(self, part: Field, row: Made) -> bool:
        if part.required or part.needed_when:
            return False
        share = self.bench.chance(self.entity.name, str(row["id"]), f"{part.name} empty").share()
        if part.spread and part.spread.empty is not None:
            return share < part.spread.empty
        if self.bench.type_of(part).input == "yesno" or part is self.entity.title:
            return False
        return share < empty_share(self.bench.meaning(self.entity, part).kind, EMPTY)

    def _life(self, row: Made, birth: datetime) -> Life:
        """Return what has happened to the row, and write down the state that it is in."""
        bench, status, key = self.bench, self.entity.status, str(row["id"])
        chance = bench.chance(self.entity.name, key, status.name if status else "life")
        if status is None or self.course is None:
            later = between(birth, bench.now, chance.share()) if chance.share() < CHANGED_LATER else birth
            return Life(birth, max(later, birth))
        if row.get(status.name) is not None:
            return told(self.course, str(row[status.name]), birth, bench.now, chance=chance)
        life = lived(self.course, birth, bench.now, usually=self._usual(row, birth), chance=chance)
        row[status.name] = life.state
        return life

    def _usual(self, row: Made, birth: datetime) -> timedelta:
        """Return how long such a row usually takes: a good half of the time it is given, else a part of the period."""
        until = deadline(self.entity, computed(self.timed, row, self.bench.now), birth)
        if until is not None:
            return until * SHARE_OF_LIMIT
        options = {f.name: str(row.get(f.name)) for f in self.entity.fields.values() if f.options and not f.moves}
        own = self.bench.births[self.entity.name]
        days = -own.low if own and own.low is not None else MONTH
        return timedelta(days=max(days, 1 / 24) * SHARE_OF_SPAN * urgency(options))

    def _dates(self, waiting: list[Field], row: Made, life: Life) -> None:
        dates = [f for f in waiting if f.name not in row and (f.type in DATES or f.stamp)]
        for part in sorted(dates, key=is_end):
            if part.stamp:
                row[part.name] = stamped(self.bench, part, life)
            elif self._is_empty(part, row):
                row[part.name] = None
            else:
                row[part.name] = dated(self.bench, self.entity, part, row=row, life=life)

    def _texts(self, waiting: list[Field], row: Made, matters: Matters, matter: Matter | None) -> None:
        """Write what the row says, and how its person is reached."""
        title = self.entity.title
        above = next(
            (
                m
                for f in self.bench.references[self.entity.name]
                if (m := matters.get((f.refers, str(row.get(f.name)))))
            ),
            None,
        )
        if matter:
            if matter.story.replies:
                matters[self.entity.name, str(row["id"])] = matter
            if title.name not in row and title.type in TEXTS and not title.pattern:
                text = self.telling.title(matter)
                row[title.name] = different(
                    self.bench, self.entity, title, lambda n: numbered(text, n, title, self.telling.tails)
                )
        for part in waiting:
            if part.type in TEXTS | REACHED and part.name not in row:
                cell = Cell(self.bench, self.entity, part, row, matter, above)
                row[part.name] = None if self._is_empty(part, row) else self._text(cell)

    def _text(self, cell: Cell) -> Value:
        bench, part, whose = self.bench, cell.field, self.bench.solution.people
        if part.type in REACHED:
            return self._reached(cell)
        if part.unique or names_row(self.entity, part):
            return different(bench, self.entity, part, lambda n: values.text(cell, n))
        above = next(
            (str(cell.row.get(f.name) or "") for f in self.bench.references[self.entity.name] if f.refers != whose), ""
        )
        if cell.is_long and above:
            return different(bench, self.entity, part, lambda n: values.text(cell, n), among=above)
        return values.text(cell, 0)

    def _reached(self, cell: Cell) -> Value:
        bench, part = self.bench, cell.field
        if not part.unique and (known := people.borrowed(bench, self.entity, part, cell.row)):
            return known
        if part.type == "email":
            make = partial(people.address, bench, self.entity, cell.row)
            return different(bench, self.entity, part, make)
        return different(bench, self.entity, part, lambda n: people.phone(bench, cell.chance(n)))
