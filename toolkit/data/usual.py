"""What is usual where a spec is silent: how long ago some dates lie, and how seldom a thing is left empty."""

from collections.abc import Mapping
from dataclasses import replace

from toolkit.data.meaning import infer
from toolkit.data.naming import about, listed
from toolkit.data.plan import DATES
from toolkit.domain.solution import Entity, Field, Solution

SPANS: Mapping[str, tuple[float, float]] = {
    "hire date": (-4_700, -14),
    "publication date": (-2_900, -20),
    "expiry date": (10, 1_000),
}
"""Days from now between which dates of some kinds lie."""
FILLED = frozenset(
    {
        "full name", "given name", "family name", "job title", "street address", "street", "house number",
        "city", "postcode", "region", "region code", "country", "country code", "product name", "film title", "price",
        "amount", "total", "subtotal", "quantity", "stock", "salary", "invoice number", "order number", "sku",
        "status", "category", "department", "order date", "invoice date", "hire date", "birth date", "creation",
        "airport", "airport code", "airline", "flight number", "latitude", "longitude", "diagnosis", "medication",
        "payment method", "appointment date", "date", "booking date", "year", "film minutes", "genre", "plot",
    }
)  # fmt: skip
"""Kinds that whoever keeps such a list fills in, even where the table allows nothing."""
RARELY = 0.012
"""The share of them that is empty all the same."""
MOSTLY = listed(
    "active activebool activated enabled available verified confirmed current valid subscribed published visible "
    "approved aktiv actif activo"
)
HARDLY = listed(
    "discontinued deleted archived blocked locked banned cancelled disabled hidden spam void suspended expired "
    "gelöscht gesperrt archiviert"
)
YES, NO = 0.88, 0.08
"""How often something is so that mostly is, and that hardly ever is."""


def spanned(entities: Mapping[str, Entity], solution: Solution) -> dict[str, Entity]:
    """Return entities with usual bounds on the dates that the spec sets none for."""
    return {name: _spanned(entity, solution) for name, entity in entities.items()}


def _spanned(entity: Entity, solution: Solution) -> Entity:
    fields = {name: _bounded(entity, field, solution) for name, field in entity.fields.items()}
    changed = any(fields[name] is not field for name, field in entity.fields.items())
    return replace(entity, fields=fields) if changed else entity


def _bounded(entity: Entity, field: Field, solution: Solution) -> Field:
    said = field.low is not None or field.high is not None or field.default is not None or field.compares
    if field.type not in DATES or said or field.computed or field.stamp or field.spread:
        return field
    span = SPANS.get(infer(entity, field, solution).kind)
    return replace(field, low=span[0], high=span[1]) if span else field


def empty_share(kind: str, usual: float) -> float:
    """Return the share of optional values that nobody filled in."""
    return min(RARELY, usual) if kind in FILLED else usual


def yes_share(name: str, usual: float) -> float:
    """Return how often something is so, by what it is called."""
    return YES if about(name, MOSTLY) else NO if about(name, HARDLY) else usual
