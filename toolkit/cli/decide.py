"""`showtell decide`: write or refresh the decision record and its evidence."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import click

from toolkit.cli import _options


def _day(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """Return a date as records write it; today's if none is said. Raises BadParameter."""
    try:
        return (date.fromisoformat(value) if value else datetime.now(UTC).date()).isoformat()
    except ValueError:
        raise click.BadParameter(f"'{value}' is no date like 2026-03-02", context, parameter) from None


@click.command(epilog="Example: showtell decide helpdesk --choose late-first --decider 'Joan Ellis'")
@click.argument("prototype")
@click.option("--choose", "option", default="", metavar="OPTION", help="The option that is put forward or chosen.")
@click.option("--decider", "deciders", multiple=True, metavar="NAME", help="Who decides; may be given again.")
@click.option("--status", default="", metavar="STATUS", help="proposed, accepted, rejected, deprecated or superseded.")
@click.option(
    "--date",
    "day",
    callback=_day,
    default="",
    metavar="YYYY-MM-DD",
    help="The date of the record; today if left out.",
)
@_options.workspace
@_options.as_json
def command(
    prototype: str,
    option: str,
    deciders: tuple[str, ...],
    status: str,
    day: str,
    workspace: Path,
    as_json: bool,
) -> None:
    """Write or refresh a decision record, with the evidence so far.

    What people wrote outside of the record's marks stays as it is.
    """
    from toolkit.domain.decision import Said
    from toolkit.domain.madr import read_record
    from toolkit.loader import load
    from toolkit.services.book import open_book
    from toolkit.services.decide import decide
    from toolkit.services.load import load_prototype
    from toolkit.services.workspace import Workspace

    place, plugins = Workspace(workspace), load(workspace)
    loaded = load_prototype(place.find_prototype(prototype), plugins)
    said = Said(day, option, deciders, status)
    path = decide(place, loaded, book=open_book(place.runtime_dir), plugins=plugins, said=said)
    record = read_record(path.read_text(encoding="utf-8"), where=str(path))
    bundle = path.parent / record.field("bundle")
    if as_json:
        shown = {"record": str(path), "status": record.status, "chosen": record.field("chosen")}
        click.echo(
            json.dumps(shown | {"evidence": record.field("evidence"), "bundle": str(bundle.resolve())}, indent=2)
        )
        return
    click.echo(f"record    {path} ({record.status})")
    click.echo(f"evidence  {record.field('evidence')[:19]}… in {_options.near(bundle).parent}")
    click.echo(f"\nCheck it with: showtell verify {path}")
