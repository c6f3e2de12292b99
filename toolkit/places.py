"""Where the files that travel with showtell lie, in a checkout and in an installed wheel."""

from pathlib import Path
from typing import Literal

from toolkit.errors import ToolkitError

Bundle = Literal["templates", "prototypes", "plugins"]
Asset = Literal[
    "rrweb-record.min.js",
    "rrweb-replay.min.js",
    "rrweb-replay.min.css",
    "axe.min.js",
    "idiomorph.min.js",
]

TRANSLATIONS = "languages"
"""The folder beside a spec where its texts are translated, a file a language."""

_PACKAGE = Path(__file__).resolve().parent
_WHEEL = _PACKAGE / "_bundled"
_FIX = "install showtell again: `pip install --force-reinstall showtell`, or `make setup` in a checkout"


def bundled(kind: Bundle) -> Path:
    """Return the folder of bundled templates, prototypes or plugins."""
    folder = (_WHEEL if _WHEEL.is_dir() else _PACKAGE.parent) / kind
    if not folder.is_dir():
        raise ToolkitError(f"the bundled {kind} are missing", where=str(folder), fix=_FIX)
    return folder


def asset(name: Asset) -> Path:
    """Return one file of browser code that the build took from npm."""
    path = _PACKAGE / "_assets" / name
    if not path.is_file():
        raise ToolkitError(f"the browser file '{name}' is missing", where=str(path), fix=_FIX)
    return path
