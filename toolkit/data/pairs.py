"""Values of one row that go in pairs: no minimum over its maximum, no arrival before its departure."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from toolkit.data.bench import Bench, Made
from toolkit.data.naming import about, listed, words_of
from toolkit.domain.solution import Entity, Field

_PAIRS = (("min", "max"), ("minimum", "maximum"), ("low", "high"), ("lowest", "highest"), ("lower", "upper"))
_NUMBERS = frozenset({"number", "money", "percent"})
_RIDES = listed("flight train trip leg voyage ferry sailing bus journey ride flug zug fahrt vol trajet vuelo viaje")
_DEPARTS = listed("departure departs departed abflug abfahrt départ salida")
_ARRIVES = listed("arrival arrives arrived ankunft arrivée llegada")
_ACTUAL = listed("actual real tatsächlich tatsächliche réel")
SHORTEST, LONGEST, LATEST = 45, 190, 25
"""Minutes that a ride takes, and by how many most are late."""


def pair_up(bench: Bench) -> None:
    """Put the values of all rows that go in pairs in their order, unless the spec says them."""
    for name, entity in bench.entities.items():
        pairs = list(_pairs(entity))
        rides = [f for f in entity.fields.values() if f.type == "datetime" and _is_free(f)]
        for row in bench.tables[name].values():
            for low, high in pairs:
                _ordered(bench, entity, row, low, high)
            if about(name, _RIDES):
                _timetabled(bench, entity, row, rides)


def _is_free(field: Field) -> bool:
    bounds = field.low is not None or field.high is not None
    return not (bounds or field.computed or field.compares or field.unique or field.spread or field.stamp)


def _pairs(entity: Entity) -> Iterator[tuple[Field, Field]]:
    """Yield fields that are called alike but for one word: 'min salary' and 'max salary'."""
    by_words = {words_of(f.name): f for f in entity.fields.values() if f.type in _NUMBERS and _is_free(f)}
    for words, field in by_words.items():
        for low, high in _PAIRS:
            other = by_words.get((words - {low}) | {high}) if low in words else None
            if other is not None and other.type == field.type:
                yield field, other


def _ordered(bench: Bench, entity: Entity, row: Made, low: Field, high: Field) -> None:
    given = bench.given[entity.name].get(str(row["id"]), frozenset())
    least, most = row.get(low.name), row.get(high.name)
    if {low.name, high.name} & given or not isinstance(least, int | float) or not isinstance(most, int | float):
        return
    row[low.name], row[high.name] = min(least, most), max(least, most)


def _timetabled(bench: Bench, entity: Entity, row: Made, fields: list[Field]) -> None:
    """Let a ride arrive some hours after it leaves, and what really happened be near to what was planned."""
    given = bench.given[entity.name].get(str(row["id"]), frozenset())
    leaves = [f for f in fields if about(f.name, _DEPARTS)]
    lands = [f for f in fields if about(f.name, _ARRIVES)]
    plan = sorted(leaves, key=lambda f: about(f.name, _ACTUAL))
    begin = next((row[f.name] for f in plan if isinstance(row.get(f.name), datetime)), None)
    if not lands or not isinstance(begin, datetime):
        return
    chance = bench.chance(entity.name, str(row["id"]), "ride")
    takes = timedelta(minutes=chance.whole(SHORTEST // 5, LONGEST // 5) * 5)
    late = timedelta(minutes=chance.whole(0, LATEST))
    for field in (*leaves, *lands):
        if row.get(field.name) is not None and field.name not in given:
            end = takes if field in lands else timedelta()
            row[field.name] = begin + end + (late if about(field.name, _ACTUAL) else timedelta())
