"""Phrases of an IT service: what breaks, what is wished for, what stands on desks."""

from collections.abc import Iterable
from pathlib import Path

from toolkit import Phrases, hook, sheets

WORDS = """
IT, VPN, help desk, helpdesk, service desk, laptop, computer, printer, software, server, password, user account, it-
abteilung, rechner, drucker, passwort, zugang, ordinateur, imprimante, logiciel, serveur, informatique, ordenador,
impresora, contraseña, servidor, informática
"""


@hook
def register_phrases() -> Iterable[Phrases]:
    """Bring them, a sheet a language."""
    return sheets(Path(__file__).parent / "phrases", "it", WORDS)
