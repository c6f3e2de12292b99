"""Which row a reference points to: few rows are referred to often, many seldom, and each for a reason."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from toolkit.data.bench import Bench, Made
from toolkit.data.chance import marked, mixed
from toolkit.data.conversation import Talk
from toolkit.data.joins import Pairs
from toolkit.data.naming import AUTHOR, about
from toolkit.data.numbers import Numbers
from toolkit.data.ring import Choosing, Layers, Ring
from toolkit.data.sums import covered
from toolkit.data.trees import above, is_below, is_tree
from toolkit.data.weighing import weight, zipf
from toolkit.domain.expression import MY
from toolkit.domain.reckoning import named, reaching, spoken
from toolkit.domain.records import computed
from toolkit.domain.solution import ME, NOW, Entity, Field
from toolkit.domain.values import Value
from toolkit.errors import ToolkitError

EMPTY = 0.2
"""The share of optional values that nobody filled in."""
OWNER = 0.5
"""The share of what is written by the one whose row it is about."""
FIRST_EMPTY, SECOND_EMPTY = 0.75, 0.12
"""Shares of rows in the first and second state that nobody has taken on."""


@dataclass(slots=True)
class Relations:
    """Chooses the rows that references point to, over the rows made so far."""

    bench: Bench
    talk: Talk
    pairs: Pairs = field(init=False)
    _covered: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _rings: dict[tuple[str, str, str], Choosing] = field(default_factory=dict)
    _fits: dict[tuple[str, str, str, str], bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pairs = Pairs(self.bench)

    def choose(self, entity: Entity, field: Field, row: Made) -> str | None:
        """Return the id of a row, or None where it stays empty. Raises ToolkitError if one is needed and none fits."""
        key = str(row["id"])
        if is_tree(entity, field) and (above_it := self._above(entity, field, key)) is not None:
            return above_it or None
        if not (field.required or field.needed_when) and self.stays_empty(entity, field, key):
            return None
        found = self._found(entity, field, row)
        if found is not None:
            self.pairs.take(entity, field, row, found)
            if self.talk.subject(entity) is field:
                self.talk.take(entity, field, key, found)
            if field.unique:
                self.bench.known(entity.name, field.name).add(found)
        elif field.required:
            raise self._nothing_to_choose(entity, field)
        return found

    def _found(self, entity: Entity, field: Field, row: Made) -> str | None:
        """Return the row that a cell's number leads to: somebody who has to do with it, else one that fits best."""
        cell = self.bench.cell(entity.name, str(row["id"]), field.name)
        found = self._participant(entity, field, row, cell)
        place = (entity.name, field.name)
        if place not in self._covered:
            self._covered[place] = covered(self.bench, entity, field)
        number = _number(str(row["id"]))
        if number <= len(self._covered[place]) and self._fit(field, self._covered[place][number - 1], me=""):
            return self._covered[place][number - 1]
        if found is None:
            ring, fits = self._ring(entity, field, row), self._fits_by_now(entity, field, row)
            free = _both(fits, self.pairs.free(entity, field, row))
            for strict in (True, False):
                condition = self._condition(entity, field, row, strict=strict)
                found = found or ring.choose(cell, _both(condition, free if strict else fits))
        return found

    def _above(self, entity: Entity, field: Field, key: str) -> str | None:
        """Return the row above another, nothing for one at the top; None where the one found does not fit."""
        found = above(self.bench, entity, field, key)
        if found is None:
            return None if field.required or field.needed_when else ""
        apart = not is_below(self.bench, entity, field, found, key)
        return found if apart and not self._changes(field) and self._fit(field, found, me="") else None

    def is_plain(self, entity: Entity, field: Field) -> bool:
        """Return whether a reference hangs on nothing but its cell and the rows that there are to refer to."""
        others = [other for other in self.bench.references[entity.name] if other is not field]
        said = field.unique or field.refers == entity.name or self._changes(field) or field.needed_when
        personal = field.where is not None and field.where.personal
        by_whom = field.default == ME or about(field.name, AUTHOR)
        parents = any(f.refers == field.refers for o in others for f in self.bench.references[o.refers])
        late = not field.required and field.refers == self.bench.solution.people
        made = field.refers in self.bench.lives and self.talk.subject(entity) is None and not self.pairs.links(entity)
        return made and not (said or personal or late or (by_whom and parents))

    def chosen(self, entity: Entity, field: Field, cells: Numbers) -> list[Value]:
        """Return the ids of rows for many cells of a plain reference, each as `choose` gives it."""
        if not self._ring(entity, field, {"id": ""}).choose(0):
            if field.required:
                raise self._nothing_to_choose(entity, field)
            return [None] * len(cells)
        return list(self._ring(entity, field, {"id": ""}).choose_all(cells))

    def chosen_beside(self, entity: Entity, field: Field, cell: int, row: Made) -> str | None:
        """Return the id of another row than those that the row's other references point to, if there is one."""
        ring, fits = self._ring(entity, field, {"id": ""}), self._condition(entity, field, {"id": "", **row})
        return ring.choose(cell, fits) or ring.choose(cell)

    def _nothing_to_choose(self, entity: Entity, field: Field) -> ToolkitError:
        rule = f" where {field.where.text}" if field.where else ""
        once = " that is not taken yet" if field.unique else ""
        fix = f"make more rows of {field.refers}, pin one that fits, or make '{field.name}' optional"
        count, made = len(self.bench.tables[entity.name]), self._made(entity, field)
        said = f"and none is left for row {made + 1} of {count}" if made else "and there is none"
        if made:
            fix = f"make fewer rows of {entity.name} or more of {field.refers} (data: rows:), or pin more that fit"
        what = f"'{field.name}' of {entity.name} needs a {field.refers}{rule}{once}, {said}"
        return ToolkitError(what, where=f"entities.{entity.name}.{field.name}", fix=fix)

    def _made(self, entity: Entity, field: Field) -> int:
        """Return how many rows have found what this reference needs."""
        return sum(row.get(field.name) is not None for row in self.bench.tables[entity.name].values())

    def stays_empty(self, entity: Entity, field: Field, key: str) -> bool:
        """Return whether an optional reference is empty; whoever works on a row is there once the work has begun."""
        share = self.bench.chance(entity.name, key, f"{field.name} empty").share()
        if field.spread and field.spread.empty is not None:
            return share < field.spread.empty
        life = self.bench.lives.get(entity.name, {}).get(key)
        if not life or not life.state or field.refers != self.bench.solution.people:
            return share < EMPTY
        moves = len(life.entered) - 1
        return share < (FIRST_EMPTY, SECOND_EMPTY, 0.0)[min(moves, 2)]

    def _participant(self, entity: Entity, field: Field, row: Made, cell: int) -> str | None:
        """Return one of the people that the row's own parent names: comments come from who has to do with it."""
        if field.unique or not (field.default == ME or about(field.name, AUTHOR)):
            return None
        turn = self.bench.turns.get((entity.name, str(row["id"])))
        if turn and turn.who and self._fit(field, turn.who, me=""):
            return turn.who
        for other in self.bench.references[entity.name]:
            found = self._people_of(other, field, str(row.get(other.name)))
            if found and other.refers not in {field.refers, entity.name}:
                share = mixed(cell) / 2**64
                return found[0] if share < OWNER else found[int((share - OWNER) / (1 - OWNER) * len(found))]
        return None

    def _people_of(self, other: Field, field: Field, key: str) -> list[str]:
        """Return the people that a parent's row names, whose it is before who works on it."""
        parent = self.bench.tables[other.refers].get(key, {})
        asked = [f for f in self.bench.references[other.refers] if f.refers == field.refers]
        people = [str(parent[f.name]) for f in asked if parent.get(f.name)]
        return [key for key in dict.fromkeys(people) if self._fit(field, key, me="")]

    def _ring(self, entity: Entity, field: Field, row: Made) -> Choosing:
        me = self._me(entity, field, row)
        place = (entity.name, field.name, me)
        if place not in self._rings:
            keys = self.bench.tables[field.refers]
            if field.refers != entity.name:
                still = not self._changes(field)
                early = (k for k in keys if self._early(entity, field, k))
                keys = {k: keys[k] for k in early if not still or self._fit(field, k, me=me)}
            self._rings[place] = self._weighted(entity, field, list(keys))
        return self._rings[place]

    def _weighted(self, entity: Entity, field: Field, keys: list[str]) -> Choosing:
        """Return what chooses among rows: by Zipf's law where the field's line says so."""
        if field.spread and field.spread.shape == "zipf":
            mark = marked("zipf", *self.bench.at_first(entity.name, field.name), self.bench.solution.data.seed)
            return Layers(zipf(keys, field.spread.width, mark))
        return Ring({key: weight(self.bench, entity, field, key) for key in keys})

    def _me(self, entity: Entity, field: Field, row: Made) -> str:
        """Return who 'me' is in the reference's condition: whose row it is."""
        owner = entity.owner
        return str(row.get(owner.name) or "") if owner and field.where and field.where.personal else ""

    def _condition(
        self, entity: Entity, field: Field, row: Made, *, strict: bool = True
    ) -> Callable[[str], bool] | None:
        """Return what else has to be true of a row referred to: not taken, earlier, nobody twice in a row."""
        taken = self.bench.known(entity.name, field.name) if field.unique else set()
        if field.refers == entity.name:
            own, me = _number(str(row["id"])), self._me(entity, field, row)
            alone = partial(is_below, self.bench, entity, field, other=str(row["id"]))
            return lambda k: _number(k) < own and k not in taken and self._fit(field, k, me=me) and not alone(k)
        if strict and self.talk.subject(entity) is field:
            return lambda key: key not in taken and self.talk.has_room(entity, field, key)
        others = (
            {row.get(f.name) for f in self.bench.references[entity.name] if f.refers == field.refers}
            if strict
            else set()
        )
        life = self.bench.lives.get(entity.name, {}).get(str(row["id"]))
        if strict and life and self.bench.births[entity.name] and self.bench.births[field.refers]:
            lives = self.bench.lives[field.refers]
            return lambda key: key not in taken and key not in others and lives[key].birth <= life.birth
        return lambda key: key not in taken and key not in others

    def _fit(self, field: Field, key: str, *, me: str) -> bool:
        """Return whether the reference's `where` holds of a row."""
        if field.where is None:
            return True
        about = field.refers or field.several
        place = (about, key, me, field.where.text)
        if place not in self._fits:
            entity = self.bench.entities[about]
            row = computed(entity, self.bench.tables[about][key], self.bench.now)
            self._fits[place] = field.where.holds(spoken(entity, row) | self._person(me))
        return self._fits[place]

    def _person(self, me: str) -> dict[str, Value]:
        """Return what a condition may speak of besides the row: the clock, and who looks at it."""
        people = self.bench.entities.get(self.bench.solution.people)
        person = self.bench.tables.get(people.name, {}).get(me, {}) if people else {}
        own = {f"{MY}{named(f)}": person.get(f.name) for f in people.fields.values()} if people else {}
        return own | {NOW: self.bench.now, ME: me}

    def fits(self, field: Field, key: str) -> bool:
        """Return whether a reference may point to a row, whoever looks at it."""
        return self._changes(field) or self._fit(field, key, me="")

    def _changes(self, field: Field) -> bool:
        """Return whether the reference's `where` changes with the rows that are made, as that of 'seats left' does."""
        return field.where is not None and (
            bool(field.where.far) or reaching(self.bench.entities[field.refers or field.several])
        )

    def _fits_by_now(self, entity: Entity, field: Field, row: Made) -> Callable[[str], bool] | None:
        """Return whether a `where` that changes holds of a row, with all rows made so far."""
        where, tables, about = field.where, self.bench.tables, self.bench.entities[field.refers]
        if where is None or not self._changes(field):
            return None
        reckoning = self.bench.reckoning()
        more = self._person(self._me(entity, field, row))

        def fits(key: str) -> bool:
            other = reckoning.whole(about, tables[about.name][key])
            return where.holds(spoken(about, other) | reckoning.beyond(where, about, other) | more)

        return fits

    def _early(self, entity: Entity, field: Field, key: str) -> bool:
        """Return whether a row was there before the last moment at which what refers to it may have come about."""
        birth, other = self.bench.births[entity.name], self.bench.births[field.refers]
        life = self.bench.lives.get(field.refers, {}).get(key)
        if not birth or not other or not life or birth.high is None:
            return True
        return life.birth <= self.bench.now + timedelta(days=min(birth.high, 0))


def _both(first: Callable[[str], bool] | None, second: Callable[[str], bool] | None) -> Callable[[str], bool] | None:
    """Return a condition that holds where both do."""
    if first is None or second is None:
        return first or second
    return lambda key: first(key) and second(key)


def _number(key: str) -> int:
    """Return the number in a row's id."""
    return int(key.rpartition("-")[2])
