"""When a task is done: a row made or changed in the session holds what was asked for, or the right answer was given."""

from toolkit.domain.desk import Desk
from toolkit.domain.solution import ME, Answered, Done, Field
from toolkit.domain.state import Changes
from toolkit.domain.values import Row, Value


def done(desk: Desk, wanted: Done, changes: Changes) -> bool:
    """Return whether a row that was made or changed holds the values wanted."""
    rows = (desk.records.get(wanted.entity, key) for key in changes.get(wanted.entity, {}))
    return any(row is not None and _holds(desk, wanted, row) for row in rows)


def _holds(desk: Desk, wanted: Done, row: Row) -> bool:
    fields = desk.app.entities[wanted.entity].fields
    return all(_is(desk, fields[name], row.get(name), value) for name, value in wanted.values.items())


def _is(desk: Desk, field: Field, value: Value, wanted: Value) -> bool:
    """Return whether a value is the one wanted; references may be wanted by id, by title, or as the person."""
    if field.several and isinstance(value, tuple) and isinstance(wanted, tuple):
        return set(wanted) in ({*value}, {*desk.records.titles(field.several, value)})
    if not field.refers:
        return value == wanted
    return value == (desk.me if wanted == ME else wanted) or desk.records.title(field.refers, str(value)) == wanted


def ranked(desk: Desk, answer: Answered) -> list[Row]:
    """Return the rows that fit an answer's condition and the role may see, in the answer's order."""
    entity = desk.app.entities[answer.entity]
    rows = [
        row
        for row in desk.records.all(entity.name)
        if desk.visible(entity.name, row) and (not answer.where or desk.holds(answer.where, entity.name, row))
    ]
    return desk.records.sorted(entity, rows, (answer.first,) if answer.first else ())


def right(desk: Desk, answer: Answered) -> str:
    """Return the right answer as the role would read it on the screen; empty if there is no such row."""
    row = next(iter(ranked(desk, answer)), None)
    field = desk.app.entities[answer.entity].fields[answer.field]
    return desk.shown(field, row.get(answer.field)) if row else ""


_AROUND = " '\"\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb.\u00a0\u202f"
"""Spaces, and quotes of every language."""


def same(answer: str, right: str) -> bool:
    """Return whether two answers are one, apart from case, spaces and quotes."""
    plain = [" ".join(text.casefold().strip(_AROUND).split()) for text in (answer, right)]
    return bool(plain[1]) and plain[0] == plain[1]
