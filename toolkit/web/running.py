"""A server in a process of its own, for as long as a block of code needs it: demo, robots and tests."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import IO

from toolkit.errors import ToolkitError
from toolkit.web.settings import Settings

_FOREIGN = ("PYTEST_", "NICEGUI_")
"""Settings of the framework and its tests, which are not meant for a server that is really served."""


@contextmanager
def running(settings: Settings) -> Iterator[str]:
    """Serve while the block runs; gives the address. The server ends with this process, however that ends."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
    process = subprocess.Popen(
        [sys.executable, "-m", "toolkit.web"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    )
    try:
        yield _begun(process, settings)
    finally:
        _end(process)


def _begun(process: "subprocess.Popen[bytes]", settings: Settings) -> str:
    """Tell the process what to serve, and return the address it says. Raises what it was stopped by."""
    said = asdict(settings) | {"workspace": str(settings.workspace)}
    told, heard = _pipes(process)
    told.write(json.dumps(said).encode() + b"\n")
    told.flush()
    answer = json.loads(heard.readline() or b"{}")
    if "url" not in answer:
        raise ToolkitError(
            answer.get("what", "the server ended before it began"),
            where=answer.get("where", ""),
            fix=answer.get("fix", "start it by itself, to see why: showtell serve --debug"),
        )
    return str(answer["url"])


def _pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the process was started with both")
    return process.stdin, process.stdout


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pipe in _pipes(process):
        pipe.close()
