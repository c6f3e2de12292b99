"""Phrases of warehouses, carriers and deliveries."""

from collections.abc import Iterable
from pathlib import Path

from toolkit import Phrases, hook, sheets

WORDS = """
logistics, warehouse, shipment, delivery, parcel, pallet, carrier, truck, lorry, driver, freight, container, dock,
receiving, goods receipt, picking, dispatch, depot, route, fleet, inventory, storage location, lager, logistik,
spedition, sendung, lieferung, paket, palette, wareneingang, fahrer, lkw, tour, rampe, entrepôt, logistique,
livraison, colis, transporteur, chauffeur, quai, réception, almacén, logística, envío, entrega, paquete, palé,
transportista, conductor, muelle
"""


@hook
def register_phrases() -> Iterable[Phrases]:
    """Bring them, a sheet a language."""
    return sheets(Path(__file__).parent / "phrases", "logistics", WORDS)
