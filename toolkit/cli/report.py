"""`showtell report`: everything about a prototype in one HTML file."""

from pathlib import Path

import click

from toolkit.cli import _options


@click.command(epilog="Example: showtell report helpdesk --output helpdesk.html")
@click.argument("prototype")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file; beside the spec if left out."
)
@_options.workspace
def command(prototype: str, output: Path | None, workspace: Path) -> None:
    """Write all that is known about a prototype into an HTML file.

    It opens anywhere, without a network.
    """
    from toolkit.loader import load
    from toolkit.services.book import open_book
    from toolkit.services.load import load_prototype
    from toolkit.services.report import report
    from toolkit.services.workspace import Workspace

    place, plugins = Workspace(workspace), load(workspace)
    loaded = load_prototype(place.find_prototype(prototype), plugins)
    written = report(place, loaded, book=open_book(place.runtime_dir), plugins=plugins, output=output)
    click.echo(str(_options.near(written)))
