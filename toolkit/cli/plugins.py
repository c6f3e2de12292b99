"""`showtell plugins`: what is loaded, and from where."""

import json
from pathlib import Path

import click

from toolkit.cli import _options


@click.command(epilog="Example: showtell plugins --json")
@_options.workspace
@_options.as_json
def command(workspace: Path, as_json: bool) -> None:
    """List what is loaded: bundled, installed, the workspace's own."""
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
