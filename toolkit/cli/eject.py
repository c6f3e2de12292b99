"""`showtell eject`: one screen as Python to edit."""

from pathlib import Path

import click

from toolkit.cli import _options


@click.command(epilog="Example: showtell eject helpdesk Queue")
@click.argument("prototype")
@click.argument("screen")
@click.option(
    "--option", default="", metavar="OPTION", help="The option whose screen it is, if it is one option's own."
)
@click.option("--diff", "compare", is_flag=True, help="Only show what a fresh file would have otherwise.")
@click.option("--keep", is_flag=True, help="Leave the file as it is, and note that it is right for the spec of today.")
@click.option("--force", is_flag=True, help="Write it anew even if it was edited; a copy is kept.")
@_options.workspace
def command(prototype: str, screen: str, option: str, compare: bool, keep: bool, force: bool, workspace: Path) -> None:
    """Write one screen as Python to edit.

    The file lies in prototypes/NAME/screens/ and draws the screen from then on, as the spec does until you change it.
    `showtell check` says when the spec has moved past it, and `showtell uneject` goes back.
    """
    from toolkit.loader import load
    from toolkit.services.eject import Ejection
    from toolkit.services.load import load_prototype
    from toolkit.services.workspace import Workspace

    place = Workspace(workspace)
    found = load_prototype(place.find_prototype(prototype), load(workspace))
    ejection = Ejection.of(found, place, screen, option)
    if compare:
        click.echo(ejection.difference() or "A fresh file would be the same.")
    elif keep:
        ejection.keep()
        click.echo(f"{ejection.name}: noted that it is right for the spec of today")
    else:
        kept = ejection.write(force=force)
        click.echo(f"{ejection.name}: this file draws '{ejection.screen.name}' from now on")
        if kept:
            click.echo(f"{kept.name}: what it was before")
