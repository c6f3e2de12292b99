"""Compare evidence with the world as it is now: the workspace's spec, and the store that the sessions came from."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from toolkit.domain import audit
from toolkit.domain.audit import Problem
from toolkit.domain.evidence import Case, published
from toolkit.domain.ledger import Line
from toolkit.domain.session import Recording
from toolkit.loader import Plugins
from toolkit.ports.store import Reader, Store
from toolkit.services.bundle import EVIDENCE, SPEC
from toolkit.services.code.loading import code_texts, with_code
from toolkit.services.unbundle import Opened
from toolkit.services.workspace import Workspace
from toolkit.spec import read


def compare_spec(opened: Opened, bundle: Path, workspace: Workspace, *, plugins: Plugins) -> Iterator[Problem]:
    """Name the elements of the spec that were changed since the evidence was made."""
    path = _spec(bundle, opened.case, workspace)
    then, now = opened.spec, read(path, plugins.parts, measures=plugins.metrics)
    if not now.fingerprints:
        yield Problem("spec", "", f"cannot be read now: {now.errors[0].message} ({now.errors[0].where})")
        return
    prints = with_code(now.fingerprints, code_texts(path))
    yield from audit.spec(then.fingerprints, prints, then.solution, now.solution)


def _spec(bundle: Path, case: Case, workspace: Workspace) -> Path:
    """Return the prototype's spec: the one the evidence lies beside, else the one that its name means."""
    beside = bundle.parent.parent / SPEC
    if bundle.parent.name == EVIDENCE and beside.is_file():
        return beside
    return workspace.find_prototype(case.study.prototype)


def compare_store(case: Case, store: Store) -> Iterator[Problem]:
    """Name what the store has lost or changed since, and who withdrew; one that never had the study says nothing."""
    with store.reading() as work:
        if work.study(case.study.id) is None:
            return
        ledger, recordings = work.ledger(case.study.id), _recordings(work, case.study.id)
    yield from _ledger(case.ledger, ledger)
    kept = {recording.session.id for recording in recordings}
    withdrawn = {line.data["session"] for line in ledger if line.kind == "withdrawn"}
    for recording in case.recordings:
        name = recording.session.id
        if name not in kept:
            yield Problem("session", name, "is gone from the store")
        if name in withdrawn and recording.entries:
            yield Problem("session", name, "was withdrawn since, and the evidence still holds it: decide again")
    for problem in audit.sessions(ledger, recordings):
        if problem.about in kept:
            yield Problem(problem.kind, problem.about, f"in the store: {problem.what}")


def _ledger(mine: Sequence[Line], theirs: Sequence[Line]) -> Iterator[Problem]:
    """Say where the store's ledger does not begin with the evidence's."""
    for ours, line in zip(mine, theirs, strict=False):
        if ours != line:
            yield Problem("ledger", f"line {ours.n}", "is another one in the store than in the evidence")
            return
    for line in mine[len(theirs) :]:
        about = f" (session {line.data['session']})" if "session" in line.data else ""
        yield Problem("ledger", f"line {line.n}", f"is gone from the store: '{line.kind}'{about}")


def newer(case: Case, store: Store) -> Iterator[str]:
    """Say which sessions the store has and the evidence has not, or not to their end."""
    mine = {recording.session.id: recording.session for recording in case.recordings}
    with store.reading() as work:
        known = work.sessions(study=case.study.id)
        later = [study.id for study in work.studies(case.study.prototype) if study.version > case.study.version]
    fresh = [s.id for s in known if s.id not in mine or (s.ended and not mine[s.id].ended)]
    if fresh:
        are = "session is" if len(fresh) == 1 else "sessions are"
        yield f"{len(fresh)} {are} newer than the evidence: {', '.join(fresh)}"
    if later:
        yield f"a later study was registered: {', '.join(later)}"


def _recordings(work: Reader, study: str) -> tuple[Recording, ...]:
    return tuple(published(Recording(s, work.entries(s.id))) for s in work.sessions(study=study))
