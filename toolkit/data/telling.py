"""What rows say: titles, descriptions and replies that belong together, out of curated phrases."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolkit.data.chance import marked, mixed
from toolkit.data.naming import about, words_of
from toolkit.data.nouns import (
    CAME_FOR,
    DESCRIBED,
    DONE,
    FIELDS,
    GOODS,
    LISTS,
    MATTERS,
    NAMED,
    NUMBERED,
    REPLIES,
    TITLED,
)
from toolkit.data.phrasebook import Book
from toolkit.domain.phrases import Story
from toolkit.domain.solution import Entity, Field

__all__ = ["Story"]


COMPOUND = 5
"""A noun of so many letters is looked for at the end of a longer word, too."""
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True, slots=True)
class Matter:
    """What one row is about: a story, and the number from which its blanks are filled."""

    story: Story
    mark: int


def stories_of(book: Book, entity: Entity) -> tuple[Story, ...]:
    """Return the stories that rows of an entity can tell; none where its name suits none."""
    kind = _first(entity.name, MATTERS)
    if not kind and about(entity.title.name, TITLED) and tells_any(entity) and not _first(entity.name, LISTS):
        kind = "requests"
    told = (book.stories(kind) if book.has(kind) or kind != "claims" else book.stories("requests")) if kind else ()
    return (*told, *book.stories("returns")) if kind == "complaints" and not book.has(kind) else told


def _first(name: str, nouns: Mapping[str, frozenset[str]]) -> str:
    """Return the first kind with a noun that a name has, or that a word of it ends in: 'Schulausflug' is an Ausflug."""
    return _named(name, tuple(nouns.items()))


@lru_cache(maxsize=4096)
def _named(name: str, nouns: tuple[tuple[str, frozenset[str]], ...]) -> str:
    told = next((kind for kind, words in nouns if about(name, words)), "")
    ends = words_of(name)
    return told or next((kind for kind, words in nouns if any(_ends(word, words) for word in ends)), "")


def _ends(word: str, nouns: frozenset[str]) -> bool:
    return any(len(noun) >= COMPOUND and word.endswith(noun) for noun in nouns)


def names_row(entity: Entity, field: Field) -> bool:
    """Return whether a field is what rows are told apart by: called a title, or naming rows that no person names."""
    person = any(f.type == "person" for f in entity.fields.values())
    return about(field.name, TITLED) or (field is entity.title and not person)


def kind_of(entity: Entity, field: Field) -> str:
    """Return the kind of phrases that suit a field: by its own name, or, for what names a row, by its entity's."""
    if _first(entity.name, LISTS) == "appointments" and about(field.name, CAME_FOR) and len(words_of(field.name)) == 1:
        return "appointments"
    if own := asked(field):
        return own
    if goods := next((kind for kind in GOODS if about(field.name, MATTERS[kind])), ""):
        return goods
    named = names_row(entity, field) or words_of(field.name) & NAMED
    if not named:
        return ""
    question = _first(field.label, {kind: LISTS[kind] for kind in FIELDS}) if field.label.endswith("?") else ""
    return question or _first(entity.name, LISTS) or _first(entity.name, MATTERS)


def asked(field: Field) -> str:
    """Return the kind of phrases that a field asks for by its own name: a reason, a diagnosis."""
    return _first(field.name, {kind: LISTS[kind] for kind in FIELDS})


def noun(name: str) -> str:
    """Return the name of an entity as it is read: 'PumpStation' is 'Pump station'."""
    words = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", name).replace("_", " ")
    return words[:1].upper() + (words[1:] if " " in name else words[1:].lower())


def tells_any(entity: Entity) -> bool:
    """Return whether rows of an entity have a paragraph about themselves."""
    return any(tells(entity, field) for field in entity.fields.values())


def is_own(book: Book, entity: Entity, field: Field) -> bool:
    """Return whether the trade itself has names for what a field names: they go before what any trade has."""
    kind = kind_of(entity, field)
    return bool(kind) and book.has(kind) and (kind in GOODS or bool(words_of(field.name) & (NAMED | TITLED)))


def is_numbered(field: Field) -> bool:
    """Return whether a field is a place in a building that has a number: 'Gate 4'."""
    words = words_of(field.name)
    return len(words) == 1 and words <= NUMBERED


def is_phrased(book: Book, entity: Entity, field: Field) -> bool:
    """Return whether phrases of the trade go before what the field's name alone would mean."""
    if field.means:
        return False
    answers = field.type == "long text" and about(field.name, DONE) and bool(stories_of(book, entity))
    return answers or is_numbered(field) or is_own(book, entity, field) or kind_of(entity, field) == "appointments"


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


def tails(book: Book, kind: str) -> tuple[str, ...]:
    """Return what things of one name are told apart by: colour and size of goods, the team of anything else."""
    return book.lines("variants") if kind in GOODS else book.lines("teams")


def is_reply(entity: Entity) -> bool:
    """Return whether rows of an entity are something said about another row."""
    return about(entity.name, REPLIES)


def is_message(entity: Entity) -> bool:
    """Return whether rows of an entity are messages to or from somebody."""
    return about(entity.name, LISTS["messages"])


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
    sentences = [line for line in notes(book, mark) if "{" not in line] if len(text) < low else []
    for n in range(low if sentences else 0):
        if len(text) >= low:
            break
        text = f"{text} {sentences[n % len(sentences)]}".strip()
    if len(text) > high:
        whole = text[: high + 1].rpartition(" ")[0].rstrip(" ,;:–-")
        text = whole or text[:high].rstrip()
    short = low - len(text)
    return (
        text
        if short <= 0
        else f"{text}{' ' if text and short > 1 else ''}{code(mark, short - (short > 1 and bool(text)))}"
    )


def code(mark: int, length: int) -> str:
    """Return letters and digits that cannot be mistaken for one another, as booking numbers have them."""
    numbers = (mixed(mark ^ place) for place in range(length))
    return "".join(LETTERS[number % len(LETTERS)] for number in numbers)


def numbered(text: str, attempt: int, field: Field, tails: Sequence[str] = ()) -> str:
    """Return a text told apart from the same text in other rows: by one of the tails, then by a number."""
    if not attempt:
        return text
    high = int(field.high) if field.high is not None else 2_000
    if attempt <= len(tails) and len(f"{text}, {tails[attempt - 1]}") <= high:
        return f"{text}, {tails[attempt - 1]}"
    suffix = f" ({attempt + 1})"
    high = int(field.high) if field.high is not None else len(text) + len(suffix)
    return text[: high - len(suffix)] + suffix if high > len(suffix) else str(attempt)[:high]
