"""Import a file: find out what kind it is, write a spec from it, and see first that the spec can be shown."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from toolkit.data import make
from toolkit.domain.values import said, slug
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.ports.importer import Imported, Importer
from toolkit.services.handed import Wanted, handed
from toolkit.services.workspace import SPEC
from toolkit.spec import read_text
from toolkit.spec.imported import Drafted, draft

SCHEMA = Wanted("import", 2_000_000, "import the schema without the rows, or a part of it", "export it as text")
"""Bytes of a file: more than that is data, and no description of it."""
MOST_ENTITIES, MOST_FIELDS = 200, 150
UNFULFILLED = (), ("rows",), ("rows", "pattern"), ("rows", "pattern", "unique")
"""What is left out, step by step, until values can be made up that keep every rule."""


@dataclass(frozen=True, slots=True)
class Written:
    """The spec that was written: where, by which importer, its entities, and what was left out."""

    path: Path
    importer: str
    entities: tuple[str, ...]
    lost: tuple[str, ...]


def import_file(file: Path, plugins: Plugins, *, into: Path, name: str = "", kind: str = "") -> Written:
    """Write `into/prototypes/NAME/spec.yaml` from a file; `kind` names an importer, which is else found out.

    Raises ToolkitError for a file that no importer reads, and for a spec that is there already.
    """
    key = _key(name or file.stem)
    path = into / "prototypes" / key / SPEC
    if path.exists():
        fix = f"choose another name, as in: showtell import {file.name} {key}-2"
        raise ToolkitError("there is a spec of this name already", where=str(path), fix=fix)
    text = handed(file, SCHEMA)
    importer = _chosen(kind, plugins) if kind else _recognised(file, text, plugins)
    drafted = _drafted(_found(importer, file, text), file, importer, plugins)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drafted.text, encoding="utf-8")
    except OSError as error:
        fix = "work in a folder that you may write to"
        raise ToolkitError(f"the spec cannot be written: {error.strerror}", where=str(path), fix=fix) from error
    return Written(path, importer.name, drafted.entities, drafted.lost)


def _key(name: str) -> str:
    key = slug(name)
    if not any(letter.isalnum() for letter in name) or len(key) > 60:
        fix = "give it a short one, as in: showtell import schema.sql shop"
        raise ToolkitError(f"'{name[:60]}' is no name for a prototype", fix=fix)
    return key


def _chosen(kind: str, plugins: Plugins) -> Importer:
    if kind in plugins.importers:
        return plugins.importers[kind]
    close = get_close_matches(kind, plugins.importers, n=1)
    fix = f"did you mean '{close[0]}'?" if close else f"name one of: {', '.join(sorted(plugins.importers))}"
    raise ToolkitError(f"there is no importer '{kind}'", where=f"--as {kind}", fix=fix)


def _recognised(file: Path, text: str, plugins: Plugins) -> Importer:
    """Return the importer that knows such a file: first of those for its ending, then of all; else by the ending."""
    every = sorted(plugins.importers.values(), key=lambda i: file.suffix.lower() not in i.suffixes)
    named = (importer for importer in every if file.suffix.lower() in importer.suffixes)
    found = next((importer for importer in every if importer.recognises(text)), None) or next(named, None)
    if found is None:
        known = "; ".join(f"{i.name} ({', '.join(i.suffixes)})" for i in plugins.importers.values())
        fix = f"say what it is with --as, or bring one of: {known}"
        raise ToolkitError("no importer recognises this file", where=str(file), fix=fix)
    return found


def _found(importer: Importer, file: Path, text: str) -> Imported:
    """Return what an importer found in the file."""
    try:
        found = importer.read(text, file.stem)
    except ToolkitError as error:
        error.where = error.where or str(file)
        raise
    except Exception as error:  # an importer may be foreign code, and what it reads always is
        what = f"the importer '{importer.name}' cannot read this file: {type(error).__name__}: {error}"[:300]
        raise ToolkitError(what, where=str(file), fix="see that it is whole, or say with --as what it is") from error
    if not found.entities:
        what, fix = f"there is nothing in it that '{importer.name}' could make a spec from", importer.about
        raise ToolkitError(what, where=str(file), fix=f"bring one that holds what it reads: {fix}")
    return _cut(found)


def _cut(found: Imported) -> Imported:
    """Return no more than a spec can hold and a person can read; the rest is noted."""
    rest = [f"{len(found.entities) - MOST_ENTITIES} more entities"] if len(found.entities) > MOST_ENTITIES else []
    kept = []
    for entity in found.entities[:MOST_ENTITIES]:
        if len(entity.fields) > MOST_FIELDS:
            rest.append(f"{len(entity.fields) - MOST_FIELDS} more fields of {entity.name}")
        kept.append(replace(entity, fields=entity.fields[:MOST_FIELDS]))
    return replace(found, entities=tuple(kept), lost=(*found.lost, *rest))


def _drafted(found: Imported, file: Path, importer: Importer, plugins: Plugins) -> Drafted:
    """Return a spec that reads and whose data can be made; rules that nothing fulfils are left out."""
    types = [word for kind in plugins.field_types.values() for word in kind.words]
    title = said(slug(file.stem).replace("-", " "))
    for without in UNFULFILLED:
        now = replace(found, lost=(*found.lost, *_given_up(found, without)))
        drafted = draft(now, title, file.name, types=types, without=without)
        problem = _problem(drafted.text, file, plugins)
        if not problem:
            return drafted
    what = f"the spec made by '{importer.name}' cannot be shown: {problem}"
    raise ToolkitError(what, where=str(file), fix="take the part that it names out of the file, and report this")


def _given_up(found: Imported, without: Collection[str]) -> Iterator[str]:
    """Yield what is left out because no values were found that fit."""
    if "rows" in without and any(entity.rows for entity in found.entities):
        yield "the rows themselves, for not all of them fit"
    rules = [name for name in without if name != "rows"]
    if rules:
        yield f"every {' and '.join(rules)}, for no values were found that fit"


def _problem(text: str, file: Path, plugins: Plugins) -> str:
    """Return why a spec cannot be shown, or nothing."""
    reading = read_text(text, file.name, plugins.parts)
    if reading.solution is None:
        return next((finding.message for finding in reading.errors), "it does not read")
    try:
        make(reading.solution, plugins.parts.types, phrases=plugins.phrases)
    except ToolkitError as error:
        return error.what
    return ""
