"""Calling commands as the installed script does, in a folder of their own."""

from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest

from toolkit.cli.main import main


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


Call = Callable[..., Ended]


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Return what runs a command in a folder (an empty one, if none is named) and returns how it ended."""

    def run(*args: str, folder: Path = tmp_path) -> Ended:
        with chdir(folder), pytest.raises(SystemExit) as ended:
            main(list(args))
        return Ended(int(ended.value.code or 0), *capsys.readouterr())

    return run
