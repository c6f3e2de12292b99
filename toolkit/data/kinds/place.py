"""What is known of a place: street, town, postcode, country and what holds there, all of the same place."""

from collections.abc import Callable, Mapping, Sequence

from toolkit.data import nations
from toolkit.data.addressing import addresses, cities, filled, house_numbers, postcodes, street_lines, streets
from toolkit.data.agreeing import agreeing, told
from toolkit.data.facts import facts
from toolkit.data.lot import Lot, Make
from toolkit.data.place import Places, by_town, places
from toolkit.data.towns import Town, plain, town_named
from toolkit.domain.values import Value

SPREAD = 0.045
"""How far from the middle of a town its addresses lie, in degrees: five kilometres."""
_SECOND = {
    "en": ("Flat #", "Flat ##", "Suite ##", "Unit #", "2nd floor", "c/o reception"),
    "de": ("Hinterhaus", "2. OG", "3. OG links", "EG rechts", "Aufgang B", "Wohnung ##"),
    "fr": ("Bât. A", "Appt ##", "Escalier B", "2e étage", "Résidence du Parc"),
    "es": ("Piso #, puerta A", "Bajo B", "Escalera 2", "Ático", "Oficina ##"),
}
_AMERICAN = ("Apt. #", "Apt. ##", "Suite ###", "Unit #", "Floor 2")
_DISTRICTS = {
    "en": "Old Town|Riverside|Northside|Westfield|Eastgate|Hillside|Parkside|Harbour|Southgate|Kingsway",
    "de": "Altstadt|Neustadt|Nordstadt|Südstadt|Weststadt|Oststadt|Innenstadt|Bahnhofsviertel|Hafen",
    "fr": "Centre-ville|Vieille ville|Saint-Jean|Les Halles|La Gare|Bellevue|Le Port|Saint-Michel",
    "es": "Centro|Casco Antiguo|Ensanche|San Juan|La Estación|El Puerto|Santa María|Las Flores",
    "ja": "中央|本町|栄町|緑町|旭町|若葉",
    "zh": "朝阳区|新城区|东城区|西城区|高新区|城关区",
}


def _of_town(told_kind: str, say: Callable[[Town, str], str]) -> Make:
    """Return what makes something that a town is known by; what a row says of it already stays."""

    def make(lot: Lot) -> Sequence[Value]:
        here = places(lot)
        found: list[Value] = by_town(here.towns, lambda town: say(town, here.locale))
        for at, value in told(lot, told_kind).items():
            found[at] = value
        return found

    return make


def _by_options(means: Callable[[str], str], key: Callable[[Town, str], str], plainly: Make) -> Make:
    """Return what makes values where a field may have options: the one that means what the place says."""

    def make(lot: Lot) -> Sequence[Value]:
        if not lot.field.options:
            return plainly(lot)
        here = places(lot)
        return agreeing(lot, by_town(here.towns, lambda town: key(town, here.locale)), means)

    return make


def town_meant(option: str) -> str:
    """Return the key of the town that an option means; nothing where it means none."""
    town = town_named(option)
    return f"{town.country} {town.english}" if town else ""


def _regions(lot: Lot) -> Sequence[Value]:
    here = places(lot)
    if not lot.field.options:
        return _of_town("region", lambda town, locale: town.region_called(locale.partition("_")[0]))(lot)
    meant = {plain(name): town.region_code for town in here.towns for name in (town.region, town.region_english)}
    return agreeing(lot, [town.region_code for town in here.towns], lambda option: meant.get(plain(option), ""))


def _districts(lot: Lot) -> list[str]:
    language = places(lot).language
    return lot.pick(_DISTRICTS.get(language, _DISTRICTS["en"]).split("|"))


def _second_lines(lot: Lot) -> list[Value]:
    """Return second lines of addresses: most have none, unless the field has to be filled."""
    here = places(lot)
    forms = _AMERICAN if set(here.countries) <= {"US", "CA"} else _SECOND.get(here.language, _SECOND["en"])
    shares = lot.shares("is there").tolist()
    rows = zip(lot.pick(forms, "form"), lot.whole(10, 999, "number").tolist(), shares, strict=True)
    return [filled(form, number) if lot.field.required or share < 0.25 else None for form, number, share in rows]


