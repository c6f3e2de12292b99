"""Checking a spec again whenever it is saved: only what is new, what is gone and the totals are printed."""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.errors import ToolkitError

if TYPE_CHECKING:
    from toolkit.domain.finding import SpecFinding
    from toolkit.services.check import Checked
    from toolkit.services.code.loading import Stamps

LOOK = 0.3
"""Seconds between two looks at the file."""


def saved(path: Path, last: "Stamps") -> Iterator[None]:
    """Yield each time that the file was saved, vanished or came back since then; it never ends by itself."""
    from toolkit.services.code.loading import stamps

    while True:
        time.sleep(LOOK)
        now = stamps(path)
        if now != last:
            last = now
            yield


def watch(first: "Checked", look: "Callable[[], Checked]", saves: Iterable[None]) -> None:
    """Look again at each save and say what has changed since the time before."""
    before = _known(first.findings)
    for _ in saves:
        try:
            checked = look()
        except (ToolkitError, OSError) as error:
            click.echo(_told(error))
            continue
        now = _known(checked.findings)
        for key in [key for key in before if key not in now]:
            click.echo(f"gone: {before[key].message} [{before[key].code}]")
        for key in [key for key in now if key not in before]:
            click.echo(f"\n{now[key].text()}\n")
        click.echo(totals(checked))
        before = now


def _told(error: ToolkitError | OSError) -> str:
    said = error.what if isinstance(error, ToolkitError) else (error.strerror or str(error)).lower()
    return f"cannot be checked now: {said}"


def _known(findings: "Iterable[SpecFinding]") -> "dict[tuple[str, str, str], SpecFinding]":
    """Return findings by what they say, so that one that only moved to another line is none that is new."""
    return {(f.code, f.path, f.message): f for f in findings}


def totals(checked: "Checked") -> str:
    """Return how many findings there are, and how many views were drawn to find them."""
    from toolkit.cli import _options

    errors = sum(f.severity == "error" for f in checked.findings)
    others = len(checked.findings) - errors
    said = [_options.counted(errors, "error") if errors else "no errors"]
    said += [_options.counted(others, "other finding")] * bool(others)
    said += [f"{_options.counted(checked.views, 'view')} drawn"] * bool(checked.views)
    return ", ".join(said)
