"""What is written on vehicles: number plates as a country has them, and chassis numbers with a right check figure."""

from collections.abc import Mapping

from toolkit.data.kinds.codes import drawn
from toolkit.data.lot import Lot, Make

_PLATES: Mapping[str, str] = {
    "GB": "@@## @@@",
    "IE": "2##-D-*####",
    "DE": "@-@@ *##",
    "AT": "W-*####@",
    "CH": "ZH *#####",
    "FR": "@@-###-@@",
    "ES": "*### @@@",
    "IT": "@@ ###@@",
    "PT": "@@-##-@@",
    "NL": "@@-###-@",
    "BE": "1-@@@-###",
    "PL": "@@ *####",
    "SE": "@@@ ###",
    "DK": "@@ ## ###",
    "US": "@@@-*###",
    "CA": "@@@@ ###",
    "JP": "*# ##-##",
}
ELSEWHERE = "@@@-*###"
_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True))
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def _plate(lot: Lot) -> list[str]:
    return drawn(lot, _PLATES.get(lot.words.locale.partition("_")[2], ELSEWHERE))


def _checked(vin: str) -> str:
    """Return a chassis number with its ninth sign, as ISO 3779 and the US rules (49 CFR 565) work it out."""
    total = sum(int(_VALUES.get(sign, sign)) * weight for sign, weight in zip(vin, _WEIGHTS, strict=True))
    return f"{vin[:8]}{'0123456789X'[total % 11]}{vin[9:]}"


def _vin(lot: Lot) -> list[str]:
    """Return chassis numbers of a maker that there is not: no country has the first sign 0."""
    return [_checked(vin) for vin in drawn(lot, "0ZZ@@*@#0@@######")]


KINDS: Mapping[str, Make] = {"plate": _plate, "vin": _vin}
