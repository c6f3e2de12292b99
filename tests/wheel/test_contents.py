"""What the wheel holds, and what it leaves out."""

import subprocess
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LARGEST = 2_000_000

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def held(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


def tracked(*folders: str) -> set[str]:
    """Return the files that git knows of there, and that are still there."""
    command = ["git", "ls-files", *folders]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {name for name in done.stdout.splitlines() if (ROOT / name).is_file()}


def test_templates_prototypes_and_plugins_are_in(held: set[str]) -> None:
    bundled = {f"toolkit/_bundled/{name}" for name in tracked("templates", "prototypes", "plugins")}
    assert bundled - held == set()


def test_the_code_and_what_it_reads_is_in(held: set[str]) -> None:
    assert tracked("toolkit") - held == set()


def test_the_browser_code_is_in_with_its_licences(held: set[str]) -> None:
    assets = {name.removeprefix("toolkit/_assets/") for name in held}
    assert {"rrweb-record.min.js", "rrweb-replay.min.js", "rrweb-replay.min.css", "axe.min.js"} <= assets
    licences = ("axe-core-LICENSE", "idiomorph-LICENSE", "rrweb-record-rrweb-licence", "rrweb-replay-rrweb-licence")
    assert {f"licences/{name}.txt" for name in licences} <= assets


def test_nothing_else_is_in(held: set[str]) -> None:
    ours = {name for name in held if ".dist-info/" not in name}
    assert {name for name in ours if not name.startswith("toolkit/")} == set()
    parts = {part for name in ours for part in Path(name).parts[:-1]}
    assert parts & {"tests", "benchmarks", "docs", "npm", "node_modules", "__pycache__", ".git", ".showtell"} == set()
    assert {name for name in ours if name.endswith((".pyc", ".map", ".sqlite"))} == set()


def test_it_can_be_sent_by_mail(wheel: Path) -> None:
    assert wheel.stat().st_size < LARGEST


def test_it_says_what_it_is_and_under_which_licence(wheel: Path, held: set[str]) -> None:
    name = next(name for name in held if name.endswith(".dist-info/METADATA"))
    about = message_from_bytes(zipfile.ZipFile(wheel).read(name))
    assert (about["Name"], about["License-Expression"], about["Requires-Python"]) == ("showtell", "MIT", ">=3.11")
    assert any(name.endswith("licenses/LICENSE") for name in held)
