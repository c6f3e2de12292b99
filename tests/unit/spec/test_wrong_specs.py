"""Ten wrong specs: each mistake is found at its line and column, with a fix."""

import pytest

from tests.unit.spec.conftest import Found, Read

GOOD = """\
solution: Library
now: 2026-03-02 09:30
roles: [Reader, Librarian]
entities:
  Book:
    title: text
    due: date
    late: "= due < now"
    status:
      On loan -> Returned: Return (Librarian)
screens:
  Books: {list: Book, show: [title, due], for: Reader}
  Desk: {list: Book, for: Librarian}
tasks:
  bring: {as: Librarian, say: Take a book back., done: {Book: {status: Returned}}}
data:
  pinned:
    Book: [{title: Dune, due: 2026-03-01}]
"""


def spoilt(before: str, after: str) -> str:
    """The good spec with one thing made wrong."""
    assert GOOD.count(before) == 1
    return GOOD.replace(before, after)


def test_the_good_spec_is_good(read: Read) -> None:
    reading = read(GOOD)
    assert [f for f in reading.findings if f.severity != "note"] == []
    assert reading.solution


@pytest.mark.parametrize(
    ("before", "after", "code", "where", "fix"),
    [
        ("show:", "shwo:", "unknown-key", (12, 23), "did you mean 'show'?"),
        ("title: text", "title: txet", "unknown-type", (6, 12), "did you mean 'text'?"),
        ("Desk: {list:", "Desk: {lsit:", "unknown-kind", (13, 10), "begin with one of: "),
        ("for: Librarian}", "for: Librarian, new: Bokos}", "unknown-screen", (13, 43), "did you mean 'Books'?"),
        ("{as: Librarian", "{as: Libarian", "unknown-role", (15, 15), "did you mean 'Librarian'?"),
        ("status: Returned", "status: Retuned", "bad-value", (15, 72), "did you mean 'Returned'?"),
        ("= due < now", "= !late", "loop", (8, 15), "let one of them depend on stored fields only"),
        ("09:30", "09:70", "bad-date", (2, 6), "write it like 2026-03-02 09:30"),
        ("now: 2026", "now: 9999", "bad-date", (2, 6), "write it like 2026-03-02 09:30"),
        ("2026-03-01", "2026-02-31", "bad-value", (18, 31), "write a value that the field can hold"),
        ("  Desk:", "  Books:", "said-twice", (13, 3), "give one of them another name (the first is in line 12)"),
        ("    due: date", "\tdue: date", "tab", (7, 1), "indent with two spaces; a tab is not allowed in YAML"),
    ],
)
def test_a_mistake_has_its_line_its_column_and_a_fix(
    found: Found, *, before: str, after: str, code: str, where: tuple[int, int], fix: str
) -> None:
    finding = found(code, spoilt(before, after))
    assert finding.severity == "error"
    assert finding.position == where
    assert finding.where == f"spec.yaml:{where[0]}:{where[1]}"
    assert finding.fix.startswith(fix)


def test_a_wrong_spec_gives_no_solution(read: Read) -> None:
    assert read(spoilt("title: text", "title: txet")).solution is None


def test_all_mistakes_are_told_at_once(read: Read) -> None:
    text = GOOD.replace("title: text", "title: txet").replace("{as: Librarian", "{as: Libarian").replace("09:30", "9")
    assert [f.code for f in read(text).errors] == ["bad-date", "unknown-type", "unknown-role"]


def test_what_hangs_on_a_mistake_is_not_told_again(read: Read) -> None:
    text = GOOD.replace("    due: date\n", "    due: dte\n")
    assert [(f.code, f.path) for f in read(text).errors] == [("unknown-type", "entities.Book.due")]


def test_a_finding_names_the_way_to_its_part(found: Found) -> None:
    finding = found("unknown-role", spoilt("{as: Librarian", "{as: Libarian"))
    assert finding.path == "tasks.bring.as"
    assert finding.text() == (
        "error: there is no role 'Libarian' [unknown-role]\n"
        "where: spec.yaml:15:15 (tasks.bring.as)\n"
        "  fix: did you mean 'Librarian'?"
    )
