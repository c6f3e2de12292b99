"""A server of our own for as long as robots or scripts need one."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from toolkit.errors import ToolkitError

PATIENCE = 30.0
_SERVE = "from toolkit.cli.main import main; main()"


@contextmanager
def served(prototype: str, workspace: Path) -> Iterator[str]:
    """Serve a prototype of a workspace on this machine while the block lasts; give the address."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-c", _SERVE, "serve", prototype, "--port", str(port), "--no-open"]
    command += ["--workspace", str(workspace)]
    log = (workspace / ".showtell" / "robots-server.log").open("w+", encoding="utf-8")
    with (
        log,
        subprocess.Popen(
            command, cwd=workspace, env=_environment(), stdout=log, stderr=log, start_new_session=True
        ) as process,
    ):
        try:
            _wait(process, address, log_path=Path(log.name))
            yield address
        finally:
            _end(process)


def _environment() -> dict[str, str]:
    """Return our environment without what would make NiceGUI believe that it is under test."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "NICEGUI_"))}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: "subprocess.Popen[bytes]", address: str, *, log_path: Path) -> None:
    """Wait until the server answers. Raises ToolkitError with its last words if it does not."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if _is_up(address):
            return
        time.sleep(0.05)
    said = log_path.read_text(encoding="utf-8").strip()
    raise ToolkitError(
        f"the server did not start: {said.splitlines()[-1] if said else 'it said nothing'}",
        where=str(log_path),
        fix="start it by hand with `showtell serve`, and give its address with --base-url",
    )


def _is_up(address: str) -> bool:
    try:
        with urlopen(f"{address}/healthz", timeout=2) as answer:  # noqa: S310 -- our own address, made above
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the server with everything it started."""
    if process.poll() is not None:
        return
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=5)
    except (AttributeError, ProcessLookupError):
        process.terminate()
    except subprocess.TimeoutExpired:
        process.kill()
