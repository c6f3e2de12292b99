"""`showtell check`: what is wrong with a spec, and what was assumed."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from toolkit.domain.finding import SpecFinding


@click.command(epilog="Example: showtell check prototypes/helpdesk/spec.yaml")
@click.argument("spec")
@click.option("--workspace", type=click.Path(path_type=Path, file_okay=False), default=".", help="Where to look.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(spec: str, workspace: Path, as_json: bool) -> None:
    """Find what a customer would trip over in SPEC (a file, a folder or a prototype's name); exit 1 on errors."""
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
    said = f"{errors} error{'s' * (errors != 1)}" if errors else "no errors"
    click.echo(f"{path}: {said}, {len(findings) - errors} other findings; {views} views drawn")
