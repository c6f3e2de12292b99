"""One cell's value, by the type and the meaning of its field."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np

from toolkit.data import conversation, people, spread, telling
from toolkit.data.bench import Bench, Made
from toolkit.data.blanks import filled
from toolkit.data.chance import Chance
from toolkit.data.dates import stored
from toolkit.data.kinds import KINDS
from toolkit.data.kinds.measures import SPANS
from toolkit.data.lot import Lot
from toolkit.data.naming import about, listed, words_of
from toolkit.data.nouns import DONE, NAMED
from toolkit.data.patterned import patterned
from toolkit.data.telling import Matter
from toolkit.data.weighing import leaning
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value

_SOLD = listed("product item article produkt artikel produit producto asset")
_REVIEW = listed("review rating feedback bewertung avis reseña")
TOWNS = 4
"""So many other towns are tried before a name is told apart otherwise."""
CODE = 6
RATINGS = frozenset({"rating", "score"})
"""Kinds that say how good something is: most are content."""
PRICES = frozenset({"price", "cost", "fee", "small price"})
"""Kinds that say what one thing costs: prices end in 99 or in nothing."""
SENTENCES = frozenset({"note", "description", "message", "review", "answer"})
"""Kinds that are said in a sentence or two, also in a field of one line."""
TOLD = {
    **{kind: f"{kind}s" for kind in ("project", "task", "meeting", "event", "reason", "course", "question", "goal")},
    "category": "categories",
    "diagnosis": "diagnoses",
    "product name": "products",
    "service": "services",
    "title of a matter": "requests",
    "document type": "documents",
    "asset": "assets",
}
"""Lists of phrases from which a kind is told, whatever its field is called."""
OTHERS = 8
"""So many other phrases are tried before one is told apart by a number."""
ENDS = (0.99, 0.95, 0.5, 0.0, 0.0)
YEAR = timedelta(days=365.25)
_BODY = listed("body text content message comment note notes remark description details reply answer")
_PERSONAL = listed("user employee person customer client patient guest member student teacher traveller agent")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value to be made: the row's matter and that of the row it belongs to are what it may speak of."""

    bench: Bench
    entity: Entity
    field: Field
    row: Made
    matter: Matter | None = None
    above: Matter | None = None
    birth: datetime | None = None

    @property
    def key(self) -> str:
        """The row's id."""
        return str(self.row["id"])

    @property
    def number(self) -> int:
        """The row's number."""
        return int(self.key.rpartition("-")[2])

    @property
    def mark(self) -> int:
        """The number that all chance of this cell comes from."""
        return self.bench.cell(self.entity.name, self.key, self.field.name)

    @property
    def is_long(self) -> bool:
        """Whether the field holds paragraphs."""
        return self.bench.type_of(self.field).input == "area"

    def chance(self, attempt: int = 0) -> Chance:
        """Return the cell's chance; another attempt has another."""
        name = f"{self.field.name} {attempt}" if attempt else self.field.name
        level = self.matter.story.weight if self.matter else ""
        options = leaning(self.bench.solution, self.field, level) if self.field.options else None
        return self.bench.chance(self.entity.name, self.key, name, leaning=options)

    def fit(self, text: str) -> str:
        """Return a text within the field's lengths."""
        return telling.fit(self.bench.words.book, text, self.field, mark=self.mark)


def number(cell: Cell, attempt: int = 0) -> Value:
    """Return a number as its line says; else within its bounds, or within what its name or its row makes usual."""
    bench, field, chance = cell.bench, cell.field, cell.chance(attempt)
    kind = kind_of(bench, cell.entity, field)
    if spread.is_drawn(field):
        years = (cell.birth - bench.now) / YEAR if cell.birth else 0.0
        return _priced(field, kind, spread.plain(spread.one(field, chance.cell, years), field), chance)
    cost = cell.matter.story.price if cell.matter and field.type == "money" and kind in PRICES else None
    inside = bounded(field, kind, cost)
    value = bench.type_of(field).fake(inside, chance)
    if kind in RATINGS and isinstance(value, int):
        return round(value + (inside.high - value) * chance.share() ** 0.8) if inside.high is not None else value
    return _priced(field, kind, value, chance)


def kind_of(bench: Bench, entity: Entity, field: Field) -> str:
    """Return the kind of meaning of a field; '' where nothing tells."""
    return bench.meaning(entity, field).kind


def _priced(field: Field, kind: str, value: Value, chance: Chance) -> Value:
    """Return a price with an ending that shops like, where the range allows it; any other value as it is."""
    if field.type == "money" and kind in PRICES and isinstance(value, float | int):
        price = int(value) + ENDS[chance.whole(0, len(ENDS) - 1)]
        fits = (field.low is None or price >= field.low) and (field.high is None or price <= field.high)
        return round(price, 2) if fits else value
    return value


