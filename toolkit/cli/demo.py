"""`showtell demo`: the whole loop on a bundled example."""

import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli import _options
from toolkit.cli._stopping import saying_so

if TYPE_CHECKING:
    from toolkit.browser.trying import Trial
    from toolkit.browser.walking import Walked
    from toolkit.domain.results import People
    from toolkit.loader import Plugins
    from toolkit.services.load import Prototype
    from toolkit.services.workspace import Workspace

EXAMPLE = "helpdesk"
PORT = 8080


@click.command(epilog="Example: showtell demo --no-serve")
@click.option(
    "--into",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    default="showtell-demo",
    show_default=True,
    help="The folder to work in.",
)
@click.option("--serve/--no-serve", default=True, help="Whether to serve stage and studio at the end.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    help=f"Where to serve; {PORT} or a free one if left out.",
)
def command(into: Path, serve: bool, port: int | None) -> None:
    """Run the whole loop on the bundled help desk, then serve it."""
    from toolkit.loader import load
    from toolkit.services.workspace import Workspace

    into.mkdir(parents=True, exist_ok=True)
    workspace, plugins = Workspace(into), load(into)
    prototype = _prepare(workspace, plugins)
    trial = _try(workspace)
    people, record, report = _judge(workspace, prototype, plugins)
    with _step("verify"):
        _verify(workspace, record, plugins)
    _summary(trial, people, record=record, report=report)
    if serve:
        _serve(workspace, _port() if port is None else port)
    else:
        click.echo(f"\nServe it with: showtell serve{_options.beside(into)}")


@contextmanager
def _step(name: str) -> Iterator[None]:
    """Say what is being done; what it came to is said inside."""
    start = time.perf_counter()
    click.echo(f"{name:<10}", nl=False)
    try:
        yield
    except Exception:
        click.echo()  # what went wrong is said on a line of its own
        raise
    click.echo(click.style(f"  {time.perf_counter() - start:.1f} s", dim=True))


def _prepare(workspace: "Workspace", plugins: "Plugins") -> "Prototype":
    """Check the bundled spec, scaffold it, make its data."""
    from toolkit.places import bundled
    from toolkit.services.check import check
    from toolkit.services.load import BrokenSpecError, load_prototype
    from toolkit.services.scaffold import scaffold

    mine = workspace.root / "prototypes" / EXAMPLE / "spec.yaml"
    path = mine if mine.exists() else bundled("prototypes") / EXAMPLE / "spec.yaml"
    with _step("check"):
        checked = check(path, plugins)
        if checked.failed:
            raise BrokenSpecError(path, checked.findings)
        lines, findings = len(path.read_bytes().splitlines()), _options.counted(len(checked.findings), "finding")
        click.echo(f"{lines} lines, {findings}, {checked.views} screens drawn", nl=False)
    with _step("scaffold"):
        written = scaffold(load_prototype(path, plugins), workspace)
        new, same, kept = _options.counted(len(written.written), "file"), len(written.same), len(written.kept)
        click.echo(f"{new} written, {same} as they were, {kept} kept as edited", nl=False)
    with _step("data"):
        prototype = load_prototype(mine, plugins)
        rows = {name: len(table) for name, table in prototype.dataset.tables.items()}
        click.echo(", ".join(f"{count} {name.lower()}s" for name, count in rows.items()), nl=False)
    return prototype


def _try(workspace: "Workspace") -> "Trial":
    """Let robots walk every task on both options, at phone and desktop size."""
    from toolkit.browser.trying import Wish, try_out
    from toolkit.cli.try_ import line
    from toolkit.web.running import running
    from toolkit.web.settings import Settings

    count = 0

    def progress(walked: "Walked", of: int) -> None:
        nonlocal count
        count += 1
        click.echo(f"  [{count:>2}/{of}] {line(walked)}")

    click.echo("try       robots walk every task on every option, phone and desktop")
    server = running(Settings(workspace.root, (EXAMPLE,), port=0))
    with saying_so():
        trial = try_out(workspace, EXAMPLE, Wish(), serving=server, progress=progress)
    if trial.interrupted:
        raise click.Abort
    return trial


def _judge(workspace: "Workspace", prototype: "Prototype", plugins: "Plugins") -> "tuple[People, Path, Path]":
    """Judge the goals, write the record with its evidence, and the report."""
    from toolkit.domain.decision import Said
    from toolkit.services.book import open_book
    from toolkit.services.decide import decide
    from toolkit.services.report import report
    from toolkit.services.results import results

    book = open_book(workspace.runtime_dir)
    try:
        with _step("results"):
            judged = results(book, prototype.name, plugins.metrics)
            click.echo(f"{len(judged.verdicts)} verdicts on {len(prototype.solution.goals)} goals", nl=False)
        with _step("decide"):
            said = Said(datetime.now(UTC).date().isoformat(), "", (), "")
            record = decide(workspace, prototype, book=book, plugins=plugins, said=said)
            click.echo(str(_options.near(record)), nl=False)
        with _step("report"):
            page = report(workspace, prototype, book=book, plugins=plugins, output=None)
            click.echo(str(_options.near(page)), nl=False)
    finally:
        book.store.close()
    return judged.people, record, page


def _verify(workspace: "Workspace", record: Path, plugins: "Plugins") -> None:
    """Check the record as anybody could."""
    from toolkit.services.verify import verify

    found = verify(record, workspace=workspace, plugins=plugins, store=None)
    problems = _options.counted(len(found.problems), "problem")
    click.echo(f"{len(found.held)} claims hold, {problems}", nl=False)


def _summary(trial: "Trial", people: "People", *, record: Path, report: Path) -> None:
    from toolkit.domain.evidence import worst_first

    reached = len(trial.walks) - len(trial.failed)
    met = _options.counted(len(worst_first(trial.sightings)), "problem")
    click.echo(f"\nRobots could do {reached} of {len(trial.walks)} walks and met {met}.")
    if people.asked:
        click.echo(f"{people.asked} of {people.planned} people took part; the report says what they could do.\n")
    else:
        click.echo("What people can do is not known yet: nobody has been asked.\n")
    click.echo(f"decision  {_options.near(record)}\nreport    {_options.near(report)}")


def _port() -> int:
    """Return the usual port, or 0 if somebody has it: a demo is not to fail at its very end."""
    with socket.socket() as asked:
        return PORT if asked.connect_ex(("127.0.0.1", PORT)) else 0


def _serve(workspace: "Workspace", port: int) -> None:
    from toolkit.web.server import serve
    from toolkit.web.settings import Settings

    def ready(url: str) -> None:
        click.echo(f"\nstage     {url}\nstudio    {url}/studio/{EXAMPLE}  (links and QR codes for people are there)")
        click.echo("Stop with Ctrl+C.")

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # being told to stop is no failure
    serve(Settings(workspace.root, (), port=port), ready=ready)
