"""Gather everything known about a prototype at this moment: what evidence is made of, and records and reports say."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from toolkit.domain import audit
from toolkit.domain.evidence import Case, published
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.ports.wire import plain
from toolkit.services.book import Book
from toolkit.services.code.loading import code_texts
from toolkit.services.load import Prototype
from toolkit.services.measure import measure
from toolkit.services.recall import recall
from toolkit.services.results import study_of
from toolkit.services.sightings import kept_sightings, sightings_folder
from toolkit.services.workspace import Workspace

_REGISTERED = ("id", "version", "registered", "fingerprint")


def plan_of(study: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plan in a study's JSON, as its fingerprint was taken of it, whatever fields plans had then."""
    return {name: value for name, value in study.items() if name not in _REGISTERED}


def gather(workspace: Workspace, prototype: Prototype, *, book: Book, plugins: Plugins, study: str = "") -> Case:
    """Return the case of a prototype's study: the one named, else the one registered last.

    Raises ToolkitError where no study is registered, and where the store itself has lost or changed something: on
    such ground nothing is to be decided.
    """
    found = study_of(book, prototype.name, study)
    with book.store.reading() as work:
        ledger = work.ledger(found.id)
    recordings = tuple(map(published, recall(book, found.id)))
    problems = [*audit.ledger(found, ledger, plan_of(plain(found))), *audit.sessions(ledger, recordings)]
    if problems:
        raise ToolkitError(
            f"the store is not whole: {problems[0].text}",
            where=str(workspace.runtime_dir),
            fix="put the store back from a backup, or register a new study",
        )
    sightings, pictures = kept_sightings(sightings_folder(workspace, prototype.name))
    return Case(
        spec=prototype.path.read_text(encoding="utf-8"),
        solution=prototype.solution,
        fingerprints=prototype.fingerprints,
        study=found,
        ledger=ledger,
        recordings=recordings,
        results=measure(found, recordings, plugins.metrics),
        sightings=sightings,
        pictures=pictures,
        version=version("showtell"),
        code=code_texts(prototype.path),
    )
