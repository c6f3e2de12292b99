"""`showtell verify`: recompute everything that a decision record rests on."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from toolkit.cli import _options


@click.command(epilog="Example: showtell verify docs/decisions/0001-it-help-desk.md")
@click.argument("record", type=click.Path(path_type=Path))
@click.option(
    "--workspace",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where its spec lies; the folder that has docs/decisions if left out.",
)
@_options.as_json
def command(record: Path, workspace: Path | None, as_json: bool) -> None:
    """Work out again everything that a decision record rests on.

    Hashes, counts and measures; names what was changed, dropped or outdated, and exits with 1 then.
    """
    from toolkit.loader import load
    from toolkit.services.book import STORE
    from toolkit.services.verify import verify
    from toolkit.services.workspace import RUNTIME, Workspace
    from toolkit.stores.sqlite import open_sqlite

    workspace = workspace or Path(*record.resolve().parts[:-3])
    kept = workspace / RUNTIME / STORE
    store = open_sqlite(kept) if kept.is_file() else None
    found = verify(record, workspace=Workspace(workspace), plugins=load(workspace), store=store)
    if as_json:
        problems = [asdict(problem) for problem in found.problems]
        shown = {"record": str(record), "evidence": found.evidence, "problems": problems}
        click.echo(json.dumps(shown | {"notes": found.notes, "held": found.held}, indent=2))
    else:
        lines = [f"ok: {claim}" for claim in found.held] + [f"note: {note}" for note in found.notes]
        lines += [f"problem: {problem.text}" for problem in found.problems]
        count = len(found.problems)
        nothing = "nothing speaks against it" if found.evidence else "no evidence, so nothing to verify"
        lines.append(f"\n{_options.counted(count, 'problem')}" if count else f"\n{nothing}")
        click.echo("\n".join(lines))
    sys.exit(1 if found.problems else 0)
