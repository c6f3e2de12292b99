"""`showtell new`: a spec to edit."""

from pathlib import Path

import click

from toolkit.cli import _options


@click.command(epilog='Example: showtell new meters "an app to report broken meters"')
@click.argument("name")
@click.argument("wish", default="")
@click.option(
    "--workspace",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    help="The folder to work in; this one if left out.",
)
def command(name: str, wish: str, workspace: Path) -> None:
    """Begin a spec, and ask what the one-line WISH leaves open."""
    from toolkit.services.new import begin

    begun = begin(name, wish=wish, into=workspace)
    click.echo(f"Wrote {begun.path}\n")
    click.echo("What is still open (the questions stand in the file, too):")
    for question in begun.questions:
        click.echo(f"  - {question}")
    where, there = begun.path.parent.name, _options.beside(workspace)
    click.echo(f"\nNext: showtell check {where}{there}   what is wrong, and what was assumed")
    click.echo(f"      showtell serve {where}{there}   click through it")
