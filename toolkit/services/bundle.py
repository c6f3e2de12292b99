"""Evidence bundles on disk: a folder named by the sha256 of its statement, the same for the same case."""

import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from toolkit.domain.canonical import canonical
from toolkit.domain.evidence import (
    EVIDENCE_TYPE,
    STATEMENT,
    TEST_RESULT_TYPE,
    Case,
    predicate,
    robots_predicate,
    sha256,
    statement,
)
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.ports.wire import plain
from toolkit.services.book import Book
from toolkit.services.gather import gather
from toolkit.services.load import Prototype
from toolkit.services.workspace import Workspace

EVIDENCE = "evidence"
SPEC, STUDY, LEDGER, RESULTS, FINDINGS = "spec.yaml", "study.json", "ledger.jsonl", "results.json", "findings.json"
ROBOTS = "robots.in-toto.json"
_ATTRIBUTES = "# Hashes are taken over bytes: git is to change no line ending here.\n* -text\n"


@dataclass(frozen=True, slots=True)
class BundleRef:
    """One bundle: its id, which is a sha256, and its folder."""

    id: str
    path: Path


def make(workspace: Workspace, prototype: Prototype, *, book: Book, plugins: Plugins, study: str = "") -> BundleRef:
    """Write the evidence bundle of a prototype as it stands now; the same store, spec and findings give the same id."""
    case = gather(workspace, prototype, book=book, plugins=plugins, study=study)
    return write_bundle(evidence_folder(workspace, prototype), case)


def evidence_folder(workspace: Workspace, prototype: Prototype) -> Path:
    """Return where a prototype's bundles lie: beside its spec, or in the workspace if the spec came with showtell."""
    root, folder = workspace.root.resolve(), prototype.folder.resolve()
    home = folder if folder.is_relative_to(root) else root / "prototypes" / prototype.name
    return home / EVIDENCE


def bundle_id(case: Case) -> str:
    """Return the id of the bundle that a case makes."""
    return sha256(_packed(case)[STATEMENT])


def write_bundle(folder: Path, case: Case) -> BundleRef:
    """Write a case below the folder, whole or not at all."""
    files = _packed(case)
    name = sha256(files[STATEMENT])
    bundle = BundleRef(name, folder / name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitattributes").write_text(_ATTRIBUTES, encoding="utf-8")
        _write(bundle.path, files)
    except OSError as error:
        raise ToolkitError(
            f"the evidence cannot be written: {error.strerror}",
            where=str(bundle.path),
            fix="work in a folder that you may write to",
        ) from error
    return bundle


def _packed(case: Case) -> dict[str, bytes]:
    """Return all files of a bundle, its statement too."""
    files = bundle_files(case)
    hashes = {name: sha256(data) for name, data in files.items()}
    return files | {STATEMENT: statement(EVIDENCE_TYPE, hashes, predicate(case))}


def bundle_files(case: Case) -> dict[str, bytes]:
    """Return the files of a bundle by name, without its statement."""
    files = {
        SPEC: case.spec.encode(),
        STUDY: canonical(plain(case.study)),
        LEDGER: b"".join(canonical(plain(line)) + b"\n" for line in case.ledger),
        RESULTS: canonical(plain(case.results)),
        FINDINGS: canonical([plain(sighting) for sighting in case.sightings]),
    }
    files |= {f"sessions/{r.session.id}.json": canonical(plain(r)) for r in case.recordings}
    files |= {f"code/{name}": text.encode() for name, text in case.code.items()}
    files |= {f"pictures/{name}": content for name, content in case.pictures.items()}
    walked = [r.session.id for r in case.recordings if r.session.actor == "robot"]
    if walked:
        tested = {name: sha256(files[name]) for name in (f"sessions/{session}.json" for session in walked)}
        files[ROBOTS] = statement(TEST_RESULT_TYPE, tested, robots_predicate(case, sha256(files[SPEC])))
    return files


def discard(bundle: Path) -> None:
    """Take a bundle away that nothing names any more."""
    if bundle.parent.name == EVIDENCE and (bundle / STATEMENT).is_file():
        shutil.rmtree(bundle)


def named_files(bundle: Path) -> dict[str, Path]:
    """Return all files of a bundle but its statement, by the names that the statement gives them."""
    found = {path.relative_to(bundle).as_posix(): path for path in sorted(bundle.rglob("*")) if path.is_file()}
    return {name: path for name, path in found.items() if name != STATEMENT}


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write into a folder beside it first, and put that in its place at once."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".making-") as making:
        place = Path(making) / folder.name
        for name, data in files.items():
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if folder.exists():
            shutil.rmtree(folder)
        place.replace(folder)


def json_lines(data: bytes) -> list[object]:
    """Return the values of a file of JSON lines."""
    return [json.loads(line) for line in data.splitlines() if line.strip()]
