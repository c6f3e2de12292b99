"""Scaffolded scripts are run by plain pytest, and tell when a task was not done."""

import os
import subprocess
import sys

import pytest

from toolkit.services.load import Prototype
from toolkit.services.scaffold import scaffold
from toolkit.services.workspace import Workspace

pytestmark = pytest.mark.browser


def run(workspace: Workspace, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=workspace.root, env=environment, capture_output=True, text=True, check=False)


def test_scripts_pass_on_a_phone_and_one_that_does_not_do_its_task_fails(
    workspace: Workspace, prototype: Prototype
) -> None:
    folder = scaffold(prototype, workspace).folder
    lazy = folder / "scripts" / "test_lazy.py"
    text = (folder / "scripts" / "test_borrow.py").read_text("utf-8")
    head, _, rest = text.partition("def test_borrow_on_plain")
    opening = rest.split("\n\n", 1)[0].replace("page: Page", "page")
    lazy.write_text(f"{head}def test_lazy{opening}\n    task.done()\n", encoding="utf-8")
    result = run(workspace, "prototypes/library/scripts", "--device", "phone")
    assert "FAILED prototypes/library/scripts/test_lazy.py::test_lazy" in result.stdout, result.stdout
    assert "its goal is not reached" in result.stdout
    assert "1 failed, 6 passed" in result.stdout


def test_an_unknown_device_is_named_with_those_there_are(workspace: Workspace, prototype: Prototype) -> None:
    scaffold(prototype, workspace)
    result = run(workspace, "prototypes/library/scripts/test_borrow.py", "--device", "watch")
    assert "there is no device 'watch'" in result.stdout


def test_a_trial_is_kept_and_fails_where_a_task_cannot_be_done(workspace: Workspace) -> None:
    command = [sys.executable, "-c", "from toolkit.cli.main import main; main()", "try", "library", "--json"]
    command += ["--device", "desktop", "--option", "sorted", "--task", "overdue", "--task", "lend"]
    result = subprocess.run(command, cwd=workspace.root, capture_output=True, text=True, check=False)
    assert result.returncode == 1, result.stderr
    assert '"reached": true' in result.stdout
    assert "there is no way" in result.stdout
    kept = workspace.runtime_dir / "robots" / "library"
    assert (kept / "findings.json").is_file()
    assert (kept / "pictures" / "sorted-desktop-loans.jpg").is_file()
