"""`showtell changes`: what changed since a version was frozen."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli import _options

if TYPE_CHECKING:
    from toolkit.services.changes import Compared

_SIGNS = {"new": "+", "gone": "-", "changed": "~"}


@click.command(epilog="Example: showtell changes helpdesk")
@click.argument("prototype")
@click.argument("name", default="")
@click.argument("other", default="")
@_options.workspace
@_options.as_json
def command(prototype: str, name: str, other: str, workspace: Path, as_json: bool) -> None:
    """Say in words what changed since a version was frozen.

    NAME is the frozen version, the last one if left out; with OTHER it is compared with that one, else with today's.
    """
    from toolkit.loader import load
    from toolkit.services.changes import compare_versions
    from toolkit.services.workspace import Workspace

    place = Workspace(workspace)
    found = compare_versions(place, load(workspace), place.find_prototype(prototype), names=(name, other))
    if as_json:
        click.echo(json.dumps(_json(found), indent=2, ensure_ascii=False))
        return
    click.echo(f"{found.prototype}: {_options.counted(found.count, 'change')} from {found.then} to {found.now}")
    for chapter in found.chapters:
        click.echo(f"\n{chapter.title}")
        for change in chapter.changes:
            only = f" (only in: {', '.join(change.options)})" if change.options else ""
            click.echo(f"  {_SIGNS[change.kind]} {change.text}{only}")
            if change.before or change.after:
                click.echo(f"      before: {change.before}\n      now:    {change.after}")
    for note in found.notes:
        click.echo(f"\n{note}")


def _json(found: "Compared") -> dict[str, object]:
    return {
        "prototype": found.prototype,
        "from": found.then,
        "to": found.now,
        "chapters": [asdict(chapter) for chapter in found.chapters],
        "notes": found.notes,
    }
