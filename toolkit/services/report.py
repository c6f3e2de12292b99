"""Report: write everything known about a prototype into one HTML file."""

from pathlib import Path

from toolkit.domain.decision import propose
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.printing.report import Report, print_report
from toolkit.services.book import Book
from toolkit.services.bundle import bundle_id, evidence_folder
from toolkit.services.decide import record_of, titles_of
from toolkit.services.gather import gather
from toolkit.services.load import Prototype
from toolkit.services.workspace import Workspace

REPORT = "report.html"


def compose(workspace: Workspace, prototype: Prototype, *, book: Book, plugins: Plugins) -> Report:
    """Return everything that a report says. Raises ToolkitError where no study is registered."""
    case = gather(workspace, prototype, book=book, plugins=plugins)
    titles = titles_of(case)
    kept = record_of(workspace, prototype.name)
    return Report(
        case=case,
        proposal=propose(case.results, titles),
        titles=titles,
        record=kept.path.relative_to(workspace.root).as_posix() if kept else "",
        status=kept.record.status if kept else "",
        chosen=kept.record.field("chosen") if kept else "",
        deciders=kept.record.deciders if kept else (),
        evidence=bundle_id(case),
    )


def report(
    workspace: Workspace, prototype: Prototype, *, book: Book, plugins: Plugins, output: Path | None = None
) -> Path:
    """Write the report, to `output` or beside the prototype's evidence; return where it lies."""
    shown = compose(workspace, prototype, book=book, plugins=plugins)
    path = output or evidence_folder(workspace, prototype).parent / REPORT
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(print_report(shown, workspace=workspace.root), encoding="utf-8")
    except OSError as error:
        raise ToolkitError(
            f"the report cannot be written: {error.strerror}", where=str(path), fix="name another file with --output"
        ) from error
    return path
