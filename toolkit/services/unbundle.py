"""Read an evidence bundle back into the case it was made from."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from toolkit.domain.evidence import STATEMENT, Case, Sighting
from toolkit.domain.ledger import Line
from toolkit.domain.results import Results
from toolkit.domain.session import Recording
from toolkit.domain.study import Study
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.ports.wire import restored
from toolkit.services.bundle import FINDINGS, LEDGER, RESULTS, SPEC, STUDY, json_lines
from toolkit.services.code.loading import with_code
from toolkit.spec import Reading, read_text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle that was read: its case, what its statement claims, its study as it is in its file, and how its spec
    reads today."""

    case: Case
    predicate: dict[str, Any]
    study: dict[str, Any]
    spec: Reading


def open_bundle(bundle: Path, plugins: Plugins) -> Opened:
    """Read a bundle, which need not be whole. Raises ToolkitError naming the file that cannot be read."""
    claim = _parsed(bundle / STATEMENT, _json)["predicate"]
    spec = _parsed(bundle / SPEC, bytes.decode)
    study = _parsed(bundle / STUDY, _json)
    code = {name: _parsed(path, bytes.decode) for name, path in _code(bundle).items()}
    reading = read_text(spec, SPEC, plugins.parts, measures=plugins.metrics)
    reading = replace(reading, fingerprints=with_code(reading.fingerprints, code))
    if reading.solution is None:
        first = reading.errors[0]
        raise ToolkitError(
            f"the spec cannot be read any more: {first.message}", where=str(bundle / SPEC), fix=first.fix
        )
    case = Case(
        spec=spec,
        solution=reading.solution,
        fingerprints=claim["spec"],
        study=_restored(Study, study, bundle / STUDY),
        ledger=tuple(_restored(Line, line, bundle / LEDGER) for line in _parsed(bundle / LEDGER, json_lines)),
        recordings=tuple(
            _restored(Recording, _parsed(path, _json), path) for path in sorted((bundle / "sessions").glob("*.json"))
        ),
        results=_restored(Results, _parsed(bundle / RESULTS, _json), bundle / RESULTS),
        sightings=tuple(_restored(Sighting, s, bundle / FINDINGS) for s in _parsed(bundle / FINDINGS, _json)),
        pictures={path.name: path.read_bytes() for path in sorted((bundle / "pictures").glob("*")) if path.is_file()},
        version=claim["tool"]["version"],
        code=code,
    )
    return Opened(case, claim, study, reading)


def _code(bundle: Path) -> dict[str, Path]:
    """Return the Python files of a bundle by name; they are hashed and never run."""
    return {path.relative_to(bundle / "code").as_posix(): path for path in sorted((bundle / "code").rglob("*.py"))}


def _json(data: bytes) -> Any:
    return json.loads(data)


def _restored(cls: type[T], data: object, path: Path) -> T:
    return restored(cls, data, where=str(path))


def _parsed(path: Path, parse: Callable[[bytes], T]) -> T:
    try:
        return parse(path.read_bytes())
    except OSError as error:
        raise ToolkitError(
            f"'{path.name}' cannot be read: {error.strerror}",
            where=str(path),
            fix="take the bundle from git as it was made: `git checkout`, or make a new one: `showtell decide`",
        ) from error
    except ValueError as error:
        raise ToolkitError(
            f"'{path.name}' is damaged: {error}", where=str(path), fix="take the bundle from git as it was made"
        ) from error
