"""Computed fields that reach beyond their own row: totals over rows that refer to it, and what another row holds."""

import pytest

from tests.unit.spec.conftest import Found, Read

CLAIM = """
entities:
  Claim: {title: text, limit: "money, 50..800 EUR", %s}
  Line: {claim: Claim, what: text, day: date, took: duration, price: money, number: "number, 1..9", %s}
"""


def type_of(read: Read, total: str, *, line: str = "paid: yes/no") -> tuple[str, str]:
    solution = read(CLAIM % (f'x: "= {total}"', line)).solution
    assert solution, [f.text() for f in read(CLAIM % (f'x: "= {total}"', line)).findings]
    field = solution.base.entities["Claim"].fields["x"]
    return field.type, field.unit


@pytest.mark.parametrize(
    ("total", "type_"),
    [
        ("count of Line", "number"),
        ("count of Lines where paid", "number"),
        ("sum of Line price", "money"),
        ("sum of Line number where price > 5.0 && !paid", "number"),
        ("average of Line price", "money"),
        ("highest of Line number", "number"),
        ("earliest of Line day", "date"),
        ("latest of Line day by claim", "date"),
        ("sum of Line took", "duration"),
        ("count of Line where claim.title == what", "number"),
    ],
)
def test_a_total_has_the_type_of_what_it_takes_together(read: Read, total: str, type_: str) -> None:
    assert type_of(read, total)[0] == type_


def test_totals_and_other_rows_may_be_worked_out_from_each_other_in_any_order(read: Read) -> None:
    claim = 'over: "= total > limit", total: "= sum of Line amount"'
    line = 'share: "= amount / claim.total", amount: "= price * number", late: "= claim.over && day < now"'
    entities = read(CLAIM % (claim, line)).solution.base.entities
    assert {n: f.type for n, f in entities["Claim"].fields.items()}["over"] == "yes/no"
    assert {n: f.type for n, f in entities["Line"].fields.items() if f.computed} == {
        "share": "number",
        "amount": "money",
        "late": "yes/no",
    }


def test_what_is_only_taken_over_keeps_its_type(read: Read) -> None:
    line = 'paid: yes/no, limit: "= claim.limit", owner: "= claim.owner", level: = claim.level'
    text = CLAIM % ("level: [Low, High], owner: Person", line) + "  Person: {name: person}"
    fields = read(text).solution.base.entities["Line"].fields
    assert (fields["limit"].type, fields["limit"].unit) == ("money", "EUR")
    assert fields["owner"].refers == "Person"
    assert fields["level"].options == ("Low", "High")


@pytest.mark.parametrize(
    ("total", "code", "fix"),
    [
        ("sum of Lnie price", "unknown-entity", "did you mean 'Line'?"),
        ("sum of Line prise", "unknown-field", "did you mean 'price'?"),
        ("sum of Line", "no-total", "name one of: took, price, number"),
        ("sum of Line what", "no-total", "name one of: took, price, number"),
        ("sum of Line day", "no-total", "name one of: took, price, number"),
        ("sum of Line late", "no-total", "write: count of Line where CONDITION"),
        ("count of Line price", "no-total", "put 'where' before a condition"),
        ("count of Line by what", "unknown-field", "use one of: claim"),
        ("count of Line where piad", "unknown-name", "did you mean 'paid'?"),
        ("count of Line where me == what", "unknown-name", ""),
        ("count of Line where price >", "no-expression", ""),
        ("count of Line where price", "no-condition", "compare something"),
        ("count of Claim", "no-link", "claim: Claim"),
    ],
)
def test_a_total_of_nothing(found: Found, total: str, code: str, fix: str) -> None:
    finding = found(code, CLAIM % (f'x: "= {total}"', "paid: yes/no, late: = day < now"))
    assert finding.position[0] == 3
    assert fix in finding.fix


def test_of_two_ways_to_refer_one_is_said(read: Read, found: Found) -> None:
    move = "Move: {what: text, origin: Shelf, target: Shelf}"
    shelf = f"entities:\n  Shelf: {{name: text, came: '= count of Move%s'}}\n  {move}\n"
    assert found("which-link", shelf % "").fix == "say which one: count of Move by origin"
    assert not read(shelf % " by target").errors


def test_rows_that_are_worked_out_from_each_other_for_ever(found: Found) -> None:
    finding = found("loop", CLAIM % ('total: "= sum of Line amount"', 'amount: "= claim.total / 2.0"'))
    assert "Claim.total -> Line.amount -> Claim.total" in finding.message
