"""The built wheel, installed in an environment of its own, works in an empty folder."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"

pytestmark = pytest.mark.wheel


def run(*command: str | Path, where: Path) -> str:
    """Run a command and return what it printed; a failure shows all of it."""
    done = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built once."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    run(sys.executable, "-m", "pip", "wheel", *options, str(ROOT), where=folder)
    return next(folder.glob("showtell-*.whl"))


@pytest.fixture(scope="session")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the scripts of a fresh environment that holds the wheel and what it asks for."""
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=True)
    pip = [environment / SCRIPTS / "python", "-m", "pip", "install", "--quiet", "--no-compile"]
    run(*pip, str(wheel), where=environment)
    return environment / SCRIPTS


def test_the_wheel_holds_everything_that_is_bundled(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    command = ["git", "ls-files", "templates", "prototypes", "plugins"]
    tracked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    bundled = {f"toolkit/_bundled/{name}" for name in tracked if name and (ROOT / name).is_file()}
    assert bundled - held == set()


def test_the_wheel_holds_the_browser_code_with_its_licences(wheel: Path) -> None:
    held = {name.removeprefix("toolkit/_assets/") for name in zipfile.ZipFile(wheel).namelist()}
    assert {"rrweb-record.min.js", "rrweb-replay.min.js", "rrweb-replay.min.css", "axe.min.js"} <= held
    assert {"licences/axe-core-LICENSE.txt", "licences/rrweb-record-rrweb-licence.txt"} <= held


def test_the_installed_command_answers_in_an_empty_folder(scripts: Path, tmp_path: Path) -> None:
    assert "demo" in run(scripts / "showtell", "--help", where=tmp_path)


def test_the_installed_package_finds_what_it_bundles(scripts: Path, tmp_path: Path) -> None:
    program = "from toolkit.places import asset, bundled; print(asset('axe.min.js'), bundled('prototypes'))"
    code, prototypes = run(scripts / "python", "-c", program, where=tmp_path).split()
    assert str(ROOT) not in code + prototypes
    assert Path(code).is_file()
    assert (Path(prototypes) / "helpdesk" / "spec.yaml").is_file()
