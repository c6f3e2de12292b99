"""Streets, house numbers, postcodes, and the order in which a country writes an address."""

from functools import cache, lru_cache

import numpy as np

from toolkit.data.agreeing import told
from toolkit.data.facts import facts
from toolkit.data.lot import Lot
from toolkit.data.nations import language_of
from toolkit.data.numbers import Numbers
from toolkit.data.place import by_town, places
from toolkit.data.pool import Pool, pooled
from toolkit.data.towns import Town, country_of

LETTERS = "AEHNPRTWX"
"""Letters that the postcodes of every country with letters use."""
_LIKE = {
    "ca": "es", "gl": "es", "bs": "hr", "dk": "da", "nb": "no", "lb": "de", "la": "it", "tl": "fil", "mt": "it",
}  # fmt: skip
_BEFORE, _WITH_COMMA = "{number} {street}", "{street}, {number}"
_STREETS = {
    _BEFORE: "US CA AU NZ GB IE ZA NG KE GH IN PK SG MY PH BD LK NP MT TZ ET EG JO IL SA AE BH PS FR LU DZ MA VN TH",
    _WITH_COMMA: "ES IT PT BR AR RU UA",
    "{street}{number}": "JP",
    "{street}{number}号": "CN",
    "{street}{number}號": "TW HK",
    "{street} {number}.": "HU",
    "{street} No: {number}": "TR",
}
"""How street and house number stand beside each other; elsewhere the number follows."""
_LINES = {
    "{street}\n{city}\n{postcode}": "GB IE",
    "{street}\n{city}, {code} {postcode}": "US AU",
    "{street}\n{city} {postcode}": "NZ ZA NG KE GH PK SG MY PH BD LK NP ET TZ JO PS TH",
    "{street}\n{city}": "AE HK",
    "{street}\n{city}, {postcode}": "RU UA",
    "{street}\n{city} {postcode}\n{region}": "IN VN EG SA BH IR ID",
    "{postcode}\n{region}{city}{street}": "CN TW",
    "{street}\n{city} {code} {postcode}": "CA",
    "{street}\n{postcode} {city} {code}": "IT",
    "{street}\n{city} - {code}\n{postcode}": "BR",
    "{street}\n{postcode} {city}, {region}": "MX",
    "〒{postcode}\n{region}{city}{street}": "JP",
    "{region} {city}\n{street}\n{postcode}": "KR",
    "{city}\n{street}\n{postcode}": "HU",
    "{street}\n{city}, {region}\n{postcode}": "CO",
}
"""The lines of an address; elsewhere the street and then postcode and town."""


_STREET_OF = {country: form for form, where in _STREETS.items() for country in where.split()}
_LINES_OF = {country: form for form, where in _LINES.items() for country in where.split()}
_AFTER = "{street} {number}"
_OTHER_LETTERS, _ABROAD = {"JP", "CN", "TW", "KR", "HK"}, "{street}\n{city}, {region} {postcode}"
"""Countries that write an address from the large to the small, and how one of theirs is written in our letters."""
_LONG = {"US", "CA"}
"""Where house numbers run into the thousands."""
MOST_DIGITS = 4
"""Digits that are kept written out: of so many there are few."""


@cache
def _streets(locale: str, country: str) -> Pool:
    """Return common names of streets in a country, written as a locale does."""
    known = {row[0]: row[1] for row in facts("streets")}
    language = locale.partition("_")[0]
    home = {"BR": "pt_BR", "CH": "de_CH", "TW": "zh_TW", "US": "en_US", "CA": "en_US"}.get(country, "")
    names = [
        f"{language}_{country}",
        home if home.startswith(language) else "",
        language,
        _LIKE.get(language, ""),
        "en",
    ]
    return pooled(tuple(next(known[name] for name in names if name in known).split("|")))


def streets(lot: Lot) -> list[str]:
    """Return the name of a street a row, as people of the place's country call theirs."""
    return lot.shared("street", _drawn_streets)


def _drawn_streets(lot: Lot) -> list[str]:
    here, numbers = places(lot), lot.numbers("street")
    said = told(lot, "street")
    spoken = {code: _spoken(here.locale, code) for code in set(here.countries)}
    pools = {code: _streets(spoken[code], code) for code in spoken}
    if len(pools) == 1:
        drawn = next(iter(pools.values())).draw(numbers)
    else:
        drawn = [pools[c].one(n) for c, n in zip(here.countries, numbers.tolist(), strict=True)]
    for at, value in said.items():
        drawn[at] = str(value)
    return drawn


def _spoken(locale: str, country: str) -> str:
    """Return the locale whose streets a country has: the dataset's at home, else the country's own in our letters."""
    if country == country_of(locale):
        return locale
    language = language_of(country)
    names = next((row[1] for row in facts("streets") if row[0] == language), "")
    return f"{language}_{country}" if names[:1].isascii() and names else f"en_{country}"


def house_numbers(lot: Lot) -> list[str]:
    """Return the number of a house a row: mostly a low one; in Japan a block's."""
    return lot.shared("house number", _drawn_numbers)


def _drawn_numbers(lot: Lot) -> list[str]:
    low, blocks = (1 + lot.shares("number") ** 2 * 139).astype(int).tolist(), lot.whole(1, 20, "block").tolist()
    long, here = lot.whole(100, 9899, "long").tolist(), places(lot).countries
    drawn = [str(number) for number in (long if set(here) <= _LONG else low)]
    for at, country in enumerate(here) if set(here) & {*_LONG, "JP"} and not set(here) <= _LONG else ():
        if country == "JP":
            drawn[at] = f"{1 + low[at] % 8}-{blocks[at]}-{1 + low[at] % 30}"
        elif country in _LONG:
            drawn[at] = str(long[at])
    for at, value in told(lot, "house number").items():
        drawn[at] = str(value)
    return drawn


