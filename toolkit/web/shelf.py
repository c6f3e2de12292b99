"""The shelf: frozen versions of what is served, found when they are asked for, and read when they are first shown."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.services.frozen import Manifest, versions
from toolkit.services.load import Prototype, load_prototype
from toolkit.services.stamp import Stamp, stamp
from toolkit.services.workspace import MANIFEST, SPEC, Workspace

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of reading a frozen version: the prototype, or why it cannot be shown."""

    stamp: Stamp
    prototype: Prototype | None = None
    error: ToolkitError | None = None


class Shelf:
    """Reads frozen versions; one that cannot be shown says why, and keeps nothing else from being shown."""

    def __init__(self, workspace: Workspace, plugins: Plugins) -> None:
        self._workspace, self._plugins = workspace, plugins
        self._kept: dict[Path, Kept] = {}

    def versions(self, spec: Path) -> tuple[Manifest, ...]:
        """Return what a prototype's versions say of themselves, the last first."""
        return versions(self._workspace, spec)

    def get(self, spec: Path, version: str) -> Kept | None:
        """Return a version, read anew if it was frozen anew; None where there is none of this name."""
        path = self._workspace.frozen(spec).get(version)
        if path is None:
            return None
        known, now = self._kept.get(path), stamp(path.parent / MANIFEST)
        if known is None or known.stamp != now:
            known = self._kept[path] = self._read(path, now)
        return known

    def trouble(self, spec: Path, version: str) -> str:
        """Return why a version cannot be shown, as far as somebody has tried."""
        path = self._workspace.frozen(spec).get(version)
        known = self._kept.get(path) if path else None
        return known.error.what if known and known.error else ""

    def read_one(self, specs: Iterator[Path]) -> None:
        """Read the next version that nobody has asked for yet, so that it is there, or known not to be."""
        for spec in specs:
            for version, path in self._workspace.frozen(spec).items():
                if path not in self._kept:
                    self.get(spec, version)
                    return

    def _read(self, path: Path, now: Stamp) -> Kept:
        try:
            return Kept(now, prototype=load_prototype(path, self._plugins))
        except ToolkitError as error:
            log.warning("%s", error.text())
            return Kept(now, error=error)
        except Exception as error:  # a plugin's or our own: nothing else is to be taken down
            log.exception("%s cannot be read", path)
            fix = f"show it with the showtell that froze it, as {path.parent / MANIFEST} says, or remove {path.parent}"
            return Kept(now, error=ToolkitError(f"the frozen version cannot be read: {error}", where=SPEC, fix=fix))
