"""`showtell check --watch`: what is said at each save, and how it ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SHOWTELL = Path(sys.executable).with_name("showtell")
GOOD = "solution: Desk\nentities: {Box: {label: text}}\n"
WRONG = "# a line that moves all others\nsolution: Desk\nentities: {Box: {label: txt}}\n"


@pytest.fixture
def watching(tmp_path: Path) -> "Iterator[subprocess.Popen[str]]":
    """Start watching the good spec and wait until it is watched."""
    (tmp_path / "spec.yaml").write_text(GOOD, encoding="utf-8")
    process = subprocess.Popen(
        [SHOWTELL, "check", "spec.yaml", "--watch"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        until(process, "watching (stop with Ctrl+C)")
        yield process
    finally:
        process.kill()
        process.communicate()


def until(process: "subprocess.Popen[str]", end: str) -> list[str]:
    """Return the lines that are printed up to one that begins so."""
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line.rstrip())
        if line.startswith(end):
            return lines
    pytest.fail(f"it ended before '{end}': {lines}")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_only_what_changes_is_said_until_ctrl_c(watching: "subprocess.Popen[str]", tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(WRONG, encoding="utf-8")
    said = until(watching, "1 error")
    assert [line for line in said if line.startswith(("error", "where"))] == [
        "error: 'txt' is neither a type nor an entity [unknown-type]",
        "where: spec.yaml:3:25 (entities.Box.label)",
    ]

    spec.write_text(f"\n{WRONG}", encoding="utf-8")
    assert until(watching, "1 error") == ["1 error"]

    spec.write_text("solution: [", encoding="utf-8")
    assert any("never closed" in line for line in until(watching, "1 error"))

    spec.unlink()
    assert until(watching, "cannot be checked now") == [
        "cannot be checked now: there is no spec to read: No such file or directory"
    ]

    spec.write_text(GOOD, encoding="utf-8")
    assert any(line.startswith("gone: an opening bracket") for line in until(watching, "no errors"))

    os.killpg(watching.pid, signal.SIGINT)
    _, err = watching.communicate(timeout=60)
    assert (watching.returncode, err.strip()) == (130, "")


def test_json_cannot_be_watched(call) -> None:
    ended = call("check", "helpdesk", "--watch", "--json")
    assert ended.code == 2
    assert "take one of them" in ended.err
