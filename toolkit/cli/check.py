"""`showtell check`: what is wrong with a spec, and what was assumed."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli import _options

if TYPE_CHECKING:
    from toolkit.domain.finding import SpecFinding


@click.command(epilog="Example: showtell check helpdesk")
@click.argument("spec")
@_options.workspace
@_options.as_json
def command(spec: str, workspace: Path, as_json: bool) -> None:
    """Say what is wrong in a spec, and what was assumed.

    SPEC is a file, its folder, or a prototype's name. Exit 1 if there is an error.
    """
    from toolkit.loader import load
    from toolkit.services.check import check
    from toolkit.services.workspace import find_prototype

    path = find_prototype(spec, workspace)
    checked = check(path, load(workspace))
    if as_json:
        findings = [asdict(f) | dict(zip(("line", "column"), f.position, strict=True)) for f in checked.findings]
        click.echo(json.dumps({"findings": findings, "defaulted": checked.defaulted, "views": checked.views}, indent=2))
    else:
        _print(path, checked.findings, checked.defaulted, views=checked.views)
    sys.exit(1 if checked.failed else 0)


def _print(path: Path, findings: "tuple[SpecFinding, ...]", defaulted: tuple[str, ...], *, views: int) -> None:
    for finding in findings:
        click.echo(f"{finding.text()}\n")
    for assumed in defaulted:
        click.echo(f"assumed: {assumed}")
    errors = sum(f.severity == "error" for f in findings)
    others = len(findings) - errors
    said = [_options.counted(errors, "error") if errors else "no errors"]
    said += [_options.counted(others, "other finding")] * bool(others)
    said += [f"{_options.counted(views, 'view')} drawn"] * bool(views)
    click.echo(f"{path}: {', '.join(said)}")
