"""Phrases of personnel departments: hiring, leave, training, pay."""

from collections.abc import Iterable
from pathlib import Path

from toolkit import Phrases, hook, sheets

WORDS = """
HR, human resources, employee, leave, absence, payroll, salary, applicant, candidate, job, vacancy, recruitment,
recruiting, onboarding, appraisal, timesheet, staff, personnel, holiday request, personal, mitarbeiter,
mitarbeiterin, urlaub, urlaubsantrag, abwesenheit, gehalt, bewerbung, bewerber, stelle, personalabteilung, employé,
salarié, congé, paie, candidat, recrutement, poste, empleado, ausencia, nómina, candidato, vacaciones, contratación,
puesto
"""


@hook
def register_phrases() -> Iterable[Phrases]:
    """Bring them, a sheet a language."""
    return sheets(Path(__file__).parent / "phrases", "hr", WORDS)
