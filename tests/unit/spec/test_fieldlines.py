"""One line a field: what each kind of line says, and what is told about a line that says nothing."""

import pytest

from tests.unit.spec.conftest import Found, Read
from toolkit.domain.solution import Field


def field(read: Read, line: str) -> Field:
    """The field that a line makes, in an entity with something to refer to."""
    reading = read(f"entities:\n  User: {{name: person}}\n  Thing:\n    it: {line}\n    also: text\n")
    assert reading.solution, "\n".join(f.text() for f in reading.findings)
    return reading.solution.base.entities["Thing"].fields["it"]


@pytest.mark.parametrize(
    ("line", "type_"),
    [
        ("text", "text"),
        ("long text", "long text"),
        ("number", "number"),
        ("money", "money"),
        ("percent", "percent"),
        ("date", "date"),
        ("datetime", "datetime"),
        ("date and time", "datetime"),
        ("duration", "duration"),
        ("time", "time"),
        ("address", "address"),
        ("url", "url"),
        ("yes/no", "yes/no"),
        ("person", "person"),
        ("email", "email"),
        ("phone", "phone"),
        ("reference number", "reference number"),
        ("one of Low, High", "one of"),
        ("any of Low, High", "any of"),
        ("[Low, High]", "one of"),
        ("User", "reference"),
        ("Text", "text"),
    ],
)
def test_the_beginning_of_a_line_is_its_type(read: Read, line: str, type_: str) -> None:
    assert field(read, line).type == type_


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("text, 5..80 characters", 5, 80),
        ("text, 6 characters", 6, 6),
        ("text, ..80 characters", None, 80),
        ("text, at most 80 characters", None, 80),
        ("number, 0..500", 0, 500),
        ("number, -2.5..2.5", -2.5, 2.5),
        ("number, at least 1", 1, None),
        ("date, last 14 days", -14, 0),
        ("date, last 2 weeks", -14, 0),
        ("datetime, next 2 days", 0, 2),
        ("datetime, next 12 hours", 0, 0.5),
        ("date, last 14 days, next 2 days", -14, 2),
    ],
)
def test_bounds(read: Read, line: str, low: float | None, high: float | None) -> None:
    found = field(read, line)
    assert (found.low, found.high) == (low, high)


def test_a_comma_after_the_type_may_be_left_out(read: Read) -> None:
    assert (field(read, "text 5..80 characters").low, field(read, "text 5..80 characters").high) == (5, 80)
    assert not field(read, "text optional").required
    assert field(read, "number kg, 0..9").unit == "kg"


def test_a_unit_stands_behind_the_bounds(read: Read) -> None:
    assert field(read, "money, 0..500 EUR").unit == "EUR"
    assert field(read, "text, 0..500 characters").unit == ""


def test_rules(read: Read) -> None:
    assert field(read, "text").required
    assert not field(read, "text, optional").required
    assert field(read, "text, unique").unique
    assert field(read, "text, 5..6 characters, pattern [A-Z]{2}[0-9]{3,4}").pattern == "[A-Z]{2}[0-9]{3,4}"


def test_options_end_where_rules_begin(read: Read) -> None:
    found = field(read, "one of Low, Very high, optional = Low")
    assert found.options == ("Low", "Very high")
    assert found.default == "Low"
    assert not found.required


def test_an_option_may_have_a_comma_when_it_is_quoted_or_in_brackets(read: Read) -> None:
    assert field(read, '"one of Bed (single, narrow), Sofa"').options == ("Bed (single, narrow)", "Sofa")
    assert field(read, '{type: one of, options: ["Yes, please", "No"]}').options == ("Yes, please", "No")


def test_defaults_are_read_by_the_type(read: Read) -> None:
    assert field(read, "number, 0..9 = 3").default == 3
    assert field(read, "User = me").default == "me"
    assert field(read, "datetime = now").default == "now"


def test_a_reference_is_narrowed_by_the_rest_of_the_line(read: Read) -> None:
    found = field(read, "User, optional, where name != 'A, B' && name != 'C = D'")
    assert found.refers == "User"
    assert found.where
    assert found.where.text == "name != 'A, B' && name != 'C = D'"


def test_what_is_set_by_itself_is_never_required(read: Read) -> None:
    found = field(read, "datetime, set when changed")
    assert (found.stamp, found.required) == ("changed", False)


