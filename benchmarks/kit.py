"""The GOV.UK Prototype Kit from npm, the named alternative for edit-to-page, made and run in a scratch folder."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stages import free_port, wait

VERSION = "13.20.0"
PAGE = '{% extends "layouts/main.html" %}{% block content %}<h1>WORD</h1>{% endblock %}'


@contextmanager
def kit() -> Iterator[tuple[str, Path]]:
    """Give the address of a page of the kit's, and the file that it is drawn from, with WORD where its heading goes.

    Raises SystemExit where there is no npm.
    """
    if shutil.which("npx") is None:
        sys.exit("the GOV.UK Prototype Kit needs Node: install it, then run this again")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "kit")
        print(f"making a prototype with the GOV.UK Prototype Kit {VERSION} (half a minute) ...", flush=True)
        create = ["npx", "--yes", f"govuk-prototype-kit@{VERSION}", "create", "--version", VERSION, str(folder)]
        subprocess.run(create, check=True, capture_output=True, stdin=subprocess.DEVNULL)
        view = folder / "app" / "views" / "bench.html"
        view.write_text(PAGE, "utf-8")
        with _running(folder) as address:
            yield f"{address}/bench", view


@contextmanager
def _running(folder: Path) -> Iterator[str]:
    port = free_port()
    process = subprocess.Popen(
        ["npm", "run", "dev"],
        cwd=folder,
        env=os.environ | {"PORT": str(port)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        address = f"http://localhost:{port}"
        wait(address)
        yield address
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)
