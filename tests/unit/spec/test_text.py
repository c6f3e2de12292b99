"""YAML as people write it: what is meant is said when YAML does not understand."""

import pytest

from tests.unit.spec.conftest import Found, Read

REST = "\nentities: {Book: {title: text}}\n"


@pytest.mark.parametrize(
    ("line", "code", "column", "fix"),
    [
        (
            "problem: Late: nobody sees it",
            "not-yaml",
            14,
            'put the text in double quotes: problem: "Late: nobody sees it"',
        ),
        ("goals: {better: Note: sus}", "not-yaml", 21, "put the text in double quotes"),
        (
            "screens: {A: {list: Book, where: title in ['a', 'b']}}",
            "not-yaml",
            43,
            "put the whole text in double quotes",
        ),
        ("problem: 'It's late'", "not-yaml", 14, "quote a text as a whole"),
        ("problem: 'late", "not-yaml", 10, "add the closing quote"),
        ("roles: [Agent, Lead", "not-yaml", 8, "add the closing ] or }"),
        ("problem: @late", "not-yaml", 10, "put the text in double quotes"),
        ("brand: {name: A, accent: #0b5c6b}", "not-yaml", 8, "put what begins with # in double quotes"),
        ("data: {pinned: {Book: [{title:, a: b}]}}", "no-space", 25, "put a space after the ':'"),
        ("problem: *late*", "unknown-alias", 10, "put the text in quotes"),
    ],
)
def test_a_line_that_yaml_reads_otherwise(read: Read, line: str, code: str, column: int, fix: str) -> None:
    first = read(line + REST).findings[0]
    assert (first.code, first.position) == (code, (1, column))
    assert fix in first.fix


def test_a_line_that_does_not_fit_those_around_it(found: Found) -> None:
    finding = found("not-yaml", "roles: [Agent]\nentities:\n    Book: {title: text}\n  Author: {name: text}\n")
    assert finding.position == (4, 3)
    assert finding.fix.startswith("indent it like the lines around it")


def test_what_is_cut_off_by_a_comment_is_told(found: Found, read: Read) -> None:
    finding = found("cut-off", "problem: Nobody sees order #12 in time" + REST)
    assert (finding.severity, finding.position) == ("warning", (1, 28))
    assert found("cut-off", "brand:\n  name: A\n  accent: #0b5c6b" + REST).position == (3, 11)
    assert read("problem: Nobody sees it   # nor hears it" + REST).findings == ()


def test_every_tab_is_told(read: Read) -> None:
    findings = read("entities:\n\tBook:\n\t\ttitle: text\n").findings
    assert [(f.code, f.position) for f in findings] == [("tab", (2, 1)), ("tab", (3, 1))]


def test_a_column_counts_from_the_text_behind_its_quote(found: Found) -> None:
    assert found("unknown-rule", 'entities: {Book: {title: "text, optinal"}}').position == (1, 33)


def test_a_folded_text_is_named_by_its_first_line(found: Found) -> None:
    assert found("unknown-rule", "entities:\n  Book:\n    title: >-\n      text,\n      optinal\n").position == (3, 12)
    assert found("unknown-rule", "entities:\n  Book:\n    title: text,\n      optinal\n").position == (3, 12)


def test_numbers_may_stand_for_texts(read: Read) -> None:
    reading = read("solution: 2026\nroles: [1, 2]\nentities: {Book: {title: 'one of 1, 2'}}\n")
    assert reading.solution
    assert reading.solution.title == "2026"
    assert list(reading.solution.base.roles) == ["1", "2"]
