"""How the installed script ends: by its exit code, when it is interrupted, and when nobody reads its output."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SHOWTELL = Path(sys.executable).with_name("showtell")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes with names are POSIX")


def start(*args: str, where: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [SHOWTELL, *args], cwd=where, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


@pytest.mark.parametrize(("args", "code"), [(["plugins"], 0), (["check", "nothing"], 1), (["check"], 2)])
def test_the_script_ends_with_its_code_and_without_a_trace(tmp_path, args, code):
    process = start(*args, where=tmp_path)
    _, err = process.communicate(timeout=60)
    assert process.returncode == code
    assert "Traceback" not in err
    assert err.startswith("error: " if code else "")


@POSIX
def test_ctrl_c_ends_with_130_and_without_a_trace(tmp_path):
    pipe = tmp_path / "record.md"
    os.mkfifo(pipe)
    process = start("verify", str(pipe), where=tmp_path)
    with os.fdopen(_writer(pipe), "wb"):  # from now on the command waits for what is never written
        out, err = _interrupted(process)
    assert (process.returncode, out, err.strip()) == (130, "", "")


def _writer(pipe: Path) -> int:
    """Return the writing end of a pipe as soon as somebody reads it."""
    for _ in range(600):
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.05)
    pytest.fail("nobody read the pipe")


def _interrupted(process: "subprocess.Popen[str]") -> tuple[str, str]:
    """Press Ctrl+C until it is heard: Python misses one that comes in the instant before its read begins to wait."""
    for _ in range(10):
        os.killpg(process.pid, signal.SIGINT)
        try:
            return process.communicate(timeout=3)
        except subprocess.TimeoutExpired:
            continue
    pytest.fail("Ctrl+C was not heard")


@POSIX
def test_output_that_nobody_reads_is_no_fault(tmp_path):
    process = start("data", "helpdesk", where=tmp_path)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    process.wait(60)
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.stderr.close()


@POSIX
@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_a_server_that_is_told_to_stop_ends_well(tmp_path, told):
    process = start("serve", "rebooking", "--port", "0", where=tmp_path)
    assert process.stdout is not None
    assert process.stdout.readline().startswith("Serving on http://localhost:")
    assert process.stdout.readline().endswith("/studio\n")
    os.killpg(process.pid, told)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
