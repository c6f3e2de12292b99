"""Accounts, cards and official numbers: right in form, and nobody's."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from toolkit.data.addressing import filled
from toolkit.data.agreeing import agreeing, told
from toolkit.data.check_digits import NATIONAL, iban_digits, routing_number
from toolkit.data.facts import facts
from toolkit.data.lot import Lot, Make
from toolkit.data.place import places
from toolkit.domain.values import Value

_BANKS = {
    "en": "Harbour Example Bank|Example Savings Bank|Northlight Example Bank|First Example|Example Mutual|Bank Sample",
    "de": "Musterbank|Beispielsparkasse|Nordlicht Musterbank|Erste Beispielbank|Volksbank Musterstadt eG|Bank Beispiel",
    "fr": "Banque Exemple|Crédit Exemple|Caisse Exemple|Banque du Modèle|Exemple Mutuel|Première Banque Exemple",
    "es": "Banco Ejemplo|Caja Ejemplo|Banco Muestra|Crédito Ejemplo|Primer Banco Ejemplo|Caja Muestra",
}
_SIGNS = ("HARB", "SAVX", "NORX", "FRST", "MUTX", "SMPX")
CARDS: Mapping[str, tuple[str, ...]] = {
    "Visa": ("4242424242424242", "4000056655665556", "4012888888881881", "4111111111111111", "4000002500003155"),
    "Mastercard": ("5555555555554444", "2223003122003222", "5200828282828210", "5105105105105100"),
    "American Express": ("378282246310005", "371449635398431"),
    "Discover": ("6011111111111117", "6011000990139424"),
    "JCB": ("3566002020360505",),
    "Diners Club": ("3056930009020004", "36227206271667"),
}
"""Numbers that payment providers document for tests: they fit Luhn's formula, and no bank gave them to anybody."""
_SHARES = (0.48, 0.34, 0.1, 0.04, 0.02, 0.02)
_NO_IBAN = "GB"
_US = "US"
_NO_CHECK = {"de.stnr", "de.handelsregisternummer", "us.atin", "us.tin", "us.ein", "no.kontonr"}
"""Numbers that have no check digit, or are none of an authority: theirs are in ranges that are never given out."""


def _accounts(lot: Lot) -> list[tuple[str, str, int]]:
    """Return a country's code, the national part of an account there and the place of its bank, a row each."""
    return lot.shared("account", _drawn)


def _drawn(lot: Lot) -> list[tuple[str, str, int]]:
    known, drawn = _forms(), []
    for country, number in zip(places(lot).countries, lot.numbers("account").tolist(), strict=True):
        code = country if country in known else _NO_IBAN
        bank = number % len(known[code])
        drawn.append((code, NATIONAL.get(code, str)(filled(known[code][bank], number >> 3)), bank))
    return drawn


@cache
def _forms() -> Mapping[str, tuple[str, ...]]:
    """Return, by country, what an account looks like at each of the banks that there are not."""
    rows = ((code, form, banks.split(",")) for code, form, banks in facts("ibans"))
    return {
        country: tuple(form.replace("B" * form.count("B"), bank) for bank in banks) for country, form, banks in rows
    }


def _ibans(lot: Lot) -> list[str]:
    return [_in_fours(f"{code}{iban_digits(code, bban)}{bban}") for code, bban, _ in _accounts(lot)]


def _in_fours(text: str) -> str:
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def _banks(lot: Lot) -> list[str]:
    names = _BANKS.get(places(lot).language, _BANKS["en"]).split("|")
    return [names[bank] for _, _, bank in _accounts(lot)]


def _bics(lot: Lot) -> list[str]:
    """Return codes of banks for tests: a 0 at the eighth place says so (ISO 9362)."""
    rows = zip(_accounts(lot), places(lot).countries, strict=True)
    return [f"{_SIGNS[bank]}{country}X0" for (_, _, bank), country in rows]


def _account_numbers(lot: Lot) -> list[str]:
    """Return the account's number: the last ten digits of the national part, eight in Britain."""
    return [bban[-8:] if code == _NO_IBAN else bban[-10:] for code, bban, _ in _accounts(lot)]


def _sort_codes(lot: Lot) -> list[str]:
    """Return what a bank is told by at home: an American number that no region has, a British one of no bank."""
    rows = zip(_accounts(lot), places(lot).countries, strict=True)
    return [_sort_code(country, code, bban, bank) for (code, bban, bank), country in rows]


