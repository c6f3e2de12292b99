"""Histories: who brought each row into its state and when, by the moves that the spec allows, and to whom."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from toolkit.data.bench import Bench, Made
from toolkit.data.chance import marked, mixed
from toolkit.data.lifecycle import Life
from toolkit.data.ring import Ring
from toolkit.data.weighing import names_roles
from toolkit.domain.dataset import Moved
from toolkit.domain.expression import MY, Expression
from toolkit.domain.reckoning import named, spoken
from toolkit.domain.records import computed
from toolkit.domain.solution import CHANGED, ME, NOW, Entity, Field, Move
from toolkit.domain.values import Value

THEIRS = 0.85
"""The share of moves that are made by whoever the row names for it."""
TRIES = 24
"""People that are tried for a move with a condition on who makes it."""


def histories(bench: Bench) -> dict[str, dict[str, tuple[Moved, ...]]]:
    """Return by entity and row the moves of every row that has left the state it began in."""
    staff, found = _Staff(bench), {}
    for name, entity in bench.entities.items():
        if entity.status:
            teller = _Teller(bench, entity, entity.status, staff)
            told = ((key, teller.told(key, life)) for key, life in bench.lives.get(name, {}).items())
            found[name] = {key: moves for key, moves in told if moves}
    return {name: rows for name, rows in found.items() if rows}


@dataclass(slots=True)
class _Staff:
    """The people by their role; without a field that says it, everybody is in every role."""

    bench: Bench
    role: str = field(init=False)
    _rings: dict[tuple[str, ...], Ring] = field(default_factory=dict)

    def __post_init__(self) -> None:
        people = self.bench.entities.get(self.bench.solution.people)
        fields = people.fields.values() if people else ()
        self.role = next((f.name for f in fields if names_roles(self.bench.solution, f)), "")

    @property
    def people(self) -> dict[str, Made]:
        """The rows of the people, by id."""
        return self.bench.tables.get(self.bench.solution.people, {})

    def may(self, key: str, move: Move) -> bool:
        """Return whether somebody is in a role that may make a move."""
        return key in self.people and (not self.role or self.people[key].get(self.role) in move.roles)

    def some(self, move: Move, number: int) -> Iterator[str]:
        """Yield people who may make a move, in an order that hangs on the number."""
        if move.roles not in self._rings:
            able = {key: 1.0 for key in self.people if self.may(key, move)}
            self._rings[move.roles] = Ring(able)
        for attempt in range(TRIES):
            found = self._rings[move.roles].choose(mixed(number ^ marked("attempt", attempt)))
            if found is not None:
                yield found


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells how the rows of one entity came into their states."""

    bench: Bench
    entity: Entity
    status: Field
    staff: _Staff

    def told(self, key: str, life: Life) -> tuple[Moved, ...]:
        """Return the moves of a row."""
        row, before, found = self.bench.tables[self.entity.name][key], "", []
        for place, (state, at) in enumerate(life.steps):
            if place:
                cell = self.bench.cell(self.entity.name, key, f"moved {place}")
                move, by = self._maker({**row, self.status.name: before}, state, cell)
                found.append(Moved(at, by, before, state, move))
            before = state
        return tuple(_stamped(self.entity, row, found))

    def _maker(self, row: Made, target: str, cell: int) -> tuple[str, str]:
        """Return by which move a row can have come to a state, and by whom; nobody where nobody could."""
        before, moves = row.get(self.status.name), self.status.moves
        ways = [move for move in moves if move.target == target and (not move.sources or before in move.sources)]
        ways.sort(key=lambda move: mixed(cell ^ marked(move.name)))
        for move in ways:
            for person in self._candidates(row, move, cell):
                if move.when is None or self._holds(row, move.when, person):
                    return move.name, person
        return (ways[0].name if ways else ""), ""

    def _candidates(self, row: Made, move: Move, cell: int) -> Iterator[str]:
        """Yield who may make a move, the likeliest first: whose row it is, who works on it, anybody in the role."""
        owner, people = self.entity.owner, self.bench.solution.people
        mine = str(row.get(owner.name) or "") if owner else ""
        if move.own:
            yield from (mine,) if self.staff.may(mine, move) else ()
            return
        fields = self.bench.references[self.entity.name]
        named_there = [str(row[f.name]) for f in fields if f.refers == people and row.get(f.name)]
        same = mixed(cell) / 2**64 < THEIRS
        if same or (move.when and move.when.personal):
            yield from (key for key in named_there if key != mine and self.staff.may(key, move))
        one = self.bench.cell(self.entity.name, str(row["id"]), "moved")
        yield from self.staff.some(move, one if same else cell)

    def _holds(self, row: Made, condition: Expression, person: str) -> bool:
        """Return whether the condition of a move held for somebody, as far as the row still tells."""
        people = self.bench.entities.get(self.bench.solution.people)
        own = self.bench.tables[people.name].get(person, {}) if people else {}
        my: dict[str, Value] = {f"{MY}{named(f)}": own.get(f.name) for f in people.fields.values()} if people else {}
        whole = computed(self.entity, row, self.bench.now)
        return condition.holds(spoken(self.entity, whole) | my | {NOW: self.bench.now, ME: person})


def _stamped(entity: Entity, row: Made, moves: list[Moved]) -> list[Moved]:
    """Return moves that agree with the dates that the row says of them, and are in time order with these."""
    latest = next((at for f in entity.fields.values() if f.stamp == CHANGED and (at := _moment(row, f))), datetime.max)
    found: list[Moved] = []
    for move in reversed(moves):
        stamps = (
            f for f in entity.fields.values() if f.stamp == move.after and move.after not in {m.after for m in found}
        )
        said = next((at for f in stamps if (at := _moment(row, f))), move.at)
        latest = min(said, latest)
        found.append(replace(move, at=latest))
    return found[::-1]


def _moment(row: Made, field: Field) -> datetime | None:
    value = row.get(field.name)
    return value if isinstance(value, datetime) else None
