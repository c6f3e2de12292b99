"""The names of a locale: Faker's lists, read once, by gender and with their weights, and how its people write them."""

import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from toolkit.data.facts import facts
from toolkit.data.pool import Pool, pooled
from toolkit.data.words import spoken_in

FEMALE, MALE = "female", "male"
Objects = NDArray[np.object_]

_ELSEWHERE = {
    "ar_AE": "ar_AA", "ar_BH": "ar_AA", "ar_EG": "ar_AA", "ar_JO": "ar_AA", "bs_BA": "hr_HR", "sr_BA": "hr_HR",
    "dk_DK": "da_DK", "el_CY": "el_GR", "it_CH": "it_IT", "lb_LU": "de_LU", "ng_NG": "en_NG", "fr_QC": "fr_CA",
}  # fmt: skip
"""Locales of which Faker knows no names, and whose names people there go by."""
_FORMS = {
    "ja": "{family} {given}", "hu": "{family} {given}", "zh": "{family}{given}", "ko": "{family}{given}",
    "vi": "{family} {middle} {given}", "ru": "{family} {given} {middle}",
}  # fmt: skip
"""Whole names that are not the given name and then the family name, by language."""
_TWO_FAMILIES = {"es_ES", "es", "es_CA", "es_CL", "es_CO", "es_MX"}
"""Where people bear their father's and their mother's family name."""
_UNWANTED = re.compile(
    "Heydrich|Himmler|Goebbels|Göring|Goering|Göbbels|Eichmann|Mengele|Hitler|Mussolini|Stalin|Osama|Bin Laden|Obama|"
    "Сталин|Гитлер|Ленин$|Ленина$|صدام"
)
"""Names in Faker's lists that nobody should meet in a customer table."""


@dataclass(frozen=True, slots=True)
class Names:
    """What people of a locale are called, by gender. `form` is a whole name; a name spelled in letters is kept."""

    locale: str
    given: Mapping[str, Pool]
    family: Mapping[str, Pool]
    middle: Mapping[str, Pool]
    form: str
    two_families: bool
    romanized: Mapping[str, str]
    replacements: Sequence[tuple[str, str]]
    _spelled: dict[str, str] = field(default_factory=dict)

    def letters(self, name: str) -> str:
        """Return a name in the letters of an address: 'João Müller' is 'joao.mueller'."""
        if name not in self._spelled:
            self._spelled[name] = self._letters(name)
        return self._spelled[name]

    def _letters(self, name: str) -> str:
        from anyascii import anyascii

        text = self.romanized.get(name, name).casefold()
        for letter, plain in self.replacements:
            text = text.replace(letter.casefold(), plain.casefold())
        return re.sub(r"[^a-z0-9]+", ".", re.sub(r"['`’]", "", anyascii(text).casefold())).strip(".")

    def split(self, whole: str) -> tuple[str, str]:
        """Return the given and the family name of a whole name, which is written as this locale does."""
        if self.form == "{family}{given}":
            longest = max((f for f in self._families() if whole.startswith(f)), key=len, default=whole[:1])
            return whole[len(longest) :].strip(), longest
        first, _, rest = whole.partition(" ")
        if self.form.startswith("{family}"):
            return (rest.rpartition(" ")[2] if "{middle} {given}" in self.form else rest.partition(" ")[0]), first
        return first, rest

    def gender_of(self, given: str) -> str:
        """Return the gender that has this given name and the other has not; none where that does not tell."""
        bearers = [gender for gender, listed in self.given.items() if given in _set_of(self.locale, gender)]
        return bearers[0] if len(bearers) == 1 else ""

    def _families(self) -> frozenset[str]:
        return frozenset(str(name) for listed in self.family.values() for name in listed.words)


@lru_cache(maxsize=256)
def _set_of(locale: str, gender: str) -> frozenset[str]:
    return frozenset(names_of(locale).given[gender].words)


