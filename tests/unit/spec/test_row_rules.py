"""Rules between the fields of a row: how they are written, and what is told about those that cannot hold."""

import pytest

from tests.unit.spec.conftest import Found, Read
from toolkit.domain.solution import Field

SPEC = """
entities:
  Trip:
    name: text
    departs: date
    opens: time
    starts: datetime
    seats: number, 5..9
    takes: duration
    kind: one of Work, Other, After lunch
    soon: = departs < now + days(3)
    it: {line}
"""


def field(read: Read, line: str) -> Field:
    reading = read(SPEC.format(line=line))
    assert reading.solution, "\n".join(f.text() for f in reading.findings)
    return reading.solution.base.entities["Trip"].fields["it"]


@pytest.mark.parametrize(
    ("line", "words", "other"),
    [
        ("date, after departs", "after", "departs"),
        ("date after departs", "after", "departs"),
        ("date, Not  before departs", "not before", "departs"),
        ("datetime, before departs", "before", "departs"),
        ("time, not after opens", "not after", "opens"),
        ("number, more than seats", "more than", "seats"),
        ("money, at most seats", "at most", "seats"),
        ("percent, at least seats", "at least", "seats"),
        ("duration, less than takes", "less than", "takes"),
        ("{type: 'date, after departs', label: Back}", "after", "departs"),
    ],
)
def test_comparisons(read: Read, line: str, words: str, other: str) -> None:
    assert [(rule.words, rule.field) for rule in field(read, line).compares] == [(words, other)]


def test_several_comparisons_and_bounds_stand_beside_one_another(read: Read) -> None:
    found = field(read, "number, at least 1, more than seats, at most 20")
    assert (found.low, found.high, len(found.compares)) == (1, 20, 1)
    assert len(field(read, "datetime, after departs, before starts").compares) == 2


def test_an_option_may_begin_like_a_comparison(read: Read) -> None:
    assert field(read, "one of Before noon, After lunch").options == ("Before noon", "After lunch")


@pytest.mark.parametrize(
    "line", ["text, required when kind == 'Other'", "{type: text, required when: kind == 'Other'}"]
)
def test_a_field_that_is_needed_when_something_holds_is_else_optional(read: Read, line: str) -> None:
    found = field(read, line)
    assert not found.required
    assert found.needed_when
    assert found.needed_when.text == "kind == 'Other'"


def test_an_own_error_text(read: Read) -> None:
    assert field(read, "{type: number, error: 'Seats, please'}").error == "Seats, please"


@pytest.mark.parametrize(
    ("code", "line", "fix", "column"),
    [
        ("unknown-field", "date, after deprts", "did you mean 'departs'?", 21),
        ("cannot-compare", "date, after seats", "compare dates with dates", 15),
        ("cannot-compare", "date, after name", "compare dates with dates", 15),
        ("cannot-compare", "text, after departs", "compare dates with dates", 15),
        ("cannot-compare", "number, after seats", "write: more than seats", 17),
        ("cannot-compare", "date, at least departs", "write: not before departs", 15),
        ("compares-itself", "date, after it", "name another field", 15),
        ("never-fits", "number, 0..5, more than seats", "widen the range", 23),
        ("unknown-name", "text, required when knd == 'Other'", "did you mean 'kind'?", 29),
        ("no-condition", "text, required when kind", "compare something", 29),
        ("no-expression", "text, required when kind == 'A' or kind == 'B'", "write || for 'or'", 41),
        ("never-works", "text, required when kind > 3", "compare like with like", 29),
        ("unknown-name", "text, required when me == kind", "", 29),
        ("unknown-name", "{type: text, required when: knd == 'Other'}", "did you mean 'kind'?", 37),
        ("unknown-rule", "date, aftr departs", "did you mean 'after'?", 15),
    ],
)
def test_a_rule_that_cannot_hold_is_told_at_its_place(
    found: Found, code: str, line: str, fix: str, column: int
) -> None:
    finding = found(code, SPEC.format(line=line))
    assert fix in finding.fix
    assert finding.where == f"spec.yaml:12:{column}"


def test_two_rules_that_contradict_each_other_are_told(found: Found) -> None:
    text = "entities:\n  Trip:\n    a: date, after b\n    b: date, after a\n"
    with pytest.raises(AssertionError, match=r"(?s)each to be after.*each to be after"):
        found("never-fits", text)
