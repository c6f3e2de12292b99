"""`showtell new`: a spec to edit."""

from pathlib import Path

import click


@click.command(epilog='Example: showtell new meters "an app for field staff to report broken meters"')
@click.argument("name")
@click.argument("wish", default="")
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), default=".", help="The workspace's folder.")
def command(name: str, wish: str, into: Path) -> None:
    """Write a spec to edit, and ask what the one-line WISH leaves open."""
    from toolkit.services.new import begin

    begun = begin(name, wish=wish, into=into)
    click.echo(f"Wrote {begun.path}\n")
    click.echo("What is still open (the questions stand in the file, too):")
    for question in begun.questions:
        click.echo(f"  - {question}")
    where = begun.path.parent.name
    click.echo(f"\nNext: showtell check {where}   what is wrong, and what was assumed")
    click.echo(f"      showtell serve {where}   click through it")
