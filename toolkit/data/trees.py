"""Trees: who stands above whom where rows refer to rows of their own kind. Nobody stands above themselves."""

from toolkit.data.bench import Bench
from toolkit.data.chance import mixed
from toolkit.data.naming import about, listed
from toolkit.domain.solution import Entity, Field

FAN = 4.0
"""How many rows stand below one that has any, on average."""
ROOTS, PER_ROOT = 5, 6
"""So many rows stand below nobody at most, and one in so many at first."""
_BOSS = listed("manager boss supervisor superior leader head reports chef vorgesetzter vorgesetzte jefe responsable")
_BESIDE = listed(
    "duplicate duplicates related replaces replaced previous next successor predecessor original copy linked friend "
    "spouse partner twin merged follows alternative similar dublette nachfolger vorgaenger vorgänger doublon"
)
"""Words of references to a row of the same kind that does not stand above it."""


def is_tree(entity: Entity, field: Field) -> bool:
    """Return whether a reference says which row of the same kind stands above a row."""
    return field.refers == entity.name and not (field.unique or field.spread or about(field.name, _BESIDE))


def above(bench: Bench, entity: Entity, field: Field, key: str) -> str | None:
    """Return the id of the row above another, None for one at the top.

    It is one of the first quarter of the rows before it, so that a tree of any size is a few levels deep, and a row
    that is added stands below one that is there.
    """
    number, start = int(key.rpartition("-")[2]), key.rpartition("-")[0]
    one = field.refers == bench.solution.people or about(field.name, _BOSS)
    roots = 1 if one else max(1, min(ROOTS, bench.counts[entity.name] // PER_ROOT))
    if number <= roots:
        return None
    share = mixed(bench.cell(entity.name, key, field.name)) / 2**64
    return f"{start}-{1 + int(share * max(roots, (number - 1) / FAN))}"


def is_below(bench: Bench, entity: Entity, field: Field, key: str, other: str) -> bool:
    """Return whether a row is another, or stands somewhere below it."""
    rows, seen = bench.tables[entity.name], set[str]()
    while key and key not in seen:
        if key == other:
            return True
        seen.add(key)
        key = str(rows.get(key, {}).get(field.name) or "")
    return False