def bounded(field: Field, kind: str, usual: tuple[float, float] | None = None) -> Field:
    """Return a field of numbers with bounds: where the spec sets none, the usual ones of its kind of meaning."""
    span = SPANS.get(kind)
    usual = usual or ((span.low, span.high) if span else None)
    free = field.low is None and field.high is None
    return replace(field, low=usual[0], high=usual[1]) if usual and free else _closed(field)


def _closed(field: Field) -> Field:
    """Return the field with both bounds where the spec gives only one that the usual other contradicts."""
    if field.low is not None and field.high is None:
        return replace(field, high=max(field.low * 2, field.low + 100))
    if field.high is not None and field.low is None:
        return replace(field, low=min(0.0, field.high - 100) if field.high <= 0 else 0.0)
    return field


def chosen(bench: Bench, field: Field, chance: Chance) -> Value:
    """Return what the type makes up; a needed 'any of' has at least one."""
    if field.spread and field.spread.yes is not None:
        return chance.share() < field.spread.yes
    value = bench.type_of(field).fake(field, chance)
    if value == () and field.required and field.options:
        return (chance.pick(field.options),)
    if isinstance(value, timedelta) and bench.type_of(field).span == "days":
        return stored(bench, field, bench.now + value)
    return value


def text(cell: Cell, attempt: int) -> str:
    """Return a line or a paragraph: by pattern, else by what the field's name and the row's matter mean."""
    bench, chance, part = cell.bench, cell.chance(attempt), people.part_of_name(cell.field)
    if cell.field.pattern:
        pinned = (bench.tables[cell.entity.name][key].get(cell.field.name) for key in bench.given[cell.entity.name])
        return patterned(cell.field, chance, like={str(value) for value in pinned if value})
    if part in {"given", "family"}:
        return cell.fit(people.name_in(bench, cell.entity, cell.row)[part == "family"])
    if part == "user":
        return cell.fit(people.user_name(bench, cell.entity, cell.row, attempt))
    if part == "whole" or (words_of(cell.field.name) == {"name"} and about(cell.entity.name, _PERSONAL)):
        return cell.fit(bench.words.person(chance.stream)[0])
    return _said(cell, attempt)


def _said(cell: Cell, attempt: int) -> str:
    """Return what the row's matter says in this field, else a reply, a paragraph or a line of the field's meaning."""
    if cell.matter and cell.matter.story.text and telling.tells(cell.entity, cell.field):
        return cell.fit(filled(cell.bench, cell.matter.story.text, cell.matter.mark))
    if cell.matter and cell.is_long and about(cell.field.name, DONE) and (done := _done(cell)):
        return done
    if cell.above is None and telling.is_message(cell.entity) and (cell.is_long or about(cell.field.name, _BODY)):
        return _phrase(cell, "message", attempt)
    replies = telling.is_reply(cell.entity) or (cell.above is not None and cell.matter is None)
    if replies and (cell.is_long or about(cell.field.name, _BODY)):
        return _reply(cell, attempt)
    return _note(cell, attempt) if cell.is_long else _line(cell, attempt)


def _done(cell: Cell) -> str:
    """Return what was answered to the row's matter; none where there were only questions."""
    answers = [reply for reply in cell.matter.story.replies if "?" not in reply] if cell.matter else []
    return cell.fit(filled(cell.bench, answers[cell.mark % len(answers)], cell.mark)) if answers else ""


def _line(cell: Cell, attempt: int) -> str:
    """Return a short text of the field's meaning: a code, a place, a sentence, a phrase, else a plain one."""
    kind = kind_of(cell.bench, cell.entity, cell.field)
    if cell.matter and cell.matter.story.tags and telling.kind_of(cell.entity, cell.field) == "categories":
        return cell.fit(cell.matter.story.tags[0])
    if telling.is_numbered(cell.field):
        return cell.fit(f"{telling.noun(cell.field.name)} {cell.chance(attempt).whole(1, 12)}")
    if telling.is_phrased(cell.bench.words.book, cell.entity, cell.field):
        return _phrase(cell, kind, attempt)
    return _meant(cell, kind, attempt) or _phrase(cell, kind, attempt) or _loose(cell, kind, attempt)


def _loose(cell: Cell, kind: str, attempt: int) -> str:
    """Return a sentence or a plain name where nothing better is known."""
    return (_note if kind in SENTENCES else _plain)(cell, attempt)


