"""Phrases of the domain 'veterinary': what every sheet brings that the sheets of any trade lack."""

from toolkit.loader import load

SETS = [part for part in load(installed=False).phrases.values() if part.domain == "veterinary"]


def test_there_is_english_and_every_sheet_says_what_animals_are_brought_in_for():
    assert {"en", "de", "fr"} <= {part.language for part in SETS}
    for part in SETS:
        sheet = part.read()
        assert all(len(sheet.lists[kind]) >= 12 for kind in ("appointments", "diagnoses", "notes", "reasons"))