def _near(lot: Lot, part: str) -> list[Value]:
    here, offsets = places(lot), (lot.of_row(part + lot.whose).shares() - 0.5) * 2 * SPREAD
    return [round(getattr(town, part) + by, 5) for town, by in zip(here.towns, offsets.tolist(), strict=True)]


def _coordinates(lot: Lot) -> list[str]:
    pairs = zip(_near(lot, "latitude"), _near(lot, "longitude"), strict=True)
    return [f"{latitude:.5f}, {longitude:.5f}" for latitude, longitude in pairs]


def _nationalities(lot: Lot) -> Sequence[Value]:
    """Return the nationality in English, the country's name in languages that we know no word of."""
    here = places(lot)
    if here.language != "en":
        return [nations.country_name(town.country, here.locale) for town in here.towns]
    words: dict[str, str] = {}
    for word, country in facts("nationalities"):
        words.setdefault(country, word.title())
    return [words.get(town.country) or nations.country_name(town.country, here.locale) for town in here.towns]


def _birth_places(lot: Lot) -> list[str]:
    there: Places = places(_elsewhere(lot))
    return [town.called(there.language) for town in there.towns]


def _elsewhere(lot: Lot) -> Lot:
    """Return a lot about another place of the same rows: where their people were born."""
    from dataclasses import replace

    return replace(lot, whose=f"{lot.whose} birth".strip(), told={})


def _airports(lot: Lot) -> list[tuple[str, str]]:
    """Return the code and the name of an airport a row: one of the row's country if there is one."""
    known = facts("airports")
    by_country = {c: [row for row in known if row[2] == c] or list(known) for c in set(places(lot).countries)}
    numbers = lot.of_row(f"airport {lot.whose}").numbers().tolist()
    several = list(known) if len(by_country) == 1 else None
    rows = [
        (several or by_country[country])[number % len(several or by_country[country])]
        for country, number in zip(places(lot).countries, numbers, strict=True)
    ]
    return [(row[0], row[1]) for row in rows]


_country = _of_town("country", lambda town, locale: nations.country_name(town.country, locale))
_money = _of_town("currency code", lambda town, _: nations.currency_of(town.country))
_language = _of_town("language", lambda town, locale: nations.language_name(nations.language_of(town.country), locale))
KINDS: Mapping[str, Make] = {
    "street": streets,
    "house number": house_numbers,
    "street address": street_lines,
    "address": lambda lot: (
        addresses(lot) if lot.field.type != "text" else [", ".join(text.splitlines()) for text in addresses(lot)]
    ),
    "address line 2": _second_lines,
    "district": _districts,
    "city": _by_options(town_meant, lambda town, _: f"{town.country} {town.english}", cities),
    "postcode": postcodes,
    "region": _regions,
    "region code": _of_town("region code", lambda town, _: town.region_code),
    "country": _by_options(nations.country_meant, lambda town, _: town.country, _country),
    "country code": _by_options(
        nations.country_meant, lambda town, _: town.country, _of_town("country code", lambda town, _: town.country)
    ),
    "continent": _of_town("continent", lambda town, locale: nations.continent_name(town.country, locale)),
    "latitude": lambda lot: _near(lot, "latitude"),
    "longitude": lambda lot: _near(lot, "longitude"),
    "coordinates": _coordinates,
    "time zone": _of_town("time zone", lambda town, _: town.zone),
    "currency name": _of_town(
        "currency name",
        lambda town, locale: nations.currency_name(nations.currency_of(town.country), locale),
    ),
    "currency code": _by_options(nations.currency_meant, lambda town, _: nations.currency_of(town.country), _money),
    "currency symbol": _of_town(
        "currency symbol",
        lambda town, locale: nations.currency_symbol(nations.currency_of(town.country), locale),
    ),
    "phone code": _of_town("phone code", lambda town, _: nations.calling_code(town.country)),
    "language": _by_options(nations.language_meant, lambda town, _: nations.language_of(town.country), _language),
    "language code": _by_options(
        nations.language_meant,
        lambda town, _: nations.language_of(town.country),
        _of_town("language code", lambda town, _: nations.language_of(town.country)),
    ),
    "nationality": _by_options(nations.country_meant, lambda town, _: town.country, _nationalities),
    "birth place": _birth_places,
    "airport": lambda lot: [name for _, name in _airports(lot)],
    "airport code": lambda lot: [code for code, _ in _airports(lot)],
}
