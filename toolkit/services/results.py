"""Results: what came of a prototype's study so far."""

from toolkit.domain.results import Results
from toolkit.domain.study import Study
from toolkit.errors import ToolkitError
from toolkit.services.book import Book
from toolkit.services.measure import Metrics, measure
from toolkit.services.recall import recall


def results(book: Book, prototype: str, metrics: Metrics, *, study: str = "") -> Results:
    """Return the results of a prototype's study: the one named, else the one registered last."""
    found = study_of(book, prototype, study)
    return measure(found, recall(book, found.id), metrics)


def study_of(book: Book, prototype: str, study: str = "") -> Study:
    """Return one study of a prototype: the one named, else the one registered last. Raises ToolkitError without any."""
    with book.store.reading() as work:
        known = {found.id: found for found in work.studies(prototype)}
    if study and study not in known:
        fix = f"name one of: {', '.join(known)}" if known else f"register one: `showtell study {prototype}`"
        raise ToolkitError(f"there is no study '{study}'", where=f"prototype {prototype}", fix=fix)
    if not known:
        raise ToolkitError(
            f"no study of '{prototype}' is registered, so there is nothing to measure yet",
            where=f"prototype {prototype}",
            fix=f"register one with `showtell study {prototype}`, or let robots walk: `showtell try {prototype}`",
        )
    return known[study] if study else list(known.values())[-1]
