"""Pinned rows: what a spec says word for word, read by type, with references found by title."""

from collections.abc import Iterator
from difflib import get_close_matches

from toolkit.data.bench import Bench
from toolkit.domain.solution import ME, Entity, Field
from toolkit.domain.values import Value, slug
from toolkit.errors import ToolkitError


def lay_out(bench: Bench) -> None:
    """Put down every row with its id, the pinned ones first and with what they say."""
    pinned = bench.solution.data.pinned or {}
    for name, entity in bench.entities.items():
        start = slug(entity.origin)
        keys = [f"{start}-{n}" for n in range(1, bench.counts[name] + 1)]
        bench.tables[name] = {key: {"id": key} for key in keys}
        bench.given[name] = {}
        for n, (key, said) in enumerate(zip(keys, pinned.get(name, ()), strict=False)):
            where = f"data.pinned.{name}[{n}]"
            bench.tables[name][key] |= {f: _read(bench, entity, f, value, where) for f, value in said.items()}
            bench.given[name][key] = frozenset(said)
    _refer(bench)


def _read(bench: Bench, entity: Entity, name: str, value: Value, where: str) -> Value:
    """Return a pinned value; text is read as the field's type reads what people type."""
    field = entity.fields.get(name)
    if field is None or field.computed:
        problem = "is computed" if field else f"is no field of {entity.name}"
        close = get_close_matches(name, entity.fields, n=1)
        fix = f"did you mean '{close[0]}'?" if close and not field else "leave it out of the pinned row"
        raise ToolkitError(f"'{name}' {problem}", where=where, fix=fix)
    if value in ("", None) or field.refers or not isinstance(value, str):
        return None if value == "" else value
    if field.moves and value not in field.options:
        raise _unfit(f"'{value}' is no state of {entity.name}", where, name, field)
    try:
        return bench.type_of(field).read(value.strip(), field)
    except ValueError as error:
        raise _unfit(str(error), where, name, field) from None


def _unfit(what: str, where: str, name: str, field: Field) -> ToolkitError:
    options = f"use one of: {', '.join(field.options)}" if field.options else "write a value that the field can hold"
    return ToolkitError(what, where=f"{where}.{name}", fix=options)


def _refer(bench: Bench) -> None:
    """Turn what a pinned reference says into the id of the row that is meant."""
    for name, entity in bench.entities.items():
        for n, (key, said) in enumerate(bench.given[name].items()):
            row = bench.tables[name][key]
            for field in (entity.fields[f] for f in said):
                where, said_there = f"data.pinned.{name}[{n}].{field.name}", row[field.name]
                if field.refers and said_there is not None:
                    row[field.name] = row_called(bench, field.refers, str(said_there), where)
                elif field.several and isinstance(said_there, tuple):
                    row[field.name] = tuple(row_called(bench, field.several, text, where) for text in said_there)


def row_called(bench: Bench, entity: str, text: str, where: str) -> str:
    """Return the id of the one row that is called so: by its title, else by any text of it, else by its id."""
    rows = bench.tables[entity]
    if text == ME and rows:
        return next(iter(rows))
    title = bench.entities[entity].title.name
    titled = [key for key in bench.given[entity] if rows[key].get(title) == text]
    found = titled or [key for key in bench.given[entity] if text in _texts(bench, entity, key)]
    if len(found) == 1 or (not found and text in rows):
        return found[0] if found else text
    if found:
        fix = f"write the row's id: {' or '.join(found)}"
        raise ToolkitError(f"{len(found)} pinned rows of {entity} are called '{text}'", where=where, fix=fix)
    names = [str(rows[key].get(title, "")) for key in bench.given[entity]]
    close = get_close_matches(text, names, n=1)
    fix = f"did you mean '{close[0]}'?" if close else f"pin a {entity} with this title"
    raise ToolkitError(f"there is no pinned {entity} called '{text}'", where=where, fix=fix)


def _texts(bench: Bench, entity: str, key: str) -> Iterator[str]:
    """Yield the texts that a pinned row says, its references left out."""
    fields = bench.entities[entity].fields
    row = bench.tables[entity][key]
    return (str(row[f]) for f in bench.given[entity][key] if not fields[f].refers and isinstance(row[f], str))
