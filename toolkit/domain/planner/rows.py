"""Which rows of a table are worth opening for a task: those it names, else one of each kind."""

from toolkit.domain.overviews import Board, Calendar, Card, Entry
from toolkit.domain.planner.hints import Hints, changeable
from toolkit.domain.scene import Scene
from toolkit.domain.solution import ME, Entity
from toolkit.domain.values import Row, Value
from toolkit.domain.view import Table, TableRow

Shown = TableRow | Card | Entry


def worth_opening(scene: Scene, table: Table | Board | Calendar, hints: Hints, *, row: str = "") -> tuple[Shown, ...]:
    """Return the rows in sight that may lead to the goal, in order.

    An answer stands in one `row`. A goal about an entity can be met by rows that hold what it wants, as far as that
    cannot be changed any more; of rows alike in status and owner one stands for all.
    """
    if table.entity not in hints.useful:
        return ()
    if hints.reads:
        return tuple(r for r in table.rows if r.key == row and table.entity == hints.entity)
    entity = scene.app.entities[table.entity]
    kinds: dict[tuple[Value, bool], Shown] = {}
    for shown in table.rows:
        found = scene.records.get(entity.name, shown.key)
        if found is not None and _may_fit(scene, entity, found, hints):
            status = found.get(entity.status.name) if entity.status else None
            kinds.setdefault((status, scene.mine(entity, found)), shown)
    return tuple(kinds.values())


def _may_fit(scene: Scene, entity: Entity, row: Row, hints: Hints) -> bool:
    """Return whether a row can come to be what the goal wants, or is the one that the goal's row refers to."""
    if entity.name == hints.entity:
        fixed = set(hints.wanted) - changeable(scene.app, entity)
        return all(_holds(scene, entity, row, name, hints.wanted[name]) for name in fixed)
    goal = scene.app.entities[hints.entity]
    named = [hints.wanted[f.name] for f in goal.fields.values() if f.refers == entity.name and f.name in hints.wanted]
    return all(value in {row["id"], scene.title(row, entity)} for value in named if value != ME)


def _holds(scene: Scene, entity: Entity, row: Row, name: str, wanted: Value) -> bool:
    field, value = entity.fields[name], row.get(name)
    if not field.refers:
        return value == wanted
    meant = scene.desk.me if wanted == ME else wanted
    return meant in {value, scene.records.title(field.refers, str(value))}
