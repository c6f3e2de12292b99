"""Numbers and codes by which a business tells its things apart."""

from collections.abc import Mapping

from toolkit.data.lot import Lot, Make


def _numbered(prefix: str, digits: int) -> Make:
    """Return what makes a prefix with so many digits."""

    def make(lot: Lot) -> list[str]:
        return [f"{prefix}{number}" for number in lot.whole(10 ** (digits - 1), 10**digits - 1).tolist()]

    return make


def _sku(lot: Lot) -> list[str]:
    first, second = lot.pick("ABCDEFGHKLMNPRSTVWX", "first"), lot.pick("ABCDEFGHKLMNPRSTVWX", "second")
    numbers = lot.whole(1000, 9999, "number").tolist()
    return [f"{a}{b}-{number}" for a, b, number in zip(first, second, numbers, strict=True)]


KINDS: Mapping[str, Make] = {
    "sku": _sku,
    "invoice number": _numbered("INV-", 6),
    "order number": _numbered("ORD-", 5),
}