@lru_cache(maxsize=128)
def names_of(locale: str) -> Names:
    """Return the names of a locale; where Faker knows none, of the one whose names are borne there."""
    person = provider(_ELSEWHERE.get(locale, locale), "person")
    given = {g: _listed(person, f"first_names_{g}", "first_names") for g in (FEMALE, MALE)}
    family = {g: _families(person, g) for g in (FEMALE, MALE)}
    middle = {g: _listed(person, f"middle_names_{g}", "middle_names", given=given[g]) for g in (FEMALE, MALE)}
    if hasattr(person, "first_names_unisex"):
        given = {g: _weighed([*given[g].words, *person.first_names_unisex]) for g in given}
    return Names(
        locale,
        given,
        family,
        middle,
        _FORMS.get(locale.partition("_")[0], "{given} {family}"),
        locale in _TWO_FAMILIES,
        _romanized(person),
        _replacements(locale),
    )


def provider(locale: str, name: str) -> Any:
    """Return Faker's provider of this name for a locale."""
    return next(p for p in _factory(locale).get_providers() if f".{name}" in type(p).__module__)


@lru_cache(maxsize=128)
def _factory(locale: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Faker is to give up, it says at every start
        return spoken_in(locale).generator


def _listed(person: Any, *attributes: str, given: Pool | None = None) -> Pool:
    """Return the first of a provider's lists that it has; the given names where it has none."""
    found = next((getattr(person, a) for a in attributes if len(getattr(person, a, ())) > 2), None)
    return _weighed(found) if found is not None else given or _weighed(("Kim", "Sam", "Alex"))


def _weighed(found: Any) -> Pool:
    """Return a list of Faker's with its weights, without the names that nobody should meet."""
    weights = dict(found) if isinstance(found, Mapping) else dict.fromkeys(found, 1.0)
    kept = {_word(word): weight for word, weight in weights.items() if not _UNWANTED.search(_word(word))}
    return pooled(tuple(kept), tuple(kept.values()))


def _word(entry: Any) -> str:
    return str(entry[0] if isinstance(entry, tuple) else entry).strip()


def _families(person: Any, gender: str) -> Pool:
    """Return the family names of one gender; Icelandic and Polish ones are made the way Faker makes them."""
    if hasattr(person, "last_names_without_suffix"):
        ending = "dóttir" if gender == FEMALE else "son"
        return _weighed([f"{name}{ending}" for name in person.last_names_without_suffix])
    if hasattr(person, "unisex_last_names"):
        own = [*person.male_last_names, *person.unisex_last_names]
        return _weighed([_polish(name) if gender == FEMALE else name for name in own])
    return _listed(person, f"last_names_{gender}", "last_names")


def _polish(name: str) -> str:
    """Return a Polish family name as a woman bears it: Kowalski, Kowalska."""
    return re.sub(r"(sk|ck|dzk)i$", r"\1a", name)


def _replacements(locale: str) -> tuple[tuple[str, str], ...]:
    """Return how a language writes its own letters where there are only plain ones: 'ü' is 'ue' in German."""
    own = getattr(provider(locale, "internet"), "replacements", ())
    german = getattr(provider("de_DE", "internet"), "replacements", ()) if locale.startswith("de") else ()
    return tuple(own or german)


def _romanized(person: Any) -> Mapping[str, str]:
    """Return the names that Faker has in Latin letters, too, by how they are written."""
    pairs = [*getattr(person, "first_name_pairs", ()), *getattr(person, "last_name_pairs", ())]
    return {written: latin for written, _, latin in pairs}


def famous(given: Sequence[str], family: Sequence[str]) -> list[int]:
    """Return the places of given and family names that together are somebody whom everybody knows."""
    known = _famous()
    pairs = enumerate(zip(given, family, strict=True))
    return [at for at, (first, last) in pairs if first in known and last in known[first]]


@cache
def _famous() -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for first, last in facts("famous"):
        known.setdefault(first, set()).add(last)
    return known
