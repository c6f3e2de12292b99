"""The curated phrases are many, different, and leave no blank that nobody fills."""

import re
from collections.abc import Iterator

import pytest

from toolkit.data.blanks import LISTED, THINGS
from toolkit.domain.phrases import Phrases, Sheet
from toolkit.errors import ToolkitError
from toolkit.loader import load

SETS = load(installed=False).phrases
BLANKS = {*THINGS, *LISTED, "room", "product", "person", "city", "firm"}


def texts(sheet: Sheet) -> Iterator[str]:
    """Yield every text of a sheet."""
    for lines in sheet.lists.values():
        yield from lines
    for stories in sheet.matters.values():
        for story in stories:
            yield from (story.title, story.text, *story.replies, *story.tags)


@pytest.mark.parametrize("name", SETS)
def test_every_blank_is_one_that_is_filled(name):
    assert set(re.findall(r"{(.*?)}", "".join(texts(SETS[name].read())))) <= BLANKS


@pytest.mark.parametrize("name", SETS)
def test_nothing_is_filler_and_nothing_trails_off(name):
    found = [
        text
        for text in texts(SETS[name].read())
        if re.search(r"(?i)lorem|ipsum|dolor sit|xxx|\.\.\.|…|\b(\w+) \1\b", text)
    ]
    assert found == []


@pytest.mark.parametrize("name", SETS)
def test_nothing_is_said_twice(name):
    sheet = SETS[name].read()
    for section, lines in sheet.lists.items():
        assert len(set(lines)) == len(lines), section
    for section, stories in sheet.matters.items():
        assert len({story.title for story in stories}) == len(stories), section


@pytest.mark.parametrize("name", SETS)
def test_what_is_reported_can_be_answered(name):
    for section in ("requests", "claims", "complaints", "returns"):
        assert all(story.text and story.replies for story in SETS[name].read().matters.get(section, ()))


def test_there_are_enough_for_long_lists():
    assert len(SETS["it en"].read().matters["requests"]) >= 60
    assert sum(map(len, SETS["general en"].read().lists.values())) >= 400


@pytest.mark.parametrize(
    ("sheet", "what", "where", "fix"),
    [
        ("[resons]\nToo late", r"no section \[resons\]", "phrases 'acme', line 1", "did you mean [reasons]?"),
        ("# Ours\nToo late", "before the first section", "phrases 'acme', line 2", "begin with [requests]"),
    ],
)
def test_a_sheet_with_a_mistake_says_where(sheet, what, where, fix):
    with pytest.raises(ToolkitError, match=what) as caught:
        Phrases("acme", "", "en", lambda: sheet).read()
    assert (caught.value.where, caught.value.fix) == (where, fix)
