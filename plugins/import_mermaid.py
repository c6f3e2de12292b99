"""The importer `mermaid`: an erDiagram as entities, a stateDiagram as a life cycle."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from toolkit import (
    Imported,
    ImportedEntity,
    ImportedField,
    ImportedMove,
    Importer,
    column_line,
    hook,
    several_words,
    text_type,
)

_STARTS = re.compile(r"^[ \t]*(erDiagram|stateDiagram(?:-v2)?)\b", re.MULTILINE)
_NAME = r'(?:"[^"\n]{1,80}"|[\w-]{1,80})'
_LINK = re.compile(rf"({_NAME})\s*([|}}][|o])(?:--|\.\.)([|o][|{{])\s*({_NAME})\s*(?::\s*(.*))?")
_ENTITY = re.compile(rf"({_NAME})(?:\[\"?([^\]\"]+)\"?\])?\s*(\{{)?\s*(\}})?")
_COLUMN = re.compile(r"([\w(),.\[\]-]+)\s+(\*?[\w-]+)((?:\s*,?\s*\b(?:PK|FK|UK)\b)*)\s*(\"[^\"]*\")?")
_MOVE = re.compile(r"(\[\*\]|[\w-]+)\s*-->\s*(\[\*\]|[\w-]+)\s*(?::\s*(.+))?")
_ALIAS = re.compile(r"state\s+\"([^\"\n]+)\"\s+as\s+([\w-]+)|([\w-]+)\s*:\s*(.+)")
_TITLE = re.compile(r"^[ \t]*(?:title|accTitle)[ \t]*:?[ \t]*(\S.*)$", re.MULTILINE)


def recognises(text: str) -> bool:
    """Return whether a diagram of one of the two kinds begins in it."""
    return bool(_STARTS.search(text))


def read(text: str, name: str) -> Imported:
    """Return the entities of all diagrams; a life cycle goes to the entity that its title names, else to the first."""
    entities: dict[str, list[ImportedField]] = {}
    lost: list[str] = []
    begins = [*_STARTS.finditer(text)]
    for place, begin in enumerate(begins):
        end = begins[place + 1].start() if place + 1 < len(begins) else len(text)
        lines = [line.partition("%%")[0].strip() for line in text[begin.end() : end].partition("```")[0].splitlines()]
        if begin[1] == "erDiagram":
            _entities(lines, entities, lost)
            continue
        moves, more = _life(lines)
        lost += more
        titled = _TITLE.findall(text[:end])
        _give(moves, titled[-1] if titled else name, entities, lost)
    return Imported(tuple(ImportedEntity(n, tuple(fields)) for n, fields in entities.items()), lost=tuple(lost))


def _entities(lines: Sequence[str], entities: dict[str, list[ImportedField]], lost: list[str]) -> None:
    """Take the entities of a diagram, and let its relationships lead from the many to the one."""
    inside, links, called = "", [], dict[str, str]()
    for line in lines:
        if inside and line != "}":
            if found := _column(line):
                entities[inside].append(found)
        elif link := _LINK.match(line):
            links.append(link.groups(""))
        elif entity := _ENTITY.fullmatch(line):
            name = entity[1].strip('"')
            called[name] = entity[2] or name
            entities.setdefault(called[name], [])
            inside = called[name] if entity[3] and not entity[4] else ""
            continue
        inside = "" if line == "}" else inside
    for left, near, far, right, label in links:
        ends = [called.get(end.strip('"'), end.strip('"')) for end in (left, right)]
        for end in ends:
            entities.setdefault(end, [])
        _relate(ends, (near, far), label, entities=entities, lost=lost)


def _relate(
    ends: Sequence[str], signs: Sequence[str], label: str, *, entities: dict[str, list[ImportedField]], lost: list[str]
) -> None:
    """Give the end of which there are many a reference to the other; of one and one, the second."""
    many = ["}" in signs[0], "{" in signs[1]]
    if all(many):
        rules = ("optional",) if "o" in signs[1] else ()
        entities[ends[0]].append(ImportedField(several_words(ends[1]), several=ends[1], rules=rules))
        return
    one, other, sign = (ends[1], ends[0], signs[1]) if many[0] else (ends[0], ends[1], signs[0])
    fields = entities[other]
    stem = re.sub(r"\W|_", "", one).casefold()
    known = next((n for n, f in enumerate(fields) if re.sub(r"\W|_", "", f.name).casefold() in {stem, f"{stem}id"}), -1)
    rules = ("optional",) if "o" in sign else ()
    if known >= 0 and not fields[known].refers:
        fields[known] = replace(fields[known], refers=one, rules=rules, lost="")
    elif known < 0:
        lost_ = "" if any(many) else "one to one in the file"
        fields.append(ImportedField(one, refers=one, rules=rules, lost=lost_))


def _column(line: str) -> ImportedField | None:
    """Return the field of one line; a key of the row's own is none."""
    found = _COLUMN.match(line)
    if not found:
        return None
    kind, name, keys = found[1].casefold(), found[2].lstrip("*"), found[3]
    own = "PK" in keys and "FK" not in keys
    if own and re.search(r"(^|_|[a-z])(id|ID|Id|uuid)$", name):
        return None
    short = kind.partition("(")[0]
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name)
    sizes = [int(size) for size in re.findall(r"\d+", kind.partition("(")[2])]
    line, said = column_line(short.removesuffix("[]").upper(), words, sizes)
    rules = (*said, *(("unique",) if own or "UK" in keys else ()))
    lost = "a list in the file" if kind.endswith("[]") else ""
    return ImportedField(name, "long text" if lost else line or text_type(words), rules=rules, lost=lost)


