"""A frozen version keeps its made-up rows when Faker is another one: they lie in its folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.wheel.conftest import ROOT, pip

RELEASES = ("37.12.0", "40.1.0")
CACHE = Path.home() / ".cache" / "showtell-tests"
PROGRAM = """
import sys
from pathlib import Path
from faker import VERSION
from toolkit.data import fingerprint
from toolkit.loader import load
from toolkit.services.freeze import freeze
from toolkit.services.frozen import manifest_of
from toolkit.services.load import load_prototype
from toolkit.services.workspace import Workspace
workspace, plugins = Workspace(Path(sys.argv[1])), load(installed=False)
if sys.argv[2] == "freeze":
    freeze(load_prototype(workspace.find_prototype("helpdesk"), plugins), "one", workspace)
spec = workspace.find_prototype("helpdesk@one")
print(VERSION, fingerprint(load_prototype(spec, plugins).dataset), manifest_of(spec).data)
"""


@pytest.fixture(params=RELEASES)
def other(request: pytest.FixtureRequest) -> tuple[str, Path]:
    """Give another release of Faker, installed once into the user's cache."""
    folder = CACHE / f"faker-{request.param}"
    if not (folder / "faker").is_dir():
        pip(sys.executable, "install", "--quiet", "--no-deps", "--target", str(folder), f"faker=={request.param}")
    return request.param, folder


@pytest.mark.wheel
def test_frozen_rows_are_the_same_under_another_faker(other: tuple[str, Path], tmp_path: Path) -> None:
    release, folder = other

    def run(act: str, *more: Path) -> list[str]:
        command = [sys.executable, "-c", PROGRAM, str(tmp_path), act]
        path = os.pathsep.join(map(str, (*more, ROOT)))
        done = subprocess.run(
            command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.split()

    version, then, said = run("freeze")
    assert version != release
    assert run("read", folder) == [release, then, said]
    assert then == said
