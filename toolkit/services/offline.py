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


def write_copy(workspace: Workspace, prototype: Prototype, *, output: Path | None, progress: Progress) -> Path:
    """Write the copy, to `output` or beside the spec, and return where it lies; `progress` hears tours done and all."""
    roles = [(option, role) for option in prototype.solution.options for role in prototype.machines[option].app.roles]
    tours = []
    for number, (option, role) in enumerate(roles):
        progress(number, len(roles))
        tours.append(Tour(option, role, explore(prototype.machines[option], role, most=MOST)))
    progress(len(roles), len(roles))
    text = print_offline(prototype.solution, tours, workspace=workspace.root)
    beside = prototype.folder if is_frozen(prototype.path) else workspace.root / "prototypes" / prototype.name
    path = output or beside / "copy.html"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ToolkitError(
            f"the copy cannot be written: {error.strerror}", where=str(path), fix="name another file with --output"
        ) from error
    return path
