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
SHOWTELL = str(Path(sys.executable).with_name("showtell"))
PATHS = {"plain": "/", "showtell": "/p/helpdesk/late-first/"}


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(name: str) -> Iterator[str]:
    """Start 'showtell' with the help desk or the 'plain' page; gives its address before anything answers there."""
    plain = "plain_app.py" if name == "plain" else ""
    with tempfile.TemporaryDirectory() as workspace, served("helpdesk", workspace, plain=plain) as address:
        yield address + PATHS[name]


@contextmanager
def served(prototype: str, workspace: str, *, plain: str = "") -> Iterator[str]:
    """Serve a prototype, or a `plain` program of this folder, in a process of its own; gives the server's address."""
    port = free_port()
    ours = [SHOWTELL, "serve", prototype, "--port", str(port), "--workspace", workspace]
    command = [sys.executable, str(HERE / plain), str(port)] if plain else ours
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}"
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


def desk(workspace: str, *changes: tuple[str, str]) -> Path:
    """Copy the help desk into a workspace as 'desk', some of its words changed; return the spec's path."""
    text = (HERE.parent / "prototypes" / "helpdesk" / "spec.yaml").read_text("utf-8")
    for old, new in changes:
        if old not in text:
            raise ValueError(f"the help desk does not say: {old}")
        text = text.replace(old, new)
    spec = Path(workspace, "prototypes", "desk", "spec.yaml")
    spec.parent.mkdir(parents=True)
    spec.write_text(text, "utf-8")
    return spec


def quiet() -> None:
    """Leave out what would make NiceGUI believe that it is under test."""
    for name in [n for n in os.environ if n.startswith(("PYTEST_", "NICEGUI_"))]:
        del os.environ[name]
