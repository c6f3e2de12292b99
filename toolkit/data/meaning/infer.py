"""The kind of meaning that a field's values have, whose it is, and why we believe so."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from toolkit.data.meaning import tables
from toolkit.data.meaning.contexts import Around
from toolkit.data.meaning.lemmas import Lemmas, language_of, lemmas
from toolkit.data.meaning.reading import Meaning, phrase_of, phrases, read, said_in, short
from toolkit.data.meaning.spelling import parts, singular
from toolkit.domain.meanings import NUMBERS
from toolkit.domain.solution import Entity, Field, Solution

_TYPED = {
    "person": ("full name", "person"),
    "email": ("email", "contact"),
    "phone": ("phone", "contact"),
    "address": ("address", "place"),
    "url": ("url", "contact"),
    "time": ("time of day", "things"),
}
"""Types that say what their values are; a name may say more, out of the same subject: a phone may be a fax."""
_NUMBERS = frozenset({"number", "money", "percent"})
_DATES = frozenset({"date", "datetime"})
_TEXTS = frozenset({"text", "long text"})
_NUMERIC = frozenset(
    {"year", "age", "body height", "body weight", "latitude", "longitude", "http status", "port", "level"}
)
_PREPOSITIONS = frozenset({"to", "from", "at", "on", "by", "when", "since", "until"})
"""Words that say a date only of a date."""
_SATELLITES = frozenset({"description", "translation", "lang", "i18n", "trl"})
"""Last words of tables that hold the texts of another: product_description."""
SAID = "the spec says so"
SHORTEST = 3
"""Letters, at least, of an entity's name cut short: 'pub' of publishers."""
OWN_COUNT = 3
"""Fields of an entity, at least, that begin alike before the beginning is taken for the entity's own mark."""


@dataclass(frozen=True, slots=True)
class Named:
    """A field as inference sees it: its name, type and longest text."""

    name: str
    type: str
    longest: float | None = None


def infer(entity: Entity, field: Field, solution: Solution) -> Meaning:
    """Return what a field is about; a kind of '' where neither its name nor what is around it tells."""
    found = inferred(entity, solution.language, _near(entity, solution)).get(field.name, Meaning())
    if not field.means:
        return found
    instead = f"{SAID}, not {found.kind}" if found.kind not in ("", field.means) else SAID
    return Meaning(field.means, found.whose, instead)


def _near(entity: Entity, solution: Solution) -> tuple[str, ...]:
    """Return the entities that refer to one, and those that it refers to."""
    known = solution.base.entities
    own = next((name for name, other in known.items() if entity.name in {name, other.origin}), entity.name)
    above = (f.refers or f.several for f in entity.fields.values() if f.refers or f.several)
    below = (n for n, e in known.items() if any(own in {f.refers, f.several} for f in e.fields.values()))
    names = dict.fromkeys((*above, *below))
    return tuple(known[name].origin if name in known else name for name in names if name != own)


def inferred(entity: Entity, language: str = "en", near: tuple[str, ...] = ()) -> Mapping[str, Meaning]:
    """Return, by field, what all fields of an entity are about."""
    fields = tuple(Named(f.name, _type(f), f.high) for f in entity.fields.values())
    return _all(entity.name, fields, language, near)


def _type(field: Field) -> str:
    if field.refers or field.several or field.options or field.moves:
        return "chosen"
    return field.type


@lru_cache(maxsize=512)
def _all(entity: str, fields: tuple[Named, ...], language: str, near: tuple[str, ...]) -> Mapping[str, Meaning]:
    spoken = language_of([entity, *(field.name for field in fields)], language)
    own = lemmas(_whose_texts(entity), spoken)
    plain = _without_mark({field.name: _told(lemmas(field.name, spoken), parts(entity), own) for field in fields})
    beside = {name: short(found.words, own.words) for name, found in plain.items()}
    going = frozenset(lemmas(name, spoken).words for name in near)
    meanings = {}
    for field in fields:
        others = frozenset(words for name, words in beside.items() if name != field.name)
        long = field.type == "long text"
        around = Around(own.words, others, (), field.longest, field.type in _NUMBERS, going, long)
        whole = lemmas(field.name, spoken)
        exact = _exact(whole, field) if len(whole.words) > len(beside[field.name]) else Meaning()
        meanings[field.name] = exact if exact.kind else _meaning(field, plain[field.name], around)
    return meanings


def _whose_texts(entity: str) -> str:
    """Return the entity that a table holds the texts of; itself where it holds its own."""
    said = parts(entity)
    return " ".join(said[:-1]) if len(said) > 1 and singular(said[-1]) in _SATELLITES else entity


def _told(found: Lemmas, said: tuple[str, ...], own: Lemmas) -> Lemmas:
    """Return a name without a letter before it, and with its entity's beginning written out: pub_name."""
    words = found.words
    if len(words) > 1 and len(words[0]) == 1 and words[0] != "e":
        return Lemmas(words[1:], found.languages)
    begun = len(words) > 1 and len(words[0]) >= SHORTEST and any(part.startswith(words[0]) for part in said)
    return Lemmas((*own.words[-1:], *words[1:]), found.languages) if begun and words[0] not in own.words else found


def _exact(found: Lemmas, field: Named) -> Meaning:
    """Return what a whole name says that has more words than those that a row needs: the customer number of one."""
    kind = phrases(dates=field.type in _DATES).get(found.words, "") if field.type in _TEXTS | _DATES else ""
    return Meaning(kind, "", said_in(found.words, found)) if kind else Meaning()


def _without_mark(names: Mapping[str, Lemmas]) -> Mapping[str, Lemmas]:
    """Return names without the beginning that all of them share: post_title, post_content, post_status."""
    firsts = {found.words[0] for found in names.values() if found.words}
    if len(names) < OWN_COUNT or len(firsts) != 1 or any(len(found.words) < 2 for found in names.values()):
        return names
    return {name: Lemmas(found.words[1:], found.languages) for name, found in names.items()}


def _meaning(field: Named, found: Lemmas, around: Around) -> Meaning:
    if field.type in _TYPED:
        return _typed(field, found, around)
    if field.type in _DATES:
        kind, phrase, whose = phrase_of(found.words, dates=True)
        return Meaning(kind, whose, said_in(phrase, found)) if kind else Meaning()
    if field.type not in _TEXTS | _NUMBERS:
        return Meaning()
    meaning = read(found, around)
    if not meaning.kind and field.type in _TEXTS and ("date" in found.words or _dated(found.words)):
        return Meaning("date", "", said_in(found.words[-1:], found))
    odd = (around.long and meaning.kind in NUMBERS) or (field.type in _NUMBERS and not numeric(meaning.kind))
    return Meaning() if odd else meaning


def _dated(words: tuple[str, ...]) -> bool:
    """Return whether a text's name says a date; 'to' alone says none: 'redirects to'."""
    kind, phrase, _ = phrase_of(words, dates=True)
    return bool(kind) and not (len(phrase) == 1 and phrase[0] in _PREPOSITIONS)


def numeric(kind: str) -> bool:
    """Return whether values of a kind are numbers."""
    return kind in _NUMERIC or kind in tables.kinds_of("measures")


def _typed(field: Named, found: Lemmas, around: Around) -> Meaning:
    kind, subject = _TYPED[field.type]
    own, phrase, whose = phrase_of(found.words)
    if own in tables.kinds_of(subject) and (field.type != "person" or own == kind):
        return Meaning(own, whose, said_in(phrase, found))
    return Meaning(kind, " ".join(short(found.words, around.entity)[:-1]), f"its type is {field.type}")
