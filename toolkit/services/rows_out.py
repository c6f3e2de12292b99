"""Write a prototype's made-up rows down: in which format, where to, and never half a file under its name."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile

from toolkit.data import is_streamed, make, stream
from toolkit.domain.reckoning import reaching
from toolkit.domain.values import slug
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.ports.exporter import Exporter, Piece
from toolkit.services.export import Export
from toolkit.services.load import load_prototype


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: the entity it holds (empty for all of them), and how long it is."""

    path: Path
    entity: str
    bytes: int


def exporter_for(known: Mapping[str, Exporter], form: str, output: Path) -> Exporter:
    """Return the format that is named, else the one a file's name ends in. Raises ToolkitError for one there is not."""
    name = form or output.suffix.removeprefix(".") or "json"
    if name not in known:
        raise ToolkitError(
            f"there is no format '{name}'", where="--format", fix=f"use one of: {', '.join(sorted(known))}"
        )
    return known[name]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows: of one entity or of all, so many or as many as the spec says, and whether all are made at once."""

    entity: str = ""
    rows: int | None = None
    at_once: bool = False


def export_of(spec: Path, plugins: Plugins, wanted: Wanted, *, told: Callable[[], None] | None = None) -> Export:
    """Return what is to be exported of a prototype.

    The rows of one entity are made while they are written, where each of them can be made without the others.
    """
    loaded = load_prototype(spec, plugins)
    solution, types = loaded.solution, plugins.field_types
    export = Export(solution, loaded.dataset, told)
    name, rows = export.named(wanted.entity) if wanted.entity else "", wanted.rows
    if rows is None:
        return export
    alone = bool(name) and not wanted.at_once and not reaching(export.entities[name])
    if alone and is_streamed(solution, types, name, phrases=plugins.phrases):
        chunks = partial(stream, solution, types, name, rows, phrases=plugins.phrases)
        return replace(export, streamed={name: lambda: (row for chunk in chunks() for row in chunk.rows())})
    counts = dict.fromkeys([name] if name else export.entities, rows)
    return replace(export, dataset=make(solution, types, rows=counts, phrases=plugins.phrases))


def write_out(export: Export, exporter: Exporter, output: Path, entity: str = "") -> Iterator[Written]:
    """Write a file, or a file for each entity where the format needs that; yield each once it is there."""
    if not (output.is_dir() or (exporter.single and not output.suffix)):
        yield Written(output, entity, _write(output, export.pieces(exporter, entity)))
        return
    names = [export.named(entity)] if entity else list(export.entities)
    files = {f"{slug(name)}.{exporter.suffix}": export.entities[name] for name in names}
    for file, one in files.items():
        yield Written(output / file, one.name, _write(output / file, export.pieces(exporter, one.name)))
    if exporter.beside:
        file, text = exporter.beside(files)
        yield Written(output / file, "", _write(output / file, (text,)))


def _write(path: Path, pieces: Iterable[Piece]) -> int:
    """Write a file beside its place and move it there when it is whole; return how many bytes it has."""
    beside: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", suffix=".part", delete=False) as file:
            beside = Path(file.name)
            for piece in pieces:
                file.write(piece.encode() if isinstance(piece, str) else piece)
            size = file.tell()
        beside.chmod(0o666 & ~_mask())
        beside.replace(path)
    except OSError as error:
        fix = "choose a place that you may write to"
        raise ToolkitError(f"the rows cannot be written: {error.strerror}", where=str(path), fix=fix) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)
    return size


def _mask() -> int:
    """Return what new files are not allowed here, which only setting it tells."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
