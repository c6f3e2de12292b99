"""What countries are called, what is paid and spoken there, and how one phones there: Babel's and our own facts."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from toolkit.data.facts import facts
from toolkit.data.towns import countries, plain

READ_IN = ("en", "de", "fr", "es")
"""Languages in which an option of a spec may name a country, a currency or a language."""
_CONTINENTS = {
    "142": "AE AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH "
    "PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE",
    "150": "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME "
    "MK MT NL NO PL PT RO RS RU SE SI SK SM UA VA XK",
    "003": "AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PM PR SV SX "
    "TC TT US VC VG VI",
    "005": "AR BO BR CL CO EC FK GF GY PE PY SR UY VE",
    "009": "AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS",
}
"""Countries by the number that the United Nations give their continent (M49)."""
_AFRICA = "002"
_SPOKEN = {"IN": "hi", "CH": "de", "BE": "nl", "LU": "lb", "CA": "en", "ZA": "en", "SG": "en", "PH": "fil", "IE": "en"}
"""The language most people speak where several are official."""


@cache
def babel_locale(locale: str) -> Any:
    """Return Babel's locale for one of Faker's; English where it has none."""
    from babel import Locale, UnknownLocaleError

    for code in (locale, locale.partition("_")[0]):
        try:
            return Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")


@cache
def country_name(country: str, locale: str) -> str:
    """Return what a country is called in the language of a locale."""
    name = babel_locale(locale).territories.get(country) or babel_locale("en").territories.get(country, country)
    return str({"HK": "Hong Kong", "MO": "Macao"}.get(country, name) if locale.startswith("en") else name)


@cache
def continent_name(country: str, locale: str) -> str:
    """Return the continent of a country in the language of a locale."""
    code = next((code for code, where in _CONTINENTS.items() if country in where.split()), _AFRICA)
    return str(babel_locale(locale).territories.get(code) or babel_locale("en").territories[code])


@cache
def currency_of(country: str) -> str:
    """Return the code of what is paid in a country."""
    from babel.numbers import get_territory_currencies

    paid = get_territory_currencies(country)
    return str(paid[-1]) if paid else "EUR"


@cache
def currency_name(code: str, locale: str) -> str:
    """Return what a currency is called in the language of a locale."""
    from babel.numbers import get_currency_name

    return str(get_currency_name(code, locale=babel_locale(locale)))


@cache
def currency_symbol(code: str, locale: str) -> str:
    """Return the sign of a currency, as a locale writes it."""
    from babel.numbers import get_currency_symbol

    return str(get_currency_symbol(code, locale=babel_locale(locale)))


@cache
def language_of(country: str) -> str:
    """Return the code of the language most people of a country speak."""
    from babel.languages import get_official_languages

    if country in _SPOKEN:
        return _SPOKEN[country]
    official = get_official_languages(country) or get_official_languages(country, de_facto=True)
    return str(official[0]) if official else "en"


@cache
def language_name(code: str, locale: str) -> str:
    """Return what a language is called in the language of a locale."""
    known = babel_locale(locale).languages.get(code) or babel_locale("en").languages.get(code, code)
    return str(known)


@cache
def calling_code(country: str) -> str:
    """Return the number that one dials before a country's own: '+49'."""
    return next((row[1] for row in facts("phones") if row[0] == country), "+999")


@cache
def _countries_by_name() -> Mapping[str, str]:
    from babel import Locale

    known = {plain(name): code for language in READ_IN for code, name in _territories(Locale.parse(language))}
    known |= {code.casefold(): code for code, _ in _territories(Locale.parse("en"))}
    known |= {row[0]: row[1] for row in facts("nationalities")}
    aliases = {"uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "great britain": "GB", "usa": "US"}
    more = {"america": "US", "holland": "NL", "czech republic": "CZ", "korea": "KR", "uae": "AE", "eeuu": "US"}
    return known | aliases | more | {row[0]: row[1] for row in _three_letters()}


def _territories(locale: Any) -> list[tuple[str, str]]:
    return [(code, name) for code, name in locale.territories.items() if len(code) == 2 and code.isalpha()]


def _three_letters() -> list[tuple[str, str]]:
    """Return countries by their codes of three letters."""
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    return [(code.casefold(), found[0]) for code, found in aliases.items() if len(code) == 3 and code.isalpha()]


@cache
def country_meant(text: str) -> str:
    """Return the code of the country that a name, a code or a nationality means; nothing where it means none."""
    return _countries_by_name().get(plain(text), "")


@cache
def currency_meant(text: str) -> str:
    """Return the code of the currency that a code, a name or a sign means; nothing where it means none."""
    return _currencies().get(text.casefold().strip()) or _currencies().get(plain(text), "")


@cache
def _currencies() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for country in reversed(countries()):
        code = currency_of(country)
        known |= {plain(currency_name(code, language)): code for language in READ_IN} | {code.casefold(): code}
        known[currency_symbol(code, "en").casefold()] = code
    return known | {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "euro": "EUR", "dollar": "USD", "pound": "GBP"}


@cache
def language_meant(text: str) -> str:
    """Return the code of the language that a name or a code means; nothing where it means none."""
    from babel import Locale

    for language in READ_IN:
        for code, name in Locale.parse(language).languages.items():
            if plain(text) in {plain(str(name)), code.casefold()} and len(code) <= 3:
                return str(code)
    return ""
