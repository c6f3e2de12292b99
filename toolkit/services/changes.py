"""What changed: a frozen version held against today's, or against another frozen one."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from toolkit.data.lists import digests
from toolkit.domain.changes import Chapter, code_changes, compare
from toolkit.domain.changes.change import listed
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.services.frozen import Manifest, manifest_of, versions
from toolkit.services.load import Prototype, load_prototype
from toolkit.services.workspace import Workspace, is_frozen, name_of, refuse_frozen

TODAY = "today"
"""What the spec as it is now is called."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What is different, chapter by chapter; `then` and `now` are frozen versions' names, or say what else was held.

    `notes` is worth knowing besides: that another toolkit draws it.
    """

    prototype: str
    then: str
    now: str
    chapters: tuple[Chapter, ...]
    notes: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many things changed."""
        return sum(len(chapter.changes) for chapter in self.chapters)


def changes(before: Prototype, after: Prototype, *, then: str = "before") -> Compared:
    """Compare a prototype with a later one; `then` is what the first is called where it is no frozen version."""
    held = [manifest_of(each.path) if is_frozen(each.path) else None for each in (before, after)]
    chapters = compare(before.solution, after.solution, (before.dataset, after.dataset))
    if python := tuple(code_changes(before.fingerprints, after.fingerprints)):
        chapters += (Chapter("The Python beside the spec", python),)
    made = [manifest.toolkit if manifest else version("showtell") for manifest in held]
    said = f"It was frozen with showtell {made[0]}, and is drawn by {made[1]} now: screens may look different."
    return Compared(
        prototype=before.name.partition("@")[0],
        then=held[0].name if held[0] else then,
        now=held[1].name if held[1] else TODAY,
        chapters=chapters,
        notes=(*((said,) if made[0] != made[1] else ()), *_other_words(held[0], after)),
    )


def _other_words(then: Manifest | None, now: Prototype) -> Iterator[str]:
    """Yield that made-up people may be called otherwise, where the word lists have changed that names come from."""
    lists = digests(now.dataset.locale) if then and then.lists and then.locale == now.dataset.locale else {}
    other = [name for name, digest in lists.items() if then and then.lists.get(name) != digest]
    if other:
        yield f"Faker has other {listed(other)} than when it was frozen: made-up people may have other names now."


def compare_versions(workspace: Workspace, plugins: Plugins, spec: Path, *, names: tuple[str, str]) -> Compared:
    """Compare the version of the first name, the last if it is empty, with that of the second, or with today's.

    Raises ToolkitError where there is no frozen version, or none of a name.
    """
    refuse_frozen(spec, "showtell changes {} " + name_of(spec).rpartition("@")[2])
    then = names[0] or next((kept.name for kept in versions(workspace, spec)), "")
    if not then:
        called = name_of(spec)
        fix = f"keep what is shown today, and compare later: showtell freeze {called} NAME"
        raise ToolkitError(f"'{called}' has no frozen version to compare with", where=str(spec), fix=fix)
    before = load_prototype(workspace.frozen_version(spec, then), plugins)
    later = workspace.frozen_version(spec, names[1]) if names[1] else spec
    return changes(before, load_prototype(later, plugins))
