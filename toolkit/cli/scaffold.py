"""`showtell scaffold`: write a prototype's folder, which is the architect's from then on."""

import json
from pathlib import Path

import click

from toolkit.cli import _options


@click.command(epilog="Example: showtell scaffold helpdesk")
@click.argument("spec")
@click.option(
    "--into",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write; prototypes/NAME if left out.",
)
@_options.workspace
@_options.as_json
def command(spec: str, into: Path | None, workspace: Path, as_json: bool) -> None:
    """Write a prototype's folder: app.py, README, a script a task.

    SPEC is a file, its folder, or a prototype's name. Files that were edited are kept.
    """
    from toolkit.loader import load
    from toolkit.services.load import load_prototype
    from toolkit.services.scaffold import scaffold
    from toolkit.services.workspace import Workspace

    place = Workspace(workspace)
    prototype = load_prototype(place.find_prototype(spec), load(workspace))
    done = scaffold(prototype, place, into=into)
    rows = {
        "written": done.written,
        "same": done.same,
        "kept": done.kept,
        "removed": done.removed,
        "without": done.without,
    }
    if as_json:
        click.echo(json.dumps({"folder": str(done.folder), **rows}, indent=2))
        return
    click.echo(str(done.folder))
    words = {"written": "written", "same": "unchanged", "kept": "kept, for it was edited", "removed": "removed"}
    words["without"] = "no script, for there is no way to do this task (see showtell check)"
    for what, names in rows.items():
        for name in names:
            click.echo(f"  {name}: {words[what]}")
