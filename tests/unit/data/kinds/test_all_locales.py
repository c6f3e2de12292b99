"""In every locale of Faker there is somebody somewhere: named, housed and reached, in its letters, and harmless."""

import re
import unicodedata

import phonenumbers
import pytest
from faker.config import AVAILABLE_LOCALES

from toolkit.data.kinds import KINDS, contact, money, person, place
from toolkit.data.reserved import AU_MOBILES, FICTION, LINES

LOCALES = sorted(AVAILABLE_LOCALES)
OURS = {**person.KINDS, **place.KINDS, **contact.KINDS, **money.KINDS}
MAY_BE_EMPTY = {"academic title", "address line 2"}
NO_POSTCODE = {"ar_AE"}
SCRIPTS = {
    "ja": "CJK|HIRAGANA|KATAKANA", "zh": "CJK", "ko": "HANGUL", "ar": "ARABIC", "fa": "ARABIC", "he": "HEBREW",
    "ru": "CYRILLIC", "uk": "CYRILLIC", "bg": "CYRILLIC", "mk": "CYRILLIC", "el": "GREEK", "th": "THAI",
    "hy": "ARMENIAN", "ka": "GEORGIAN", "hi": "DEVANAGARI", "mr": "DEVANAGARI", "ne": "DEVANAGARI", "bn": "BENGALI",
    "ta": "TAMIL", "gu": "GUJARATI", "or": "ORIYA", "si": "SINHALA",
}  # fmt: skip
PERSONAL = ("full name", "given name", "family name")
LOCAL = ("city", "region", "street", "country")
ENGLISH_TOWNS = {"ta_IN", "gu_IN", "or_IN"}
"""Whose towns and regions we know in Hindi and in English only."""
FORMS = [*(form for forms in FICTION.values() for form in forms), *LINES.values(), "+1 ### 555 01##"]
FORMS += [f"+61 491 {number}" for number in AU_MOBILES] + [f"+46 70 174 06 {n}#" for n in range(1, 10)]
IN_FICTION = re.compile("|".join(re.escape(form).replace(r"\#", r"\d") for form in FORMS))


def in_script(text, script):
    letters = [sign for sign in text if sign.isalpha()]
    fitting = [sign for sign in letters if re.match(script, unicodedata.name(sign, ""))]
    return len(fitting) >= 0.7 * len(letters)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_kind_can_be_made_and_is_harmless(columns, locale):
    made = columns(*OURS, locale=locale, rows=12)
    for kind, values in made.items():
        assert len(values) == 12, kind
        if kind not in MAY_BE_EMPTY and not (kind == "postcode" and locale in NO_POSTCODE):
            assert all(value not in (None, "") for value in values), kind
    for mail in made["email"]:
        assert re.fullmatch(r"[a-z0-9]+([.-][a-z0-9]+)*@example\.(com|org|net)", mail), mail
    for host in made["domain"]:
        assert re.fullmatch(r"[a-z0-9-]+\.example", host), host
    for number in (*made["phone"], *made["mobile"], *made["fax"]):
        assert reaches_nobody(number), number


@pytest.mark.parametrize("locale", [one for one in LOCALES if one.partition("_")[0] in SCRIPTS])
def test_names_and_places_are_in_the_letters_of_the_language(columns, locale):
    kinds = PERSONAL if locale in ENGLISH_TOWNS else (*PERSONAL, *LOCAL)
    for kind, values in columns(*kinds, locale=locale, rows=30).items():
        for value in values:
            assert in_script(value, SCRIPTS[locale.partition("_")[0]]), (kind, value)


def reaches_nobody(number):
    """Whether a number lies in a range kept for fiction, or is none that a numbering plan has given out."""
    return bool(IN_FICTION.fullmatch(number)) or not phonenumbers.is_valid_number(phonenumbers.parse(number))


def test_ours_are_among_all_kinds():
    assert set(OURS) <= set(KINDS)
