"""`showtell uneject`: let the spec draw a screen again."""

from pathlib import Path

import click

from toolkit.cli import _options


@click.command(epilog="Example: showtell uneject helpdesk Queue")
@click.argument("prototype")
@click.argument("screen")
@click.option(
    "--option", default="", metavar="OPTION", help="The option whose screen it is, if it is one option's own."
)
@click.option("--force", is_flag=True, help="Do it even if the file was edited; a copy is kept.")
@_options.workspace
def command(prototype: str, screen: str, option: str, force: bool, workspace: Path) -> None:
    """Let the spec draw a screen again that was ejected."""
    from toolkit.loader import load
    from toolkit.services.eject import Ejection
    from toolkit.services.load import load_prototype
    from toolkit.services.workspace import Workspace

    place = Workspace(workspace)
    found = load_prototype(place.find_prototype(prototype), load(workspace))
    ejection = Ejection.of(found, place, screen, option)
    kept = ejection.take_back(force=force)
    click.echo(f"'{ejection.screen.name}' is drawn by the spec again")
    if kept:
        click.echo(f"{kept.name}: what the file was")
