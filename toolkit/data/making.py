"""From a solution to its dataset: every cell from its own chance, in an order in which one thing explains the next."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime

from toolkit.data.bench import Bench
from toolkit.data.changed import change
from toolkit.data.conversation import Talk
from toolkit.data.histories import histories
from toolkit.data.homes import settle
from toolkit.data.pairs import pair_up
from toolkit.data.phrasebook import bundled, domain_of
from toolkit.data.pinned import lay_out
from toolkit.data.plan import birth_field, counts_of, entities_of, order_of, references
from toolkit.data.relations import Relations
from toolkit.data.renamed import as_at_first
from toolkit.data.rows import Matters, Rows
from toolkit.data.sums import add_up
from toolkit.data.usual import spanned
from toolkit.data.words import Words
from toolkit.domain import canonical
from toolkit.domain.dataset import Dataset
from toolkit.domain.kinds import FieldType
from toolkit.domain.phrases import Phrases
from toolkit.domain.solution import Entity, Field, Solution
from toolkit.domain.values import Value, exchanged


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the collector of garbage at rest: none is made here, and looking for it takes a sixth of the time."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()


@_uncollected()
def make(
    solution: Solution,
    types: Mapping[str, FieldType],
    *,
    rows: Mapping[str, int] | None = None,
    phrases: Mapping[str, Phrases] | None = None,
) -> Dataset:
    """Return the dataset of a solution, with the entities and fields of all its options; `rows` overrules its counts.

    `phrases` are those that plugins brought; the bundled ones if none are given.

    The same solution gives the same dataset, and a cell depends on nothing but the seed, its row and what it agrees
    with. Raises ToolkitError for what cannot be made, such as more unique values than there are.
    """
    bench = benched(solution, types, counts_of(solution, entities_of(solution), rows), phrases)
    entities = bench.entities
    relations, matters = Relations(bench, Talk(bench)), Matters()
    for name in order_of(entities):
        Rows(bench, entities[name], relations).fill(matters)
        change(bench, relations, name)
    _close_circles(bench, relations)
    settle(bench)
    pair_up(bench)
    add_up(bench)
    for name in entities:
        change(bench, relations, name, last=True)
    order = {name: ("id", *(f.name for f in e.fields.values() if not f.computed)) for name, e in entities.items()}
    tables = {
        name: bench.tables[name]
        if name in bench.whole
        else {key: {field: row.get(field) for field in order[name]} for key, row in bench.tables[name].items()}
        for name in entities
    }
    return Dataset(tables, solution.data.seed, solution.data.locale, histories(bench))


def benched(
    solution: Solution, types: Mapping[str, FieldType], counts: Mapping[str, int], phrases: Mapping[str, Phrases] | None
) -> Bench:
    """Return what the dataset is made on: so many rows of each entity laid out, with what is pinned in them."""
    entities = spanned(entities_of(solution), solution)
    referring = {name: references(entity) for name, entity in entities.items()}
    births = {name: _birth_field(entity) for name, entity in entities.items()}
    words = words_for(solution, phrases or bundled())
    bench = Bench(solution, types, clock(solution.now), words, entities, referring, births, dict(counts))
    lay_out(bench)
    return bench


def _birth_field(entity: Entity) -> Field | None:
    """Return the field that says when a row came about, by what the fields were called at first."""
    found = birth_field(as_at_first(entity))
    return next((field for field in entity.fields.values() if found and field.origin == found.name), None)


def words_for(solution: Solution, phrases: Mapping[str, Phrases]) -> Words:
    """Return the words of a solution's locale and trade."""
    return Words(solution.data.locale, domain=domain_of(solution, phrases.values()), phrases=phrases)


def _close_circles(bench: Bench, relations: Relations) -> None:
    """Fill the references to entities that were made after the ones that refer to them."""
    for name, entity in bench.entities.items():
        for field in bench.references[entity.name]:
            for row in bench.tables[name].values():
                if field.name not in row:
                    row[field.name] = relations.choose(entity, field, row)


def clock(now: Value) -> datetime:
    """Return the prototype's now as a point in time; the first working morning of 2026 where a spec is silent."""
    if isinstance(now, datetime):
        return now
    return datetime(now.year, now.month, now.day, 9) if isinstance(now, date) else datetime(2026, 1, 5, 9)


def fingerprint(dataset: Dataset) -> str:
    """Return the sha256 of a dataset's canonical JSON: equal datasets have equal fingerprints everywhere."""
    tables = {
        entity: {key: {name: exchanged(value) for name, value in row.items()} for key, row in rows.items()}
        for entity, rows in dataset.tables.items()
    }
    plain: dict[str, object] = {"seed": dataset.seed, "locale": dataset.locale, "tables": tables}
    if dataset.histories:  # what was frozen before there were any keeps its fingerprint
        plain["histories"] = {
            entity: {key: [[exchanged(m.at), m.by, m.before, m.after, m.move] for m in moves] for key, moves in rows}
            for entity, rows in ((name, found.items()) for name, found in dataset.histories.items())
        }
    return canonical.fingerprint(plain)
