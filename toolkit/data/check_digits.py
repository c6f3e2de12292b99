"""Check digits of bank accounts, cards and routing numbers, as those who give them out publish them."""

from collections.abc import Callable, Mapping
from itertools import cycle

_ODD = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23)
_IN_DIGITS = {ord(sign): str(at) for at, sign in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 10)}
_TEN = (6, 3, 7, 9, 10, 5, 8, 4, 2, 1)
"""Weights of the digits of a Czech and of a Slovak account."""


def iban_digits(country: str, bban: str) -> str:
    """Return the two check digits of an IBAN (ISO 13616, by ISO 7064 mod 97-10)."""
    return f"{98 - int(f'{bban}{country}00'.translate(_IN_DIGITS)) % 97:02d}"


def luhn(digits: str) -> str:
    """Return the digit that makes a number fit Luhn's formula (ISO/IEC 7812-1, annex B)."""
    doubled = [int(digit) * 2 if at % 2 == 0 else int(digit) for at, digit in enumerate(reversed(digits))]
    return str(-sum(n - 9 if n > 9 else n for n in doubled) % 10)


def _mod_97(bban: str) -> str:
    return bban.replace("??", f"{98 - int(bban.replace('??', '00')) % 97:02d}")


def _belgian(bban: str) -> str:
    return bban.replace("??", f"{int(bban.replace('??', '')) % 97 or 97:02d}")


def _french(bban: str) -> str:
    bank, branch, account = int(bban[:5]), int(bban[5:10]), int(bban[10:21])
    return bban.replace("??", f"{97 - (89 * bank + 15 * branch + 3 * account) % 97:02d}")


def _spanish(bban: str) -> str:
    def digit(text: str) -> str:
        found = 11 - sum(int(d) * 2**at for at, d in enumerate(text)) % 11
        return str({10: 1, 11: 0}.get(found, found))

    return bban.replace("??", digit(f"00{bban[:8]}") + digit(bban[10:]))


def _italian(bban: str) -> str:
    rest = bban.replace("?", "")
    total = sum(_ODD[int(sign, 36) % 26] if at % 2 == 0 else int(sign, 36) for at, sign in enumerate(rest))
    return bban.replace("?", chr(ord("A") + total % 26))


def _weighted(*weights: int) -> Callable[[str], str]:
    """Return what fills in the digit that makes a weighted sum, from the right, a multiple of ten."""

    def filled(bban: str) -> str:
        before = bban.partition("?")[0]
        total = sum(int(d) * w for d, w in zip(reversed(before), cycle(weights), strict=False))
        return bban.replace("?", str(-total % 10))

    return filled


def _estonian(bban: str) -> str:
    return bban[:2] + _weighted(7, 3, 1)(bban[2:])


def _norwegian(bban: str) -> str:
    """Return an account with its digit by mod 11; one that no digit fits is moved on by one."""
    number = int(bban.replace("?", ""))
    while True:
        text = f"{number:010d}"
        digit = 11 - sum(int(d) * w for d, w in zip(text, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=True)) % 11
        if digit != 10 and text[4:6] != "00":
            return f"{text}{digit % 11}"
        number += 1


def _czech(bban: str) -> str:
    """Return an account whose two parts weigh a multiple of eleven each; the first part is left empty."""
    number = int(bban[10:])
    while sum(int(d) * w for d, w in zip(f"{number:010d}", _TEN, strict=True)) % 11:
        number = (number + 1) % 10**10
    return f"{bban[:4]}000000{number:010d}"


NATIONAL: Mapping[str, Callable[[str], str]] = {
    "BE": _belgian,
    "CZ": _czech,
    "SK": _czech,
    "EE": _estonian,
    "ES": _spanish,
    "FI": lambda bban: bban.replace("?", luhn(bban.replace("?", ""))),
    "FR": _french,
    "MC": _french,
    "IT": _italian,
    "NO": _norwegian,
    "PL": lambda bban: _weighted(7, 9, 3, 1)(bban[:8]) + bban[8:],
    "HU": lambda bban: bban.replace("?", "0"),
    "SE": lambda bban: bban.replace("?", "0"),
    **dict.fromkeys(("BA", "ME", "PT", "RS", "SI"), _mod_97),
}
"""What fills in the check digits that a country has inside the national part of its IBANs, where there are any."""


def routing_number(digits: str) -> str:
    """Return an American routing number of eight digits with its ninth (American Bankers Association)."""
    total = sum(int(d) * w for d, w in zip(digits, (3, 7, 1, 3, 7, 1, 3, 7), strict=True))
    return f"{digits}{-total % 10}"
