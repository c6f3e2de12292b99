"""Scaffolds a prototype's folder: spec, runnable app, README and usability scripts; never over what was edited."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.errors import ToolkitError
from toolkit.places import TRANSLATIONS
from toolkit.printing.environment import environment
from toolkit.services.code.loading import code_texts
from toolkit.services.load import Prototype
from toolkit.services.scripts import script, script_name
from toolkit.services.workspace import SPEC, Workspace, refuse_frozen

WRITTEN = "scripts/.written.json"
"""Keeps the sha256 of each file as it was written, so that an edited one is known."""


@dataclass(frozen=True, slots=True)
class Scaffolded:
    """What became of a folder's files: written anew, as they should be already, edited and so kept, or taken away.

    `without` are tasks that have no script, because there is no way to do them.
    """

    folder: Path
    written: tuple[str, ...]
    same: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    without: tuple[str, ...] = ()


def scaffold(prototype: Prototype, workspace: Workspace, *, into: Path | None = None) -> Scaffolded:
    """Write the folder of a prototype; a second time it brings up to date what nobody has edited."""
    if into is None:
        refuse_frozen(prototype.path, "showtell scaffold {}")
    folder = into or workspace.root / "prototypes" / prototype.name
    texts = _texts(prototype, workspace, folder)
    tasks = prototype.solution.tasks.values()
    without = tuple(task.name for task in tasks if f"scripts/{script_name(task)}" not in texts)
    try:
        done = replace(_write(folder, texts), without=without)
        _copy_logo(prototype, folder)
        return done
    except OSError as error:
        fix = "name a folder that you may write to with --into"
        raise ToolkitError(f"the folder cannot be written: {error.strerror}", where=str(folder), fix=fix) from error


def _copy_logo(prototype: Prototype, folder: Path) -> None:
    """Put the logo beside a spec that was copied, unless one lies there."""
    logo = prototype.solution.brand.logo if prototype.solution.brand else None
    if logo and not (folder / logo.file).exists():
        (folder / logo.file).write_bytes((prototype.folder / logo.file).read_bytes())


def _texts(prototype: Prototype, workspace: Workspace, folder: Path) -> dict[str, str]:
    """Return the text of each file by its name in the folder; a spec that lies there already is the architect's."""
    templates = environment(workspace.root)
    name = prototype.name
    inside = folder.resolve().parent == (workspace.root / "prototypes").resolve()
    about = {"solution": prototype.solution, "name": name if inside else folder.name, "in_workspace": inside}
    about |= {"cell": _cell, "scripts": f"prototypes/{name}/scripts" if inside else "scripts"}
    texts = {
        "app.py": templates.get_template("scripts/app.py.jinja").render(about),
        "README.md": templates.get_template("scripts/README.md.jinja").render(about),
    }
    if not (folder / SPEC).exists() or (folder / SPEC).resolve() != prototype.path.resolve():
        texts |= {SPEC: prototype.path.read_text(encoding="utf-8"), **code_texts(prototype.path)}
        for said in sorted((prototype.folder / TRANSLATIONS).glob("*.yaml")):
            texts[f"{TRANSLATIONS}/{said.name}"] = said.read_text(encoding="utf-8")
    for task in prototype.solution.tasks.values():
        if text := script(prototype, task, workspace=workspace.root):
            texts[f"scripts/{script_name(task)}"] = text
    return texts


def _write(folder: Path, texts: Mapping[str, str]) -> Scaffolded:
    known = _known(folder / WRITTEN)
    written, same, kept = [], [], []
    for name, text in texts.items():
        path = folder / name
        now = path.read_bytes() if path.is_file() else None
        if now == text.encode():
            same.append(name)
        elif now is None or _digest(now) == known.get(name):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            written.append(name)
        else:
            kept.append(name)
    removed, left = _tidied(folder, {name: digest for name, digest in known.items() if name not in texts})
    digests = {name: digest for name, digest in known.items() if name in texts or not name.startswith("scripts/")}
    digests |= {name: _digest(text.encode()) for name, text in texts.items() if not (name in kept and name in known)}
    record = json.dumps({name: digests[name] for name in sorted(digests)}, indent=1) + "\n"
    (folder / WRITTEN).parent.mkdir(parents=True, exist_ok=True)
    (folder / WRITTEN).write_text(record, encoding="utf-8")
    return Scaffolded(folder, tuple(written), tuple(same), (*kept, *left), removed)


def _tidied(folder: Path, gone: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take away scripts whose task is gone; return their names, and those of scripts that were edited and stay."""
    removed, left = [], []
    for name, digest in gone.items():
        path = folder / name
        if not name.startswith("scripts/") or not path.is_file():
            continue
        if _digest(path.read_bytes()) == digest:
            path.unlink()
            removed.append(name)
        else:
            left.append(name)
    return tuple(removed), tuple(left)


def _known(path: Path) -> dict[str, str]:
    """Return the digests of an earlier run; where there is no record, all counts as edited."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(digest) for name, digest in read.items()} if isinstance(read, dict) else {}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _cell(text: str) -> str:
    """Return a text as it can stand in a cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|")
