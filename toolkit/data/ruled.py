"""Rows made to keep the rules between their fields: values that are compared, and those needed only in some rows."""

from toolkit.data import values
from toolkit.data.bench import Bench, Made
from toolkit.domain.reckoning import spoken
from toolkit.domain.records import computed
from toolkit.domain.ruling import TURNED, Room, fits
from toolkit.domain.solution import NOW, Comparison, Entity, Field
from toolkit.domain.values import Value
from toolkit.errors import ToolkitError

ROUNDS = 4
"""A value that is moved may break the next rule; chains of rules longer than this are not followed to their end."""


def ruled(entity: Entity) -> bool:
    """Return whether an entity has rules between its fields, or on the days and hours of one."""
    return any(f.compares or f.needed_when or f.hours or f.apart for f in entity.fields.values())


def keep(bench: Bench, entity: Entity, row: Made) -> None:
    """Empty what is needed only in other rows, and move what stands wrong to another value; pinned values stay.

    Raises ToolkitError for bounds that leave no value that keeps a rule.
    """
    pinned = bench.given[entity.name].get(str(row["id"]), frozenset())
    for field in entity.fields.values():
        if field.needed_when is not None and field.name not in pinned and field.name in row:
            row[field.name] = _if_needed(bench, entity, field, row)
    for _ in range(ROUNDS):
        broken = unkept(bench, entity, row)
        for field, rule in broken:
            _mend(bench, entity, row, field=field, rule=rule)
        if not broken:
            break
    _in_hours(bench, entity, row)


def unkept(bench: Bench, entity: Entity, row: Made) -> list[tuple[Field, Comparison]]:
    """Return the rules between its fields that a row does not keep."""
    rules = [(field, rule) for field in entity.fields.values() for rule in field.compares]
    return [(field, rule) for field, rule in rules if not _kept(bench, entity, row, field, rule)]


def _in_hours(bench: Bench, entity: Entity, row: Made) -> None:
    """Move dates and times into the days and hours they may lie in."""
    for field in entity.fields.values():
        if field.hours and _may_move(bench, entity, field, row):
            share = bench.chance(entity.name, str(row["id"]), f"{field.name} hours").share()
            row[field.name] = field.hours.within(row.get(field.name), share)


def _if_needed(bench: Bench, entity: Entity, field: Field, row: Made) -> Value:
    """Return what the field holds if it is needed in this row, else nothing."""
    names = spoken(entity, computed(entity, row, bench.now)) | {NOW: bench.now}
    if field.needed_when is None or not field.needed_when.holds(names):
        return None
    if row[field.name] is not None or field.refers:
        return row[field.name]
    return values.chosen(bench, field, bench.chance(entity.name, str(row["id"]), f"{field.name} needed"))


def _kept(bench: Bench, entity: Entity, row: Made, field: Field, rule: Comparison) -> bool:
    worked_out = computed(entity, row, bench.now)
    return fits(rule.words, worked_out.get(field.name), _beside(bench, entity, row, field, rule))


def _beside(bench: Bench, entity: Entity, row: Made, field: Field, rule: Comparison) -> Value:
    """Return what a field is compared with; in another row's totals this field does not count yet."""
    if "." not in rule.field:
        return computed(entity, row, bench.now).get(rule.field)
    value, row[field.name] = row.get(field.name), None
    other = bench.reckoning().other(entity, rule.field, row)
    row[field.name] = value
    return other


def _mend(bench: Bench, entity: Entity, row: Made, *, field: Field, rule: Comparison) -> None:
    """Move the field that has the rule, or, where its bounds leave no room, the one it is compared with."""
    if _kept(bench, entity, row, field, rule):
        return
    worked_out = computed(entity, row, bench.now)
    tries = [(field, _beside(bench, entity, row, field, rule), rule.words)]
    other = entity.fields.get(rule.field)
    tries += [(other, worked_out.get(field.name), TURNED[rule.words])] if other else []
    free = [side for side in tries if _may_move(bench, entity, side[0], row)]
    for moved, still, words in free:
        room = Room(bench.type_of(moved), moved, bench.now)
        share = bench.chance(entity.name, str(row["id"]), f"{moved.name} {words}").share()
        value = room.beyond(words, still, share)
        if value is not None:
            row[moved.name] = value
            return
    if free:
        raise ToolkitError(
            f"no '{field.name}' of {entity.name} can be {rule.words} its '{rule.field}'",
            where=f"entities.{entity.name}.{field.name}",
            fix="widen the range of one of them, or take the rule away",
        )


def _may_move(bench: Bench, entity: Entity, field: Field, row: Made) -> bool:
    """Return whether a value is free: not pinned, not worked out, and nothing that the rest of the row hangs on."""
    birth = bench.births[entity.name]
    pinned = field.name in bench.given[entity.name].get(str(row["id"]), frozenset())
    return not (pinned or field.computed or field.stamp or field.unique or (birth and birth.name == field.name))
