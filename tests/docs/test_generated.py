"""The generated pages are what their generator writes today; every command has help and an example."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from toolkit.cli.main import cli

ROOT = Path(__file__).parents[2]
CONTEXT = click.Context(cli)
COMMANDS = cli.list_commands(CONTEXT)


def test_the_generated_pages_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_an_example(name: str) -> None:
    command = cli.get_command(CONTEXT, name)
    assert command is not None
    assert command.help
    assert (command.epilog or "").startswith("Example: showtell")
    assert f"showtell {name}" in (command.epilog or "")
    assert all(p.help for p in command.params if isinstance(p, click.Option)), "an option without help"
