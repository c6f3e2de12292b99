"""One name read among its surroundings: what it says, what it belongs to, what stands beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from toolkit.data.meaning import tables
from toolkit.data.meaning.contexts import NOTHING, Around, article, decided
from toolkit.data.meaning.lemmas import Lemmas, lemmas
from toolkit.data.naming import listed
from toolkit.domain.meanings import NUMBERS

_SPOKEN = {"de": "German", "fr": "French", "es": "Spanish"}
_GENERAL = listed("name title number code reference description type id key status label text value image")
"""Words that say too little by themselves: what they belong to decides."""
_NOISE = listed("name value text string data field info description title label en de fr es")
"""Last words that may be left out."""
_OWNED = listed("number code reference type id key title state")
"""Words that belong to something: to what stands before them, else to the entity."""
_PLACES = frozenset({"region", "territory", "district", "city", "country", "department"})
"""Names of things that are described by nothing but their name."""
_FIRST = listed("code number reference")
"""Words that some put first: 'code_client'."""
_NAMED = listed("name title description label")
_NEVER = listed("id type status state date flag count")
"""Words that never are the thing itself."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a field is about: a kind of meaning ('' where nothing tells), and `why` in a short sentence.

    `whose` tells fields about different people or places in one row apart: 'billing' of 'billing city'.
    """

    kind: str = ""
    whose: str = ""
    why: str = ""


def short(words: tuple[str, ...], entity: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without the entity that it repeats: the customer name of a customer is its name."""
    for size in range(min(len(entity), len(words) - 1), 0, -1):
        if words[:size] in (entity[-size:], entity[:size]):
            return words[size:]
    return words


def read(found: Lemmas, around: Around) -> Meaning:
    """Return what a name means among its surroundings: the ways to read it in the order of how much they know."""
    if not found.words:
        return Meaning()
    words = short(found.words, around.entity)
    numbered = len(words) > 1 and words[-1].isdigit() and phrase_of(words)[1][-1:] != words[-1:]
    read = Reading(words[:-1] if numbered else words, found, around)
    ways = (read.by_surroundings, read.by_phrase, read.by_owner, read.by_thing, read.by_head)
    meaning = next((meaning for way in ways if (meaning := way()).kind), Meaning())
    return Meaning() if meaning.kind == NOTHING else meaning


