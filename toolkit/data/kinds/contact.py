"""How somebody is reached: addresses and numbers that go with the name and the place, and that reach nobody."""

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from toolkit.data.addressing import filled_all
from toolkit.data.agreeing import told
from toolkit.data.lot import Lot, Make
from toolkit.data.naming import about, listed
from toolkit.data.person import letters, persons
from toolkit.data.place import by_town, places
from toolkit.data.reserved import AU_MOBILES, LINES, MAIL, MAILS, WEB, forms
from toolkit.domain.values import Value

_OUTSIDERS = listed("customer client guest patient contact lead subscriber kunde gast kontakt invité huésped")
"""People who have their addresses at different providers; colleagues have theirs at one."""
_PAGES = ("", "", "/about", "/contact", "/products", "/news", "/team", "/support")
_LINE, _MOBILE, _FAX = range(3)


_SEVERAL = frozenset({"SE", "AU"})
"""Countries in which mobiles kept for fiction have several beginnings."""


def _names(lot: Lot) -> list[str]:
    """Return the row's name in letters; what the row says of a user name already is used instead."""
    numbers = lot.of_row("mail").whole(1000, 9999).tolist()
    names = [name or f"user.{number}" for name, number in zip(letters(lot), numbers, strict=True)]
    for at, said in told(lot, "user name").items():
        names[at] = persons(lot).names.letters(str(said)) or names[at]
    return names


def _mails(lot: Lot) -> list[str]:
    if about(lot.entity.name, _OUTSIDERS):
        domains = lot.of_row("provider").pick(MAILS, weights=(0.6, 0.25, 0.15))
        return [f"{name}@{domain}" for name, domain in zip(_names(lot), domains, strict=True)]
    return [f"{name}@{MAIL}" for name in _names(lot)]


def _hosts(lot: Lot) -> list[str]:
    """Return a name below the top-level domain for examples: the firm's if the row says one, else the family's."""
    people = persons(lot)
    spelled = [people.names.letters(family).replace(".", "-") for family in people.family]
    for at, firm in told(lot, "company").items():
        spelled[at] = people.names.letters(str(firm)).replace(".", "-")
    numbers = lot.of_row("host").whole(100, 999).tolist()
    return [f"{name or f'site-{number}'}.{WEB}" for name, number in zip(spelled, numbers, strict=True)]


def _urls(lot: Lot) -> list[str]:
    return [f"https://www.{host}{page}" for host, page in zip(_hosts(lot), lot.pick(_PAGES), strict=True)]


def _handles(lot: Lot) -> list[str]:
    return [f"@{name.replace('.', '_').replace('-', '_')}" for name in _names(lot)]


def _numbers(kind: int) -> Make:
    """Return what makes phone numbers of the row's country, and of its town where lines there are kept for fiction."""

    def make(lot: Lot) -> Sequence[Value]:
        here, numbers = places(lot), lot.numbers()
        if kind != _MOBILE:
            lines = by_town(here.towns, lambda town: _line(town.country, town.area, kind))
        elif _SEVERAL & set(here.countries):
            lines = [_mobile(c, number) for c, number in zip(here.countries, numbers.tolist(), strict=True)]
        else:
            lines = by_town(here.towns, lambda town: _mobile(town.country, 0))
        return filled_all(lines, numbers >> np.uint64(16))

    return make


def _mobile(country: str, number: int) -> str:
    if country == "SE":
        return f"+46 70 174 06 {1 + number % 9}#"  # those that end in 00 to 04 are not kept
    return f"+61 491 {AU_MOBILES[number % len(AU_MOBILES)]}" if country == "AU" else forms(country)[_MOBILE]


@cache
def _line(country: str, area: str, kind: int) -> str:
    """Return how a line in a town looks; in North America any area code has numbers for fiction."""
    if country in {"US", "CA"} and area:
        return f"+1 {area} 555 01##"
    code = area if area.startswith(("33", "46", "49", "61")) else f"{area}" if country == "GB" else f"49 {area}"
    return LINES.get(code) or forms(country)[kind]


def _phones(lot: Lot) -> Sequence[Value]:
    """Return numbers for a field that does not say which: the one that most people give, a mobile's where we can."""
    mobile = set(places(lot).countries) <= {"GB", "FR", "IE"}
    return _numbers(_MOBILE if mobile else _LINE)(lot)


KINDS: Mapping[str, Make] = {
    "phone": _phones,
    "mobile": _numbers(_MOBILE),
    "fax": _numbers(_FAX),
    "email": _mails,
    "website": lambda lot: [f"www.{host}" for host in _hosts(lot)],
    "domain": _hosts,
    "handle": _handles,
    "url": _urls,
}
