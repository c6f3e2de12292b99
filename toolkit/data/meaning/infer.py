"""The kind of meaning that a field's values have, whose it is, and why we believe so."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from toolkit.data.meaning import tables
from toolkit.data.meaning.contexts import Around, article, decided
from toolkit.data.meaning.lemmas import Lemmas, language_of, lemmas
from toolkit.domain.solution import Entity, Field, Solution

_SPOKEN = {"de": "German", "fr": "French", "es": "Spanish"}
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
_GENERAL = frozenset("name title number code reference description type id key status label text value image".split())
_NOISE = frozenset("name value text string data field id info description title label en de fr es".split())
_NAMED = frozenset({"name", "title", "description", "label"})
_NEVER = frozenset({"id", "type", "status", "state", "date", "flag", "count", "name", "title"})
_NUMERIC = frozenset({"year", "age", "body height", "body weight", "latitude", "longitude", "http status", "port", "level"})
OWN_COUNT = 3
"""Fields of an entity, at least, that begin alike before the beginning is taken for the entity's own mark."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a field is about: a kind of meaning ('' where nothing tells), and `why` in a short sentence.

    `whose` tells fields about different people or places in one row apart: 'billing' of 'billing city'.
    """

    kind: str = ""
    whose: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A field as inference sees it: its name, type and longest text."""

    name: str
    type: str
    longest: float | None = None


def infer(entity: Entity, field: Field, solution: Solution) -> Meaning:
    """Return what a field is about; a kind of '' where neither its name nor what is around it tells."""
    return inferred(entity, solution.language).get(field.name, Meaning())


def inferred(entity: Entity, language: str = "en") -> Mapping[str, Meaning]:
    """Return, by field, what all fields of an entity are about."""
    fields = tuple(Named(f.name, _type(f), f.high) for f in entity.fields.values())
    return _all(entity.name, fields, language)


def _type(field: Field) -> str:
    if field.refers or field.several or field.options or field.moves:
        return "chosen"
    return field.type


@lru_cache(maxsize=512)
def _all(entity: str, fields: tuple[Named, ...], language: str) -> Mapping[str, Meaning]:
    spoken = language_of([entity, *(field.name for field in fields)], language)
    own = lemmas(entity, spoken)
    plain = _without_mark({field.name: lemmas(field.name, spoken) for field in fields})
    beside = {name: _short(found.words, own.words) for name, found in plain.items()}
    meanings = {}
    for field in fields:
        others = frozenset(words for name, words in beside.items() if name != field.name)
        around = Around(own.words, others, (), field.longest, field.type in _NUMBERS)
        whole = lemmas(field.name, spoken)
        exact = _exact(whole, field) if len(whole.words) > len(beside[field.name]) else Meaning()
        meanings[field.name] = exact if exact.kind else _meaning(field, plain[field.name], around)
    return meanings


def _exact(found: Lemmas, field: Named) -> Meaning:
    """Return what a whole name says that has more words than those that a row needs: the customer number of one."""
    kind = _phrases(dates=field.type in _DATES).get(found.words, "") if field.type in _TEXTS | _DATES else ""
    return Meaning(kind, "", _named(found.words, found)) if kind else Meaning()


def _without_mark(names: Mapping[str, Lemmas]) -> Mapping[str, Lemmas]:
    """Return names without the beginning that all of them share: post_title, post_content, post_status."""
    firsts = {found.words[0] for found in names.values() if found.words}
    if len(names) < OWN_COUNT or len(firsts) != 1 or any(len(found.words) < 2 for found in names.values()):
        return names
    return {name: Lemmas(found.words[1:], found.languages) for name, found in names.items()}


