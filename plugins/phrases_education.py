"""Phrases of schools, universities and courses."""

from collections.abc import Iterable
from pathlib import Path

from toolkit import Phrases, hook, sheets

WORDS = """
school, university, book, reader, librarian, college, pupil, student, teacher, course, lesson, class, classroom,
exam, grade, homework, lecture, semester, timetable, enrolment, enrollment, parents, school trip, library, schule,
universität, hochschule, schüler, schülerin, studierende, lehrer, lehrerin, kurs, unterricht, prüfung, klasse,
stundenplan, école, université, élève, étudiant, professeur, enseignant, cours, classe, examen, escuela, colegio,
universidad, alumno, estudiante, profesor, curso, clase, asignatura
"""


@hook
def register_phrases() -> Iterable[Phrases]:
    """Bring them, a sheet a language."""
    return sheets(Path(__file__).parent / "phrases", "education", WORDS)
