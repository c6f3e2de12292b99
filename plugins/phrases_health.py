"""Phrases of practices, clinics and care."""

from collections.abc import Iterable
from pathlib import Path

from toolkit import Phrases, hook, sheets

WORDS = """
health, clinic, hospital, patient, doctor, practice, nurse, ward, diagnosis, treatment, prescription, medication,
appointment, therapy, vaccination, care, dentist, surgery, physician, praxis, klinik, krankenhaus, arzt, ärztin,
patientin, termin, sprechstunde, diagnose, behandlung, rezept, pflege, station, santé, clinique, hôpital, médecin,
cabinet, rendez-vous, soin, ordonnance, infirmier, salud, clínica, médico, paciente, cita, receta, enfermera,
consulta
"""


@hook
def register_phrases() -> Iterable[Phrases]:
    """Bring them, a sheet a language."""
    return sheets(Path(__file__).parent / "phrases", "health", WORDS)
