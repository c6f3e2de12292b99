"""Telling by a spec's stamp that it, its translations or a logo beside it was saved, vanished or came back."""

from pathlib import Path

from toolkit.places import TRANSLATIONS

PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg"})
"""What a logo can be."""
Stamp = tuple[tuple[int, int, int], ...] | None
"""What changes when a spec is saved; None while there is no file."""


def stamp(path: Path) -> Stamp:
    """Return by what a save can be told."""
    try:
        pictures = (one for one in path.parent.iterdir() if one.suffix.lower() in PICTURES)
        beside = sorted((*path.parent.joinpath(TRANSLATIONS).glob("*.yaml"), *pictures))
        found = [file.stat() for file in (path, *beside)]
    except OSError:
        return None
    return tuple((one.st_mtime_ns, one.st_size, one.st_ino) for one in found)
