"""Phrases of an IT service: what breaks, what is wished for, what stands on desks."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from toolkit import Phrases, hook

SHEETS = Path(__file__).parent / "phrases"
LANGUAGES = ("en",)
WORDS = """
IT, VPN, help desk, helpdesk, service desk, laptop, computer, printer, software, server, password
"""


@hook
def register_phrases() -> Iterable[Phrases]:
    """Bring them, a sheet a language."""
    words = frozenset(word.strip() for word in WORDS.split(","))
    for language in LANGUAGES:
        sheet = partial((SHEETS / f"it.{language}.txt").read_text, "utf-8")
        yield Phrases(f"it {language}", "it", language, sheet, words)
