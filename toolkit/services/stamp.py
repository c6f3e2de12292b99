"""Telling by a file's stamp that it was saved, vanished or came back."""

from pathlib import Path

Stamp = tuple[int, int, int] | None
"""What changes when a file is saved; None while there is no file."""


def stamp(path: Path) -> Stamp:
    """Return by what a save can be told."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
