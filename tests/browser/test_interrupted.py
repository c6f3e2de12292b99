"""Ctrl+C while robots walk: they are ended, the demo goes no further, and nothing is held against the prototype."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX"),
]
SHOWTELL = Path(sys.executable).with_name("showtell")


def interrupted(*args: str, after: str, where: Path) -> tuple[int, str, str]:
    """Run a command, press Ctrl+C after a line that holds these words, and return how it ended and what it printed."""
    environment = {n: v for n, v in os.environ.items() if not n.startswith(("PYTEST_", "NICEGUI_"))}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [SHOWTELL, *args], cwd=where, env=environment, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        before = next(line for line in process.stdout if after in line)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: the browsers hear it, too
        out, err = process.communicate(timeout=120)
    return process.returncode, before + out, err


def test_a_demo_stops_where_it_is(tmp_path: Path) -> None:
    code, out, err = interrupted("demo", "--port", "0", after="[ 1/", where=tmp_path)
    assert code == 130
    assert err.split("\n")[1:] == ["ending what is under way (Ctrl+C again: at once)", ""]
    assert "cannot be done" not in out
    assert "broke off" not in out
    assert not (tmp_path / "showtell-demo" / "docs").exists()


def test_robots_say_what_they_found_until_then(tmp_path: Path) -> None:
    code, out, err = interrupted("try", "helpdesk", after="[1/", where=tmp_path)
    assert code == 130
    assert err.split("\n")[1:] == ["ending what is under way (Ctrl+C again: at once)", ""]
    assert "interrupted: " in out
    assert "cannot be done" not in out
