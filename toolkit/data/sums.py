"""Sums that add up: a line's amount is its quantity times its price, an order's total is that of its lines."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.data.bench import Bench, Made
from toolkit.data.naming import listed, words_of
from toolkit.domain.records import computed
from toolkit.domain.solution import Entity, Field

QUANTITY = listed("quantity qty count pieces units menge anzahl quantité cantidad")
PRICE = listed("price preis prix precio rate unitprice einzelpreis")
TOTAL = listed("total amount sum betrag summe gesamt montant importe gross brutto subtotal net netto linetotal")
NET = listed("subtotal net netto zwischensumme nettobetrag")
TAX = listed("tax vat mwst ust steuer tva iva")
DISCOUNT = listed("discount rabatt remise descuento")
SHIPPING = listed("shipping freight delivery postage versand porto")
_OTHER = listed("paid open due credit limit budget target minimum maximum min max rate score balance weight hours")
"""Words of amounts that are sums of nothing: a budget, a limit, what is still open."""
RATE = 0.2
"""The tax on a net amount, where nothing says another one."""
ENOUGH = 2
"""Where there are so many lines for each order on average, each order gets one."""
NUMBERS = frozenset({"number", "money"})


@dataclass(frozen=True, slots=True)
class Parts:
    """The fields of an entity that a sum is made of; None where there is no such field."""

    quantity: Field | None = None
    price: Field | None = None
    net: Field | None = None
    tax: Field | None = None
    shipping: Field | None = None
    discount: Field | None = None
    total: Field | None = None

    @property
    def is_line(self) -> bool:
        """Whether an amount is a quantity times a price."""
        return bool(self.quantity and self.price and (self.total or self.net))

    @property
    def is_priced(self) -> bool:
        """Whether some quantity is sold at a price, which is that of the goods it refers to."""
        return bool(self.quantity and self.price)

    @property
    def is_bill(self) -> bool:
        """Whether a total is a net amount and what comes on top."""
        return bool(self.total and self.net and (self.tax or self.shipping))


def parts_of(entity: Entity) -> Parts:
    """Return what an entity's amounts are, by their names."""
    fields = [f for f in entity.fields.values() if f.type in NUMBERS and not words_of(f.name) & _OTHER]
    fields += [f for f in entity.fields.values() if f not in fields and words_of(f.name) == {"unit", "rate"}]

    def named(words: frozenset[str], *taken: Field | None, money: bool = True) -> Field | None:
        fit = (f for f in fields if words_of(f.name) & words and f not in taken)
        return next((f for f in fit if money or f.type == "number"), None)

    net, tax = named(NET), named(TAX)
    price, shipping, discount = named(PRICE, net, tax), named(SHIPPING), named(DISCOUNT)
    total = named(TOTAL, net, tax, price, shipping, discount)
    return Parts(named(QUANTITY, price, total, money=False), price, net, tax, shipping, discount, total)


def lines_of(bench: Bench, entity: Entity) -> Iterator[tuple[Entity, Field, Field]]:
    """Yield the entities whose rows are the lines of an order or a bill, what refers to it, and what they come to."""
    for other in bench.entities.values():
        link = next((f for f in bench.references[other.name] if f.refers == entity.name and f.required), None)
        parts = parts_of(other)
        amount = parts.total or parts.net
        if link is not None and other is not entity and parts.is_line and amount is not None:
            yield other, link, amount


def sums_up(bench: Bench, entity: Entity) -> bool:
    """Return whether some amount of an entity's rows is worked out of others."""
    parts = parts_of(entity)
    has_lines = (parts.total or parts.net) and any(True for _ in lines_of(bench, entity))
    return bool(parts.is_priced or parts.is_bill or has_lines)


