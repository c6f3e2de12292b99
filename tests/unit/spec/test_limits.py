"""Limits in a field's line: days and hours, what is unique together, and rules that look into the row referred to."""

import pytest

from tests.unit.spec.conftest import Found, Read
from toolkit.domain.limits import Hours
from toolkit.domain.solution import Field

BASE = """entities:
  Person: {name: person}
  Course: {title: text, begins: date, seats: number, left: "= seats - 1"}
  Booking: {course: Course, who: Person, note: text, paid: yes/no, x: "%s"}
"""


def field(read: Read, line: str) -> Field:
    solution = read(BASE % line).solution
    assert solution, [f.text() for f in read(BASE % line).findings]
    return solution.base.entities["Booking"].fields["x"]


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("date, on weekdays", Hours(weekdays=True)),
        ("datetime, on weekdays, 08:00..17:30", Hours(weekdays=True, first=480, last=1050)),
        ("datetime, 8:00 to 17:30, weekdays only", Hours(weekdays=True, first=480, last=1050)),
        ("time, 06:00..24:00, optional", Hours(first=360, last=1440)),
    ],
)
def test_days_and_hours(read: Read, line: str, hours: Hours) -> None:
    assert field(read, line).hours == hours


def test_what_is_unique_together(read: Read) -> None:
    apart = field(read, "date, unique with course and who while !paid").apart
    assert apart is not None
    assert apart.fields == ("course", "who")
    assert apart.where is not None
    assert apart.where.text == "!paid"


def test_a_rule_may_stand_behind_the_default(read: Read) -> None:
    found = field(read, "Person = me, unique with course")
    assert found.default == "me"
    assert found.apart is not None
    assert field(read, "text = one, two").default == "one, two"


@pytest.mark.parametrize(
    ("line", "code", "fix"),
    [
        ("text, on weekdays", "rule-misfits", "take it away"),
        ("time, on weekdays", "rule-misfits", "take it away"),
        ("number, 08:00..17:00", "rule-misfits", "take it away"),
        ("datetime, 17:00..08:00", "bad-rule", "08:00..17:00"),
        ("date, on weekday", "unknown-rule", "did you mean 'on weekdays'?"),
        ("date, unique with corse", "unknown-field", "did you mean 'course'?"),
        ("date, unique with x", "unknown-field", "use one of: course, who, note, paid"),
        ("date, unique with course while piad", "unknown-name", "did you mean 'paid'?"),
        ("date, not before course.beginns", "unknown-field", "did you mean 'course.begins'?"),
        ("date, not before corse.begins", "unknown-field", ""),
        ("date, not before course.title", "cannot-compare", "compare dates with dates"),
        ("number, after course.left", "cannot-compare", "more than course.left"),
    ],
)
def test_limits_that_make_no_sense(found: Found, line: str, code: str, fix: str) -> None:
    finding = found(code, BASE % line)
    assert finding.position[0] == 4
    assert fix in finding.fix
