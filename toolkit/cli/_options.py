"""Options that several commands take, so that they are called, and read, the same everywhere."""

import re
import shlex
from pathlib import Path

import click

workspace = click.option(
    "--workspace",
    metavar="FOLDER",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="The folder to work in; this one if left out.",
)
nasty = click.option(
    "--nasty", is_flag=True, help="On data that breaks screens: long, short, right-to-left, markup, limits."
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def url(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """Return the address without the slash at its end. Raises BadParameter for one that no browser would open."""
    if value and not re.match(r"https?://[^/]", value):
        raise click.BadParameter(f"'{value}' is no address; it begins with http:// or https://", context, parameter)
    return value.rstrip("/")


def counted(number: int, word: str) -> str:
    """Return a number with its word, in the plural where it is not one."""
    return f"{number} {word}{'s' * (number != 1)}"


def near(path: Path) -> Path:
    """Return a path as it is called from here, if it lies below."""
    path, here = path.resolve(), Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def beside(workspace: Path) -> str:
    """Return what has to be added to a command that is suggested, so that it works in the same folder."""
    return "" if workspace == Path() else f" --workspace {shlex.quote(str(workspace))}"