def _meant(cell: Cell, kind: str, attempt: int) -> str:
    """Return a text of the field's kind of meaning; none where its kind is told in phrases."""
    if kind in KINDS:
        return cell.fit(str(KINDS[kind](single(cell, attempt))[0]))
    return ""


def single(cell: Cell, attempt: int = 0) -> Lot:
    """Return one cell as a lot of its own, for a value that is made row by row."""
    bench, entity, field = cell.bench, cell.entity, cell.field
    numbers = [np.array([n], np.uint64) for n in (cell.chance(attempt).cell, bench.cell(entity.name, cell.key, ""))]
    place = np.array([cell.number + attempt], np.int64)
    mark, whose = bench.mark(entity.name, field.name), bench.meaning(entity, field).whose
    return Lot(entity, field, numbers[0], bench.words, whose, numbers[1], places=place, mark=mark, now=bench.now)


def _phrase(cell: Cell, kind: str, attempt: int) -> str:
    """Return one of the phrases that suit the field, each once before any comes again; none if none suit."""
    book = cell.bench.words.book
    told = "messages" if kind == "message" else TOLD.get(kind, "")
    named, meant = telling.list_of(book, cell.entity, cell.field), telling.phrases_of(book, told)
    lines = (meant or named) if cell.field.means else (named or meant)
    if not lines:
        return ""
    order = cell.bench.cell(cell.entity.name, "", cell.field.name)
    line = lines[telling.turn(len(lines), order, cell.number + min(attempt, OTHERS))]
    text = cell.fit(filled(cell.bench, line, cell.chance(attempt).cell))
    tails = telling.tails(cell.bench.words.book, telling.kind_of(cell.entity, cell.field))
    return telling.numbered(text, max(attempt - OTHERS, 0), cell.field, tails)


def _reply(cell: Cell, attempt: int) -> str:
    """Return something said in a conversation about the row above."""
    if (cell.entity.name, cell.key) in cell.bench.turns:
        lines = conversation.said(cell.bench, cell.entity, cell.key, cell.above)
    else:
        lines = [(line, cell.mark) for line in telling.neutral(cell.bench.words.book, cell.mark)]
    line, mark = lines[attempt % len(lines)]
    return cell.fit(filled(cell.bench, line, mark))


def _note(cell: Cell, attempt: int) -> str:
    """Return one or two sentences: what the field asks for, praise or blame, what is good about a product, business."""
    if telling.asked(cell.field) and (line := _phrase(cell, "", attempt)):
        return line
    if about(cell.entity.name, _REVIEW):
        lines = telling.review(cell.bench.words.book, cell.mark, _points(cell))
    else:
        lines = (telling.descriptions if about(cell.entity.name, _SOLD) else telling.notes)(
            cell.bench.words.book, cell.mark
        )
    count = 2 if cell.mark % 3 == 0 else 1
    return cell.fit(filled(cell.bench, " ".join((lines * 2)[attempt % len(lines) :][:count]), cell.mark))


def _points(cell: Cell) -> float:
    """Return which share of the points a review gives."""
    rated = (f for f in cell.entity.fields.values() if f.high and kind_of(cell.bench, cell.entity, f) in RATINGS)
    return next((float(str(cell.row[f.name])) / (f.high or 1) for f in rated if cell.row.get(f.name) is not None), 1.0)


def _placed(cell: Cell, attempt: int) -> str:
    """Return a thing with the town that it is in, 'Pump station Leeds'; a code where that is too long."""
    words, chance = cell.bench.words, cell.chance(min(attempt, TOWNS))
    name = f"{telling.noun(cell.entity.name)} {words.city(chance.stream)}"
    if cell.field.high is not None and len(name) > cell.field.high:
        return cell.fit(telling.code(cell.chance(attempt).cell, CODE))
    return cell.fit(telling.numbered(name, max(attempt - TOWNS, 0), cell.field, telling.tails(words.book, "")))


def _plain(cell: Cell, attempt: int) -> str:
    """Return text for a field whose name says nothing: thing and town for what names a row, else a short note."""
    low, high = cell.field.low or 0, int(cell.field.high) if cell.field.high is not None else 200
    words = words_of(cell.field.name)
    if "id" in words or (cell.field.unique and not words & NAMED and cell.field is not cell.entity.title):
        return cell.fit(telling.code(cell.chance(attempt).cell, CODE))
    if telling.names_row(cell.entity, cell.field) or words & NAMED:
        return _placed(cell, attempt)
    lines = [line.rstrip(".") for line in telling.notes(cell.bench.words.book, cell.mark)]
    fitting = [line for line in lines if low <= len(line) <= high and "{" not in line] or lines
    return cell.fit(fitting[attempt % len(fitting)])
