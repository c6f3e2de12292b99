"""No made-up text reads as made up: no filler, no slogan, no number for a name, no blank, no second language."""

import re
from collections.abc import Iterator

import pytest

from toolkit.data.phrasebook import bundled

ENTITIES = (
    "Ticket: {title: text, category: text, description: long text, reason: text, resolution: 'long text, optional'}\n"
    "  Product: {name: text, category: text, price: money, description: long text}\n"
    "  Meeting: {subject: text, notes: long text}\n  Task: {title: text}\n  Appointment: {reason: text}",
    "Complaint: {title: text, details: long text}\n  Message: {body: long text}\n  Document: {name: text}\n"
    "  Review: {stars: 'number, 1..5', text: long text}\n  Shift: {name: text}\n  Course: {title: text}",
    "Quota: {name: text}\n  Widget: {label: text, note: long text}\n  Policy: {title: text}\n  Room: {name: text}\n"
    "  Pump station: {name: text}\n  Project: {name: text}\n  Contract: {title: text, remarks: long text}",
)
DOMAINS = sorted({part.domain for part in bundled().values()} - {""})
LANGUAGES = sorted({part.language for part in bundled().values() if not part.domain})
LOCALES = {"en": "en_GB", "de": "de_DE", "fr": "fr_FR", "es": "es_ES"}
SPOKEN = [(d, LOCALES[part.language]) for d in ["", *DOMAINS] for part in bundled().values() if part.domain == d]
MADE_UP = {
    "filler": r"(?i)\b(lorem|ipsum|dolor|amet|consectetur|voluptat\w*|quisquam|nihil)\b",
    "slogan": r"(?i)\b(incentivi[sz]e|synerg\w+|paradigm\w*|leverage|e-\w+ (?:niches|markets)|(?:multi|cross)-\w+ed)\b",
    "trailing dots": r"\.\.\.|…",
    "padding": r"(?i)x{3,}|\.{2,}",
    "doubled word": r"(?i)\b([a-zà-ÿ]{2,}) \1\b",
    "blank": r"[{}]",
    "part of a sheet": r" \| |^\[",
    "number for a name": r"^(Ticket|Product|Meeting|Task|Complaint|Document|Shift|Course|Quota|Widget|Policy|Room) \d+$",
}
STOP = {
    "en": {"the", "and", "with", "is", "not", "your", "been", "was"},
    "de": {"und", "der", "die", "nicht", "ist", "mit", "wird", "bitte"},
    "fr": {"le", "les", "est", "pas", "avec", "votre", "une", "été"},
    "es": {"el", "los", "está", "con", "una", "por", "su", "ha"},
}


def texts(made, domain: str, locale: str) -> Iterator[str]:
    """Yield all text that a trade's rows say in a locale."""
    trade = f"domain: {domain}, " if domain else ""
    for entities in ENTITIES:
        data = made(f"entities:\n  {entities}\ndata: {{{trade}locale: {locale}}}")
        for rows in data.tables.values():
            for row in rows.values():
                yield from (value for name, value in row.items() if isinstance(value, str) and name != "id")


@pytest.mark.parametrize(("domain", "locale"), SPOKEN)
def test_nothing_reads_as_made_up(made, domain, locale):
    said = set(texts(made, domain, locale))
    found = {name: [text for text in said if re.search(form, text)] for name, form in MADE_UP.items()}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(("domain", "locale"), SPOKEN)
def test_nobody_changes_the_language_in_the_middle(made, domain, locale):
    """A text of six words or more has more of its own language's little words than of any other's."""
    own = locale[:2]
    for text in set(texts(made, domain, locale)):
        words = re.findall(r"[^\W\d_]+", text.casefold())
        count = {language: sum(word in stop for word in words) for language, stop in STOP.items()}
        foreign = max(number for language, number in count.items() if language != own)
        assert len(words) < 6 or count[own] >= foreign, text


@pytest.mark.parametrize(
    "text", ["Shoes incentivize", "Lorem ipsum", "Ticket 24", "Ask {person}", "wait wait", "so..."]
)
def test_what_is_made_up_is_seen(text):
    assert any(re.search(form, text) for form in MADE_UP.values())
