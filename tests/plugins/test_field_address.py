"""Postal addresses in several lines, and addresses of pages."""

from urllib.parse import urlsplit

import pytest

from tests.plugins.prototype import made_up, read, show, type_of, typed
from toolkit import Field

HOME = Field("home", "address", "Home address")
SITE = Field("site", "url", "Website")


def test_an_address_is_kept_in_its_lines_and_reads_well_in_one() -> None:
    value = read(HOME, "  12 Mill Lane \r\n\r\nLeeds\nLS1 4AP\n")
    assert value == "12 Mill Lane\nLeeds\nLS1 4AP" == typed(HOME, value) == read(HOME, typed(HOME, value))
    assert " ".join(show(HOME, value).split()) == "12 Mill Lane, Leeds, LS1 4AP"
    assert show(HOME, None) == ""


def test_an_address_that_is_a_story_is_told() -> None:
    with pytest.raises(ValueError, match="Home address must be 500 characters or fewer"):
        read(HOME, "x" * 501)


def test_addresses_are_masked_in_recordings_and_asked_for_in_several_lines() -> None:
    assert type_of(HOME).sensitive
    assert type_of(HOME).input == "area"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("https://www.example.com", "https://www.example.com"),
        ("www.example.com/a?b=c#d", "https://www.example.com/a?b=c#d"),
        ("HTTP://example.org:8080/", "HTTP://example.org:8080/"),
        ("münchen.example", "https://münchen.example"),
    ],
)
def test_a_web_address_may_leave_its_beginning_out(text: str, value: str) -> None:
    assert read(SITE, text) == value == read(SITE, typed(SITE, value))


def test_a_web_address_is_shown_as_people_say_it() -> None:
    assert show(SITE, "https://www.example.com/") == "www.example.com"
    assert show(SITE, "http://example.com/a") == "http://example.com/a"
    assert show(SITE, None) == ""


@pytest.mark.parametrize(
    "text",
    [
        "example",
        "jo@example.com",
        "ftp://example.com",
        "javascript:alert(1)",
        "https://a b.example",
        "2.5",
        "http://[::",
        "https://example.com:99999/",
        "https://" + "x" * 2000 + ".example",
    ],
)
def test_what_is_no_web_address_is_told_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="Website must be a web address, like https://www"):
        read(SITE, text)


@pytest.mark.parametrize("field", [HOME, SITE], ids=lambda f: f.type)
def test_what_is_made_up_could_have_been_typed(field: Field) -> None:
    for value in made_up(field):
        assert value
        assert read(field, typed(field, value)) == value


def test_made_up_web_addresses_lead_nowhere() -> None:
    assert all((urlsplit(str(url)).hostname or "").endswith(".example") for url in made_up(SITE))
