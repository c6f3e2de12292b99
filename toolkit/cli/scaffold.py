"""`showtell scaffold`: write a prototype's folder, which is the architect's from then on."""

import json
from pathlib import Path

import click


@click.command(epilog="Example: showtell scaffold helpdesk")
@click.argument("spec")
@click.option(
    "--into", type=click.Path(path_type=Path, file_okay=False), help="The folder (prototypes/NAME if left out)."
)
@click.option("--workspace", type=click.Path(path_type=Path, file_okay=False), default=".", help="Where to look.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(spec: str, into: Path | None, workspace: Path, as_json: bool) -> None:
    """Write app.py, README and a script for each task of SPEC (a file, a folder or a name); edited files are kept."""
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
