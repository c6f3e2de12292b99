"""Phrases of councils, authorities and what citizens ask of them."""

from collections.abc import Iterable
from pathlib import Path

from toolkit import Phrases, hook, sheets

WORDS = """
council, citizen, resident, municipality, town hall, city hall, authority, government, permit, licence, application,
registry, public service, ministry, benefit, planning, waste, pothole, streetlight, officer, bürger, bürgerin,
gemeinde, stadt, rathaus, amt, behörde, antrag, genehmigung, bescheid, verwaltung, mairie, citoyen, habitant,
commune, permis, autorisation, administration, ayuntamiento, ciudadano, vecino, municipio, licencia, permiso,
trámite, administración
"""


@hook
def register_phrases() -> Iterable[Phrases]:
    """Bring them, a sheet a language."""
    return sheets(Path(__file__).parent / "phrases", "public", WORDS)
