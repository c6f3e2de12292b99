"""Screens in Python: which file of a prototype draws which screen on which option, and the function in it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from toolkit.domain.custom import Custom
from toolkit.domain.parts import Compose
from toolkit.domain.rules import CodeError
from toolkit.domain.scene import Scene
from toolkit.domain.solution import App, Screen, Solution
from toolkit.domain.view import Block
from toolkit.services.code.running import Troubles, guarded, line_of, run

FOLDER = "screens"
COMPOSE = "compose"
MOST_BLOCKS = 1_000
"""Blocks of a screen that are drawn, lest it be one that never ends."""
LONGEST = 200
"""Bytes of a file's name; file systems take 255, with what is added to it."""
_FIX = "return the blocks in a tuple: return (block, ...)"


@dataclass(frozen=True, slots=True)
class ScreenFile:
    """One file that draws a screen: of every option that says the screen as the spec does, or of the one named."""

    path: Path
    screen: str
    option: str = ""

    @property
    def name(self) -> str:
        """The file's name in the prototype's folder."""
        return self.path.relative_to(self.path.parents[2 if self.option else 1]).as_posix()


def file_of(folder: Path, screen: Screen, option: str = "") -> Path:
    """Return where the file of a screen lies: screens/late_tickets.py, or screens/OPTION/late_tickets.py."""
    name = _fitting(screen.key.replace("-", "_"))
    return folder.joinpath(FOLDER, *([_fitting(option)] if option else []), f"{name}.py")


def _fitting(name: str) -> str:
    """Return a name as a file may have it; of one longer than file systems take, its beginning and its digest."""
    if len(name.encode()) <= LONGEST:
        return name
    return f"{name[:40]}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def screen_files(folder: Path, solution: Solution) -> dict[tuple[str, str], ScreenFile]:
    """Return the files that draw screens, by the option's name (empty for the spec without any) and the screen's."""
    found: dict[tuple[str, str], ScreenFile] = {}
    for option, app in (("", solution.base), *solution.apps.items()):
        key = solution.options[option].key if option else ""
        for screen in app.screens.values():
            own, common = file_of(folder, screen, key), file_of(folder, screen)
            if option and own.is_file():
                found[option, screen.name] = ScreenFile(own, screen.name, option)
            elif common.is_file() and solution.base.screens.get(screen.name) in (None, screen):
                found[option, screen.name] = ScreenFile(common, screen.name)
    return found


def strays(folder: Path, solution: Solution) -> Iterator[Path]:
    """Yield the files below screens/ that draw nothing."""
    used = {file.path for file in screen_files(folder, solution).values()}
    for path in sorted((folder / FOLDER).rglob("*.py")):
        if not path.name.startswith("_") and path not in used:
            yield path


def compose_of(path: Path, troubles: Troubles, text: str = "") -> Compose:
    """Return what draws in a file, or in a text in its place; of one that cannot be run, a function that fails."""
    try:
        function = run(path, text).get(COMPOSE)
        if not callable(function):
            fix = "define it: def compose(scene: Scene) -> tuple[Block, ...]"
            raise CodeError(f"{path.name} has no function '{COMPOSE}'", where=f"{path}:1:1", fix=fix)
    except CodeError as error:
        return _failing(troubles.note(error))
    where = line_of(path, function)

    def watched(block: Any) -> Any:
        """Return a block, with a custom one's drawing watched like the rest of the file."""
        return replace(block, draw=guarded(path, block.draw, troubles)) if isinstance(block, Custom) else block

    def compose(scene: Scene) -> tuple[Block, ...]:
        blocks = function(scene)
        if isinstance(blocks, str) or not hasattr(blocks, "__iter__"):
            raise CodeError(f"'{COMPOSE}' returns {type(blocks).__name__} and no blocks", where=where, fix=_FIX)
        drawn = tuple(watched(block) for block in islice(blocks, MOST_BLOCKS))
        for block in drawn:
            if not isinstance(block, Block):
                said = f"'{COMPOSE}' returns a {type(block).__name__} among its blocks"
                raise CodeError(said, where=where, fix="let it return blocks of toolkit only: Facts, Table, Text ...")
        return drawn

    return guarded(path, compose, troubles)


def _failing(error: CodeError) -> Compose:
    def compose(_scene: Scene) -> tuple[Block, ...]:
        raise error

    return compose


def composers(folder: Path, solution: Solution, troubles: Troubles) -> dict[str, dict[str, Compose]]:
    """Return what draws the screens that have a file, by option and screen; a file is run once."""
    files = screen_files(folder, solution)
    ran = {path: compose_of(path, troubles) for path in {file.path for file in files.values()}}
    found: dict[str, dict[str, Compose]] = {}
    for (option, screen), file in files.items():
        found.setdefault(option, {})[screen] = ran[file.path]
    return found


def app_of(solution: Solution, option: str) -> App:
    """Return the app of an option, or of the spec without any."""
    return solution.apps[option] if option else solution.base
