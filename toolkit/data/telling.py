"""What rows say: titles, descriptions and replies that belong together, out of curated phrases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolkit.data.chance import marked, mixed
from toolkit.data.naming import about, words_of
from toolkit.data.nouns import DESCRIBED, FIELDS, GOODS, LISTS, MATTERS, NAMED, REPLIES, TITLED
from toolkit.data.phrasebook import Book
from toolkit.domain.phrases import Story
from toolkit.domain.solution import Entity, Field

__all__ = ["Story"]


@dataclass(frozen=True, slots=True)
class Matter:
    """What one row is about: a story, and the number from which its blanks are filled."""

    story: Story
    mark: int


def stories_of(book: Book, entity: Entity) -> tuple[Story, ...]:
    """Return the stories that rows of an entity can tell; none where its name suits none."""
    kind = _first(entity.name, MATTERS)
    told = book.stories(kind) if kind else ()
    return (*told, *book.stories("returns")) if kind == "complaints" and not book.has(kind) else told


def _first(name: str, nouns: Mapping[str, frozenset[str]]) -> str:
    return next((kind for kind, words in nouns.items() if about(name, words)), "")


def names_row(entity: Entity, field: Field) -> bool:
    """Return whether a field is what rows are told apart by: called a title, or naming rows that no person names."""
    person = any(f.type == "person" for f in entity.fields.values())
    return about(field.name, TITLED) or (field is entity.title and not person)


def kind_of(entity: Entity, field: Field) -> str:
    """Return the kind of phrases that suit a field: by its own name, or, for what names a row, by its entity's."""
    if own := _first(field.name, {kind: LISTS[kind] for kind in FIELDS}):
        return own
    if goods := next((kind for kind in GOODS if about(field.name, MATTERS[kind])), ""):
        return goods
    named = names_row(entity, field) or words_of(field.name) & NAMED
    if not named:
        return ""
    asked = _first(field.label, {kind: LISTS[kind] for kind in FIELDS}) if field.label.endswith("?") else ""
    return asked or _first(entity.name, LISTS) or _first(entity.name, MATTERS)


def list_of(book: Book, entity: Entity, field: Field) -> tuple[str, ...]:
    """Return the phrases that suit a field; none where none do."""
    return phrases_of(book, kind_of(entity, field))


def phrases_of(book: Book, kind: str) -> tuple[str, ...]:
    """Return the phrases of a kind; for goods and other matters what they are called."""
    return tuple(story.title for story in book.stories(kind)) if kind in MATTERS else book.lines(kind)


def tells(entity: Entity, field: Field) -> bool:
    """Return whether a paragraph is where a row says what it is about: its description, else its first paragraph."""
    long = [f for f in entity.fields.values() if f.type == "long text" and not f.computed]
    described = (f for f in long if about(f.name, DESCRIBED))
    return field is next(described, next(iter(long), None))


def is_reply(entity: Entity) -> bool:
    """Return whether rows of an entity are something said about another row."""
    return about(entity.name, REPLIES)


def turn(count: int, mark: int, n: int) -> int:
    """Return which of so many things comes at the n-th turn: each comes once before any comes again."""
    return _order(count, mark)[n % count]


@lru_cache(maxsize=64)
def _order(count: int, mark: int) -> tuple[int, ...]:
    return tuple(sorted(range(count), key=lambda place: mixed(mark ^ mixed(place))))


def _shuffled(lines: Sequence[str], cell: int) -> list[str]:
    return sorted(lines, key=lambda line: mixed(cell ^ marked(line)))


def review(book: Book, mark: int, share: float) -> list[str]:
    """Return what somebody writes who gives such a share of the points, in this cell's own order."""
    return _shuffled(book.lines("good" if share > 0.7 else "fair" if share > 0.4 else "bad"), mark)


def descriptions(book: Book, mark: int) -> list[str]:
    """Return sentences that suit anything that is sold, in this cell's own order."""
    return _shuffled(book.lines("descriptions"), mark)


def neutral(book: Book, mark: int) -> list[str]:
    """Return remarks that suit any row, in this cell's own order."""
    return _shuffled(book.lines("neutral"), mark)


def notes(book: Book, cell: int) -> list[str]:
    """Return short sentences of everyday business, in this cell's own order."""
    return _shuffled(book.lines("notes"), cell)


def fit(book: Book, text: str, field: Field, *, mark: int) -> str:
    """Return a text within the field's lengths: cut at a word, or with sentences of everyday business added."""
    low, high = int(field.low or 0), int(field.high) if field.high is not None else 2_000
    for sentence in notes(book, mark) if len(text) < low else ():
        text = f"{text} {sentence}".strip()
        if len(text) >= low:
            break
    if len(text) > high:
        whole = text[: high + 1].rpartition(" ")[0].rstrip(" ,;:–-")
        text = whole if len(whole) >= max(low, 1) else text[:high].rstrip()
    return text.ljust(low, ".") if text else text.ljust(low, "x")


def numbered(text: str, attempt: int, field: Field) -> str:
    """Return a text told apart by a number from the same text in other rows."""
    if not attempt:
        return text
    suffix = f" ({attempt + 1})"
    high = int(field.high) if field.high is not None else len(text) + len(suffix)
    return text[: high - len(suffix)] + suffix if high > len(suffix) else str(attempt)[:high]