def street_lines(lot: Lot) -> list[str]:
    """Return street and house number in the order of the country."""
    said = told(lot, "street address")
    here = places(lot)
    before = by_town(here.towns, lambda town: _street_form(town, here.language).partition("{street}"))
    rows = zip(before, streets(lot), house_numbers(lot), strict=True)
    lines = [
        f"{begin}{street} {number}" if end == " {number}" else f"{begin}{street}{end}".replace("{number}", number)
        for (begin, _, end), street, number in rows
    ]
    for at, value in said.items():
        lines[at] = str(value)
    return lines


def _street_form(town: Town, language: str) -> str:
    return _BEFORE if _is_abroad(town, language) else _STREET_OF.get(town.country, _AFTER)


def _is_abroad(town: Town, language: str) -> bool:
    """Return whether a town of a country with other letters is written in ours."""
    return town.country in _OTHER_LETTERS and town.called(language).isascii()


def postcodes(lot: Lot) -> list[str]:
    """Return a postcode of the row's town, in its country's form; empty in the few countries that have none."""
    return lot.shared("postcode", _drawn_postcodes)


def _drawn_postcodes(lot: Lot) -> list[str]:
    numbers = lot.numbers("postcode")
    forms = by_town(places(lot).towns, lambda town: (town.postcodes, len(town.postcodes)))
    chosen = [known[number % count] for (known, count), number in zip(forms, numbers.tolist(), strict=True)]
    drawn = filled_all(chosen, numbers >> np.uint64(8))
    for at, value in told(lot, "postcode").items():
        drawn[at] = str(value)
    return drawn


@lru_cache(maxsize=4096)
def _pieces(form: str) -> tuple[str, int, str]:
    """Return what stands before and after the only run of digits in a form, and its length; 0 if there are more."""
    run = form.count("#")
    before, found, after = form.partition("#" * run) if run else (form, "", "")
    return (before, run, after) if found and "@" not in form else (form, 0, "")


def filled(form: str, number: int) -> str:
    """Return a form with digits for # and letters for @, all taken from one number."""
    before, run, after = _pieces(form)
    if run:
        return f"{before}{number % 10**run:0{run}d}{after}"
    letters = []
    for sign in form:
        if sign in "#@":
            number, left = divmod(number, 10 if sign == "#" else len(LETTERS))
            letters.append(str(left) if sign == "#" else LETTERS[left])
        else:
            letters.append(sign)
    return "".join(letters)


def filled_all(forms: list[str], numbers: Numbers) -> list[str]:
    """Return many forms filled, each as `filled` does."""
    parts = {form: _parts(form) for form in set(forms)}
    low = (numbers % np.uint64(10**MOST_DIGITS)).tolist()
    if all(size for _, _, size, _ in parts.values()):
        rows = zip(map(parts.__getitem__, forms), low, strict=True)
        return [f"{before}{digits[number % size]}{after}" for (before, digits, size, after), number in rows]
    return [
        f"{before}{digits[number % size]}{after}" if size else filled(form, int(numbers[at]))
        for at, (form, number) in enumerate(zip(forms, low, strict=True))
        for before, digits, size, after in (parts[form],)
    ]


def _parts(form: str) -> tuple[str, tuple[str, ...], int, str]:
    """Return what stands before a form's digits, all that these can be, how many that is, and what stands after."""
    before, run, after = _pieces(form)
    return (before, _digits(run), 10**run, after) if 0 < run <= MOST_DIGITS else (form, (), 0, "")


@cache
def _digits(run: int) -> tuple[str, ...]:
    return tuple(f"{number:0{run}d}" for number in range(10**run))


def addresses(lot: Lot) -> list[str]:
    """Return whole addresses, one part a line, in the order of the country."""
    language, said = places(lot).language, told(lot, "city")
    forms = by_town(places(lot).towns, lambda town: _form_of(town, town.called(language), language))
    for at, city in said.items():
        forms[at] = _form_of(places(lot).towns[at], str(city), language)
    rows = zip(forms, street_lines(lot), postcodes(lot), strict=True)
    return [form.replace("{street}", street).replace("{postcode}", postcode).strip() for form, street, postcode in rows]


def cities(lot: Lot) -> list[str]:
    """Return the names of towns, as the row says already or as its language writes them."""
    here = places(lot)
    names = by_town(here.towns, lambda town: town.called(here.language))
    for at, value in told(lot, "city").items():
        names[at] = str(value)
    return names


def _form_of(town: Town, city: str, language: str) -> str:
    """Return an address of a town with only the street and the postcode left to fill in."""
    abroad = _is_abroad(town, language)
    form = _ABROAD if abroad else _LINES_OF.get(town.country, "{street}\n{postcode} {city}")
    region = town.region_called(language)
    if town.country in _OTHER_LETTERS and not abroad and region.startswith(city):
        city, region = region, ""
    form = form.replace("{postcode} ", "").replace("{postcode}", "") if not any(town.postcodes) else form
    said = form.replace("{city}", city).replace("{region}", region).replace("{code}", town.region_code)
    return "\n".join(line.strip() for line in said.split("\n") if line.strip())
