"""One of a list, any of a list, and yes or no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plugins.prototype import made_up, read, show, typed
from toolkit import Field

OPTIONS = ("Low", "High", "On hold")
ONE = Field("priority", "one of", "Priority", options=OPTIONS)
ANY = Field("help", "any of", "Help", options=OPTIONS)
YES = Field("urgent", "yes/no", "Urgent")


@given(st.sampled_from(OPTIONS))
def test_an_option_in_a_form_reads_as_itself(value: str) -> None:
    assert read(ONE, typed(ONE, value)) == show(ONE, value) == value


@given(st.sets(st.sampled_from(OPTIONS)))
def test_several_options_read_as_themselves_in_the_order_of_the_list(chosen: set[str]) -> None:
    value = tuple(option for option in OPTIONS if option in chosen)
    assert read(ANY, typed(ANY, value)) == value
    assert read(ANY, "\n".join(sorted(chosen))) == value
    assert show(ANY, value) == ", ".join(value)


@pytest.mark.parametrize("text", ["low", "Low, High", "Lowest", "Low\n"])
def test_an_option_that_is_not_offered_is_told_with_those_that_are(text: str) -> None:
    with pytest.raises(ValueError, match="Priority must be one of Low, High, On hold"):
        read(ONE, text)


def test_one_wrong_option_among_several_is_told() -> None:
    with pytest.raises(ValueError, match="Help must be one of Low, High, On hold"):
        read(ANY, "Low\nNever")


@pytest.mark.parametrize("value", [True, False])
def test_yes_and_no_in_a_form_read_as_themselves(value: bool) -> None:
    assert read(YES, typed(YES, value)) is value
    assert read(YES, show(YES, value)) is value


def test_what_is_neither_yes_nor_no_is_told() -> None:
    with pytest.raises(ValueError, match="Urgent must be yes or no"):
        read(YES, "maybe")


@pytest.mark.parametrize("field", [ONE, ANY, YES])
def test_nothing_is_shown_and_typed_as_nothing(field: Field) -> None:
    assert show(field, None) == typed(field, None) == ""


def test_made_up_choices_are_among_the_options() -> None:
    assert set(made_up(ONE)) == set(OPTIONS)
    assert all(isinstance(v, tuple) and set(v) <= set(OPTIONS) for v in made_up(ANY))
    assert set(made_up(YES)) == {True, False}
