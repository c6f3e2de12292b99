"""Runs the console blocks of a page in order, in one workspace, and compares what they print.

`...` alone on a line stands for any lines. Seconds, hashes, dates and absolute paths are compared by their form only.
"""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOREIGN = ("git clone", "cd ", "make ", "pip install", "showtell serve", "showtell demo", "pytest", "python ")
"""Commands that a page shows and other tests run: set-up, servers, and what takes a browser."""


@dataclass(frozen=True)
class Shown:
    """One command of a page and the output that the page shows for it."""

    command: str
    output: str


def commands(page: Path) -> list[Shown]:
    """Return the commands of a page's console blocks, each with what stands below it."""
    text = page.read_text(encoding="utf-8")
    found = []
    for block in re.findall(r"^```console\n(.*?)^```", text, flags=re.M | re.S):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            found.append(Shown(command.strip(), output))
    return found


def is_foreign(shown: Shown) -> bool:
    """Return whether a command is run by another test, or by nobody but the reader."""
    return shown.command.startswith(FOREIGN)


def run(command: str, folder: Path) -> str:
    """Run one command in a folder with our own `showtell`; return what it prints, whatever its exit."""
    bin_ = Path(sys.executable).parent
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "NICEGUI_"))}
    env["PATH"] = f"{bin_}{os.pathsep}{env['PATH']}"
    done = subprocess.run(shlex.split(command), cwd=folder, env=env, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def plain(text: str) -> str:
    """Return a text with what differs from run to run replaced by its form."""
    text = re.sub(r"/[\w./-]*/(showtell-demo|prototypes)/", r"\1/", text)
    text = re.sub(r"\b[0-9a-f]{6,64}\b", "HEX", text)
    text = re.sub(r"\d{4}-\d\d-\d\d(T[\d:.]+Z)?", "DATE", text)
    text = re.sub(r"\b\d+(\.\d+)? s\b", "N s", text)
    text = re.sub(r"/s/[\w-]{20,}", "/s/TOKEN", text)
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def agrees(shown: str, real: str) -> bool:
    """Return whether what a page shows is what was printed."""
    lines = ["(?s:.*?)" if line == "..." else re.escape(line) for line in plain(shown).splitlines()]
    return re.fullmatch("\n".join(lines), plain(real)) is not None
