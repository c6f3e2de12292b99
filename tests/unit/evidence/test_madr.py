"""Records as text: ours are refused when they are not as they should be, others are read as far as they go."""

import pytest

from toolkit.domain.madr import RecordError, read_record, with_fields
from toolkit.domain.marks import markdown, table_rows, with_blocks

OURS = """\
---
format: showtell-1
status: accepted
date: 2026-03-04
decision-makers: [Ann]

---
# Keep a list

* Status: accepted
* Deciders: Ann
* Date: 2026-03-04

## Context and Problem Statement

<!-- showtell:context (generated) -->
Milk is forgotten.
<!-- /showtell:context -->

## Considered Options

* A list
* A fridge that counts

## Decision Outcome

Chosen option: "A list", because it is cheap.
"""


def test_one_of_ours_is_read_whole():
    record = read_record(OURS, where="0001.md")
    assert (record.title, record.status, record.date) == ("Keep a list", "accepted", "2026-03-04")
    assert record.deciders == ("Ann",)
    assert record.options == ("A list", "A fridge that counts")
    assert record.chosen == "A list"
    assert record.blocks == {"context": "Milk is forgotten."}


@pytest.mark.parametrize(
    ("before", "after", "what", "line"),
    [
        ("decision-makers: [Ann]\n", "decision-makers:\n  - Ann\n", "one line of the form", 6),
        ("status: accepted\n", "status: accepted # at last\n", "no comments", 3),
        ("[Ann]\n\n---", "[Ann]\n---", "a blank line goes before", 5),
        ("* Status: accepted", "* Status: proposed", "the bullet 'Status' says 'proposed'", 8),
        ("date: 2026-03-04\n", "date: 4 March\n", "the date is '4 March'", 8),
        ("accepted", "done", "the status is 'done'", 8),
        ('"A list"', '"A robot"', "'A robot' is not among the considered options", 8),
        ("## Decision Outcome", "## Outcome", "'Decision Outcome' is missing", 8),
        ("<!-- /showtell:context -->", "", "is never closed", 16),
        ("decision-makers: [Ann]", "decision-makers: [Ann", "is not YAML on one line", 5),
    ],
)
def test_one_of_ours_that_was_spoilt_is_refused_with_its_line(before, after, what, line):
    with pytest.raises(RecordError) as error:
        read_record(OURS.replace(before, after), where="0001.md")
    assert what in error.value.what
    assert error.value.where == f"0001.md:{line}"


def test_an_accepted_one_without_deciders_is_refused():
    nobody = with_fields(OURS, {"decision-makers": ()})
    with pytest.raises(RecordError, match="nobody is named who decided"):
        read_record(nobody, where="0001.md")


def test_one_of_others_is_read_with_warnings():
    record = read_record(
        "# Use PostgreSQL\n\n## Status\n\nAccepted\n\n## Considered Options\n\n- PostgreSQL\n- MySQL\n\n"
        '## Decision Outcome\n\nChosen option: "Postgres", because we know it.\n',
        where="0002.md",
    )
    assert not record.ours
    assert (record.title, record.status, record.options) == ("Use PostgreSQL", "Accepted", ("PostgreSQL", "MySQL"))
    assert any("'Postgres' is not among the considered options" in warning for warning in record.warnings)


def test_one_of_others_with_lists_and_comments_in_its_front_matter_is_read():
    text = "---\n# template\nstatus: superseded by ADR-0009\ndeciders:\n  - Ann\n---\n# Old\n"
    record = read_record(text, where="0003.md")
    assert record.status == "superseded by ADR-0009"
    assert record.warnings


@pytest.mark.parametrize(
    "text", ["", "---", "---\n---\n", "\ufeff# Title", "no heading at all", "---\nstatus: [\n---\n"]
)
def test_whatever_a_file_holds_reading_it_does_not_fail(text):
    assert not read_record(text, where="x.md").ours


def test_fields_are_changed_in_both_places_and_others_stay():
    text = OURS.replace("date: 2026", "consulted: [Ben, yes]\ndate: 2026", 1)
    changed = with_fields(text, {"status": "proposed", "decision-makers": ("Ann", "Zoë Ó'B, cook", "no")})
    assert "consulted: [Ben, yes]\n" in changed
    assert "* Status: proposed\n" in changed
    assert read_record(changed, where="x").deciders == ("Ann", "Zoë Ó'B, cook", "no")


def test_only_what_stands_between_marks_is_replaced():
    changed = with_blocks(OURS, {"context": "Bread\nis old."})
    assert changed == OURS.replace("Milk is forgotten.", "Bread\nis old.")


def test_a_table_is_read_cell_by_cell():
    block = "| Goal | A \\| B |\n| --- | :-: |\n| fast | **refuted**: no |\n"
    assert table_rows(block) == [["Goal", "A \\| B"], ["fast", "**refuted**: no"]]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", "a \\| b"),
        ("two\nlines", "two lines"),
        ("<script>x</script>", "&lt;script>x&lt;/script>"),
        ("<!-- showtell:context -->", "&lt;!-- showtell:context -->"),
        ("[a](javascript:b)", "\\[a\\](javascript:b)"),
        ("<= 30 s", "<= 30 s"),
    ],
)
def test_words_of_a_spec_are_no_markdown(text, shown):
    assert markdown(text) == shown
