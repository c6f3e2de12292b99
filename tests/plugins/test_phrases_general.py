"""Phrases that suit any trade."""

from toolkit.loader import load

SETS = [part for part in load(installed=False).phrases.values() if not part.domain]


def test_a_language_has_all_that_a_conversation_needs():
    english = next(part for part in SETS if part.language == "en").read()
    for part in SETS:
        assert english.lists.keys() <= part.read().lists.keys()
        assert english.matters.keys() <= part.read().matters.keys()
