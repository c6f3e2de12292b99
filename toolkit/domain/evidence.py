"""Evidence: all that is known about a prototype at one moment, as files that one in-toto Statement names by hash."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from toolkit.domain.canonical import canonical
from toolkit.domain.ledger import Line
from toolkit.domain.results import Results
from toolkit.domain.session import Event, Recording, masked
from toolkit.domain.solution import Solution
from toolkit.domain.study import Study
from toolkit.domain.usability import Finding

STATEMENT = "statement.json"
STATEMENT_TYPE = "https://in-toto.io/Statement/v1"
EVIDENCE_TYPE = "tag:showtell,2026:evidence/v1"
TEST_RESULT_TYPE = "https://in-toto.io/attestation/test-result/v0.1"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A usability finding where it was met: on an option, at a device's size; `picture` is a file in `pictures/`."""

    finding: Finding
    option: str = ""
    device: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a decision can rest on: the spec as it is, one study with its sessions, and what came of them.

    `recordings` are as they leave the store (see `published`); `pictures` are image files by name; `code` is what the
    prototype has in Python, by file.
    """

    spec: str
    solution: Solution
    fingerprints: Mapping[str, str]
    study: Study
    ledger: tuple[Line, ...]
    recordings: tuple[Recording, ...]
    results: Results
    sightings: tuple[Sighting, ...]
    pictures: Mapping[str, bytes]
    version: str
    code: Mapping[str, str] = field(default_factory=dict)

    @property
    def changed_since_registered(self) -> bool:
        """Whether the spec is another one than the study was registered for."""
        return bool(self.study.spec) and self.study.spec != self.fingerprints.get("spec")


def published(recording: Recording) -> Recording:
    """Return a recording as it may lie in git for ever: without what was typed, people's names and pointer paths."""
    session = recording.session
    if session.actor == "person":
        session = replace(session, label="")
    events = tuple(Event(e.at, e.kind) if e.kind == "pointer" else e for e in recording.events)
    return replace(recording, session=session, entries=tuple(map(masked, recording.entries)), events=events)


def sha256(content: bytes) -> str:
    """Return the sha256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def statement(kind: str, hashes: Mapping[str, str], predicate: Mapping[str, Any]) -> bytes:
    """Return an in-toto Statement v1 about files, as canonical JSON; its own sha256 is the id of an evidence bundle."""
    subjects = [{"name": name, "digest": {"sha256": hashes[name]}} for name in sorted(hashes)]
    content = {"_type": STATEMENT_TYPE, "subject": subjects, "predicateType": kind, "predicate": predicate}
    return canonical(content)


def subjects(content: bytes) -> dict[str, str]:
    """Return the hashes that a statement gives, by file name. Raises ValueError for what is no Statement v1."""
    try:
        read = json.loads(content)
        if read["_type"] != STATEMENT_TYPE:
            raise ValueError(f"its type is '{read['_type']}'")
        return {str(entry["name"]): str(entry["digest"]["sha256"]) for entry in read["subject"]}
    except (TypeError, KeyError) as error:
        raise ValueError(f"it has no {error}") from error


def predicate(case: Case) -> dict[str, Any]:
    """Return what is claimed about the files: what was shown, what was asked, and what came of it."""
    return {
        "prototype": case.study.prototype,
        "study": {"id": case.study.id, "fingerprint": case.study.fingerprint, "ledger": _head(case.ledger)},
        "spec": dict(case.fingerprints),
        "shown": {"spec": case.study.spec, "data": case.study.data, "build": case.study.build},
        "verdicts": [
            {"goal": j.goal, "option": j.option, "outcome": j.verdict.outcome, "sentence": j.verdict.sentence}
            for j in case.results.verdicts
        ],
        "tool": {"name": "showtell", "version": case.version},
    }


def robots_predicate(case: Case, spec: str) -> dict[str, Any]:
    """Return the robots' walks in the form of in-toto's test-result; `spec` is the hash of the spec's file."""
    tried = [task.robots for task in case.results.tasks if task.robots.tried]
    passed, warned, failed = (
        [f"{robots.option}: {robots.task}" for robots in tried if _result(robots.reached, robots.tried) == result]
        for result in ("PASSED", "WARNED", "FAILED")
    )
    return {
        "result": "FAILED" if failed else "WARNED" if warned else "PASSED",
        "configuration": [{"name": "spec.yaml", "digest": {"sha256": spec}}],
        "passedTests": passed,
        "warnedTests": warned,
        "failedTests": failed,
    }


def worst_first(sightings: Iterable[Sighting]) -> list[tuple[Finding, list[Sighting]]]:
    """Return findings with everywhere they were met, one for each rule and element, the worst first."""
    groups: dict[tuple[str, str, str], list[Sighting]] = {}
    for sighting in sightings:
        groups.setdefault(sighting.finding.key, []).append(sighting)
    found = [(max((s.finding for s in group), key=lambda f: f.severity), group) for group in groups.values()]
    return sorted(found, key=lambda pair: (-pair[0].severity, -len(pair[1]), pair[0].rule, pair[0].key))


def _head(ledger: tuple[Line, ...]) -> str:
    return ledger[-1].hash if ledger else ""


def _result(reached: int, tried: int) -> str:
    return "PASSED" if reached == tried else "WARNED" if reached else "FAILED"
