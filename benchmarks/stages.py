"""Both servers of a comparison, each in a process of its own, and the browser that looks at them."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

HERE = Path(__file__).parent


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def command(name: str, port: int, workspace: str) -> list[str]:
    """Return how a server is started: 'showtell' serves the help desk, 'plain' the plain NiceGUI page."""
    if name == "plain":
        return [sys.executable, str(HERE / "plain_app.py"), str(port)]
    return [
        str(Path(sys.executable).with_name("showtell")),
        "serve",
        "helpdesk",
        "--port",
        str(port),
        "--workspace",
        workspace,
    ]


PATHS = {"plain": "/", "showtell": "/p/helpdesk/late-first/"}


@contextmanager
def started(name: str) -> Iterator[str]:
    """Start a server; gives the page's address at once, before anything answers there."""
    port = free_port()
    with tempfile.TemporaryDirectory() as workspace:
        process = subprocess.Popen(command(name, port, workspace), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield f"http://127.0.0.1:{port}{PATHS[name]}"
        finally:
            process.terminate()
            process.wait(10)


def wait(address: str, patience: float = 60) -> None:
    """Wait until something answers."""
    end = time.perf_counter() + patience
    while time.perf_counter() < end:
        try:
            with urlopen(address, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.01)
    raise TimeoutError(address)


def quiet() -> None:
    """Leave out what would make NiceGUI believe that it is under test."""
    for name in [n for n in os.environ if n.startswith(("PYTEST_", "NICEGUI_"))]:
        del os.environ[name]
