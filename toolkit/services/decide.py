"""Decide: write or refresh the decision record of a prototype, and the evidence that it names."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.domain.decision import Said, propose
from toolkit.domain.evidence import Case
from toolkit.domain.madr import FORMAT, STATUSES, FieldValue, Record, read_record, with_fields
from toolkit.domain.marks import blocks_of, with_blocks
from toolkit.domain.values import slug
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.printing.records import Sheet, print_record
from toolkit.services.book import Book
from toolkit.services.bundle import BundleRef, bundle_id, discard, evidence_folder, write_bundle
from toolkit.services.gather import gather
from toolkit.services.load import Prototype
from toolkit.services.workspace import Workspace

DECISIONS = Path("docs", "decisions")
_STANDING = ("proposed", "accepted")


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that is there already."""

    path: Path
    text: str
    record: Record


def decide(workspace: Workspace, prototype: Prototype, *, book: Book, plugins: Plugins, said: Said) -> Path:
    """Write or refresh a prototype's decision record and its evidence; return the record's path.

    What people wrote outside of the marks stays. An accepted record is moved to other evidence only if its status is
    said again.
    """
    case = gather(workspace, prototype, book=book, plugins=plugins)
    kept = record_of(workspace, prototype.name)
    completed = _completed(said, case, kept)
    folder = evidence_folder(workspace, prototype)
    if kept and kept.record.status == "accepted" and not said.status:
        _check_unmoved(kept, bundle_id(case))
    bundle = write_bundle(folder, case)
    path = kept.path if kept else _new_path(workspace, case.solution.title)
    sheet = _sheet(workspace, path, case=case, bundle=bundle, said=completed)
    text = _merged(kept, sheet, workspace.root)
    if kept is None or _undated(kept.text) != _undated(text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    _discard_superseded(workspace, kept, bundle)
    return path


def records(workspace: Workspace) -> Iterator[Path]:
    """Yield the files of a workspace's decision records, by number."""
    return iter(sorted((workspace.root / DECISIONS).glob("[0-9]*.md")))


def record_of(workspace: Workspace, prototype: str) -> Kept | None:
    """Return the record on a prototype that stands, proposed or accepted; the last of several."""
    found: Kept | None = None
    for path in records(workspace):
        text = path.read_text(encoding="utf-8")
        if not re.search(rf"^prototype: {re.escape(prototype)}$", text, flags=re.MULTILINE):
            continue
        record = read_record(text, where=str(path))
        if record.ours and record.status in _STANDING:
            found = Kept(path, text, record)
    return found


def _completed(said: Said, case: Case, kept: Kept | None) -> Said:
    """Fill what was left unsaid from the record as it is, and check what was said."""
    if said.option and said.option not in case.study.options:
        fix = f"choose one of: {', '.join(case.study.options)}"
        raise ToolkitError(f"there is no option '{said.option}'", where=f"study {case.study.id}", fix=fix)
    if said.status and said.status not in STATUSES:
        raise ToolkitError(f"'{said.status}' is no status", fix=f"use one of: {', '.join(STATUSES)}")
    if kept:
        said = replace(
            said,
            option=said.option or kept.record.field("chosen"),
            deciders=said.deciders or kept.record.deciders,
            status=said.status or kept.record.status,
        )
        if said.option and said.option not in case.study.options:
            fix = f"say which it is now: --choose {' or '.join(case.study.options)}"
            raise ToolkitError(f"the study has no option '{said.option}' any more", where=str(kept.path), fix=fix)
    said = replace(said, status=said.status or "proposed")
    if said.status == "accepted" and not (said.option and said.deciders):
        raise ToolkitError(
            "an accepted decision says which option was chosen, and by whom",
            where=f"study {case.study.id}",
            fix="add --choose OPTION and --decider NAME",
        )
    return said


def _check_unmoved(kept: Kept, new: str) -> None:
    """Raise ToolkitError where an accepted decision would be moved to evidence that its deciders have not seen."""
    if kept.record.field("evidence") != f"sha256:{new}":
        raise ToolkitError(
            "this decision was accepted, and there is other evidence since",
            where=str(kept.path),
            fix="accept it again with --status accepted, or reopen it with --status proposed",
        )


def _new_path(workspace: Workspace, title: str) -> Path:
    numbers = [int(path.name.split("-")[0]) for path in records(workspace) if path.name.split("-")[0].isdigit()]
    return workspace.root / DECISIONS / f"{max(numbers, default=0) + 1:04d}-{slug(title)}.md"


def _sheet(workspace: Workspace, path: Path, *, case: Case, bundle: BundleRef, said: Said) -> Sheet:
    titles = titles_of(case)
    return Sheet(
        case=case,
        proposal=propose(case.results, titles),
        titles=titles,
        status=said.status,
        chosen=said.option,
        deciders=said.deciders,
        date=said.date,
        path=path.relative_to(workspace.root).as_posix(),
        bundle=Path(os.path.relpath(bundle.path.resolve(), path.parent.resolve())).as_posix(),
        bundle_id=bundle.id,
    )


def titles_of(case: Case) -> dict[str, str]:
    """Return what the options of a study are called."""
    known = case.solution.options
    return {name: known[name].title if name in known else name or case.solution.title for name in case.study.options}


def _merged(kept: Kept | None, sheet: Sheet, root: Path) -> str:
    """Return the record: new, or the one there is with its marked parts and its fields written anew."""
    fields: dict[str, FieldValue] = {
        "format": FORMAT,
        "status": sheet.status,
        "date": sheet.date,
        "decision-makers": sheet.deciders,
        "prototype": sheet.case.study.prototype,
        "study": sheet.case.study.id,
        "evidence": f"sha256:{sheet.bundle_id}",
        "bundle": sheet.bundle,
    }
    if sheet.chosen:
        fields["chosen"] = sheet.chosen
    fresh = print_record(sheet, workspace=root)
    if kept is None:
        return with_fields(fresh, fields)
    blocks, _ = blocks_of(fresh.split("\n"), 1)
    return with_fields(with_blocks(kept.text, blocks), fields)


def _undated(text: str) -> str:
    return re.sub(r"^(date|\* Date): .*$", "", text, flags=re.MULTILINE)


def _discard_superseded(workspace: Workspace, kept: Kept | None, bundle: BundleRef) -> None:
    """Take away the bundle that a record named before, unless another record names it."""
    if kept is None or kept.record.field("evidence") in ("", f"sha256:{bundle.id}"):
        return
    before = kept.record.field("evidence")
    if not any(f"evidence: {before}\n" in path.read_text(encoding="utf-8") for path in records(workspace)):
        discard(bundle.path.parent / before.removeprefix("sha256:"))
