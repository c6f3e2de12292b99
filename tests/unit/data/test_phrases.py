"""The curated phrases are many, different, and leave no blank that nobody fills."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from toolkit.data.phrases import phrases

PACKS = sorted(
    path.name.removesuffix(".json") for path in files("toolkit.data.phrases").iterdir() if path.name.endswith("json")
)
BLANKS = {"room", "printer", "laptop", "tag", "code", "case", "day", "hour", "number", "team", "person", "city"}


def texts(found: object) -> Iterator[str]:
    """Yield every text of a pack."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, list | dict):
        for part in found.values() if isinstance(found, dict) else found:
            yield from texts(part)


@pytest.mark.parametrize("pack", PACKS)
def test_every_blank_is_one_that_is_filled(pack):
    assert set(re.findall(r"{(.*?)}", "".join(texts(phrases(pack))))) <= BLANKS


@pytest.mark.parametrize("pack", PACKS)
def test_nothing_is_latin_filler(pack):
    assert not re.search(r"(?i)lorem|ipsum|dolor sit", json.dumps(phrases(pack)))


@pytest.mark.parametrize("pack", [pack for pack in PACKS if "stories" in phrases(pack)])
def test_no_two_stories_have_one_title_and_all_can_be_answered(pack):
    stories = phrases(pack)["stories"]
    assert len({story["title"] for story in stories}) == len(stories)
    assert all(story["text"] and story["replies"] for story in stories)


def test_there_are_enough_for_long_lists():
    assert len(phrases("it_support")["stories"]) >= 60
    assert len(set(texts(phrases("comments")))) >= 80


def test_lists_say_nothing_twice():
    for name, lines in phrases("lines").items():
        assert len(set(lines)) == len(lines), name