def _life(lines: Sequence[str]) -> tuple[list[ImportedMove], list[str]]:
    """Return the moves of a state diagram, those out of its first state first, and what was lost."""
    names = dict(_aliases(lines))
    first, moves, lost = "", list[ImportedMove](), list[str]()
    for line in lines:
        found = _MOVE.match(line)
        if found and found[1] == "[*]":
            first = first or names.get(found[2], found[2])
        elif found and found[2] != "[*]":
            source, target = (names.get(state, state) for state in (found[1], found[2]))
            moves.append(ImportedMove(source, target, (found[3] or "").partition("[")[0]))
        elif re.match(r"state\s+\w+\s*\{|--$|state\s+\w+\s+<<", line):
            lost.append(f"a state within a state, a fork or a choice: {line}")
    return sorted(moves, key=lambda move: move.source != first), lost


def _aliases(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield states with the words that they are described by."""
    for line in lines:
        if found := _ALIAS.fullmatch(line):
            yield (found[2], found[1]) if found[2] else (found[3], found[4])


def _give(moves: Sequence[ImportedMove], title: str, entities: dict[str, list[ImportedField]], lost: list[str]) -> None:
    """Give an entity its life cycle, in the place of its status where it has one."""
    if not moves:
        return
    wanted = next((n for n in entities if n.casefold() in title.casefold()), next(iter(entities), ""))
    if not wanted:
        wanted = title
        entities[wanted] = [ImportedField("title")]
    elif wanted.casefold() not in title.casefold():
        lost.append(f"whose life cycle it is: {wanted} has it now")
    fields = entities[wanted]
    place = next((n for n, field in enumerate(fields) if field.name.casefold() in {"status", "state"}), len(fields))
    name = fields[place].name if place < len(fields) else "status"
    fields[place : place + 1] = [ImportedField(name, moves=tuple(moves))]


@hook
def register_importers() -> Iterable[Importer]:
    """Bring Mermaid."""
    about = "Mermaid with an erDiagram, a stateDiagram or both, alone or in Markdown."
    return (Importer("mermaid", about, (".mmd", ".mermaid", ".md"), recognises, read),)