def _sort_code(country: str, code: str, bban: str, bank: int) -> str:
    if country == _US:
        return routing_number(f"1500000{bank}")
    if code == _NO_IBAN:
        return f"{bban[4:6]}-{bban[6:8]}-{bban[8:10]}"
    form = next(row[1] for row in facts("ibans") if row[0] == code)
    return bban[form.index("B") : form.index("B") + form.count("B")]


def _cards(lot: Lot) -> list[str]:
    """Return which company's card a row has: as it says already, else as often as people have them."""
    drawn = lot.of_row(f"card {lot.whose}").pick(tuple(CARDS), weights=_SHARES)
    for at, said in told(lot, "card type").items():
        drawn[at] = card_meant(str(said)) or drawn[at]
    return drawn


def card_meant(option: str) -> str:
    """Return the company whose card an option means; nothing where it means none."""
    plain = option.casefold().replace(" ", "")
    alias = {"amex": "American Express", "mc": "Mastercard", "diners": "Diners Club"}
    return alias.get(plain) or next((name for name in CARDS if name.casefold().replace(" ", "") == plain), "")


def _card_types(lot: Lot) -> Sequence[Value]:
    return agreeing(lot, _offered(lot), card_meant) if lot.field.options else _cards(lot)


def _card_numbers(lot: Lot) -> list[str]:
    numbers = lot.numbers().tolist()
    return [_in_fours(CARDS[card][n % len(CARDS[card])]) for card, n in zip(_offered(lot), numbers, strict=True)]


def _offered(lot: Lot) -> list[str]:
    """Return the rows' cards, only of the companies that the spec offers where a field of it lists them."""
    lists = [tuple(map(card_meant, field.options)) for field in lot.entity.fields.values() if field.options]
    offered = next((tuple(filter(None, names)) for names in lists if any(names)), tuple(CARDS))
    others = lot.of_row(f"other card {lot.whose}").pick(offered)
    return [card if card in offered else other for card, other in zip(_cards(lot), others, strict=True)]


def _expiries(lot: Lot) -> list[str]:
    """Return a month in the next four years."""
    first = lot.now.year * 12 + lot.now.month
    months = (first + lot.whole(1, 46)).tolist()
    return [f"{month % 12 + 1:02d}/{month // 12 % 100:02d}" for month in months]


def _security_codes(lot: Lot) -> list[str]:
    rows = zip(_offered(lot), lot.whole(0, 9999).tolist(), strict=True)
    return [f"{n:04d}" if card == "American Express" else f"{n % 1000:03d}" for card, n in rows]


def _official(column: int) -> Make:
    """Return what makes official numbers of the row's country, none of which can be somebody's."""

    def make(lot: Lot) -> list[str]:
        forms = {row[0]: row[column] for row in facts("ids")}
        rows = zip(places(lot).countries, lot.numbers().tolist(), strict=True)
        return [nobodys(country, filled(forms.get(country, "#########"), n)) for country, n in rows]

    return make


def nobodys(country: str, number: str) -> str:
    """Return a number in its country's form that fails its check: of one that passes, one sign is changed."""
    if not any(valid(number) for valid in checks(country)):
        return number
    for at in reversed([at for at, sign in enumerate(number) if sign.isdigit()]):
        other = f"{number[:at]}{(int(number[at]) + 1) % 10}{number[at + 1 :]}"
        if not any(valid(other) for valid in checks(country)):
            return other
    return f"X{number[1:]}"  # where any digits will do, as in Egypt, a letter tells that it is nobody's


@cache
def checks(country: str) -> tuple[Callable[[str], bool], ...]:
    """Return what tells of a number whether it could be somebody's: python-stdnum's checks for a country."""
    import stdnum

    name = {"IN": "in_", "IS": "is_"}.get(country, country.lower())
    found = iter_modules([f"{home}/{name}" for home in stdnum.__path__])
    names = (one.name for one in found if f"{name}.{one.name}" not in _NO_CHECK)
    modules = (import_module(f"stdnum.{name}.{one}") for one in names)
    return tuple(module.is_valid for module in modules if hasattr(module, "is_valid"))


KINDS: Mapping[str, Make] = {
    "iban": _ibans,
    "bic": _bics,
    "bank": _banks,
    "account number": _account_numbers,
    "sort code": _sort_codes,
    "card number": _card_numbers,
    "card type": _card_types,
    "card expiry": _expiries,
    "card security code": _security_codes,
    "vat number": _official(1),
    "tax number": _official(2),
    "national id": _official(3),
    "passport number": lambda lot: [f"XX{number:07d}" for number in lot.whole(0, 9_999_999).tolist()],
    "driving licence": lambda lot: [f"XX{number:09d}" for number in lot.whole(0, 999_999_999).tolist()],
    "social security number": _official(4),
}
