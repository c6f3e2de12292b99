"""The catalogue: the prototypes that are served, read anew when their spec is saved."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.services.code.loading import Stamps, stamps
from toolkit.services.load import Prototype, load_prototype
from toolkit.services.workspace import Workspace
from toolkit.web.shelf import Kept, Shelf

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Listed:
    """One prototype: the last good reading of it, and what is wrong with the spec as it is now, if something is.

    Its stamp is False until it was looked at. `first` and `previous` are readings before this one: the one when
    serving began, and the one before the spec was saved last.
    """

    name: str
    path: Path
    prototype: Prototype | None = None
    error: ToolkitError | None = None
    stamp: Stamps | Literal[False] = False
    first: Prototype | None = None
    previous: Prototype | None = None


class Catalogue:
    """All prototypes by name. A spec that is broken keeps its last good reading, and says what is wrong."""

    def __init__(self, specs: Mapping[str, Path], plugins: Plugins, workspace: Workspace | None = None) -> None:
        """Read all specs. Raises the first error if none of them can be shown."""
        self.plugins = plugins
        self.shelf = Shelf(workspace or Workspace(Path()), plugins)
        self._listed = {name: Listed(name, path) for name, path in specs.items()}
        self._began = False
        self.refresh()
        self._began = True
        errors = [listed.error for listed in self._listed.values() if listed.error]
        if errors and not any(listed.prototype for listed in self._listed.values()):
            raise errors[0]

    def get(self, name: str) -> Prototype | None:
        """Return a prototype by its name, or a frozen version: 'helpdesk@sprint-3'."""
        listed = self._listed.get(name) or self._frozen(name)
        return listed.prototype if listed else None

    def error(self, name: str) -> ToolkitError | None:
        """Return what is wrong with a spec as it is now, if something is, or why a frozen version cannot be shown."""
        listed = self._listed.get(name) or self._frozen(name)
        return listed.error if listed else None

    def listed(self, name: str) -> Listed | None:
        """Return what is listed under a name; a frozen version is found with its prototype."""
        return self._listed.get(name) or self._listed.get(name.partition("@")[0])

    def all(self) -> Iterable[Listed]:
        """Return everything that is listed, in order."""
        return tuple(self._listed.values())

    def refresh(self) -> tuple[str, ...]:
        """Read what was saved since it was last read; return the names of all that was, with or without mistakes."""
        self.shelf.read_one(listed.path for listed in self._listed.values() if self._began)
        return tuple(listed.name for listed in self._listed.values() if self._reread(listed))

    def _reread(self, listed: Listed) -> bool:
        now = stamps(listed.path)
        if now == listed.stamp:
            return False
        listed.stamp = now
        try:
            read = load_prototype(listed.path, self.plugins)
        except ToolkitError as error:
            listed.error = error
        except Exception as error:  # a plugin's or our own: the other prototypes go on being read anew
            log.exception("%s cannot be read", listed.path)
            fix = "take back the last change, and report this"
            listed.error = ToolkitError(f"the spec cannot be read: {error}", where=str(listed.path), fix=fix)
        else:
            listed.error = read.troubles.last  # of its own Python: what could be run before goes on being shown
            if listed.error is None or listed.prototype is None:
                listed.prototype, listed.previous = read, listed.prototype
                listed.first = listed.first or read
        return True

    def _frozen(self, name: str) -> Kept | None:
        prototype, _, version = name.partition("@")
        listed = self._listed.get(prototype)
        return self.shelf.get(listed.path, version) if listed and version else None