@dataclass(frozen=True, slots=True)
class Reading:
    """A name to be read: its words without the entity's own, all of them, and what is around it."""

    words: tuple[str, ...]
    found: Lemmas
    around: Around

    @property
    def owner(self) -> tuple[str, ...]:
        """What the last word belongs to: what stands before it, else the entity."""
        return self.words[:-1] or self.found.words[: -len(self.words)] or self.around.entity

    def by_surroundings(self) -> Meaning:
        """Return what the entity, the neighbours or the length decide."""
        for cut in range(max(len(self.words) - 2, 0) if len(self.words) > 1 else 0, len(self.words)):
            own, whose = self.words[cut:], self.words[:cut]
            around = replace(self.around, entity=whose or self.around.entity, whose=whose)
            kind, why = decided(own, around, surely=bool(whose) and own[0] not in _OWNED)
            if kind and not (whose and len(phrase_of(self.words)[1]) > len(own)):
                return Meaning(kind, " ".join(whose), f"{said_in(own, self.found)}, and {why}")
        return Meaning()

    def by_phrase(self) -> Meaning:
        """Return what the name itself says, unless it is a word that says little."""
        alone = len(self.words) == 1 and self.words[0] in _GENERAL
        kind, phrase, whose = phrase_of(self.found.words if alone else self.words)
        if self.words[0] in _FIRST and (turned := phrase_of((*self.words[1:], self.words[0])))[1] != self.words[:1]:
            kind, phrase, whose = turned
        says_little = len(phrase) == 1 and phrase[0] in _GENERAL
        return Meaning() if says_little else Meaning(kind, whose, said_in(phrase, self.found))

    def by_owner(self) -> Meaning:
        """Return whose number, code or type it is: the number of an order is an order number."""
        head = self.words[-1]
        if head not in _OWNED - {"title", "state"}:
            return Meaning()
        kind, phrase, _ = phrase_of((*self.owner, "number" if head == "id" else head))
        why = f"{said_in((head,), self.found)}, and it is of {article(self.owner[-1])}"
        return Meaning(kind, "", why) if len(phrase) > 1 else Meaning()

    def by_thing(self) -> Meaning:
        """Return what the thing that is named is called by, or the thing itself: 'title' of a film, 'coach'."""
        head, names = self.words[-1], self.words[-1] in _NAMED
        if head == "value" or head in (_NEVER | _OWNED) - _NAMED:
            return Meaning()
        if head == "description" and not self._is_only_name:
            return Meaning()
        kind, phrase, _ = phrase_of(self.owner) if names else ("", (), "")
        if len(phrase) > 1 and kind not in NUMBERS:
            return Meaning(kind, "", f"it is what {article(' '.join(phrase))} is called")
        kind, thing = _thing(self.owner, (-2, -1)) if names else _thing(self.words, (-1,))
        said = f"it is what {article(thing)} is called" if names else said_in((thing,), self.found)
        return Meaning(kind, "" if names else " ".join(self.words[:-1]), said)

    @property
    def _is_only_name(self) -> bool:
        """Whether a short description is all that rows are called by."""
        named = any(other[-1:] in {("name",), ("title",)} for other in self.around.beside)
        short = self.around.longest is not None and self.around.longest <= SHORT
        return not named and (short or _thing(self.owner, (-1,))[0] in _PLACES)

    def by_head(self) -> Meaning:
        """Return what the last word says alone, or what stands before one that says nothing."""
        head, rest = self.words[-1], self.words[:-1]
        kind, phrase, whose = phrase_of((head,))
        if not kind and rest and head in _NOISE:
            kind, phrase, whose = phrase_of(rest)
            return Meaning(kind, whose, said_in(phrase, self.found))
        if not kind and head in {"number", "id"}:
            kind, phrase = "code", (head,)
        if not kind and head == "title":
            kind, phrase = "title of a matter", (head,)
        if not kind and head not in _NEVER:
            kind, phrase = self._within()
            return Meaning(kind, "", said_in(phrase, self.found))
        return Meaning(kind, " ".join(rest), said_in(phrase, self.found))

    def _within(self) -> tuple[str, tuple[str, ...]]:
        """Return the kind that the longest phrase says that the name begins with: 'private' says nothing of a note."""
        for end in range(len(self.words) - 1, 0, -1):
            said = self.words[:end]
            if (end > 1 or said[0] not in _GENERAL) and (kind := phrases(dates=False).get(said, "")):
                return ("", ()) if kind in NUMBERS and not self.around.number else (kind, said)
        return "", ()


SHORT = 120
"""A description of at most so many characters, in a row that has no other name, is its name."""


def _thing(owner: tuple[str, ...], places: tuple[int, ...]) -> tuple[str, str]:
    """Return the kind of name that a thing has, and the thing: one of the last words, the last two written as one."""
    things = tables.things()
    if len(owner) > 1 and (kind := things.get("".join(owner[-2:]))):
        return kind, " ".join(owner[-2:])
    for at in sorted(places, reverse=True):
        if len(owner) >= -at and owner[at] in things:
            return things[owner[at]], owner[at]
    return "", ""


def said_in(phrase: tuple[str, ...], found: Lemmas) -> str:
    """Return that a name says some words, and in which language."""
    return f"its name says {' '.join(phrase)}{_spoken(found)}"


def _spoken(found: Lemmas) -> str:
    return f" in {_SPOKEN[found.languages[-1]]}" if found.languages else ""


@cache
def phrases(*, dates: bool) -> Mapping[tuple[str, ...], str]:
    """Return the kinds by the words that say them, in English order."""
    subjects = [subject for subject in tables.subjects() if (subject == "dates") == dates]
    known = {lemmas(kind).words: kind for subject in subjects for kind in tables.kinds_of(subject)}
    for subject in subjects:
        for kind, said in tables.kinds_of(subject).items():
            for phrase in said:
                known.setdefault(lemmas(phrase).words, kind)
    return known


def phrase_of(words: tuple[str, ...], *, dates: bool = False) -> tuple[str, tuple[str, ...], str]:
    """Return the kind that the end of a name says, in which words, and what stands before them; the most words win."""
    known = phrases(dates=dates)
    bare = words[:-1] if len(words) > 1 and words[-1].isdigit() else words
    for said in (words, bare):
        for start in range(len(said)):
            if kind := known.get(said[start:], ""):
                return kind, said[start:], " ".join(said[:start])
    return "", (), ""
