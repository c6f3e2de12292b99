"""Phrases that suit any trade: what a trade's own sheet does not say is taken from here."""

from collections.abc import Iterable
from pathlib import Path

from toolkit import Phrases, hook, sheets


@hook
def register_phrases() -> Iterable[Phrases]:
    """Bring them, a sheet a language."""
    return sheets(Path(__file__).parent / "phrases", "", name="general")
