"""Real towns with their regions, postcodes, coordinates and time zones, read once from a table of public facts."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.data.facts import facts
from toolkit.data.pool import Pool, pooled

_LANGUAGES = {
    "ja": "JP", "zh": "CN TW HK", "ko": "KR", "ru": "RU", "uk": "UA", "bg": "BG", "el": "GR CY", "mk": "MK", "ka": "GE",
    "hy": "AM", "he": "IL", "ar": "SA AE BH JO EG DZ PS", "th": "TH", "fa": "IR", "bn": "BD", "ne": "NP", "si": "LK",
    "hi": "IN", "mr": "IN",
}  # fmt: skip
"""Languages in which towns are written in other letters than ours, and the countries that speak them."""
_COUNTRIES = {
    "ar_AA": "EG", "de": "DE", "en": "US", "es": "ES", "la": "IT", "sw": "KE", "th": "TH", "en_MS": "MY", "es_CA": "ES",
    "fr_QC": "CA",
}  # fmt: skip
"""Where people of a locale live whose name says no country, or another than it means."""
_REGIONS = {
    "fr_CA": "QC", "fr_QC": "QC", "fr_CH": "GE VD FR NE", "it_CH": "TI", "de_CH": "ZH BS BE LU SG GR",
    "fr_BE": "BRU WLG WHT WNA", "nl_BE": "VAN VOV WVL VBR VWV", "sr_BA": "SRP",
}  # fmt: skip
"""Regions of a country in which a locale's language is spoken."""


@dataclass(frozen=True, slots=True)
class Town:
    """A place that there is. `english` and `region_english` are what others call it."""

    country: str
    name: str
    english: str
    region: str
    region_english: str
    region_code: str
    postcodes: tuple[str, ...]
    latitude: float
    longitude: float
    area: str
    zone: str

    def called(self, language: str) -> str:
        """Return the town's name as it is written in a language."""
        return self.name if _writes(self, self.name, language) else self.english

    def region_called(self, language: str) -> str:
        """Return the name of the town's region as it is written in a language."""
        return self.region if _writes(self, self.region, language) else self.region_english


def _writes(town: Town, name: str, language: str) -> bool:
    """Return whether a language writes a town's own name: in other letters only at home, and English its own way."""
    if "LATIN" not in unicodedata.name(name[0], ""):
        return town.country in _LANGUAGES.get(language, "").split()
    return language != "en"


@cache
def towns() -> tuple[Town, ...]:
    """Return all towns of the table, the large ones of a country first."""
    return tuple(_town(row) for row in facts("towns"))


def _town(row: tuple[str, ...]) -> Town:
    country, name, english, region, region_english, code, postcodes, latitude, longitude, area, zone = row
    return Town(
        country,
        name,
        english or name,
        region,
        region_english or region,
        code,
        tuple(_alternatives(postcodes)),
        float(latitude),
        float(longitude),
        area,
        zone or usual_zone(country),
    )


def _alternatives(form: str) -> Iterator[str]:
    """Yield the forms that one with '{a,b}' or '{01-20}' stands for."""
    found = re.search(r"{([^}]*)}", form)
    if not found:
        yield form
        return
    low, dash, high = found[1].partition("-")
    parts = [f"{n:0{len(low)}d}" for n in range(int(low), int(high) + 1)] if dash else found[1].split(",")
    for part in parts:
        yield form[: found.start()] + part + form[found.end() :]


@cache
def towns_of(country: str) -> tuple[Town, ...]:
    """Return the towns of a country: of our table, else Faker's places, else its own name as a town."""
    own = tuple(town for town in towns() if town.country == country)
    return own or tuple(_places(country)) or (_alone(country),)


def _alone(country: str) -> Town:
    """Return a country that we know no place of as a town of its own name, as small ones are."""
    from babel import Locale

    name = str(Locale.parse("en").territories.get(country, country))
    return Town(country, name, name, name, name, country, ("#####",), 0.0, 0.0, "", usual_zone(country))


def _places(country: str) -> Iterator[Town]:
    """Yield places out of Faker's list (GeoNames): without regions, and with postcodes of five digits."""
    from faker.providers.geo import Provider

    for latitude, longitude, name, where, zone in Provider.land_coords:
        if where == country:
            at = float(latitude), float(longitude)
            yield Town(country, name, name, name, name, country, ("#####",), *at, "", zone)


@cache
def countries() -> tuple[str, ...]:
    """Return the codes of all countries that we know a town of, those of our table first."""
    from faker.providers.geo import Provider

    known = dict.fromkeys(town.country for town in towns())
    return tuple(known | dict.fromkeys(sorted({str(place[3]) for place in Provider.land_coords})))


def country_of(locale: str) -> str:
    """Return the code of the country that the people of a locale live in."""
    return _COUNTRIES.get(locale) or locale.partition("_")[2] or "US"


@cache
def pool_of(locale: str, country: str) -> tuple[Pool, tuple[Town, ...]]:
    """Return the towns of a country that somebody of a locale may live in, with what draws a large one more often."""
    codes = _REGIONS.get(locale, "").split() if country_of(locale) == country else []
    found = [town for town in towns_of(country) if not codes or town.region_code in codes] or list(towns_of(country))
    names = tuple(f"{town.english} {town.region_code} {town.postcodes[:1]}" for town in found)
    return pooled(names, tuple(1 / (2 + at) ** 0.6 for at in range(len(found)))), tuple(found)


@cache
def _known() -> Mapping[str, tuple[Town, ...]]:
    known: dict[str, list[Town]] = {}
    for town in towns():
        for name in {town.name, town.english, town.name.removesuffix("市")}:
            known.setdefault(plain(name), []).append(town)
    return {name: tuple(found) for name, found in known.items()}


def town_named(name: str, country: str = "") -> Town | None:
    """Return the town that is called so, in a country if one is said."""
    return next((town for town in _known().get(plain(name), ()) if country in {"", town.country}), None)


def plain(text: str) -> str:
    """Return a name as it is compared: small letters without marks."""
    return unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode().strip() or text.casefold()


_ZONES = {
    "US": "America/New_York", "RU": "Europe/Moscow", "AU": "Australia/Sydney", "BR": "America/Sao_Paulo",
    "MX": "America/Mexico_City", "ID": "Asia/Jakarta", "CN": "Asia/Shanghai", "ES": "Europe/Madrid",
    "PT": "Europe/Lisbon", "UA": "Europe/Kyiv", "CL": "America/Santiago", "AR": "America/Argentina/Buenos_Aires",
    "NZ": "Pacific/Auckland", "MY": "Asia/Kuala_Lumpur", "UZ": "Asia/Tashkent", "DE": "Europe/Berlin",
    "CY": "Asia/Nicosia", "PS": "Asia/Hebron", "CA": "America/Toronto", "IN": "Asia/Kolkata", "TR": "Europe/Istanbul",
    "VN": "Asia/Ho_Chi_Minh", "NP": "Asia/Kathmandu",
}  # fmt: skip


@cache
def usual_zone(country: str) -> str:
    """Return the time zone that most people of a country live in."""
    from babel.core import get_global

    if country in _ZONES:
        return _ZONES[country]
    zones = sorted(zone for zone, where in get_global("zone_territories").items() if where == country)
    return zones[0] if zones else "UTC"
