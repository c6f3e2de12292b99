"""Every catalogue has every sentence that the toolkit says, whole, and no other."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from string import Formatter

import pytest

from toolkit.languages import SHIPPED, UnknownLanguageError, catalogue_file, is_known, language
from toolkit.places import bundled

MESSAGES = Path(__file__).parents[3] / "docs" / "messages.py"
LANGUAGES = SHIPPED[1:]


@pytest.fixture(scope="module")
def extraction():
    """Return the program that finds the sentences; it reads every module, so once is enough."""
    found = spec_from_file_location("messages", MESSAGES)
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def said(extraction):
    return extraction.messages()


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_catalogue_has_what_is_said_and_nothing_else(code: str, extraction, said) -> None:
    wanted = {message if isinstance(message, str) else message[0] for message in said}
    translated = set(language(code).messages)
    fix = "run python docs/messages.py and translate what is empty"
    assert (wanted - translated, translated - wanted) == (set(), set()), fix
    assert catalogue_file(code).read_bytes() == extraction.refreshed(code, said), fix


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_has_the_values_of_the_sentence(code: str) -> None:
    for sentence, forms in language(code).messages.items():
        for form in forms:
            missing = names(form) ^ names(sentence)
            assert missing <= ({"n"} if len(forms) > 2 else set()), (sentence, form)  # 'one' needs no number in Arabic


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_number_finds_a_form(code: str) -> None:
    spoken = language(code)
    forms = {len(forms) for forms in spoken.messages.values() if len(forms) > 1}
    assert forms == {max(spoken.form(n) for n in range(200)) + 1}


def test_sentences_are_found_in_programs_and_in_pages(said) -> None:
    assert "Search" in said
    assert "Skip to content" in said
    assert ("Up to {n} character", "Up to {n} characters") in said


def test_a_language_may_be_said_with_a_country_and_is_found_once() -> None:
    assert language("de_AT").messages is language("de").messages
    assert language("de") is language("de")
    assert [code for code in ("en", "en_US", "fr_CA", "ar_EG", "pt", "xx", "de-AT", "", "DE") if is_known(code)] == [
        "en",
        "en_US",
        "fr_CA",
        "ar_EG",
    ]
    with pytest.raises(UnknownLanguageError, match="there is no language 'klingon'"):
        language("klingon")


def test_plurals_are_those_of_the_language() -> None:
    arabic, french = language("ar"), language("fr")
    said = [arabic.count("Up to {n} character", "Up to {n} characters", n) for n in (1, 2, 3, 11, 100)]
    assert len(set(said)) == 5
    assert french.count("Up to {n} character", "Up to {n} characters", 0).endswith("0 caractère")
    assert language("en").count("{n} stall", "{n} stalls", 1200) == "1,200 stalls"


def test_no_style_sheet_says_words_of_its_own() -> None:
    sheets = list(bundled("templates").rglob("*.css"))
    assert sheets
    said = [(s.name, words) for s in sheets for words in re.findall(r'content:\s*"([^"]*)"', s.read_text("utf-8"))]
    assert [(name, words) for name, words in said if re.search("[^\\W\\d_]{2}", words)] == []