def _short(words: tuple[str, ...], entity: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without the entity that it repeats: the customer name of a customer is its name."""
    for size in range(min(len(entity), len(words) - 1), 0, -1):
        if words[:size] in (entity[-size:], entity[:size]):
            return words[size:]
    return words


def _meaning(field: Named, found: Lemmas, around: Around) -> Meaning:
    if field.type in _TYPED:
        return _typed(field, found, around)
    if field.type in _DATES:
        kind, phrase, whose = _phrase(found.words, dates=True)
        return Meaning(kind, whose, _named(phrase, found)) if kind else Meaning()
    if field.type not in _TEXTS | _NUMBERS:
        return Meaning()
    meaning = _read(found, around)
    if field.type in _NUMBERS and not numeric(meaning.kind):
        return Meaning()
    return meaning


def numeric(kind: str) -> bool:
    """Return whether values of a kind are numbers."""
    return kind in _NUMERIC or kind in tables.kinds_of("measures")


def _typed(field: Named, found: Lemmas, around: Around) -> Meaning:
    kind, subject = _TYPED[field.type]
    own, phrase, whose = _phrase(found.words)
    if own in tables.kinds_of(subject) and (field.type != "person" or own == kind):
        return Meaning(own, whose, _named(phrase, found))
    return Meaning(kind, " ".join(_short(found.words, around.entity)[:-1]), f"its type is {field.type}")


def _read(found: Lemmas, around: Around) -> Meaning:
    """Return what a name means among its surroundings: the rules in the order of how much they know."""
    words, short = found.words, _short(found.words, around.entity)
    if not words:
        return Meaning()
    for own, whose in ((short, ()), (short[-2:], short[:-2]), (short[-1:], short[:-1])):
        about = Around(whose or around.entity, around.beside, whose, around.longest, around.number)
        if own and (len(own) < len(short) or own == short) and (own == short or own[-1:] in _whose_matters()):
            kind, why = decided(own, about)
            if kind and (kind, own) and not (whose and _phrase(short)[0] and len(_phrase(short)[1]) > len(own)):
                return Meaning(kind, " ".join(whose), f"its name says {' '.join(own)}{_spoken(found)}, and {why}")
    kind, phrase, whose_ = _phrase(short if len(short) > 1 or short[0] not in _GENERAL else words)
    if kind and not (len(phrase) == 1 and phrase[0] in _GENERAL):
        return Meaning(kind, whose_, _named(phrase, found))
    return _general(short, found, around)


def _whose_matters() -> frozenset[tuple[str, ...]]:
    return frozenset((word,) for word in ("code", "number", "title", "state", "type", "reference"))


def _general(words: tuple[str, ...], found: Lemmas, around: Around) -> Meaning:
    """Return what a word means that only what it belongs to explains: a name, a title, a number, a code."""
    head, owner = words[-1], words[:-1] or around.entity
    if head in {"number", "code", "reference", "type", "id", "key"}:
        kind, phrase, _ = _phrase((*owner, "number" if head in {"id", "no"} else head))
        if kind and len(phrase) > 1:
            return Meaning(kind, "", f"its name says {head}{_spoken(found)}, and it is of {article(owner[-1])}")
    if head in _NAMED or head not in _NEVER | {"number", "code", "reference", "key", "value"}:
        kind, thing = _thing(owner if head in _NAMED else words)
        told = head in _NAMED - {"description"} or head not in _NAMED
        alone = head == "description" and not any(other[-1:] in {("name",), ("title",)} for other in around.beside)
        if kind and (told or (alone and (around.longest or 0) <= SHORT and around.longest)):
            named = f"it is what {article(thing)} is called" if head in _NAMED else f"its name says {thing}{_spoken(found)}"
            return Meaning(kind, " ".join(words[:-1]) if head not in _NAMED else "", named)
    kind, phrase, whose = _phrase(words[-1:])
    if kind:
        return Meaning(kind, " ".join(words[:-1]) or whose, _named(phrase, found))
    if head in _NOISE and len(words) > 1:
        kind, phrase, whose = _phrase(words[:-1])
        if kind and head not in {"id"}:
            return Meaning(kind, whose, _named(phrase, found))
    if head in {"number", "id"}:
        return Meaning("code", "", f"its name says {head}{_spoken(found)}")
    return Meaning("title of a matter", "", "its name says title") if head == "title" else Meaning()


SHORT = 120
"""A description of at most so many characters, in a row that has no other name, is its name."""


def _thing(owner: tuple[str, ...]) -> tuple[str, str]:
    """Return the kind of name that a thing has, and the thing: the last word that is one."""
    things = tables.things()
    for at in (-1, -2):
        if len(owner) >= -at and owner[at] in things:
            return things[owner[at]], owner[at]
    return "", ""


def _named(phrase: tuple[str, ...], found: Lemmas) -> str:
    return f"its name says {' '.join(phrase)}{_spoken(found)}"


def _spoken(found: Lemmas) -> str:
    return f" in {_SPOKEN[found.languages[-1]]}" if found.languages else ""


@cache
def _phrases(*, dates: bool) -> Mapping[tuple[str, ...], str]:
    """Return the kinds by the words that say them, in English order."""
    subjects = [subject for subject in tables.subjects() if (subject == "dates") == dates]
    known: dict[tuple[str, ...], str] = {}
    for subject in subjects:
        for kind, said in tables.kinds_of(subject).items():
            known.setdefault(lemmas(kind).words, kind)
            for phrase in said:
                known.setdefault(lemmas(phrase).words, kind)
    return known


def _phrase(words: tuple[str, ...], *, dates: bool = False) -> tuple[str, tuple[str, ...], str]:
    """Return the kind that the end of a name says, in which words, and what stands before them; the most words win."""
    known = _phrases(dates=dates)
    bare = words[:-1] if len(words) > 1 and words[-1].isdigit() else words
    for said in (words, bare):
        for start in range(len(said)):
            if kind := known.get(said[start:], ""):
                return kind, said[start:], " ".join(said[:start])
    return "", (), ""
