"""Phrases of veterinary practices: of what animals are brought in for; the rest is told as in any trade."""

from collections.abc import Iterable
from pathlib import Path

from toolkit import Phrases, hook, sheets

WORDS = """
veterinary, veterinarian, vet, vets, animal, animals, pet, pets, breed, kennel, tierarzt, tierärztin, tierarztpraxis,
tierklinik, tier, tiere, haustier, haustiere, tierhalter, vétérinaire, vétérinaires, animaux, chenil,
veterinario, veterinaria, animales, mascota, mascotas
"""


@hook
def register_phrases() -> Iterable[Phrases]:
    """Bring them, a sheet a language."""
    return sheets(Path(__file__).parent / "phrases", "veterinary", WORDS)
