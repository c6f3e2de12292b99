"""`showtell data --explain` as a table or as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from toolkit.domain.values import exchanged

if TYPE_CHECKING:
    from toolkit.services.explain import Explained

HEADS = ("field", "type", "kind", "an example", "why")


def print_explained(fields: "Sequence[Explained]", *, as_json: bool) -> None:
    """Print what fields are about, and what could be said of those of which nothing was inferred."""
    if as_json:
        told = [{**asdict(one), "example": exchanged(one.example)} for one in fields]
        click.echo(json.dumps({"fields": told}, indent=2, ensure_ascii=False))
        return
    rows = [(f"{f.entity}.{f.field}", f.type, _kind(f), f.shown, f.why) for f in fields]
    widths = [max(map(len, column)) for column in zip(HEADS, *rows, strict=True)]
    for row in (HEADS, *rows):
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    for one in fields:
        if one.fix:
            click.echo(f"nothing was inferred for {one.entity}.{one.field}: {one.fix}")


def _kind(found: "Explained") -> str:
    return f"{found.kind} ({found.whose})" if found.whose else found.kind
