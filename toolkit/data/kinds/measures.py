"""Kinds that are numbers: what they usually are where the spec sets no bounds, and how they are spread."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from toolkit.data.lot import Lot, Make
from toolkit.data.numbers import listed
from toolkit.domain.values import Value


@dataclass(frozen=True, slots=True)
class Span:
    """From low to high; `lean` over 1 makes small numbers the more frequent, under 1 large ones."""

    low: float
    high: float
    places: int = 0
    lean: float = 1.0


SPANS: Mapping[str, Span] = {
    "age": Span(18, 88),
    "year": Span(2015, 2026),
    "quantity": Span(1, 12),
    "stock": Span(0, 240),
    "reorder level": Span(5, 40),
    "rating": Span(1, 5, lean=0.55),
    "score": Span(0, 100, lean=0.7),
    "percent": Span(0, 100),
    "guests": Span(1, 8),
    "children": Span(0, 4, lean=1.6),
    "employees": Span(3, 480, lean=2),
    "population": Span(1_200, 640_000, lean=3),
    "floor": Span(0, 9),
    "rooms": Span(1, 6),
    "page count": Span(48, 620),
    "count": Span(0, 400, lean=2),
    "sort order": Span(1, 20),
    "level": Span(1, 5),
    "mileage": Span(4_000, 190_000),
    "price": Span(5, 500, 2, 2),
    "cost": Span(3, 300, 2, 2),
    "amount": Span(5, 900, 2, 2),
    "total": Span(15, 1_800, 2, 2),
    "subtotal": Span(12, 1_500, 2, 2),
    "tax amount": Span(2, 300, 2, 2),
    "tax rate": Span(5, 25),
    "discount": Span(0, 25, lean=1.6),
    "fee": Span(2, 60, 2, 1.6),
    "salary": Span(24_000, 78_000),
    "bonus": Span(200, 6_000, lean=1.6),
    "balance": Span(0, 9_000, 2, 2),
    "budget": Span(5_000, 250_000, lean=2),
    "credit limit": Span(1_000, 50_000, lean=2),
    "exchange rate": Span(0.6, 1.6, 4),
    "interest rate": Span(0.5, 7, 2),
    "weight": Span(0.1, 40, 1, 2),
    "height": Span(5, 220),
    "width": Span(5, 240),
    "length": Span(10, 300),
    "depth": Span(5, 90),
    "diameter": Span(4, 120),
    "area": Span(20, 240),
    "volume": Span(1, 120),
    "temperature": Span(2, 34, 1),
    "humidity": Span(30, 80),
    "pressure": Span(980, 1_040),
    "capacity": Span(6, 240, lean=1.6),
    "power": Span(40, 250),
    "voltage": Span(12, 240),
    "consumption": Span(900, 6_200),
    "meter reading": Span(1_200, 88_000),
    "distance": Span(1, 480, lean=1.6),
    "speed": Span(20, 130),
    "duration": Span(10, 180),
    "hours": Span(1, 40),
    "heart rate": Span(54, 110),
    "body mass index": Span(19, 34, 1),
    "calories": Span(90, 950),
    "file size": Span(2_000, 9_000_000, lean=3),
    "body height": Span(150, 198),
    "body weight": Span(48, 112),
    "milliseconds": Span(138_000, 402_000),
    "days": Span(1, 14, lean=1.4),
    "years": Span(1, 32, lean=1.4),
    "film minutes": Span(74, 178),
    "systolic": Span(104, 158),
    "diastolic": Span(62, 96),
    "small price": Span(1, 4, 2, 1.4),
    "latitude": Span(36, 60),
    "longitude": Span(-9, 25),
    "http status": Span(200, 404),
    "port": Span(1_024, 49_151),
}
"""Usual spans: money in whole units of a currency, weights in kg, lengths in cm, times in minutes."""


def _spread(span: Span) -> Make:
    def make(lot: Lot) -> list[Value]:
        shares = lot.shares() ** span.lean
        if not span.places:
            return listed((span.low + np.floor(shares * (span.high - span.low + 1))).astype(np.int64))
        return listed(np.round(span.low + shares * (span.high - span.low), span.places))

    return make


def _blood_pressure(lot: Lot) -> list[str]:
    high, low = lot.whole(104, 158, "high").tolist(), lot.whole(62, 96, "low").tolist()
    return [f"{systolic}/{diastolic}" for systolic, diastolic in zip(high, low, strict=True)]


def _dimensions(lot: Lot) -> list[str]:
    sides = (lot.whole(5, 120, name).tolist() for name in ("width", "depth", "height"))
    return [" × ".join(map(str, three)) + " cm" for three in zip(*sides, strict=True)]


KINDS: Mapping[str, Make] = {
    **{kind: _spread(span) for kind, span in SPANS.items()},
    "blood pressure": _blood_pressure,
    "dimensions": _dimensions,
}
