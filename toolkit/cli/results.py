"""`showtell results`: what came of a prototype's study so far."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli import _options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.domain.results import Results


@click.command(epilog="Example: showtell results helpdesk --json")
@click.argument("prototype")
@click.option("--study", default="", metavar="ID", help="A study's id; the one registered last if left out.")
@_options.workspace
@_options.as_json
def command(prototype: str, study: str, workspace: Path, as_json: bool) -> None:
    """Print the verdicts and measurements of a prototype's study."""
    from toolkit.loader import load
    from toolkit.ports.wire import plain
    from toolkit.services.book import open_book
    from toolkit.services.results import results
    from toolkit.services.workspace import Workspace, name_of

    place = Workspace(workspace)
    name = name_of(place.find_prototype(prototype))
    found = results(open_book(place.runtime_dir), name, load(workspace).metrics, study=study)
    click.echo(json.dumps(plain(found), indent=2, ensure_ascii=False) if as_json else "\n".join(_lines(found)))


def _lines(results: "Results") -> "Iterator[str]":
    people = results.people
    yield f"{results.study}: {people.asked} of {people.planned} people took part, {people.finished} to the end"
    for judged in results.verdicts:
        yield f"\n{judged.verdict.outcome:<10} {judged.goal} ({judged.text}) on {judged.option}"
        yield f"           {judged.verdict.sentence}"
        if judged.verdict.outlook:
            yield f"           {judged.verdict.outlook}"
    for task in results.tasks:
        yield f"\n{task.task} on {task.option}"
        if task.robots.tried:
            yield f"  {'robots':<10} {task.robots.reached} of {task.robots.tried} could do it"
        yield from (f"  {name:<10} {measured.text}" for name, measured in task.measurements.items())
    for option in results.options:
        yield f"\n{option.option} as a whole"
        yield from (f"  {name:<10} {measured.text}" for name, measured in option.measurements.items())
