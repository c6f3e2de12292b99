"""The wheel, built once, and a fresh environment that holds it and what it asks for, and nothing of this checkout."""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"
OURS = ("PYTEST_", "PYTHON", "NICEGUI_", "VIRTUAL_ENV")
"""Variables of the process that runs the tests, and not of somebody who has just installed showtell."""


@dataclass(frozen=True)
class Installed:
    """An environment with showtell in it."""

    scripts: Path

    def command(self, name: str, *args: str) -> list[str]:
        return [str(self.scripts / name), *args]

    @property
    def variables(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        return kept | {"PATH": f"{self.scripts}{os.pathsep}{os.environ['PATH']}"}

    def run(self, name: str, *args: str, where: Path) -> str:
        """Run a script of the environment and return what it printed; a failure shows all of it."""
        done = subprocess.run(
            self.command(name, *args), cwd=where, env=self.variables, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def pip(python: Path | str, *args: str) -> None:
    done = subprocess.run([python, "-m", "pip", *args], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip(sys.executable, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("showtell-*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    scripts = folder / SCRIPTS
    pip(scripts / "python", "install", "--quiet", "--no-compile", str(wheel))
    yield Installed(scripts)
    shutil.rmtree(folder)  # it holds half a gigabyte
