"""Verify a decision record: hash, count and measure all that its evidence holds again, and name what does not hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path

from toolkit.domain import audit
from toolkit.domain.audit import Problem
from toolkit.domain.decision import propose
from toolkit.domain.evidence import STATEMENT, predicate, sha256, subjects
from toolkit.domain.madr import Record, read_record
from toolkit.domain.marks import blocks_of
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.ports.store import Store
from toolkit.printing.records import Sheet, print_record
from toolkit.services.bundle import named_files
from toolkit.services.compare import compare_spec, compare_store, newer
from toolkit.services.decide import titles_of
from toolkit.services.gather import plan_of
from toolkit.services.measure import measure
from toolkit.services.unbundle import Opened, open_bundle
from toolkit.services.workspace import Workspace

_FIX = "name a decision record, as in docs/decisions/0001-....md"


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of verifying a record: what does not hold, what is worth knowing, and what was found to hold."""

    record: Path
    evidence: str
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    held: tuple[str, ...] = ()


@dataclass(slots=True)
class _Report:
    """Gathers what holds and what does not."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)

    def check(self, claim: str, problems: Iterable[Problem]) -> None:
        """Gather what speaks against a claim; a file that cannot be read on the way speaks against it."""
        try:
            found = list(problems)
        except ToolkitError as error:
            found = [Problem("file", Path(error.where).name or error.where, error.what)]
        self.problems += (problem for problem in found if problem not in self.problems)
        if not found:
            self.held.append(claim)


def verify(path: Path, *, workspace: Workspace, plugins: Plugins, store: Store | None = None) -> Verification:
    """Verify a record and its evidence; with a store, also against what the store holds now.

    Raises RecordError for a record of ours that is not as showtell writes it, and ToolkitError where there is none.
    """
    record = read_record(_text(path), where=str(path))
    if not (record.status or record.options or record.fields):
        raise ToolkitError("this is no decision record: it has neither a status nor options", where=str(path), fix=_FIX)
    name = record.field("evidence").removeprefix("sha256:")
    if not name:
        nothing = "it names no evidence, so there is nothing to verify but its form"
        return Verification(path, "", notes=(*record.warnings, nothing))
    bundle = (path.parent / record.field("bundle")).resolve()
    report = _Report()
    report.check("the evidence is the one that the record names", _identity(bundle, name))
    report.check("every file is the one that the statement names", _files(bundle))
    opened: list[Opened] = []
    report.check("every file can be read", _opening(bundle, plugins, opened))
    for found in opened:  # one, unless a file could not be read
        _check_content(found, plugins, report)
        report.check("the record says what the evidence says", _record(path, record, found, workspace))
        report.check("the spec is still the one", compare_spec(found, bundle, workspace, plugins=plugins))
        if store is not None:
            report.check("the store agrees", compare_store(found.case, store))
            report.notes += newer(found.case, store)
    return Verification(path, name, tuple(report.problems), tuple(report.notes), tuple(report.held))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ToolkitError(f"there is no record to verify: {error.strerror}", where=str(path), fix=_FIX) from error
    except UnicodeDecodeError as error:
        raise ToolkitError("this is no decision record: it is no text", where=str(path), fix=_FIX) from error


def _identity(bundle: Path, name: str) -> Iterator[Problem]:
    if not bundle.is_dir():
        yield Problem("file", bundle.name, "the evidence is missing: there is no such folder")
    elif (bundle / STATEMENT).is_file() and (found := sha256((bundle / STATEMENT).read_bytes())) != name:
        yield Problem("file", STATEMENT, f"was changed: its sha256 is {found[:12]}…, and the record names {name[:12]}…")


def _files(bundle: Path) -> Iterator[Problem]:
    try:
        said = subjects((bundle / STATEMENT).read_bytes())
    except OSError:
        yield Problem("file", STATEMENT, "is missing, so nothing says which files there have to be")
        return
    except ValueError as error:
        yield Problem("file", STATEMENT, f"is damaged: {error}")
        return
    yield from audit.files(said, {name: sha256(path.read_bytes()) for name, path in named_files(bundle).items()})


def _opening(bundle: Path, plugins: Plugins, opened: list[Opened]) -> Iterator[Problem]:
    """Read the bundle into the list; what cannot be read is a problem of its own."""
    opened.append(open_bundle(bundle, plugins))
    yield from ()


def _check_content(opened: Opened, plugins: Plugins, report: _Report) -> None:
    """Check everything in a bundle against everything else in it."""
    case = opened.case
    lines, sessions, verdicts = len(case.ledger), len(case.recordings), len(case.results.verdicts)
    ledger = audit.ledger(case.study, case.ledger, plan_of(opened.study))
    report.check(f"the ledger's {lines} lines follow from each other", ledger)
    report.check(f"{sessions} sessions are there as sealed", audit.sessions(case.ledger, case.recordings))
    report.check(f"{verdicts} verdicts and all numbers come out the same", _numbers(opened, plugins))
    if case.version != (here := version("showtell")):
        report.notes.append(f"the evidence was made by showtell {case.version}, and this is {here}")
    if case.changed_since_registered:
        report.notes.append("the spec had been changed after the study was registered: people tried another one")
    report.notes += audit.open_sessions(case.recordings)


def _numbers(opened: Opened, plugins: Plugins) -> Iterator[Problem]:
    """Work everything out again from the sessions, and compare it with what was stated."""
    case = opened.case
    again = measure(case.study, case.recordings, plugins.metrics)
    yield from audit.results(case.results, again)
    prints = opened.spec.fingerprints if case.version == version("showtell") else case.fingerprints
    yield from audit.claims(opened.predicate, predicate(replace(case, results=again, fingerprints=prints)))


def _record(path: Path, record: Record, opened: Opened, workspace: Workspace) -> Iterator[Problem]:
    """Compare the parts of a record that showtell writes with what it would write from the evidence."""
    case, titles = opened.case, titles_of(opened.case)
    yield from audit.verdict_table(record.blocks.get("verdicts", ""), case.results, titles)
    if case.version != version("showtell"):
        return
    sheet = Sheet(
        case=case,
        proposal=propose(case.results, titles),
        titles=titles,
        status=record.status,
        chosen=record.field("chosen"),
        deciders=record.deciders,
        date=record.date,
        path=_within(path, workspace),
        bundle=record.field("bundle"),
        bundle_id=record.field("evidence").removeprefix("sha256:"),
    )
    expected, _ = blocks_of(print_record(sheet, workspace=workspace.root).split("\n"), 1)
    for name, text in record.blocks.items():
        if name != "verdicts" and text != expected.get(name):
            yield Problem("record", f"part '{name}'", "is not what the evidence gives: it was edited between its marks")


def _within(path: Path, workspace: Workspace) -> str:
    """Return a record's path as it says it itself: below its workspace."""
    root, whole = workspace.root.resolve(), path.resolve()
    return (whole.relative_to(root) if whole.is_relative_to(root) else whole).as_posix()
