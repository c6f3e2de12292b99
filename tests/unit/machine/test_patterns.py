"""A careless pattern keeps nobody waiting."""

import pytest

from toolkit.domain.patterns import fits


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|a)*b", "(a|aa)+b", "a*a*a*a*a*b", r"(\w+\s?)+!"])
def test_a_text_that_does_not_fit_is_told_at_once(pattern: str) -> None:
    assert not fits(pattern, "a" * 5_000)


@pytest.mark.parametrize(
    ("pattern", "text", "fit"),
    [
        ("[A-Z]{2}[0-9]+", "AB12", True),
        ("[A-Z]{2}[0-9]+", "AB12x", False),
        ("[A-Z]{2}|[0-9]+", "12AB", False),
        (r"\d{2}-\d", "12-3", True),
        (r"[\w.+-]+@[\w-]+", "a.b@c", True),
        ("ä+", "ää", True),
        ("a|b", "b", True),
        (r"(?=.*\d)\w+", "abc1", True),
        (r"(?=.*\d)\w+", "abc", False),
        (r"(\w)\1", "aa", True),
    ],
)
def test_patterns_mean_what_they_mean_in_python(pattern: str, text: str, *, fit: bool) -> None:
    assert fits(pattern, text) is fit
