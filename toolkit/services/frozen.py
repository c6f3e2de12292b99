"""Frozen versions: what was shown once, with the rows that it was shown with, read back as it was."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from toolkit.data import fingerprint
from toolkit.domain.dataset import Dataset, Moved
from toolkit.domain.values import Row, Value
from toolkit.errors import ToolkitError
from toolkit.ports.wire import plain, restored
from toolkit.services.workspace import MANIFEST, Workspace

HISTORY = "history.jsonl"
"""How the rows came into their states, one row a line; not there in versions that were frozen before rows had any."""
DATA = "data.jsonl"
"""One row a line: it reads and compares well in git, which packs it by itself, and equal rows only once."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a frozen version is: of which prototype, when, by which toolkit, from which seed, and its files' hashes.

    `lists` are digests of the word lists that its made-up people were drawn from.
    """

    prototype: str
    name: str
    title: str
    frozen: str
    toolkit: str
    seed: int
    locale: str
    data: str
    files: Mapping[str, str]
    lists: Mapping[str, str] = field(default_factory=dict)

    @property
    def day(self) -> str:
        """The day on which it was frozen."""
        return self.frozen[:10]

    @property
    def address(self) -> str:
        """What it is called: helpdesk@sprint-3."""
        return f"{self.prototype}@{self.name}"


class FrozenError(ToolkitError):
    """A frozen version cannot be shown as it was."""


def manifest_of(spec: Path) -> Manifest:
    """Return what a frozen version says of itself. Raises ToolkitError where that cannot be read."""
    path = spec.parent / MANIFEST
    try:
        return restored(Manifest, json.loads(path.read_text(encoding="utf-8")), where=str(path))
    except (OSError, ValueError, RecursionError) as error:
        fix = "take it back from git, or freeze it anew with --force"
        raise FrozenError("what says what was frozen cannot be read", where=str(path), fix=fix) from error


def versions(workspace: Workspace, spec: Path) -> tuple[Manifest, ...]:
    """Return the frozen versions of a prototype, the last first; one that cannot be read is left out."""
    return tuple(sorted(_readable(workspace.frozen(spec).values()), key=lambda kept: kept.frozen, reverse=True))


def _readable(specs: Iterable[Path]) -> Iterator[Manifest]:
    for spec in specs:
        try:
            yield manifest_of(spec)
        except ToolkitError:
            continue


def check_whole(spec: Path, manifest: Manifest) -> None:
    """Raise FrozenError for a version of which a file was changed or lost since: it would not be what was shown."""
    for name, digest in manifest.files.items():
        path = spec.parent / name
        if Path(name).is_absolute() or not _is_file(path):
            raise FrozenError(f"a file of the frozen '{manifest.address}' is gone", where=str(path), fix=_fix(manifest))
        if hashed(path.read_bytes()) != digest:
            what = f"the frozen '{manifest.address}' was changed since it was frozen"
            raise FrozenError(what, where=str(path), fix=_fix(manifest))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # no file system has such a name
        return False


def too_old(spec: Path, manifest: Manifest, error: ToolkitError) -> FrozenError:
    """Return the error that says that the toolkit of today reads a frozen version no more."""
    today = version("showtell")
    what = f"showtell {today} cannot read the frozen '{manifest.address}', made with {manifest.toolkit}: {error.what}"
    again = f"show it with showtell {manifest.toolkit}, or remove {spec.parent}"
    same = f"see that the plugins are there that it was made with, or remove {spec.parent}"
    return FrozenError(what, where=error.where or str(spec), fix=same if today == manifest.toolkit else again)


def _fix(manifest: Manifest) -> str:
    return f"take it back from git, or freeze today's: showtell freeze {manifest.prototype} {manifest.name} --force"


def hashed(content: bytes) -> str:
    """Return the sha256 of a file, whose line ends git may have turned into those of the system."""
    return sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def written(dataset: Dataset) -> str:
    """Return all rows as text, one a line."""
    rows = (
        [entity, {k: _kept(v) for k, v in row.items()}] for entity in dataset.tables for row in _rows(dataset, entity)
    )
    empty = ([entity, None] for entity, table in dataset.tables.items() if not table)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in (*rows, *empty))


def read_data(spec: Path, manifest: Manifest) -> Dataset:
    """Return the rows that a version was frozen with. Raises FrozenError where they are not those."""
    path = spec.parent / DATA
    tables: dict[str, dict[str, Row]] = {}
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            entity, row = json.loads(line)
            table = tables.setdefault(entity, {})
            if row is not None:
                table[row["id"]] = {name: _back(value) for name, value in row.items()}
        dataset = Dataset(tables, manifest.seed, manifest.locale, _read_histories(spec.parent / HISTORY, manifest))
        same = fingerprint(dataset) == manifest.data
    except (OSError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError) as error:
        raise FrozenError("the rows of a frozen version cannot be read", where=str(path), fix=_fix(manifest)) from error
    if not same:
        raise FrozenError("the rows of a frozen version are others now", where=str(path), fix=_fix(manifest))
    return dataset


def written_histories(dataset: Dataset) -> str:
    """Return the histories of all rows as text, one row a line."""
    lines = (
        [entity, key, [[move.at.isoformat(), move.by, move.before, move.after, move.move] for move in moves]]
        for entity, rows in dataset.histories.items()
        for key, moves in rows.items()
    )
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _read_histories(path: Path, manifest: Manifest) -> dict[str, dict[str, tuple[Moved, ...]]]:
    found: dict[str, dict[str, tuple[Moved, ...]]] = {}
    if HISTORY in manifest.files:
        for line in path.read_text(encoding="utf-8").splitlines():
            entity, key, moves = json.loads(line)
            told = tuple(Moved(datetime.fromisoformat(at), *said) for at, *said in moves)
            found.setdefault(entity, {})[key] = told
    return found


def _rows(dataset: Dataset, entity: str) -> Iterable[Row]:
    return dataset.rows(entity).values()


_KINDS: Mapping[str, Any] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "seconds": lambda seconds: timedelta(seconds=seconds),
    "several": tuple,
}


def _kept(value: Value) -> object:
    """Return a value as JSON that says what kind it is where JSON does not."""
    match value:
        case datetime():
            return {"datetime": value.isoformat()}
        case date():
            return {"date": value.isoformat()}
        case time():
            return {"time": value.isoformat()}
        case timedelta():
            return {"seconds": value.total_seconds()}
        case tuple():
            return {"several": list(value)}
    return value


def _back(value: Any) -> Value:
    if not isinstance(value, dict):
        return value  # type: ignore[no-any-return]  # a text, a number, yes, no or nothing, as JSON has them
    ((kind, held),) = value.items()
    made: Value = _KINDS[kind](held)
    return made


def as_text(manifest: Manifest) -> str:
    """Return a manifest as it is written."""
    return json.dumps(plain(manifest), indent=1, ensure_ascii=False) + "\n"
