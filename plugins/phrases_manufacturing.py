"""Phrases of plants and workshops: machines, orders, quality."""

from collections.abc import Iterable
from pathlib import Path

from toolkit import Phrases, hook, sheets

WORDS = """
manufacturing, factory, plant, machine, production, production order, work order, assembly, line, workshop,
maintenance, spare part, downtime, defect, quality, inspection, batch, bill of materials, operator, technician,
fertigung, produktion, werk, maschine, anlage, wartung, instandhaltung, störung, ersatzteil, auftrag, prüfung,
charge, schicht, usine, atelier, panne, pièce, ligne, fábrica, taller, máquina, producción, mantenimiento, avería,
pieza
"""


@hook
def register_phrases() -> Iterable[Phrases]:
    """Bring them, a sheet a language."""
    return sheets(Path(__file__).parent / "phrases", "manufacturing", WORDS)
