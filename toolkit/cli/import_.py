"""`showtell import`: a spec from what there is already."""

import json
from pathlib import Path

import click

from toolkit.cli import _options

MOST = 12
"""So many things that were left out are printed; all of them stand in the spec."""


@click.command(epilog="Example: showtell import schema.sql shop")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("name", default="")
@click.option("--as", "kind", default="", metavar="IMPORTER", help="What the file is, if that cannot be told from it.")
@_options.workspace
@_options.as_json
def command(file: Path, name: str, kind: str, workspace: Path, as_json: bool) -> None:
    """Write a spec from a schema, an API, a diagram or a table.

    NAME is the prototype's; the file's name if left out. What a spec cannot say is noted in it.
    """
    from toolkit.loader import load
    from toolkit.services.importing import import_file

    done = import_file(file, load(workspace), into=workspace, name=name, kind=kind)
    if as_json:
        plain = {"path": str(done.path), "importer": done.importer, "entities": done.entities, "lost": done.lost}
        click.echo(json.dumps(plain, indent=2, ensure_ascii=False))
        return
    click.echo(f"Wrote {_options.near(done.path)} as {done.importer}: {', '.join(done.entities)}")
    if done.lost:
        click.echo("\nLeft out, and noted in the spec:")
        for text in done.lost[:MOST]:
            click.echo(f"  - {text}")
        if len(done.lost) > MOST:
            click.echo(f"  - and {len(done.lost) - MOST} more")
    where, there = done.path.parent.name, _options.beside(workspace)
    click.echo(f"\nNext: showtell check {where}{there}   what is wrong, and what was assumed")
    click.echo(f"      showtell serve {where}{there}   click through it")
