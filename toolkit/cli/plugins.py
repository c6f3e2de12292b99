"""`showtell plugins`: what is loaded, and from where."""

import json
from pathlib import Path

import click


@click.command(epilog="Example: showtell plugins --json")
@click.option("--workspace", type=click.Path(path_type=Path, file_okay=False), default=".", help="Where to look.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(workspace: Path, as_json: bool) -> None:
    """List plugins: bundled, installed, and those of the workspace."""
    from toolkit.loader import load

    sources = load(workspace).sources
    if as_json:
        rows = [{"name": s.name, "origin": s.origin, "path": s.path, "brings": dict(s.brings)} for s in sources]
        click.echo(json.dumps(rows, indent=2))
        return
    for source in sources:
        things = (f"{kind.replace('_', ' ')}: {', '.join(names)}" for kind, names in source.brings.items() if names)
        brings = "; ".join(things)
        click.echo(f"{source.name:<20} {source.origin:<10} {brings}")
