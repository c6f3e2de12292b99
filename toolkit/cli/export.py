"""`showtell export`: a prototype in one HTML file."""

from pathlib import Path

import click

from toolkit.cli import _options


@click.command(epilog="Example: showtell export rebooking --output rebooking.html")
@click.argument("prototype")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file; beside the spec if left out."
)
@click.option("--language", default="", help="One that the spec offers; its own if left out.")
@_options.nasty
@_options.workspace
def command(prototype: str, output: Path | None, language: str, nasty: bool, workspace: Path) -> None:
    """Write a prototype into an HTML file to click through.

    It opens from a mail, without a server and without a network, and says what it cannot do.
    """
    from toolkit.loader import load
    from toolkit.services.load import load_prototype
    from toolkit.services.offline import write_copy
    from toolkit.services.workspace import Workspace

    place = Workspace(workspace)
    loaded = load_prototype(place.find_prototype(prototype), load(workspace), nasty=nasty)
    if nasty and output is None:  # the copy that is mailed stays what it is
        output = place.root / "prototypes" / loaded.name / "copy-nasty.html"
    with click.progressbar(length=1, label="Exploring", show_eta=False) as bar:

        def progress(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        written = write_copy(place, loaded, output=output, progress=progress, language=language)
    size = written.stat().st_size / 1_000_000
    click.echo(f"{_options.near(written)}, {size:.1f} MB")
