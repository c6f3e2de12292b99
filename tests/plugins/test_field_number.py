"""Numbers, money and shares, as people type and read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plugins.prototype import made_up, read, show, typed
from toolkit import Field

WEIGHT = Field("weight", "number", "Weight", unit="kg")
PRICE = Field("price", "money", "Price", unit="EUR")
SHARE = Field("share", "percent", "Share")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("12.0", 12),
        ("-3", -3),
        ("−3", -3),
        ("1.5", 1.5),
        ("1,5", 1.5),
        (",5", 0.5),
        ("1,500", 1500),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1_234_567),
        ("1 234 567,25", 1_234_567.25),
        ("1\u202f234", 1234),
        ("1'234.5", 1234.5),
        ("12 kg", 12),
        ("12kg", 12),
        ("1e3", 1000),
    ],
)
def test_a_number_is_read_however_it_is_separated(text: str, value: float) -> None:
    assert read(WEIGHT, text) == value


@pytest.mark.parametrize("text", ["nan", "inf", "twelve", "1_000", "1,23,4", "1.2.3", "--5", "0x10", "1,2.3,4", "kg"])
def test_what_is_no_number_is_told_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="Weight must be a number, like 12"):
        read(WEIGHT, text)


@pytest.mark.parametrize("text", ["1e400", "-1e400", "9" * 40])
def test_a_number_beyond_measure_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="Weight is too large"):
        read(WEIGHT, text)


def test_a_whole_number_is_whole_so_that_expressions_can_count_with_it() -> None:
    assert isinstance(read(WEIGHT, "12"), int)


@pytest.mark.parametrize("text", ["€ 9.50", "9.50 EUR", "EUR 9.50", "9,5"])
def test_money_is_read_with_its_currency_and_kept_to_the_cent(text: str) -> None:
    assert read(PRICE, text) == 9.5
    assert read(PRICE, "9.999") == 10


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        (WEIGHT, 1234567, "1,234,567 kg"),
        (WEIGHT, 0.125, "0.12 kg"),
        (WEIGHT, 0.0004, "0.0004 kg"),
        (PRICE, 12, "12.00 EUR"),
        (SHARE, 12.5, "12.50 %"),
        (SHARE, 3, "3 %"),
        (WEIGHT, None, ""),
        (WEIGHT, float("inf"), ""),
    ],
)
def test_a_number_is_shown_with_what_it_counts(field: Field, value: float | None, text: str) -> None:
    assert show(field, value).replace("\u00a0", " ") == text


@given(st.integers(-(10**15), 10**15) | st.floats(-1e14, 1e14, allow_nan=False))
def test_what_a_form_starts_with_reads_as_the_same_number(value: float) -> None:
    assert read(WEIGHT, typed(WEIGHT, value)) == value
    assert read(SHARE, typed(SHARE, value)) == value


@given(st.integers(-(10**11), 10**11))
def test_money_in_a_form_reads_as_the_same_money(cents: int) -> None:
    assert read(PRICE, typed(PRICE, cents / 100)) == cents / 100


def test_nothing_is_typed_as_nothing() -> None:
    assert typed(WEIGHT, None) == typed(PRICE, None) == ""


BOUNDS = [(None, None), (0, 9), (500, None), (None, -5), (0.2, 0.8), (7, 7), (1000, 2000)]


@pytest.mark.parametrize(("low", "high"), BOUNDS)
@pytest.mark.parametrize("kind", ["number", "money", "percent"])
def test_made_up_numbers_stay_within_bounds(kind: str, low: float | None, high: float | None) -> None:
    for value in made_up(Field("n", kind, "N", low=low, high=high)):
        assert isinstance(value, int | float)
        assert low is None or value >= low
        assert high is None or value <= high
