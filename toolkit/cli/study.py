"""`showtell study`: register the plan of a study and make links for the people who take part."""

import json
from pathlib import Path

import click

from toolkit.cli import _options


@click.command(epilog="Example: showtell study helpdesk --people 8")
@click.argument("prototype")
@click.option(
    "--people",
    type=click.IntRange(1, 1000),
    default=None,
    metavar="N",
    help="How many are asked (the spec says, else 8).",
)
@click.option(
    "--label", "labels", multiple=True, metavar="NAME", help="A name for a link, yours only to see; may be given again."
)
@click.option(
    "--base-url",
    callback=_options.url,
    metavar="URL",
    default="http://127.0.0.1:8080",
    show_default=True,
    help="Where the stage is served.",
)
@_options.workspace
@_options.as_json
def command(
    prototype: str, people: int | None, labels: tuple[str, ...], base_url: str, workspace: Path, as_json: bool
) -> None:
    """Register a study, and list a link for each person.

    The study is what the spec says now. An unchanged spec is the same study, and the same links
    are listed again; a changed one is a new version.
    """
    from toolkit.loader import load
    from toolkit.services.book import open_book
    from toolkit.services.invite import invitations, invite
    from toolkit.services.load import load_prototype
    from toolkit.services.plan import plan_again
    from toolkit.services.register import register
    from toolkit.services.workspace import Workspace

    place = Workspace(workspace)
    loaded = load_prototype(place.find_prototype(prototype), load(workspace))
    book = open_book(place.runtime_dir)
    study = register(book, plan_again(book, loaded, people=people or 0))
    missing = max(study.people - len(invitations(book, study)), len(labels))
    if missing > 0:
        invite(book, study, people=missing, labels=labels)
    links = [(i.session, f"{base_url}/s/{i.token}") for i in invitations(book, study)]
    if as_json:
        rows = [{"session": s.id, "number": s.number, "label": s.label, "link": link} for s, link in links]
        click.echo(json.dumps({"study": study.id, "fingerprint": study.fingerprint, "links": rows}, indent=2))
        return
    click.echo(f"Study {study.id}: {study.people} people, {len(study.options)} options, {len(study.tasks)} tasks each")
    click.echo(f"registered {study.registered}, fingerprint {study.fingerprint[:12]}\n")
    for session, link in links:
        click.echo(f"{session.number:>3}  {session.label or 'no name':<16} {link}")
    click.echo(f"\nServe it with: showtell serve {prototype}{_options.beside(workspace)}")
