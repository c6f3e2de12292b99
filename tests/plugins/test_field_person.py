"""People and how to reach them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plugins.prototype import made_up, read, show, type_of, typed
from toolkit import Field

NAME = Field("name", "person", "Name")
EMAIL = Field("email", "email", "E-mail")
PHONE = Field("phone", "phone", "Mobile number")
ALL = pytest.mark.parametrize("field", [NAME, EMAIL, PHONE], ids=lambda f: f.type)


@given(st.text(min_size=1, max_size=120))
def test_a_name_of_any_script_reads_as_itself(value: str) -> None:
    assert read(NAME, typed(NAME, value)) == show(NAME, value) == value


@given(st.emails().filter(lambda email: len(email) <= 254 and "[" not in email))
def test_an_email_address_reads_as_itself(value: str) -> None:
    assert read(EMAIL, typed(EMAIL, value)) == show(EMAIL, value) == value


@pytest.mark.parametrize(
    "text", ["jo", "jo@", "@example.com", "jo@example", "jo ellis@example.com", "a@b@c.de", "x" * 300]
)
def test_what_is_no_email_address_is_told_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="E-mail must be an e-mail address, like name"):
        read(EMAIL, text)


@pytest.mark.parametrize("text", ["+44 7700 900982", "020 7946 0018", "(030) 901820", "0049-30-901820", "112 112"])
def test_a_phone_number_reads_as_it_is_written(text: str) -> None:
    assert read(PHONE, typed(PHONE, text)) == text


@pytest.mark.parametrize("text", ["call me", "12345", "1" * 16, "+44 7700 900982 x5", "070 ☎ 900982"])
def test_what_is_no_phone_number_is_told_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="Mobile number must be a phone number, like "):
        read(PHONE, text)


def test_a_name_that_is_a_story_is_told() -> None:
    with pytest.raises(ValueError, match="120 characters or fewer"):
        read(NAME, "x" * 121)


@ALL
def test_what_is_made_up_could_have_been_typed(field: Field) -> None:
    for value in made_up(field):
        assert read(field, typed(field, value)) == value


@ALL
def test_personal_data_is_masked_in_recordings_and_filled_in_by_the_browser(field: Field) -> None:
    assert type_of(field).sensitive
    assert type_of(field).autocomplete


def test_made_up_people_cannot_be_reached() -> None:
    assert all(str(value).endswith("@example.com") for value in made_up(EMAIL))
    assert all(str(value).startswith("+44 7700 900") for value in made_up(PHONE))  # kept for fiction by Ofcom
