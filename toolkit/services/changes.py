"""What changed: a frozen version held against today's, or against another frozen one."""

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from toolkit.domain.changes import Chapter, compare
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.services.frozen import Manifest, manifest_of, versions
from toolkit.services.load import Prototype, load_prototype
from toolkit.services.workspace import Workspace, is_frozen, name_of


@dataclass(frozen=True, slots=True)
class Compared:
    """What is different in `after`, chapter by chapter; without `now`, that is today's.

    `notes` is worth knowing besides: that another toolkit draws it.
    """

    prototype: str
    then: Manifest
    now: Manifest | None
    chapters: tuple[Chapter, ...]
    notes: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many things changed."""
        return sum(len(chapter.changes) for chapter in self.chapters)


def changes(before: Prototype, after: Prototype) -> Compared:
    """Compare a frozen version with a later one, or with today's."""
    then = manifest_of(before.path)
    now = manifest_of(after.path) if is_frozen(after.path) else None
    chapters = compare(before.solution, after.solution, (before.dataset, after.dataset))
    toolkit = now.toolkit if now else version("showtell")
    notes = (
        (f"It was frozen with showtell {then.toolkit}, and is drawn by {toolkit} now: screens may look different.",)
        if toolkit != then.toolkit
        else ()
    )
    return Compared(then.prototype, then, now, chapters, notes)


def compare_versions(workspace: Workspace, plugins: Plugins, spec: Path, *, names: tuple[str, str]) -> Compared:
    """Compare the version of the first name, the last if it is empty, with that of the second, or with today's.

    Raises ToolkitError where there is no frozen version, or none of a name.
    """
    then = names[0] or next((kept.name for kept in versions(workspace, spec)), "")
    if not then:
        called = name_of(spec)
        fix = f"keep what is shown today, and compare later: showtell freeze {called} NAME"
        raise ToolkitError(f"'{called}' has no frozen version to compare with", where=str(spec), fix=fix)
    before = load_prototype(workspace.frozen_version(spec, then), plugins)
    later = workspace.frozen_version(spec, names[1]) if names[1] else spec
    return changes(before, load_prototype(later, plugins))
