"""Eject a screen: write it as Python that draws it from then on, compare it with the spec, and go back."""

from dataclasses import dataclass
from difflib import get_close_matches, unified_diff
from pathlib import Path

from toolkit.domain.machine import Machine
from toolkit.domain.solution import Screen
from toolkit.errors import ToolkitError
from toolkit.services.code.marks import Marks, body_of, edited, marked, parts_of
from toolkit.services.code.screens import FOLDER, app_of, file_of
from toolkit.services.load import Prototype
from toolkit.services.screen_text import written
from toolkit.services.workspace import SPEC, Workspace, refuse_frozen

KEPT = ".kept"
"""What is added to the name of a file that was edited and then taken away."""


@dataclass(frozen=True, slots=True)
class Ejection:
    """One screen of one option (an empty name is the spec without any) and the file that draws it, or would."""

    machine: Machine
    screen: Screen
    path: Path
    workspace: Path

    @classmethod
    def of(cls, prototype: Prototype, workspace: Workspace, screen: str, option: str = "") -> "Ejection":
        """Return the ejection of a screen. Raises ToolkitError for a prototype that takes no files, or a wrong name."""
        folder = _home(prototype, workspace)
        machine = prototype.machines[_option(prototype, option)]
        found = _screen(prototype, machine, screen)
        key = prototype.solution.options[machine.option].key if machine.option else ""
        return cls(machine, found, file_of(folder, found, key), workspace.root)

    @property
    def name(self) -> str:
        """The file as it is called from the workspace."""
        return self.path.resolve().relative_to(self.workspace.resolve()).as_posix()

    @property
    def text(self) -> str:
        """The file as it would be written today."""
        return written(self.machine, self.screen, self.path, self.workspace)

    def write(self, *, force: bool = False) -> Path | None:
        """Write the file, and return the copy that was kept of an edited one. Raises ToolkitError if it is edited."""
        kept = self._put_aside("is edited, and would be written anew", force=force)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(self.text, encoding="utf-8")
        return kept

    def take_back(self, *, force: bool = False) -> Path | None:
        """Take the file away, so that the spec draws the screen again; return the copy kept of an edited one."""
        if not self.path.is_file():
            fix = "see its folder 'screens' for what is ejected; a file of one option needs --option"
            raise ToolkitError(f"the screen '{self.screen.name}' is not ejected", where=str(self.path), fix=fix)
        kept = self._put_aside("is edited", force=force)
        self.path.unlink(missing_ok=True)
        for folder in (self.path.parent, self.path.parent.parent):
            if FOLDER in folder.parts and not any(folder.iterdir()):
                folder.rmdir()
        return kept

    def keep(self) -> None:
        """Note that the file is right for the spec as it is now. Raises ToolkitError where there is none."""
        text = self._existing()
        marks = Marks.of(text)
        now = parts_of(app_of(self.machine.solution, self.machine.option), self.screen.name)
        self.path.write_text(marked(text, now, own=marks.own if marks else ""), encoding="utf-8")

    def difference(self) -> str:
        """Return what a fresh file would have otherwise than the one there is; empty if it is the same."""
        now, fresh = body_of(self._existing()), body_of(self.text)
        names = (f"{self.path.name} as it is", f"{self.path.name} from the spec of today")
        return "".join(unified_diff(now.splitlines(keepends=True), fresh.splitlines(keepends=True), *names))

    def _existing(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8")
        except OSError as error:
            fix = "eject it first, without --diff and --keep"
            raise ToolkitError(
                f"the screen '{self.screen.name}' is not ejected", where=str(self.path), fix=fix
            ) from error

    def _put_aside(self, what: str, *, force: bool) -> Path | None:
        """Keep a copy of a file that somebody has edited; refuse without `force`."""
        if not self.path.is_file() or not edited(self.path.read_text(encoding="utf-8")):
            return None
        if not force:
            fix = f"say --force: what is in it is then kept as {self.path.name}{KEPT}"
            raise ToolkitError(f"{self.path.name} {what}", where=str(self.path), fix=fix)
        return self.path.replace(self.path.with_name(self.path.name + KEPT))


def _home(prototype: Prototype, workspace: Workspace) -> Path:
    """Return the folder that takes the file: of a prototype in the workspace."""
    refuse_frozen(prototype.path, "showtell eject {} SCREEN")
    folder = prototype.folder.resolve()
    inside = folder.is_relative_to(workspace.root.resolve())
    if prototype.path.name == SPEC and inside:
        return folder
    what = f"the prototype '{prototype.name}' has no folder here that could take a file"
    fix = f"make one: showtell scaffold {prototype.name}"
    raise ToolkitError(what, where=str(prototype.path), fix=fix)


def _option(prototype: Prototype, option: str) -> str:
    """Return the name of an option, by its name or key. Raises ToolkitError."""
    known = {option.key: name for name, option in prototype.solution.options.items()}
    if not option or option in prototype.machines:
        return option
    if option in known:
        return known[option]
    close = get_close_matches(option, known, n=1)
    fix = f"did you mean '{close[0]}'?" if close else f"name one of: {', '.join(known)}"
    raise ToolkitError(f"there is no option '{option}'", where=str(prototype.path), fix=fix)


def _screen(prototype: Prototype, machine: Machine, name: str) -> Screen:
    """Return the screen of a name or key. Raises ToolkitError, also where no option would show it."""
    found = machine.app.screens.get(name) or machine.app.screen_at(name)
    options = prototype.solution.options
    if found is None:
        elsewhere = [key.key for n, key in options.items() if name in prototype.machines[n].app.screens]
        close = get_close_matches(name, machine.app.screens, n=1)
        fix = f"did you mean '{close[0]}'?" if close else f"name one of: {', '.join(machine.app.screens)}"
        fix = f"say --option {elsewhere[0]}: it is a screen of that option" if elsewhere else fix
        raise ToolkitError(f"there is no screen '{name}'", where=str(prototype.path), fix=fix)
    shown = any(prototype.machines[n].app.screens.get(found.name) == found for n in options)
    if not machine.option and not shown:
        fix = f"say --option, one of: {', '.join(o.key for o in options.values())}"
        raise ToolkitError(f"every option says '{found.name}' anew", where=str(prototype.path), fix=fix)
    return found
