"""Phrases of the domain 'general'."""

from toolkit.loader import load

SETS = [part for part in load(installed=False).phrases.values() if part.name.startswith("general ")]


def test_every_language_can_be_read_and_has_matters():
    assert [part.language for part in SETS][:1] == ["en"]
    assert all(len(part.read().matters["requests"]) >= 30 for part in SETS if part.domain)
