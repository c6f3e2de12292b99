"""One line a field: `TYPE WORDS[, rule ...] [= default]`, taken apart with the place of every part."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from toolkit.domain.kinds import FieldType


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line and how many characters stand before it."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Line:
    """A field's line: what it is, its rules, its default and, last, the condition on what may be chosen."""

    head: Piece
    rules: tuple[Piece, ...] = ()
    default: Piece | None = None
    where: Piece | None = None


def split(text: str) -> Line:
    """Take a line apart; `where` takes everything after it, and the default stands before that."""
    where = None
    if found := re.search(r"(?:^|,)\s*where\s+(?=\S)", text):
        where, text = Piece(text[found.end() :].strip(), found.end()), text[: found.start()]
    default = None
    if found := re.search(r"\s=\s+(?=\S)|\s=$", text):
        default, text = Piece(text[found.end() :].strip(), found.end()), text[: found.start()]
    pieces = pieces_of(text)
    return Line(pieces[0], tuple(pieces[1:]), default, where)


def pieces_of(text: str) -> list[Piece]:
    """Return what stands between commas, brackets and braces kept whole; always at least one piece."""
    pieces, start, depth = [], 0, 0
    whole = sum(text.count(c) for c in "([{") == sum(text.count(c) for c in ")]}")
    for at, letter in enumerate(text):
        depth = max(0, depth + (letter in "([{") - (letter in ")]}")) if whole else 0
        if letter == "," and not depth:
            pieces.append(_piece(text, start, at))
            start = at + 1
    return [*pieces, _piece(text, start, len(text))]


def _piece(text: str, start: int, end: int) -> Piece:
    part = text[start:end]
    return Piece(part.strip(), start + len(part) - len(part.lstrip()))


class RuleError(ValueError):
    """A rule cannot be read: the message, and how to mend it."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.message, self.fix = message, fix


@dataclass(frozen=True, slots=True)
class Meant:
    """What a line's head means: a type and the rest of the head, or the name of an entity."""

    type: FieldType | None
    rest: Piece
    entity: str = ""


def head(piece: Piece, types: Mapping[str, FieldType], entities: Collection[str]) -> Meant | None:
    """Return what the beginning of a line means, the longest words first; None for what nobody knows."""
    if piece.text in entities:
        return Meant(None, Piece("", piece.offset), piece.text)
    words = sorted(((w, t) for t in types.values() for w in t.words), key=lambda pair: -len(pair[0]))
    for word, kind in words:
        if re.match(re.escape(word) + r"(?!\w)", piece.text, re.IGNORECASE):
            rest = piece.text[len(word) :]
            return Meant(kind, Piece(rest.strip(), piece.offset + len(piece.text) - len(rest.lstrip())))
    return None


def takes_options(kind: FieldType) -> bool:
    """Return whether a line of this type lists what can be chosen."""
    return kind.name in {"one of", "any of"}
