"""`showtell data`: the made-up rows of a prototype, for other tools."""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from toolkit.cli import _options
from toolkit.cli._counting import counting
from toolkit.cli._learning import learn

if TYPE_CHECKING:
    from toolkit.loader import Plugins
    from toolkit.ports.exporter import Exporter, Piece


class Data(click.Command):
    """The command itself, and `learn` as one of its own; a prototype that is called so cannot be asked for."""

    besides: Mapping[str, click.Command] = {learn.name or "": learn}

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Go on with the command of its own that is named first, if one is."""
        own = self.besides.get(args[0]) if args else None
        if own is None:
            return super().make_context(info_name, args, parent, **extra)
        return own.make_context(f"{info_name} {own.name}", args[1:], parent, **extra)


@click.command(cls=Data, epilog="Example: showtell data helpdesk --entity Ticket --format csv")
@click.argument("prototype")
@click.option("--entity", default="", metavar="NAME", help="The rows of this entity only.")
@click.option("--rows", type=click.IntRange(min=0), metavar="N", help="So many rows, of the entity named or of each.")
@click.option(
    "--format",
    "form",
    default="",
    metavar="NAME",
    help="csv, json, parquet, sql, or what a plugin brings; else as --output ends.",
)
@click.option("--output", type=click.Path(path_type=Path), default="-", help="A file, or a folder for a file each.")
@click.option("--explain", is_flag=True, help="What each field was taken to be about, and why.")
@_options.nasty
@_options.workspace
@_options.as_json
def command(
    prototype: str,
    entity: str,
    rows: int | None,
    form: str,
    output: Path,
    explain: bool,
    nasty: bool,
    workspace: Path,
    as_json: bool,
) -> None:
    """Print the made-up rows of a prototype, the same each time.

    JSON is printed of the files where some are written, or, with --explain, of what fields are about.
    `showtell data learn FILE ENTITY` goes the other way: from somebody's own rows to lines of a spec.
    """
    from toolkit.loader import load
    from toolkit.services.rows_out import Wanted, export_of, exporter_for, write_out
    from toolkit.services.workspace import find_prototype

    plugins = load(workspace)
    if explain:
        _explain(find_prototype(prototype, workspace), plugins, entity, as_json=as_json)
        return
    exporter = exporter_for(plugins.exporters, form, output)
    with counting("rows written", before="Making the rows ...") as one:
        wanted = Wanted(entity, rows, at_once=nasty)
        export = export_of(find_prototype(prototype, workspace), plugins, wanted, told=one)
        export = export.turned_nasty(plugins.field_types) if nasty else export
        if str(output) == "-":
            _print(export.pieces(exporter, entity), exporter)
            return
        written = list(write_out(export, exporter, output, entity))
    if as_json:
        files = [{"file": str(one.path), "entity": one.entity or None, "bytes": one.bytes} for one in written]
        click.echo(json.dumps({"made_up": True, "files": files}, indent=2, ensure_ascii=False))
    else:
        for file in written:
            click.echo(str(file.path), err=True)


def _explain(spec: Path, plugins: "Plugins", entity: str, *, as_json: bool) -> None:
    """Print what the fields of one entity, or of all, were taken to be about."""
    from toolkit.cli._explaining import print_explained
    from toolkit.services.explain import explained
    from toolkit.services.export import Export
    from toolkit.services.load import load_prototype

    loaded = load_prototype(spec, plugins)
    named = Export(loaded.solution, loaded.dataset).named(entity) if entity else ""
    print_explained(list(explained(loaded.solution, loaded.dataset, named)), as_json=as_json)


def _print(pieces: "Iterable[Piece]", exporter: "Exporter") -> None:
    """Print piece by piece, as it is: no ends of lines are changed."""
    if exporter.binary and sys.stdout.isatty():
        raise click.UsageError(f"{exporter.name} is not for terminals: say --output FILE.{exporter.suffix}")
    for piece in pieces:
        click.echo(piece, nl=False)
