"""Write a prototype into one HTML file that can be clicked through with no server and no network."""

from collections.abc import Callable
from pathlib import Path

from toolkit.domain.exploring import explore
from toolkit.errors import ToolkitError
from toolkit.printing.offline import Tour, print_offline
from toolkit.services.load import Prototype
from toolkit.services.workspace import Workspace, is_frozen

MOST = 300
"""Pages of one role on one option; the nearest to its start are taken."""
Progress = Callable[[int, int], None]


def write_copy(
    workspace: Workspace, prototype: Prototype, *, output: Path | None, progress: Progress, language: str = ""
) -> Path:
    """Write the copy, to `output` or beside the spec, and return where it lies; `progress` hears tours done and all.

    It speaks one `language` that the spec offers, its own if none is said. Raises ToolkitError for another.
    """
    if language and language not in prototype.languages:
        offered = ", ".join(prototype.languages)
        fix = f"use one of: {offered}; or add '{language}' to the spec's languages"
        raise ToolkitError(f"the prototype is not offered in '{language}'", where=str(prototype.path), fix=fix)
    roles = [(option, role) for option in prototype.solution.options for role in prototype.machines[option].app.roles]
    tours = []
    for number, (option, role) in enumerate(roles):
        progress(number, len(roles))
        tours.append(Tour(option, role, explore(prototype.machine(option, language), role, most=MOST)))
    progress(len(roles), len(roles))
    spoken = prototype.machine("", language).language
    text = print_offline(prototype.solution, tours, workspace=workspace.root, language=spoken)
    beside = prototype.folder if is_frozen(prototype.path) else workspace.root / "prototypes" / prototype.name
    path = output or beside / (f"copy-{language}.html" if language else "copy.html")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ToolkitError(
            f"the copy cannot be written: {error.strerror}", where=str(path), fix="name another file with --output"
        ) from error
    return path
