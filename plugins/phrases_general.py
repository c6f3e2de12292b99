"""Phrases that suit any trade: what a trade's own sheet does not say is taken from here."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from toolkit import Phrases, hook

SHEETS = Path(__file__).parent / "phrases"
LANGUAGES = ("en",)


@hook
def register_phrases() -> Iterable[Phrases]:
    """Bring them, a sheet a language."""
    for language in LANGUAGES:
        sheet = partial((SHEETS / f"general.{language}.txt").read_text, "utf-8")
        yield Phrases(f"general {language}", "", language, sheet)
