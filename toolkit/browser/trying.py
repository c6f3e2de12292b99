"""Lets robots try a prototype that is being served: they walk every task, and what they find is kept."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path

from toolkit.browser.crew import Crew
from toolkit.browser.devices import device_named
from toolkit.browser.walking import Job, Stage, Walked, jobs
from toolkit.domain.evidence import Sighting
from toolkit.errors import ToolkitError
from toolkit.loader import load
from toolkit.services.book import open_book
from toolkit.services.load import Prototype, load_prototype
from toolkit.services.plan import plan_again
from toolkit.services.register import register
from toolkit.services.sightings import keep_sightings, sightings_folder
from toolkit.services.workspace import Workspace

DEVICES = ("phone", "desktop")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be tried, by name; nothing named means all there is."""

    devices: tuple[str, ...] = DEVICES
    options: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it: the walks, what was found on the way, and the folder that keeps it with its pictures.

    There may be fewer walks than were `planned` if somebody `interrupted` them.
    """

    walks: tuple[Walked, ...]
    sightings: tuple[Sighting, ...]
    folder: Path
    planned: int
    interrupted: bool = False

    @property
    def failed(self) -> tuple[Walked, ...]:
        """The walks that did not reach their goal."""
        return tuple(walk for walk in self.walks if not walk.reached)


Progress = Callable[[Walked, int], None]


def try_out(
    workspace: Workspace, name: str, wish: Wish, *, serving: AbstractContextManager[str], progress: Progress
) -> Trial:
    """Let robots walk at the address `serving` gives; `progress` is told each walk, and how many there are in all.

    Raises ToolkitError for a name that is none, before anything is served, and where there is no browser.
    """
    plugins = load(workspace.root)
    prototype = load_prototype(workspace.find_prototype(name), plugins)
    todo = _jobs(prototype, wish)
    book = open_book(workspace.runtime_dir)
    with closing(book.store), serving as address:
        study = register(book, plan_again(book, prototype))
        stage = Stage(address.rstrip("/"), prototype, study, book)
        crew = Crew(stage, tuple(plugins.checks.values()), lambda walked: progress(walked, len(todo)))
        walks = crew.walk(todo)
    folder = sightings_folder(workspace, prototype.name)
    keep_sightings(folder, crew.sightings, crew.pictures)
    return Trial(walks, tuple(crew.sightings), folder, len(todo), crew.interrupted)


def _jobs(prototype: Prototype, wish: Wish) -> tuple[Job, ...]:
    _known("option", wish.options, tuple(prototype.solution.options))
    _known("task", wish.tasks, tuple(prototype.solution.tasks))
    devices = [device_named(device) for device in dict.fromkeys(wish.devices)]
    return jobs(prototype, devices, options=wish.options, tasks=wish.tasks)


def _known(kind: str, asked: Sequence[str], known: tuple[str, ...]) -> None:
    for name in asked:
        if name not in known:
            raise ToolkitError(f"there is no {kind} '{name}'", fix=f"take one of: {', '.join(known)}")
