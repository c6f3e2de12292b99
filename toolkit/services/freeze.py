"""Freeze a prototype: what is shown today is kept beside it, as files that git can hold and people can read."""

import re
import shutil
import time
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from toolkit.data import fingerprint
from toolkit.data.lists import digests
from toolkit.errors import ToolkitError
from toolkit.services.bundle import EVIDENCE
from toolkit.services.clock import utc
from toolkit.services.frozen import DATA, HISTORY, Manifest, as_text, hashed, written, written_histories
from toolkit.services.load import Prototype
from toolkit.services.workspace import FROZEN, MANIFEST, SPEC, Workspace, refuse_frozen

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
BESIDE = ("screens/**/*.py", "rules.py", "spec.*.yaml", "languages/**/*.yaml")
"""What of a prototype's folder is shown with the spec: screens that were ejected, rules, texts in other languages."""


def freeze(prototype: Prototype, name: str, workspace: Workspace, *, force: bool = False) -> tuple[Path, Manifest]:
    """Keep what is shown now under a name; return its folder and what it says of itself.

    Raises ToolkitError for a name that no address could have, or, without `force`, one that is taken.
    """
    folder = _home(prototype, workspace) / FROZEN / name
    _check(prototype, name, folder, force=force)
    files = dict(_files(prototype))
    manifest = Manifest(
        prototype=prototype.name,
        name=name,
        title=prototype.solution.title,
        frozen=utc(time.time()),
        toolkit=version("showtell"),
        seed=prototype.dataset.seed,
        locale=prototype.dataset.locale,
        data=fingerprint(prototype.dataset),
        files={path: hashed(content) for path, content in sorted(files.items())},
        lists=digests(prototype.dataset.locale),
    )
    try:
        _write(folder, {**files, MANIFEST: as_text(manifest).encode()})
    except OSError as error:
        fix = "work in a folder that you may write to"
        raise ToolkitError(f"it cannot be frozen: {error.strerror}", where=str(folder), fix=fix) from error
    return folder, manifest


def _home(prototype: Prototype, workspace: Workspace) -> Path:
    """Return the prototype's folder in the workspace, also for one that came with showtell or is a single file."""
    own = prototype.path.name == SPEC and prototype.path.resolve().is_relative_to(workspace.root.resolve())
    return prototype.folder if own else workspace.root / "prototypes" / prototype.name


def _check(prototype: Prototype, name: str, folder: Path, *, force: bool) -> None:
    where = str(prototype.path)
    refuse_frozen(prototype.path, f"showtell freeze {{}} {name}")
    if not NAME.fullmatch(name):
        suggested = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")[:40] or "sprint-1"
        what = f"'{name}' cannot be the name of a frozen version: it is part of an address"
        raise ToolkitError(what, where=where, fix=f"use letters, digits and '-', as in {suggested}")
    if folder.exists() and not force:
        what = f"'{prototype.name}' has a frozen version '{folder.name}' already"
        raise ToolkitError(what, where=str(folder), fix="take another name, or write over it with --force")


def _files(prototype: Prototype) -> Iterator[tuple[str, bytes]]:
    """Yield everything that is shown, by its name in the folder."""
    yield SPEC, prototype.path.read_bytes()
    yield DATA, written(prototype.dataset).encode()
    if prototype.dataset.histories:
        yield HISTORY, written_histories(prototype.dataset).encode()
    logo = prototype.solution.brand.logo if prototype.solution.brand else None
    if logo:
        yield logo.file, (prototype.folder / logo.file).read_bytes()
    for path in sorted(path for pattern in BESIDE for path in prototype.folder.glob(pattern)):
        if path.is_file():
            yield path.relative_to(prototype.folder).as_posix(), path.read_bytes()


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the folder as a whole: whoever looks at it meets the old one or the new one."""
    fresh = folder.with_name(f".{folder.name}")
    shutil.rmtree(fresh, ignore_errors=True)
    for name, content in files.items():
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if (folder / EVIDENCE).is_dir():  # what people did with the one before is not ours to take away
        (folder / EVIDENCE).rename(fresh / EVIDENCE)
    if folder.exists():
        shutil.rmtree(folder)
    fresh.rename(folder)
