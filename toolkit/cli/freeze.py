"""`showtell freeze`: keep what was shown."""

import json
from pathlib import Path

import click

from toolkit.cli import _options


@click.command(epilog="Example: showtell freeze helpdesk sprint-3")
@click.argument("prototype")
@click.argument("name")
@click.option("--force", is_flag=True, help="Write over a frozen version of this name.")
@_options.workspace
@_options.as_json
def command(prototype: str, name: str, force: bool, workspace: Path, as_json: bool) -> None:
    """Keep what is shown today, with its data.

    The spec, the rows and what made them go into prototypes/PROTOTYPE/frozen/NAME, as files to be put into git.
    `showtell serve` shows it as PROTOTYPE@NAME, and `showtell changes` says what is different since.
    """
    from toolkit.loader import load
    from toolkit.services.freeze import freeze
    from toolkit.services.load import load_prototype
    from toolkit.services.workspace import Workspace

    place = Workspace(workspace)
    loaded = load_prototype(place.find_prototype(prototype), load(workspace))
    folder, manifest = freeze(loaded, name, place, force=force)
    if as_json:
        said: dict[str, object] = {"folder": str(folder), "prototype": manifest.address, "frozen": manifest.frozen}
        said |= {"toolkit": manifest.toolkit, "data": manifest.data, "files": dict(manifest.files)}
        click.echo(json.dumps(said, indent=2))
        return
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1_000
    rows = _options.counted(sum(map(len, loaded.dataset.tables.values())), "row")
    click.echo(f"{_options.near(folder)}: spec and {rows}, {size:.0f} kB")
    there = _options.beside(workspace)
    calls = f"showtell serve {loaded.name}{there}", f"showtell changes {loaded.name} {name}{there}"
    width = max(map(len, calls))
    click.echo(f"Next: {calls[0]:{width}}   shows it at /p/{manifest.address}")
    click.echo(f"      {calls[1]:{width}}   what is different since")
