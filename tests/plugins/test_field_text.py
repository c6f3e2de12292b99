"""Text in one line and in many."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plugins.prototype import made_up, read, show, type_of, typed
from toolkit import Field

KINDS = pytest.mark.parametrize("kind", ["text", "long text"])


@KINDS
@given(value=st.text(min_size=1))
def test_a_text_in_a_form_reads_as_itself(kind: str, value: str) -> None:
    field = Field("title", kind, "Title")
    assert read(field, typed(field, value)) == show(field, value) == value


@KINDS
def test_nothing_is_shown_and_typed_as_nothing(kind: str) -> None:
    field = Field("title", kind, "Title")
    assert show(field, None) == typed(field, None) == ""


@KINDS
@pytest.mark.parametrize(
    ("low", "high"), [(None, None), (5, 80), (0, 3), (60, 60), (300, None), (27, 28), (None, 12), (1, 1)]
)
def test_made_up_texts_have_a_length_within_bounds(kind: str, low: float | None, high: float | None) -> None:
    for value in made_up(Field("title", kind, "Title", low=low, high=high)):
        assert isinstance(value, str)
        assert value == value.strip()
        assert (low or 1) <= len(value) <= (high or 300 * 2)


def test_a_type_that_knows_no_row_makes_up_a_code_and_no_slogan() -> None:
    assert all(re.fullmatch("[A-Z0-9]{8}", text) for text in made_up(Field("title", "text", "Title", low=5, high=22)))


def test_long_text_has_room_of_its_own() -> None:
    assert type_of(Field("a", "text", "A")).input == "line"
    assert type_of(Field("a", "long text", "A")).input == "area"
