"""Public facts that made-up data agrees with: tables that are read once, when they are first asked for."""

from functools import cache
from importlib.resources import files


@cache
def facts(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of a table as their columns; what follows '#' at the beginning of a line is a remark."""
    text = files(__name__).joinpath(f"{name}.tsv").read_text("utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))
