"""Phrases of the domain 'it': what every sheet of a trade must bring."""

from toolkit.loader import load

SETS = [part for part in load(installed=False).phrases.values() if part.domain == "it"]


def test_there_is_english_and_every_sheet_is_full():
    assert "en" in {part.language for part in SETS}
    for part in SETS:
        sheet = part.read()
        least = 30 if part.language in {"en", "de"} else 15  # French and Spanish sheets are still growing
        assert sum(len(sheet.matters.get(kind, ())) for kind in ("requests", "claims")) >= least
        assert all(len(sheet.lists[kind]) >= 12 for kind in ("reasons", "notes", "meetings", "tasks"))
