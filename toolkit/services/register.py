"""Register a study: from then on its plan stands, and who takes part can be asked."""

from dataclasses import asdict

from toolkit.domain.canonical import fingerprint
from toolkit.domain.study import Plan, Study
from toolkit.errors import ToolkitError
from toolkit.ports.wire import plain
from toolkit.services.book import Book
from toolkit.services.close import is_closed


def register(book: Book, plan: Plan) -> Study:
    """Return the study of this plan: the one there is if it was registered before and is open, else a new version."""
    _check(plan)
    content = fingerprint(plain(plan))
    with book.store.writing() as work:
        known = work.studies(plan.prototype)
        for study in known:
            if study.fingerprint == content and not is_closed(work, study.id):
                return study
        version = max((study.version for study in known), default=0) + 1
        study = Study(
            **{name: getattr(plan, name) for name in asdict(plan)},
            id=f"{plan.prototype}-{version}",
            version=version,
            registered=book.now,
            fingerprint=content,
        )
        work.add_study(study)
        work.add_line(study.id, "registered", {"fingerprint": content}, at=study.registered)
    return study


def current(book: Book, prototype: str) -> Study | None:
    """Return the study that was registered last for a prototype."""
    with book.store.reading() as work:
        return next(iter(work.studies(prototype)[-1:]), None)


def _check(plan: Plan) -> None:
    where = f"study of {plan.prototype}"
    if not plan.options or not plan.tasks:
        raise ToolkitError(
            "a study needs at least one option and one task", where=where, fix="add `options` and `tasks` to the spec"
        )
    if plan.people < 1:
        raise ToolkitError("a study asks at least one person", where=where, fix="write `study: {people: 8}`")
