"""When an answer can be read: somebody has to know which row is meant, and to see its field."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.domain.action import Go, Place
from toolkit.domain.machine import Machine
from toolkit.domain.reckoning import named
from toolkit.domain.scene import Scene
from toolkit.domain.solution import Answered, Entity, Field, Task
from toolkit.domain.state import State
from toolkit.domain.view import Facts, Table, View

FITS = 12
"""So many rows can be compared by eye."""
LONGEST = 40
"""A table of more pages than this is not looked through."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a view tells about the answer: which row is meant, and what the row's field says."""

    knows: bool = False
    shows: bool = False


class Reading:
    """Judges views for one answer.

    A view makes the row **known** if it holds a table of the answer's entity that has the row on this page and

    - is sorted by the field that the answer is `first` by, with nothing before the row that fits the condition too; or
    - fits on this one page, at most 12 rows, and has a column for that field;

    and if, whichever of the two, every row fits the condition or each field that the condition speaks of has a column,
    and what filters leave out comes after what they show (a table of the late ones may be read for the most overdue,
    one of the open ones may not). An answer that is first by nothing is known where the row stands with what the
    condition speaks of, in a table or in its own detail. The answer is then **shown** by the field's column in the
    row, or by the fact or the title of the row's detail. Nothing is changed while an answer is looked for.
    """

    def __init__(self, machine: Machine, answer: Answered, start: State) -> None:
        """Rank the rows, as the role meets them: the first is the one that is meant."""
        self.machine, self.answer = machine, answer
        self.ranked = machine.ranked(answer, start)
        self.row = next(iter(self.ranked), "")
        self.entity: Entity = machine.app.entities[answer.entity]
        self._whole: dict[tuple[str, Place], tuple[str, ...]] = {}

    def sight(self, state: State, view: View) -> Sight:
        """Return what a view tells."""
        if not self.row or self.machine.app.screen_at(view.screen) is None:
            return Sight()
        tables = [b for b in view.blocks if isinstance(b, Table) and b.entity == self.entity.name]
        holding = [t for t in tables if any(r.key == self.row for r in t.rows)]
        scene = self.machine.scene(state)
        known = any(self._known(scene, t) for t in holding) or self._known_in_detail(scene, view)
        return Sight(known, any(_has(t, self._field) for t in holding) or self._detailed(view, self._field))

    @property
    def _field(self) -> Field:
        return self.entity.fields[self.answer.field]

    @property
    def _condition(self) -> list[Field]:
        """The fields that the condition speaks of."""
        names = self.answer.where.names if self.answer.where else frozenset()
        return [f for f in self.entity.fields.values() if named(f) in names]

    def _known(self, scene: Scene, table: Table) -> bool:
        visible = all(_has(table, f) for f in self._condition)
        if not self.answer.first:
            return visible
        ordered = table.order == self.answer.first
        compared = self.entity.fields[self.answer.first.removeprefix("-")]
        if not ordered and not (table.total == len(table.rows) <= FITS and _has(table, compared)):
            return False
        keys = self._keys(scene.state, table)
        fitting = tuple(key for key in self.ranked if key in keys)
        return (visible or len(fitting) == len(keys)) and fitting == self.ranked[: len(fitting)]

    def _keys(self, state: State, table: Table) -> tuple[str, ...]:
        """Return the ids of a table's rows, those of its other pages too."""
        if table.pages == 1:
            return tuple(row.key for row in table.rows)
        place = state.place.with_(page="")
        if (table.id, place) not in self._whole:
            first = self.machine.step(state, Go(place))
            self._whole[table.id, place] = tuple(self._through(first, table.id)) if table.pages <= LONGEST else ()
        return self._whole[table.id, place]

    def _through(self, state: State, ident: str) -> Iterator[str]:
        """Yield the ids of a table page by page, by the table's own way to the next."""
        while True:
            blocks = self.machine.view(state).blocks
            table = next((b for b in blocks if isinstance(b, Table) and b.id == ident), None)
            if table is None:
                return
            yield from (row.key for row in table.rows)
            if table.page == table.pages:
                return
            state = self.machine.step(state, table.turn[-1].action)

    def _known_in_detail(self, scene: Scene, view: View) -> bool:
        shown = all(self._detailed(view, f) for f in self._condition)
        return not self.answer.first and scene.place.row == self.row and shown

    def _detailed(self, view: View, field: Field) -> bool:
        """Return whether this is the row's own detail and says the field."""
        screen = self.machine.app.screen_at(view.screen)
        if view.place.row != self.row or screen is None or screen.entity != self.entity.name:
            return False
        facts = {fact.id for block in view.blocks if isinstance(block, Facts) for fact in block.facts}
        return field is self.entity.title or any(ident.rpartition(".")[2] == field.key for ident in facts)


def _has(table: Table, field: Field) -> bool:
    return any(column.id.rpartition(".")[2] == field.key for column in table.columns)


def reading_of(machine: Machine, task: Task, start: State) -> Reading | None:
    """Return what judges the views of a task that asks for an answer."""
    return Reading(machine, task.answer, start) if task.answer else None
