"""Telling by a spec's stamp that it, or a file of its translations, was saved, vanished or came back."""

from pathlib import Path

from toolkit.places import TRANSLATIONS

Stamp = tuple[tuple[int, int, int], ...] | None
"""What changes when a spec is saved; None while there is no file."""


def stamp(path: Path) -> Stamp:
    """Return by what a save can be told."""
    try:
        beside = sorted(path.parent.joinpath(TRANSLATIONS).glob("*.yaml"))
        found = [file.stat() for file in (path, *beside)]
    except OSError:
        return None
    return tuple((one.st_mtime_ns, one.st_size, one.st_ino) for one in found)
