"""Rows of one entity, chunk by chunk, so that a million of them need no more memory than a few thousand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.data.bench import Bench
from toolkit.data.columns import Columns
from toolkit.data.conversation import Talk
from toolkit.data.distinct import check
from toolkit.data.frame import Frame
from toolkit.data.making import benched, make
from toolkit.data.plan import MOST_ROWS, MOST_STREAMED, counts_of, entities_of, order_of
from toolkit.data.relations import Relations
from toolkit.data.rows import Matters, Rows
from toolkit.domain.kinds import FieldType
from toolkit.domain.phrases import Phrases
from toolkit.domain.solution import Solution
from toolkit.domain.values import Row, Value, slug
from toolkit.errors import ToolkitError

CHUNK = 20_000
"""Rows that are made at a time: enough for numpy to be quick, few enough to stay in the processor's reach."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of an entity, by column: the id first, then the stored fields in the order of the spec."""

    columns: Mapping[str, Sequence[Value]]

    def __len__(self) -> int:
        return len(self.columns["id"])

    def rows(self) -> Iterator[Row]:
        """Yield the rows one by one."""
        names = tuple(self.columns)
        for row in zip(*self.columns.values(), strict=True):
            yield dict(zip(names, row, strict=True))


def stream(  # noqa: PLR0913 - what `make` takes, and which rows how many at a time
    solution: Solution,
    types: Mapping[str, FieldType],
    entity: str,
    rows: int,
    *,
    chunk: int = CHUNK,
    phrases: Mapping[str, Phrases] | None = None,
) -> Iterator[Chunk]:
    """Yield an entity's rows, so many in all, as `make` would make them with `rows={entity: rows}`.

    Memory stays the same however many there are if each row can be made alone: if there is no life cycle, no rule
    between fields, no date that hangs on others; of other entities only what the rows refer to is made. Rows that have
    to be worked out one after the other are all made before the first is given. Raises ToolkitError for more rows of
    such an entity than fit into memory, and for what `make` cannot make either.
    """
    if rows > MOST_STREAMED or rows < 0:
        raise _too_many(entity, rows, MOST_STREAMED)
    bench, columns = _prepared(solution, types, entity, rows, phrases)
    if columns is not None:
        yield from _in_chunks(bench, columns, chunk)
        return
    if rows > MOST_ROWS:
        raise _too_many(entity, rows, MOST_ROWS, f"each row of {entity} hangs on others, so that all are made at once")
    made = list(make(solution, types, rows={entity: rows}, phrases=phrases).rows(entity).values())
    for first in range(0, len(made), chunk):
        some = made[first : first + chunk]
        yield Chunk({name: [row[name] for row in some] for name in some[0]})


def is_streamed(
    solution: Solution,
    types: Mapping[str, FieldType],
    entity: str,
    *,
    phrases: Mapping[str, Phrases] | None = None,
) -> bool:
    """Return whether an entity's rows can each be made alone, and so in any number without more memory."""
    return _prepared(solution, types, entity, 1, phrases)[1] is not None


def _prepared(
    solution: Solution, types: Mapping[str, FieldType], entity: str, rows: int, phrases: Mapping[str, Phrases] | None
) -> tuple[Bench, Columns | None]:
    """Return what the rows are made on, with all that they refer to made; no columns where rows hang on one another."""
    plan = counts_of(solution, entities_of(solution), {entity: 0})
    bench = benched(solution, types, plan, phrases)
    bench.counts[entity] = max(rows, plan[entity])
    relations, matters, above = Relations(bench, Talk(bench)), Matters(), _above(bench, entity)
    for name in order_of(bench.entities):
        if name == entity or entity in above:
            break
        if name in above:
            Rows(bench, bench.entities[name], relations).fill(matters)
    columns = Columns(bench, bench.entities[entity], relations)
    if entity in above or not columns.are_all:
        return bench, None
    check(bench, bench.entities[entity])
    return bench, columns


def _above(bench: Bench, entity: str) -> set[str]:
    """Return the entities that an entity refers to, and those that these refer to."""
    found, waiting = set[str](), [entity]
    while waiting:
        fields = bench.entities[waiting.pop()].fields.values()
        new = {name for f in fields for name in (f.refers, f.several) if name and name not in found}
        found |= new
        waiting += new
    return found


def _in_chunks(bench: Bench, columns: Columns, chunk: int) -> Iterator[Chunk]:
    name = columns.entity.name
    start, count = slug(columns.entity.origin), bench.counts[name]
    for first in range(1, count + 1, chunk):
        keys = [f"{start}-{n}" for n in range(first, min(first + chunk, count + 1))]
        yield Chunk({"id": keys, **columns.make(Frame(bench, columns.entity, keys, first))})


def _too_many(entity: str, rows: int, most: int, why: str = "") -> ToolkitError:
    what = f"{rows:,} rows of '{entity}' cannot be made"
    return ToolkitError(f"{what}: {why}" if why else what, where=f"data.rows.{entity}", fix=f"ask for 0 to {most:,}")