def add_up(bench: Bench) -> None:
    """Let the amounts of all rows agree: lines first, then the bills that they stand on."""
    summing = {name: parts_of(entity) for name, entity in bench.entities.items() if sums_up(bench, entity)}
    for name, parts in summing.items():
        if parts.is_priced:
            for row in bench.tables[name].values():
                _line(bench, bench.entities[name], parts, row)
    for name, parts in summing.items():
        if not parts.is_line:
            sums = _sums(bench, bench.entities[name])
            for key, row in bench.tables[name].items():
                _bill(bench, bench.entities[name], parts, row, sums.get(key))


def _sums(bench: Bench, entity: Entity) -> dict[str, float]:
    """Return what the lines of each row come to; nothing for a row without any."""
    sums: dict[str, float] = {}
    for other, link, amount in lines_of(bench, entity):
        for row in bench.tables[other.name].values():
            key = str(row.get(link.name))
            sums[key] = round(sums.get(key, 0.0) + _number(bench, other, row, amount), 2)
    return sums


def covered(bench: Bench, entity: Entity, field: Field) -> list[str]:
    """Return the orders that the first lines belong to, so that each order has one; none where lines are too few."""
    if not field.required or bench.counts[entity.name] < ENOUGH * bench.counts[field.refers]:
        return []
    above = parts_of(bench.entities[field.refers])
    return list(bench.tables[field.refers]) if parts_of(entity).is_line and (above.total or above.net) else []


def _line(bench: Bench, entity: Entity, parts: Parts, row: Made) -> None:
    """Work out the amount of a line; its price is that of what it refers to, where that has one."""
    price, quantity = parts.price, parts.quantity
    if price is None or quantity is None:
        return
    for link in bench.references[entity.name]:
        listed_price = parts_of(bench.entities[link.refers]).price
        there = bench.tables[link.refers].get(str(row.get(link.name)), {})
        if listed_price and there and not price.computed and not price.spread:
            _set(bench, entity, price, row, _number(bench, bench.entities[link.refers], there, listed_price))
            break
    amount = round(_number(bench, entity, row, quantity) * _number(bench, entity, row, price), 2)
    if parts.net:
        _bill(bench, entity, parts, row, amount)
    elif parts.total:
        off = _number(bench, entity, row, parts.discount) if parts.discount else 0.0
        if parts.discount and parts.discount.type == "number":
            off = amount * min(off if off < 1 else off / 100, 1.0)
        _set(bench, entity, parts.total, row, round(max(amount - off, 0.0), 2))


def _bill(bench: Bench, entity: Entity, parts: Parts, row: Made, amount: float | None) -> None:
    """Work out the tax and the total of a net amount: of the lines where there are any, else the row's own."""
    if parts.net is None:
        if parts.total and amount is not None:
            _set(bench, entity, parts.total, row, amount)
        return
    if amount is not None:
        _set(bench, entity, parts.net, row, amount)
    net = _number(bench, entity, row, parts.net)
    if parts.tax and parts.tax.type == "money":
        _set(bench, entity, parts.tax, row, round(net * RATE, 2))
    if parts.total:
        rest = (_number(bench, entity, row, f) for f in (parts.tax, parts.shipping) if f and f.type == "money")
        off = _number(bench, entity, row, parts.discount) if parts.discount and parts.discount.type == "money" else 0.0
        _set(bench, entity, parts.total, row, round(max(net + sum(rest) - off, 0.0), 2))


def _set(bench: Bench, entity: Entity, field: Field, row: Made, value: float) -> None:
    """Set an amount, unless the spec says it, or it would lie outside its range."""
    said = field.name in bench.given[entity.name].get(str(row["id"]), frozenset())
    changed = any(field.name in one.values for one in (bench.solution.data.change or {}).get(entity.name, ()))
    bound = field.compares or field.unique or field.computed or field.spread
    inside = (field.low is None or value >= field.low) and (field.high is None or value <= field.high)
    if not (said or changed or bound) and inside and row.get(field.name) is not None:
        row[field.name] = value if field.type == "money" or not value.is_integer() else int(value)


def _number(bench: Bench, entity: Entity, row: Made, field: Field) -> float:
    value = (computed(entity, row, bench.now) if field.computed else row).get(field.name)
    return float(value) if isinstance(value, int | float) else 0.0
