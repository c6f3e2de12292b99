"""What robots met on their way: findings and pictures, kept from one run to the next in a folder of the workspace."""

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from toolkit.domain.evidence import Sighting
from toolkit.ports.wire import plain, restored
from toolkit.services.workspace import Workspace

FINDINGS = "findings.json"
PICTURES = "pictures"


def sightings_folder(workspace: Workspace, prototype: str) -> Path:
    """Return the folder that holds what robots met on a prototype."""
    return workspace.runtime_dir / "robots" / prototype


def keep_sightings(folder: Path, sightings: Sequence[Sighting], pictures: Mapping[str, bytes]) -> None:
    """Keep what the last run of robots met; what an earlier run met is forgotten."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / PICTURES).mkdir(parents=True)
    for name, content in pictures.items():
        (folder / PICTURES / Path(name).name).write_bytes(content)
    text = json.dumps([plain(sighting) for sighting in sightings], indent=1, ensure_ascii=False)
    (folder / FINDINGS).write_text(text + "\n", encoding="utf-8")


def kept_sightings(folder: Path) -> tuple[tuple[Sighting, ...], dict[str, bytes]]:
    """Return what the last run of robots met, and its pictures by name; nothing where none has run."""
    file = folder / FINDINGS
    if not file.is_file():
        return (), {}
    found = json.loads(file.read_text(encoding="utf-8"))
    pictures = {path.name: path.read_bytes() for path in sorted((folder / PICTURES).glob("*")) if path.is_file()}
    return tuple(restored(Sighting, entry, where=str(file)) for entry in found), pictures