def test_a_mapping_says_more_than_a_line(read: Read) -> None:
    found = field(read, '{type: "text, 5..9 characters", label: Its name, help: Short., example: Otto, optional: true}')
    assert (found.label, found.help, found.example, found.required) == ("Its name", "Short.", "Otto", False)
    assert (found.low, found.high) == (5, 9)


def test_a_mapping_may_hold_what_is_awkward_in_a_line(read: Read) -> None:
    found = field(read, "{type: User, where: \"name != 'A'\", default: me}")
    assert found.where
    assert found.default == "me"
    assert field(read, '{type: text, pattern: "a, b"}').pattern == "a, b"


def test_nothing_said_is_text(read: Read) -> None:
    reading = read("entities: {Book: {title: , author: }}")
    assert reading.solution
    assert reading.solution.base.entities["Book"].fields["author"].type == "text"
    assert "Book.author is text, for nothing is said about it" in reading.defaulted


@pytest.mark.parametrize(
    ("line", "code", "column", "fix"),
    [
        ("txet", "unknown-type", 9, "did you mean 'text'?"),
        ("Open -> Closed", "unknown-type", 9, "write the moves in braces: {Open -> Closed: Close}"),
        ("Usr", "unknown-type", 9, "did you mean 'User'?"),
        ("text optinal", "unknown-rule", 14, "did you mean 'optional'?"),
        ("one of Low; High", "one-option", 9, "put commas between the options"),
        ("yes/no = also > 5", "bad-default", 18, "write only = also > 5, if it is to be worked out"),
        ("Guest", "unknown-type", 9, "refer to the entity of the people"),
        ("text, optinal", "unknown-rule", 15, "did you mean 'optional'?"),
        ("text, , optional", "unknown-rule", 15, "use rules like: "),
        ("number, 9..1", "bad-rule", 17, "write the smaller number first: 1..9"),
        ("text, pattern [A-", "bad-rule", 15, "write a regular expression"),
        ("User, 1..2", "rule-misfits", 15, "take it away"),
        ("text, last 3 days", "rule-misfits", 15, "take it away"),
        ("text, set when changed", "rule-misfits", 15, "take it away"),
        ("yes/no, 0..1", "rule-misfits", 17, "take it away"),
        ("one of", "no-options", 9, "write: one of Low, High"),
        ("one of A, B, A", "said-twice", 9, "name each option once"),
        ("one of Low, High = Hihg", "bad-default", 28, "did you mean 'High'?"),
        ("number = many", "bad-default", 18, "write a value that the field can hold"),
        ("User = Otto", "bad-default", 16, "write = me"),
        ("text, where also == 'x'", "rule-misfits", 21, "use 'where' with a reference"),
        ("User, where nmae == 'x'", "unknown-name", 21, "did you mean 'name'?"),
        ("User, where name", "no-condition", 21, "compare something"),
        ("User, where name = 'x'", "no-expression", 26, "write == for 'is'"),
        ("datetime, set when Done", "unknown-state", 28, "use one of: changed"),
        ("{type: text, lable: X}", "unknown-key", 22, "did you mean 'label'?"),
    ],
)
def test_a_wrong_line(read: Read, line: str, code: str, column: int, fix: str) -> None:
    findings = read(f"entities:\n  User: {{name: person}}\n  Thing:\n    it: {line}\nroles: [Guest]\n").findings
    assert [(f.code, f.position) for f in findings] == [(code, (4, column))]
    assert fix in findings[0].fix


@pytest.mark.parametrize("name", ["id", "me", "now", "9lives", "a.b", "true"])
def test_names_that_a_field_cannot_have(found: Found, name: str) -> None:
    assert found("bad-name", f"entities: {{Thing: {{'{name}': text, also: text}}}}").position == (1, 20)


def test_a_rule_that_yaml_took_for_a_field_is_to_be_put_in_quotes(found: Found) -> None:
    finding = found("bad-name", "entities: {Thing: {pages: number, 0..10, also: text}}")
    assert finding.position == (1, 35)
    assert finding.fix == "if it belongs to the line before it, put that line in double quotes"


def test_two_fields_of_one_name(found: Found) -> None:
    text = "entities: {Thing: {due date: date, due-date: date}}"
    assert found("said-twice", text).message == (
        "two things of one name: 'due date' and 'due-date' are the same in an address"
    )
