"""`showtell check`: what is wrong with a spec, and what was assumed."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli import _options
from toolkit.cli._watching import saved, totals, watch

if TYPE_CHECKING:
    from toolkit.services.check import Checked


@click.command(epilog="Example: showtell check helpdesk")
@click.argument("spec")
@_options.workspace
@_options.as_json
@click.option("--watch", "watching", is_flag=True, help="Check again whenever the spec is saved, until Ctrl+C.")
@_options.nasty
def command(spec: str, workspace: Path, as_json: bool, watching: bool, nasty: bool) -> None:
    """Say what is wrong in a spec, and what was assumed.

    SPEC is a file, its folder, or a prototype's name. Exit 1 if there is an error. With --watch, only what is new and
    what is gone is said at each save.
    """
    from toolkit.loader import load
    from toolkit.services.check import check
    from toolkit.services.code.loading import stamps
    from toolkit.services.workspace import find_prototype

    if as_json and watching:
        raise click.UsageError("--watch says what changes, and --json all at once: take one of them")
    path = find_prototype(spec, workspace)
    plugins = load(workspace)
    before = stamps(path)
    checked = check(path, plugins, nasty=nasty)
    if as_json:
        click.echo(_json(checked))
    else:
        _print(path, checked)
    if watching:
        click.echo("watching (stop with Ctrl+C)")
        watch(checked, lambda: check(path, plugins, nasty=nasty), saved(path, before))
    sys.exit(1 if checked.failed else 0)


def _json(checked: "Checked") -> str:
    findings = [asdict(f) | dict(zip(("line", "column"), f.position, strict=True)) for f in checked.findings]
    return json.dumps({"findings": findings, "defaulted": checked.defaulted, "views": checked.views}, indent=2)


def _print(path: Path, checked: "Checked") -> None:
    for finding in checked.findings:
        click.echo(f"{finding.text()}\n")
    for assumed in checked.defaulted:
        click.echo(f"assumed: {assumed}")
    click.echo(f"{path}: {totals(checked)}")
