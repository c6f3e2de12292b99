"""Phrases of shops, on the street and online."""

from collections.abc import Iterable
from pathlib import Path

from toolkit import Phrases, hook, sheets

WORDS = """
shop, store, retail, checkout, basket, cart, product, sku, order, order line, stock, assortment,
e-commerce, webshop, laden, geschäft, handel, warenkorb, bestellung, produkt, artikel, filiale, kasse,
boutique, magasin, panier, commande, produit, caisse, tienda, comercio, carrito, pedido, producto
"""


@hook
def register_phrases() -> Iterable[Phrases]:
    """Bring them, a sheet a language."""
    return sheets(Path(__file__).parent / "phrases", "retail", WORDS)
