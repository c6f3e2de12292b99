"""`showtell results`: what came of a prototype's study so far."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli import _options

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.domain.measurement import Measurement
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
        tried = {"robots": f"{task.robots.reached} of {task.robots.tried} could do it"} if task.robots.tried else {}
        measured = _texts(task.measurements) if people.asked else {}
        yield from _block(f"{task.task} on {task.option}", tried | measured)
    for option in results.options:
        yield from _block(f"{option.option} as a whole", _texts(option.measurements) if people.asked else {})


def _texts(measurements: "Mapping[str, Measurement]") -> dict[str, str]:
    return {name: measured.text for name, measured in measurements.items()}


def _block(title: str, texts: dict[str, str]) -> "Iterator[str]":
    """Yield a title with its lines; nothing if there are none."""
    if texts:
        yield f"\n{title}"
        yield from (f"  {name:<10} {text}" for name, text in texts.items())
