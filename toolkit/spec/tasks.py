"""Tasks, and how we know that they worked; questions."""

from collections.abc import Mapping

from toolkit.domain.solution import Answered, Done, Entity, Option, Question, Task
from toolkit.spec.entities import same_slug
from toolkit.spec.expressions import condition, samples_for
from toolkit.spec.grammar import QuestionPart, TaskPart
from toolkit.spec.known import Known
from toolkit.spec.node import Node
from toolkit.spec.rows import value_of

WHERE, FIRST, OPTIONS = "where", "first", "options"


def tasks_of(written: Mapping[str, TaskPart], node: Node, known: Known) -> dict[str, Task]:
    """Return the tasks; `known` holds every entity that any option has."""
    found = {name: _task(name, part, node.at(name), known) for name, part in written.items()}
    same_slug("task", {name: node.at(name) for name in found}, known.report)
    return found


def _task(name: str, part: TaskPart, node: Node, known: Known) -> Task:
    role = part.role or known.roles[0]
    if part.role is None:
        known.report.assume(f"the task {name} is done as {role}")
    elif role not in known.roles:
        known.report.unknown("role", role, node.at("as"), known.roles)
    done = _done(node.at("done"), known) if part.done is not None else None
    answer = _answer(part.answer, node.at("answer"), known) if part.answer is not None else None
    if part.done is None and part.answer is None:
        fix = "add: done: {ENTITY: {field: value}}, or answer: {ENTITY: field, first: field}"
        known.report.add("never-done", node.name, f"nobody knows when the task '{name}' is done", fix=fix)
    return Task(name, role, part.say, done, answer)


def _entity(name: str, node: Node, known: Known) -> Entity | None:
    if name not in known.entities:
        known.report.unknown("entity", name, node.name, known.entities)
    return known.entities.get(name)


def _done(node: Node, known: Known) -> Done | None:
    """Return the row that must be there."""
    if len(node.entries) != 1:
        known.report.add("bad-done", node, "'done' must name one entity", fix="write: done: {ENTITY: {field: value}}")
        return None
    name, values = next(iter(node.entries.items()))
    entity = _entity(name, values, known)
    if entity is None:
        return None
    read = {f: value_of(entity, f, n, known) for f, n in values.entries.items()}
    return Done(name, {f: value for f, value in read.items() if f in entity.fields})


def _answer(written: Mapping[str, str], node: Node, known: Known) -> Answered | None:
    """Return the answer looked for: a field of the row that comes first."""
    named = [key for key in written if key not in {WHERE, FIRST}]
    if len(named) != 1:
        fix = "write: answer: {ENTITY: field, where: CONDITION, first: field}"
        known.report.add("bad-answer", node, "'answer' must name one entity", fix=fix)
        return None
    entity = _entity(named[0], node.at(named[0]), known)
    if entity is None:
        return None
    first = written.get(FIRST, "")
    for key, field in ((named[0], written[named[0]]), (FIRST, first.removeprefix("-"))):
        if field and field not in entity.fields:
            known.report.unknown(
                "field", field, node.at(key).after(len(first) - len(field) if key == FIRST else 0), entity.fields
            )
            return None
    where = written.get(WHERE)
    held = condition(where, samples_for(entity, known), node.at(WHERE), known.report) if where else None
    return Answered(entity.name, written[named[0]], held, first)


def questions_of(written: Mapping[str, QuestionPart], options: Mapping[str, Option]) -> tuple[Question, ...]:
    """Return the questions; `choose: options` offers the options by their titles."""
    titles = tuple(option.title for option in options.values())
    return tuple(
        Question(n, q.ask, titles if q.choose == [OPTIONS] else tuple(q.choose or ())) for n, q in written.items()
    )
