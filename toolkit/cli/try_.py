"""`showtell try`: robots walk every task and look at every screen they meet."""

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from toolkit.cli import _options
from toolkit.cli._stopping import saying_so

if TYPE_CHECKING:
    from toolkit.browser.trying import Trial
    from toolkit.browser.walking import Walked

MOST = 12
"""So many findings are printed; all of them are kept."""


@click.command(epilog="Example: showtell try helpdesk --device phone")
@click.argument("prototype")
@click.option(
    "--device", "devices", multiple=True, metavar="NAME", help="phone, tablet or desktop; may be given again."
)
@click.option("--option", "options", multiple=True, metavar="NAME", help="Only this option; may be given again.")
@click.option("--task", "tasks", multiple=True, metavar="NAME", help="Only this task; may be given again.")
@click.option(
    "--base-url",
    callback=_options.url,
    default="",
    metavar="URL",
    help="Where the prototype is being served; a server is started if left out.",
)
@_options.workspace
@_options.as_json
def command(
    prototype: str,
    devices: tuple[str, ...],
    options: tuple[str, ...],
    tasks: tuple[str, ...],
    base_url: str,
    workspace: Path,
    as_json: bool,
) -> None:
    """Let robots walk every task and look at every screen.

    Exit 1 if a task cannot be done.
    """
    from toolkit.browser.trying import DEVICES, Wish, try_out
    from toolkit.services.workspace import Workspace
    from toolkit.web.running import running
    from toolkit.web.settings import Settings

    done = 0

    def progress(walked: "Walked", of: int) -> None:
        nonlocal done
        done += 1
        click.echo(f"[{done}/{of}] {line(walked)}", err=as_json)

    wish = Wish(devices or DEVICES, options, tasks)
    server = nullcontext(base_url) if base_url else running(Settings(workspace, (prototype,), port=0))
    with saying_so():
        trial = try_out(Workspace(workspace), prototype, wish, serving=server, progress=progress)
    if as_json:
        click.echo(json.dumps(_plain(trial), indent=2, ensure_ascii=False))
    else:
        _print(trial)
    if trial.interrupted:
        raise click.Abort
    sys.exit(1 if trial.failed else 0)


def line(walked: "Walked") -> str:
    """Return what came of one walk in a line."""
    name = f"{walked.task} on {walked.option}, {walked.device}"
    if not walked.reached:
        return f"{'broke off' if walked.broke_off else 'cannot be done'}: {name}: {walked.reason}"
    actions, screens = _options.counted(walked.actions, "action"), _options.counted(walked.needed, "screen")
    return f"done: {name}: {actions}, {screens}, {walked.seconds:.1f} s"


def _print(trial: "Trial") -> None:
    from toolkit.domain.evidence import worst_first

    groups = worst_first(trial.sightings)
    for finding, seen in groups[:MOST]:
        places = sorted({f"{s.finding.screen or '-'} ({s.option}, {s.device})" for s in seen})
        said = f"{finding.rule}, severity {finding.severity}: {finding.message}"
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        click.echo(f"\n{said}\nwhere: {finding.element or finding.name or finding.role} on {places[0]}{more}")
        if finding.fix:
            click.echo(f"  fix: {finding.fix}")
    if len(groups) > MOST:
        click.echo(f"\n... and {len(groups) - MOST} more findings")
    if trial.interrupted:
        click.echo(f"\ninterrupted: {_options.counted(trial.planned - len(trial.walks), 'walk')} not done")
    reached, found = len(trial.walks) - len(trial.failed), _options.counted(len(groups), "finding")
    click.echo(f"\n{reached} of {trial.planned} walks done, {found}: {_options.near(trial.folder)}")


def _plain(trial: "Trial") -> dict[str, Any]:
    """Return a trial as plain JSON."""
    from toolkit.domain.evidence import worst_first
    from toolkit.ports.wire import plain

    findings = [
        {
            **plain(finding),
            "seen_on": [
                {"option": s.option, "device": s.device, "screen": s.finding.screen, "picture": s.picture} for s in seen
            ],
        }
        for finding, seen in worst_first(trial.sightings)
    ]
    return {
        "walks": [plain(walk) for walk in trial.walks],
        "findings": findings,
        "planned": trial.planned,
        "folder": str(trial.folder),
    }
