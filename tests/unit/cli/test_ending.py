"""How the installed script ends: by its exit code, when it is interrupted, and when nobody reads its output."""

import os
import signal
import subprocess
import sys
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
    os.killpg(process.pid, told)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
