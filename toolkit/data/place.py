"""The place that a row is about: a real town, drawn once, so that city, postcode, country and phone code agree."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np

from toolkit.data.agreeing import told
from toolkit.data.chance import marked
from toolkit.data.lot import Lot
from toolkit.data.naming import about, listed, words_of
from toolkit.data.nations import country_meant, currency_meant, currency_of
from toolkit.data.numbers import permuted
from toolkit.data.pool import Pool, pooled
from toolkit.data.towns import Town, countries, country_of, plain, pool_of, town_named, towns, towns_of
from toolkit.domain.solution import Field
from toolkit.domain.values import Value

T = TypeVar("T")

COUNTRY = listed("country countries land länder laender pays país pais nation nationality staat market origin")
_NATION = listed("country countries land länder pays país nation staat")
_SPEAKING = (
    *("GB", "DE", "FR", "ES", "IT", "PT", "NL", "PL", "RU", "JP", "CN", "IN", "EG", "TR", "KR"),
    *("SE", "NO", "DK", "FI", "CZ", "GR", "HU", "RO", "UA", "TH", "VN", "IL", "IR", "HR", "ID"),
)
"""Countries that each speak another of the languages most read."""
_COUNTRIES = listed("country countries land pays país nation")
_LANGUAGES = listed("language languages sprache sprachen langue langues idioma idiomas")
_CURRENCIES = listed("currency currencies währung währungen devise devises moneda monedas")
"""Words of entities whose rows are all of them, each once: a table of languages."""
_ENOUGH = 0.6
"""The share of options that must be known for a list of options to be one of countries or of towns."""
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Places:
    """The towns of some rows, and the language in which they are written."""

    towns: list[Town]
    locale: str

    @property
    def language(self) -> str:
        """The language that names are written in."""
        return self.locale.partition("_")[0]

    @property
    def countries(self) -> list[str]:
        """The code of the country, a row each."""
        return by_town(self.towns, lambda town: town.country)


def by_town(towns: list[Town], say: Callable[[Town], T]) -> list[T]:
    """Return what is said of each row's town; of each town it is worked out once."""
    each = dict(zip(map(id, towns), towns, strict=True))
    known = {at: say(town) for at, town in each.items()}
    return [known[at] for at in map(id, towns)]


def places(lot: Lot) -> Places:
    """Return the places that the rows of a lot are about, the same ones for all its fields of one `whose`."""
    return lot.shared("place", _drawn)


def _drawn(lot: Lot) -> Places:
    locale = lot.words.locale
    if (known := _listed(lot.entity.name)) and len(lot.places):
        order = permuted((lot.places - 1) % len(known), len(known), marked("countries", lot.entity.name))
        drawn = [towns_of(known[at])[0] for at in order.tolist()]
    else:
        pool, found = _candidates(lot)
        drawn = [found[at] for at in pool.places(lot.numbers("town")).tolist()]
    for at, town in _said(lot, drawn):
        drawn[at] = town
    return Places(drawn, locale)


def _listed(entity: str) -> tuple[str, ...]:
    """Return the countries of a table of countries; of one of currencies or languages, one country for each."""
    if about(entity, _LANGUAGES):
        return _SPEAKING
    if about(entity, _CURRENCIES):
        return tuple({currency_of(country): country for country in reversed(countries())}.values())
    return countries() if about(entity, _COUNTRIES) else ()


def _said(lot: Lot, drawn: list[Town]) -> Iterator[tuple[int, Town]]:
    """Yield the towns of rows that say something of their place already: the town, else one that agrees with it."""
    cities, regions, postcodes = told(lot, "city"), told(lot, "region", "region code"), told(lot, "postcode")
    lands = told(lot, "country", "country code", "nationality")
    for at in sorted({*cities, *regions, *postcodes, *lands}):
        country = country_meant(str(lands[at])) if at in lands else ""
        city = town_named(str(cities[at]), country) if at in cities else None
        near = towns_of(country) if country else pool_of(lot.words.locale, drawn[at].country)[1]
        tests = [(_in_region, regions.get(at)), (_has_postcode, postcodes.get(at))]
        for fits, value in tests:
            near = tuple(town for town in near if value is None or fits(town, value)) or near
        number = int(lot.numbers("town")[at])
        yield at, city or (drawn[at] if drawn[at] in near else near[number % len(near)])


def _in_region(town: Town, said: Value) -> bool:
    return plain(str(said)) in {plain(town.region), plain(town.region_english), town.region_code.casefold()}


def _has_postcode(town: Town, said: Value) -> bool:
    forms = (re.escape(form).replace(r"\#", r"\d").replace("#", r"\d").replace("@", "[A-Z]") for form in town.postcodes)
    return any(re.fullmatch(form, str(said).strip()) for form in forms)


def _candidates(lot: Lot) -> tuple[Pool, tuple[Town, ...]]:
    """Return the towns that the spec leaves open: those of the locale's country, else of what options name."""
    fields = [f for f in lot.entity.fields.values() if f.options and not f.moves and _of_same(lot, f)]
    codes = next((found for f in fields if (found := _countries(f))), ())
    cities = next((f.options for f in fields if _mean(f.options, lambda o: town_named(o) is not None)), ())
    if not codes and not cities:
        return pool_of(lot.words.locale, country_of(lot.words.locale))
    return _chosen(lot.words.locale, codes, cities)


def _of_same(lot: Lot, field: Field) -> bool:
    return not lot.whose or words_of(lot.whose) <= words_of(field.name)


def _countries(field: Field) -> tuple[str, ...]:
    """Return the countries that a field's options name, or in which the currencies that they name are paid."""
    options = field.options
    wordy = all(len(option) > _SHORT for option in options)
    if (wordy or about(field.name, COUNTRY)) and _mean(options, lambda option: bool(country_meant(option))):
        return tuple(dict.fromkeys(filter(None, map(country_meant, options))))
    if _mean(options, lambda option: bool(currency_meant(option))) and len(options) > 1:
        paid = dict.fromkeys(filter(None, map(currency_meant, options)))
        own = dict.fromkeys(town.country for town in towns())
        return tuple(country for money in paid for country in own if currency_of(country) == money)
    return ()


def _mean(options: tuple[str, ...], known: Callable[[str], bool]) -> bool:
    return sum(map(known, options)) >= _ENOUGH * len(options)


@lru_cache(maxsize=256)
def _chosen(locale: str, codes: tuple[str, ...], cities: tuple[str, ...]) -> tuple[Pool, tuple[Town, ...]]:
    """Return the towns of some countries, each country as likely as the others, and of these only certain ones."""
    named = [town for city in cities if (town := town_named(city)) and (not codes or town.country in codes)]
    if named:
        found, weights = tuple(named), [1.0] * len(named)
    else:
        by_country = [pool_of(locale, code)[1] for code in codes if towns_of(code)]
        found = tuple(town for group in by_country for town in group)
        weights = [1 / len(group) for group in by_country for _ in group]
    names = tuple(f"{town.country} {town.english} {town.region_code} {town.postcodes[:1]}" for town in found)
    return pooled(names, tuple(np.asarray(weights) / max(weights))), found
