"""Tasks, and how we know that they worked; questions."""

from collections.abc import Mapping

from toolkit.domain.kinds import Parts
from toolkit.domain.solution import Answered, App, Done, Entity, Option, Question, Task
from toolkit.spec.entities import same_slug, samples_for
from toolkit.spec.expressions import condition
from toolkit.spec.grammar import QuestionPart, TaskPart
from toolkit.spec.report import Report
from toolkit.spec.rows import value_of
from toolkit.spec.text import Node

WHERE, FIRST, OPTIONS = "where", "first", "options"


def tasks_of(written: Mapping[str, TaskPart], node: Node, app: App, *, parts: Parts, report: Report) -> dict[str, Task]:
    """Return the tasks; `app` holds every role and entity that any option has."""
    found = {name: _task(name, part, node.at(name), app, parts=parts, report=report) for name, part in written.items()}
    same_slug("task", {name: node.at(name) for name in found}, report)
    return found


def _task(name: str, part: TaskPart, node: Node, app: App, *, parts: Parts, report: Report) -> Task:
    role = part.role or next(iter(app.roles), "")
    if part.role is None:
        report.assume(f"the task {name} is done as {role}")
    elif role not in app.roles:
        report.unknown("role", role, node.at("as"), app.roles)
    done = _done(node.at("done"), app, parts, report) if part.done is not None else None
    answer = (
        _answer(part.answer, node.at("answer"), app, parts=parts, report=report) if part.answer is not None else None
    )
    if part.done is None and part.answer is None:
        fix = "add: done: {ENTITY: {field: value}}, or answer: {ENTITY: field, first: field}"
        report.add("never-done", node, f"nobody knows when the task '{name}' is done", fix=fix, key=1)
    return Task(name, role, part.say, done, answer)


def _entity(name: str, node: Node, app: App, report: Report) -> Entity | None:
    if name not in app.entities:
        report.unknown("entity", name, node, app.entities, key=1)
    return app.entities.get(name)


def _done(node: Node, app: App, parts: Parts, report: Report) -> Done | None:
    """Return the row that must be there."""
    if len(node.entries) != 1:
        report.add("bad-done", node, "'done' must name one entity", fix="write: done: {ENTITY: {field: value}}")
        return None
    name, values = next(iter(node.entries.items()))
    entity = _entity(name, values, app, report)
    if entity is None:
        return None
    read = {f: value_of(entity, f, n, parts=parts, report=report) for f, n in values.entries.items()}
    return Done(name, {f: value for f, value in read.items() if f in entity.fields})


def _answer(written: Mapping[str, str], node: Node, app: App, *, parts: Parts, report: Report) -> Answered | None:
    """Return the answer looked for: a field of the row that comes first."""
    named = [key for key in written if key not in {WHERE, FIRST}]
    if len(named) != 1:
        fix = "write: answer: {ENTITY: field, where: CONDITION, first: field}"
        report.add("bad-answer", node, "'answer' must name one entity", fix=fix)
        return None
    entity = _entity(named[0], node.at(named[0]), app, report)
    if entity is None:
        return None
    first = written.get(FIRST, "")
    for key, field in ((named[0], written[named[0]]), (FIRST, first.removeprefix("-"))):
        if field and field not in entity.fields:
            report.unknown(
                "field", field, node.at(key), entity.fields, offset=len(first) - len(field) if key == FIRST else 0
            )
            return None
    where = written.get(WHERE)
    held = condition(where, samples_for(entity, parts), node.at(WHERE), report=report) if where else None
    return Answered(entity.name, written[named[0]], held, first)


def questions_of(written: Mapping[str, QuestionPart], options: Mapping[str, Option]) -> tuple[Question, ...]:
    """Return the questions; `choose: options` offers the options by their titles."""
    titles = tuple(option.title for option in options.values())
    return tuple(
        Question(n, q.ask, titles if q.choose == [OPTIONS] else tuple(q.choose or ())) for n, q in written.items()
    )
