"""`showtell data`: the made-up rows of a prototype, for other tools."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli import _options
from toolkit.domain.values import slug
from toolkit.errors import ToolkitError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.ports.exporter import Exporter


@click.command(epilog="Example: showtell data helpdesk --entity Ticket --format csv")
@click.argument("prototype")
@click.option("--entity", default="", metavar="NAME", help="The rows of this entity only.")
@click.option("--rows", type=click.IntRange(min=0), metavar="N", help="So many rows, of the entity named or of each.")
@click.option(
    "--format", "form", default="", metavar="NAME", help="csv, json, or what a plugin brings; else as --output ends."
)
@click.option("--output", type=click.Path(path_type=Path), default="-", help="A file, or a folder for a file each.")
@_options.nasty
@_options.workspace
def command(
    prototype: str, entity: str, rows: int | None, form: str, output: Path, nasty: bool, workspace: Path
) -> None:
    """Print the made-up rows of a prototype, the same each time."""
    from toolkit.data import make
    from toolkit.data.nasty import nasty as turned_nasty
    from toolkit.loader import load
    from toolkit.services.export import Export
    from toolkit.services.load import load_prototype
    from toolkit.services.workspace import find_prototype

    plugins = load(workspace)
    exporter = _exporter(plugins.exporters, form or output.suffix.removeprefix(".") or "json")
    loaded = load_prototype(find_prototype(prototype, workspace), plugins, nasty=nasty)
    export = Export(loaded.solution, loaded.dataset)
    names = [export.named(entity)] if entity else list(export.entities)
    if rows is not None:
        made = make(loaded.solution, plugins.field_types, rows=dict.fromkeys(names, rows))
        made = turned_nasty(loaded.solution, plugins.field_types, made) if nasty else made
        export = Export(loaded.solution, made)
    if str(output) == "-":
        for piece in export.pieces(exporter, entity):
            click.echo(piece, nl=False)
    elif output.is_dir() or (exporter.single and not output.suffix):
        for name in names:
            _write(output / f"{slug(name)}.{exporter.suffix}", export.pieces(exporter, name))
    else:
        _write(output, export.pieces(exporter, entity))


def _exporter(known: "Mapping[str, Exporter]", name: str) -> "Exporter":
    """Return the exporter of a format. Raises ToolkitError naming the formats there are."""
    if name not in known:
        raise ToolkitError(
            f"there is no format '{name}'", where="--format", fix=f"use one of: {', '.join(sorted(known))}"
        )
    return known[name]


def _write(path: Path, pieces: "Iterator[str]") -> None:
    """Write one file and say so; its folder is made where there is none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
    except OSError as error:
        fix = "choose a place that you may write to"
        raise ToolkitError(f"the rows cannot be written: {error.strerror}", where=str(path), fix=fix) from error
    click.echo(str(path), err=True)
