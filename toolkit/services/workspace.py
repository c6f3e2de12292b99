"""The workspace: the folder with the architect's prototypes, plugins, templates and decisions."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from toolkit.errors import ToolkitError
from toolkit.places import bundled

SPEC = "spec.yaml"
RUNTIME = ".showtell"
"""The folder for what comes about while prototypes are served: store, secret, recordings."""
FROZEN, MANIFEST = "frozen", "manifest.json"
"""The folder of a prototype's frozen versions, and the file that says of each what it is."""


class NotFound(ToolkitError):
    """There is no prototype of this name."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """One folder that prototypes are worked on in."""

    root: Path

    @property
    def runtime_dir(self) -> Path:
        """The folder for run-time files; made when first asked for, and kept out of git."""
        folder = self.root / RUNTIME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            ignore = folder / ".gitignore"
            if not ignore.exists():
                ignore.write_text("*\n", encoding="utf-8")
        except OSError as error:
            raise ToolkitError(
                f"the folder for run-time files cannot be made: {error.strerror}",
                where=str(folder),
                fix="work in a folder that you may write to",
            ) from error
        return folder

    def prototypes(self) -> dict[str, Path]:
        """Return the specs that a name can mean: the workspace's own, then those that come with showtell."""
        found: dict[str, Path] = {}
        for path in (*_specs(self.root / "prototypes"), *_specs(bundled("prototypes"))):
            found.setdefault(path.parent.name, path)
        return found

    def find_prototype(self, name: str) -> Path:
        """Return the spec of a prototype: a path to it or its folder, or a name here, or one that comes with showtell.

        Raises NotFound with the names that come close.
        """
        path = self.root / name
        if path.is_file():
            return path
        if name and (path / SPEC).is_file():
            return path / SPEC
        known = self.prototypes()
        if name in known:
            return known[name]
        if "@" in name:
            prototype, _, version = name.partition("@")
            return self.frozen_version(self.find_prototype(prototype), version)
        raise NotFound(f"there is no prototype '{name}'", where=str(self.root), fix=_fix(name, path, known=list(known)))

    def frozen(self, spec: Path) -> dict[str, Path]:
        """Return the specs of a prototype's frozen versions by the name of each, wherever they may lie."""
        folders = [self.root / "prototypes" / name_of(spec) / FROZEN]
        folders += [spec.parent / FROZEN] if spec.name == SPEC else []
        found: dict[str, Path] = {}
        for manifest in (path for folder in folders for path in sorted(folder.glob(f"*/{MANIFEST}"))):
            if not manifest.parent.name.startswith("."):
                found.setdefault(manifest.parent.name, manifest.parent / SPEC)
        return found

    def frozen_version(self, spec: Path, version: str) -> Path:
        """Return the spec of a prototype's frozen version. Raises NotFound with the versions there are."""
        kept, prototype = self.frozen(spec), name_of(spec)
        if version in kept:
            return kept[version]
        close = get_close_matches(version, kept, n=1)
        fix = f"did you mean '{close[0]}'?" if close else f"name one of: {', '.join(kept)}"
        fix = fix if kept else f"keep one: showtell freeze {prototype} {version or 'NAME'}"
        raise NotFound(f"'{prototype}' has no frozen version '{version}'", where=str(self.root), fix=fix)


def find_prototype(name: str, cwd: Path) -> Path:
    """Return the spec of a prototype as it is called in this folder; see `Workspace.find_prototype`."""
    return Workspace(cwd).find_prototype(name)


def name_of(path: Path) -> str:
    """Return what the prototype of a spec is called: its folder, or the file where it is not called spec.yaml.

    A frozen version is called by its prototype and its own name: helpdesk@sprint-3.
    """
    if is_frozen(path):
        version = path.resolve().parent
        return f"{version.parent.parent.name}@{version.name}"
    return path.resolve().parent.name if path.name == SPEC else path.stem


def is_frozen(path: Path) -> bool:
    """Return whether a spec is that of a frozen version."""
    return path.name == SPEC and path.resolve().parent.parent.name == FROZEN and (path.parent / MANIFEST).is_file()


def refuse_frozen(path: Path, command: str) -> None:
    """Raise a ToolkitError for the spec of a frozen version: it stays as it was, and `command` is for today's."""
    if is_frozen(path):
        name = name_of(path)
        fix = f"name today's: {command.format(name.partition('@')[0])}"
        raise ToolkitError(f"'{name}' is frozen, and stays as it is", where=str(path), fix=fix)


def _specs(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.glob(f"*/{SPEC}")) if not path.parent.name.startswith("."))


def _fix(name: str, path: Path, *, known: list[str]) -> str:
    if path.is_dir():
        return f"put a {SPEC} into this folder, or name one of: {', '.join(known)}"
    close = get_close_matches(name, known, n=1)
    return f"did you mean '{close[0]}'?" if close else f"name a spec file, its folder, or one of: {', '.join(known)}"
