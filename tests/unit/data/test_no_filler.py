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
    "filler": r"(?i)\b(lorem|ipsum|dolor sit|amet|consectetur|voluptat\w*|quisquam|nihil)\b",
    "slogan": r"(?i)\b(incentivi[sz]e|synerg\w+|paradigm\w*|leverage|e-\w+ (?:niches|markets)|(?:multi|cross)-\w+ed)\b",
    "trailing dots": r"\.\.\.|…",
    "padding": r"(?i)x{3,}|\.{2,}",
    "doubled word": r"(?i)\b([a-zà-ÿ]{2,}) \1\b",
    "blank": r"[{}]",
    "part of a sheet": r" \| |^\[",
    "number for a name": r"^(Ticket|Product|Meeting|Task|Complaint|Document|Shift|Course|Quota|Widget|Policy) \d+$",
}
STOP = {
    "en": {"the", "and", "with", "is", "not", "your", "been"},
    "de": {"und", "der", "die", "nicht", "ist", "mit", "wird", "bitte"},
    "fr": {"les", "des", "est", "pas", "avec", "votre", "une", "été"},
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


@pytest.fixture(scope="module", params=SPOKEN, ids=lambda spoken: " ".join(spoken).strip())
def said(request, made) -> tuple[str, frozenset[str]]:
    """Give a locale and all that the rows of a trade say in it."""
    domain, locale = request.param
    return locale, frozenset(texts(made, domain, locale))


def test_nothing_reads_as_made_up(said):
    found = {name: [text for text in said[1] if re.search(form, text)] for name, form in MADE_UP.items()}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_nobody_changes_the_language_in_the_middle(said):
    """A text has at least as many of its own language's little words as of any other's, or hardly any of these."""
    own = said[0][:2]
    for text in said[1]:
        words = re.findall(r"[^\W\d_]+", text.casefold())
        count = {language: sum(word in stop for word in words) for language, stop in STOP.items()}
        foreign = max(number for language, number in count.items() if language != own)
        assert foreign < 2 or count[own] >= foreign, text


@pytest.mark.parametrize("text", ["Shoes incentivize", "Lorem ipsum", "Ticket 24", "Ask {person}", "it it", "so..."])
def test_what_is_made_up_is_seen(text):
    assert any(re.search(form, text) for form in MADE_UP.values())
