"""Which kinds of meaning a field can hold by its type: text nearly any, a choice or a number only some."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from toolkit.data import telling
from toolkit.data.bench import Bench
from toolkit.data.forms_of_address import gender_meant, marital_meant
from toolkit.data.kinds import KINDS
from toolkit.data.kinds.codes import KINDS as CODES
from toolkit.data.kinds.money import card_meant
from toolkit.data.kinds.place import town_meant
from toolkit.data.meaning import Meaning, infer
from toolkit.data.naming import words_of
from toolkit.data.nations import country_meant, currency_meant, language_meant
from toolkit.data.renamed import field_at_first
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value

TEXTS = frozenset({"text", "long text"})
NAME = "full name"
TYPED = {"person": "full name", "email": "email", "phone": "phone", "address": "address", "url": "url"}
"""The kinds of meaning that some types have by themselves."""
_HELD: Mapping[str, frozenset[str]] = {
    "person": frozenset({"full name"}),
    "email": frozenset({"email"}),
    "phone": frozenset({"phone", "mobile", "fax"}),
    "address": frozenset({"address", "street address"}),
    "url": frozenset({"url"}),
    "date": frozenset({"birth date"}),
    "datetime": frozenset({"birth date"}),
    "number": frozenset({"age", "body height", "body weight", "latitude", "longitude"}),
}
"""The kinds that types other than text can hold, where a choice tells by its options what it means."""


_MEANS: Mapping[str, Callable[[str], str]] = {
    "gender": gender_meant,
    "salutation": gender_meant,
    "marital status": marital_meant,
    "city": town_meant,
    **dict.fromkeys(("country", "country code", "nationality"), country_meant),
    "currency code": currency_meant,
    **dict.fromkeys(("language", "language code"), language_meant),
    "card type": card_meant,
}
"""What options of a choice mean, by the kind that its name says."""
NUMBERED = frozenset(CODES) - {"room", "building", "seat", "gate", "shelf", "locker", "code", "reference"}
"""Kinds of numbers that something has, and is not called by."""
_OWN = frozenset({"genre", "music genre", "book genre", "audio format", "plot"}) | NUMBERED
"""Kinds that say more than the phrases of a trade: the categories of films are genres, an article's number is none."""
ENOUGH = 0.6
"""The share of options that must mean something for a choice to agree with its row."""


def held(bench: Bench, entity: Entity, part: Field) -> Meaning | None:
    """Return the meaning of a field if its type can hold such values; None if the type alone says what they are."""
    said = part.spread is not None  # how values are spread is the word of the spec
    if part.type not in TEXTS | {"one of"} | set(_HELD) or (said and part.type in {"number", "one of"}):
        return None
    if part.type == "one of":
        return _of_options(bench, entity, part)
    meaning = bench.meaning(entity, part)
    plain = part.type in TEXTS and not part.means and meaning.kind not in _OWN
    if plain and telling.is_phrased(bench.words.book, entity, part):
        return None
    if part.type in _HELD and meaning.kind not in _HELD[part.type]:
        if part.type not in TYPED:
            return None
        meaning = Meaning(TYPED[part.type], meaning.whose, "its type says so")
    if meaning.kind == NAME and not meaning.whose and (others := _people_in(bench, entity)) and part.name != others[0]:
        return replace(meaning, whose=field_at_first(part).name)
    return meaning if meaning.kind in KINDS else None


def _people_in(bench: Bench, entity: Entity) -> list[str]:
    """Return the fields that name somebody, the one that the row is about first: by its name, wherever it stands."""
    fields = [f for f in entity.fields.values() if not (f.computed or f.refers or f.several or f.options)]
    named = [f for f in fields if f.type == "person" or (f.type in TEXTS and bench.meaning(entity, f).kind == NAME)]
    own, first = {"name", "full", "display"} | words_of(entity.name), {f.name: field_at_first(f).name for f in named}
    return sorted(first, key=lambda name: (bool(words_of(first[name]) - own), first[name]))


def _of_options(bench: Bench, entity: Entity, part: Field) -> Meaning | None:
    """Return what the name of a choice says, if the options bear it out."""
    plain = replace(part, type="text", options=())
    meaning = infer(replace(entity, fields={**entity.fields, part.name: plain}), plain, bench.solution)
    means = _MEANS.get(meaning.kind)
    known = sum(bool(means(option)) for option in part.options) if means else 0
    return meaning if known >= ENOUGH * len(part.options) else None


def bounded(part: Field, column: list[Value]) -> list[Value]:
    """Return numbers within the field's bounds."""
    low = part.low if part.low is not None else float("-inf")
    high = part.high if part.high is not None else float("inf")
    return [min(max(v, low), high) if isinstance(v, int | float) and not low <= v <= high else v for v in column]
