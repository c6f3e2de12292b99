"""Numbers and codes by which a business tells its things apart."""

from collections.abc import Mapping, Sequence

import numpy as np

from toolkit.data.lot import Lot, Make

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
"""Letters of codes: without I, O and Q, which are taken for figures."""
_SIGNS: Mapping[str, str] = {
    "#": "0123456789",
    "*": "123456789",
    "@": LETTERS,
    "&": LETTERS + "23456789",
    "%": "0123456789abcdef",
}
LARGEST = 2**52
"""Numbers up to here are drawn exactly."""
_TEMPLATES: Mapping[str, str] = {
    "sku": "@@-*###",
    "invoice number": "INV-*#####",
    "order number": "ORD-*####",
    "customer number": "C-*#####",
    "supplier number": "V-*####",
    "employee number": "E*####",
    "student number": "*######",
    "patient number": "P*######",
    "member number": "M-*#####",
    "contract number": "CT-*####-##",
    "case number": "2026-*####",
    "policy number": "PL-*#######",
    "serial number": "SN*#######",
    "batch number": "L*####@",
    "microchip number": "999############",
    "tracking number": "TR*#########",
    "delivery note number": "DN-*#####",
    "ticket number": "T-*####",
    "transaction number": "TX*########",
    "approval code": "*#####",
    "booking reference": "&&&&&&",
    "voucher code": "&&&&-&&&&",
    "quote number": "Q-*####",
    "project number": "PR-*###",
    "asset tag": "AT-*####",
    "document number": "DOC-*#####",
    "licence number": "LN-*#####",
    "licence key": "&&&&&-&&&&&-&&&&&-&&&&&",
    "ledger account": "*####",
    "cost centre": "*###",
    "registration number": "*#######",
    "course code": "@@@*##",
    "abbreviation": "@@@",
    "phone extension": "*##",
    "flight number": "ZZ*##",
    "train": "IC *###",
    "container number": "ZZZU*#####*",
    "shelf": "@-##-##",
    "gate": "@*#",
    "locker": "*##",
    "po box": "*###",
    "table number": "*#",
    "hex colour": "#%%%%%%",
}
"""What codes look like: '*' is a figure but 0, '#' any, '@' a letter, '&' either, '%' a hexadecimal figure.

An animal's chip begins with 999, which ISO 11784 keeps for tests.
"""


def drawn(lot: Lot, template: str, name: str = "") -> list[str]:
    """Return texts that look like a template; where they must be there once, no two alike as long as there are more."""
    columns: list[Sequence[str] | str] = []
    signs = [_SIGNS.get(sign, "") for sign in template]
    if template.startswith("#%"):
        signs[0] = ""
    space, at = 1, 0
    numbers = _numbers(lot, signs, name)
    for sign, letter in zip(signs, template, strict=True):
        if not sign:
            columns.append(letter)
            continue
        if space * len(sign) > LARGEST:
            at, space = at + 1, 1
            numbers = lot.whole(0, LARGEST, f"{name} {at}")
        columns.append(np.array(list(sign))[numbers % len(sign)].tolist())
        numbers, space = numbers // len(sign), space * len(sign)
    texts = [[column] * len(lot) if isinstance(column, str) else column for column in columns]
    return ["".join(letters) for letters in zip(*texts, strict=True)]


def _numbers(lot: Lot, signs: Sequence[str], name: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return the numbers that signs are read from; of which none comes twice where the field is unique."""
    space = 1
    for sign in filter(None, signs):
        space = space * len(sign) if space * len(sign) <= LARGEST else space
    if lot.field.unique and len(lot.places) == len(lot) and (not len(lot) or lot.places.max() <= space):
        return lot.once(0, space - 1, name)
    return lot.whole(0, space - 1, name)


def _templated(template: str) -> Make:
    return lambda lot: drawn(lot, _as_long(lot, template))


def _as_long(lot: Lot, template: str) -> str:
    """Return a template with figures behind it if the field wants longer codes."""
    return template.ljust(int(lot.field.low or 0), "#")


def _own(lot: Lot) -> list[str]:
    """Return numbers with the letters of what they are numbers of, or, in a short field, only a code."""
    start, high = lot.entity.name[:3].upper(), lot.field.high
    short = high is not None and high < len(start) + 7
    if short:
        return drawn(lot, "&" * int(high or 0))
    figures = "*#####".ljust(int(lot.field.low or 0) - len(start) - 1, "#")
    return [f"{start}-{number}" for number in drawn(lot, figures)]


def _room(lot: Lot) -> list[str]:
    floors, rooms = lot.whole(1, 4, "floor").tolist(), lot.whole(1, 24, "room").tolist()
    return [f"{floor}.{room:02d}" for floor, room in zip(floors, rooms, strict=True)]


def _seat(lot: Lot) -> list[str]:
    rows = lot.whole(1, 32, "row").tolist()
    return [f"{row}{letter}" for row, letter in zip(rows, lot.pick("ABCDEF", "letter"), strict=True)]


def _model(lot: Lot) -> list[str]:
    first, number = lot.pick("ACEKLMRSTX", "letter"), lot.whole(1, 9, "number").tolist()
    ends = lot.pick(("0", "00", "20", "50"), "end")
    return [f"{letter}{figure}{end}" for letter, figure, end in zip(first, number, ends, strict=True)]


def _weighed(digits: str, weights: Sequence[int]) -> int:
    return sum(int(digit) * weights[at % len(weights)] for at, digit in enumerate(digits))


def _ean(lot: Lot) -> list[str]:
    """Return article numbers that begin with 2: GS1 keeps them for use within a company."""
    bodies = drawn(lot, "2###########")
    return [f"{body}{-_weighed(body, (1, 3)) % 10}" for body in bodies]


def _isbn(lot: Lot) -> list[str]:
    """Return book numbers with a right last figure, in a group that is given to no country."""
    return [f"979-9-{b[:4]}-{b[4:]}-{-_weighed(f'9799{b}', (1, 3)) % 10}" for b in drawn(lot, "*#######")]


def _issn(lot: Lot) -> list[str]:
    """Return journal numbers with a right last sign, from the end of what can be given."""
    bodies = [f"999{rest}" for rest in drawn(lot, "####")]
    checks = ["0123456789X"[-_weighed(body, (8, 7, 6, 5, 4, 3, 2)) % 11] for body in bodies]
    return [f"{body[:4]}-{body[4:]}{check}" for body, check in zip(bodies, checks, strict=True)]


KINDS: Mapping[str, Make] = {
    **{kind: _templated(template) for kind, template in _TEMPLATES.items()},
    "code": _own,
    "reference": _own,
    "room": _room,
    "seat": _seat,
    "model": _model,
    "ean": _ean,
    "isbn": _isbn,
    "issn": _issn,
}
