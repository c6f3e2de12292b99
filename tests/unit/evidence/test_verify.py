"""Whatever is changed, dropped or added after a decision was written, `verify` names it."""

import json
import shutil
import sqlite3

import pytest

from tests.clock import Hand
from toolkit.domain.evidence import EVIDENCE_TYPE, sha256, statement
from toolkit.services.withdraw import withdraw

from .conftest import Desk


@pytest.fixture
def desk(tmp_path, decided, plugins):
    root = shutil.copytree(decided, tmp_path / "work")
    desk = Desk(root, plugins, Hand(1_772_009_000.0))
    yield desk
    desk.book.store.close()


@pytest.fixture
def record(desk):
    return desk.root / "docs" / "decisions" / "0001-shopping-list.md"


def said(desk, record):
    return [problem.text for problem in desk.verify(record).problems]


def people(desk):
    return sorted((desk.evidence / "sessions").glob("*-person-*.json"))


def test_nothing_speaks_against_what_was_just_written(desk, record):
    found = desk.verify(record)
    assert found.problems == ()
    assert found.notes == ()
    assert "7 sessions are there as sealed" in found.held


def test_one_changed_byte_is_named_by_its_file_and_its_session(desk, record):
    session = people(desk)[2]
    content = session.read_bytes()
    session.write_bytes(content.replace(b'"value":6', b'"value":5', 1))
    assert any(text.startswith(f"file sessions/{session.name}: was changed") for text in said(desk, record))
    assert f"session {session.stem}: its entries were changed after it ended" in said(desk, record)


def test_a_changed_byte_of_the_spec_is_named(desk, record):
    spec = desk.evidence / "spec.yaml"
    spec.write_bytes(spec.read_bytes() + b" ")
    (problem,) = said(desk, record)
    assert problem.startswith("file spec.yaml: was changed")


def test_a_file_that_is_no_json_any_more_is_named(desk, record):
    (desk.evidence / "results.json").write_text("{", encoding="utf-8")
    assert any("file results.json: 'results.json' is damaged" in text for text in said(desk, record))


def test_a_dropped_session_is_named_by_its_file_and_its_id(desk, record):
    session = people(desk)[0]
    session.unlink()
    found = said(desk, record)
    assert f"file sessions/{session.name}: is missing; the statement names it" in found
    assert any(text.startswith(f"session {session.stem}: was dropped") for text in found)
    assert any(text.startswith("results 'anyone can add' on 'plain': is stated as") for text in found)


def test_an_added_file_is_named(desk, record):
    (desk.evidence / "sessions" / "list-1-person-99-abcdef.json").write_bytes(people(desk)[0].read_bytes())
    assert any(text.startswith("file sessions/list-1-person-99-abcdef.json: was added") for text in said(desk, record))


def test_a_missing_bundle_is_named(desk, record):
    bundle = desk.evidence
    bundle.rename(bundle.parent / "elsewhere")
    assert any("the evidence is missing" in text for text in said(desk, record))


def test_a_statement_that_was_written_anew_is_not_the_one_that_the_record_names(desk, record):
    session = people(desk)[0]
    statement = json.loads((desk.evidence / "statement.json").read_bytes())
    statement["subject"] = [s for s in statement["subject"] if s["name"] != f"sessions/{session.name}"]
    session.unlink()
    (desk.evidence / "statement.json").write_text(json.dumps(statement), encoding="utf-8")
    found = said(desk, record)
    assert found[0].startswith("file statement.json: was changed")
    assert any(text.startswith(f"session {session.stem}: was dropped") for text in found)


def test_a_line_left_out_of_the_ledger_is_named(desk, record):
    ledger = desk.evidence / "ledger.jsonl"
    lines = ledger.read_bytes().splitlines(keepends=True)
    ledger.write_bytes(b"".join(lines[:2] + lines[3:]))
    assert any(text.startswith("ledger line 3: does not follow") for text in said(desk, record))


def test_a_session_dropped_from_store_and_ledger_is_named(desk, record):
    last = desk.person(desk.register(), seconds=9).session.id
    record = desk.decide()
    with sqlite3.connect(desk.workspace.runtime_dir / "showtell.sqlite") as connection:
        connection.execute("delete from entries where session = ?", (last,))
        connection.execute("delete from sessions where id = ?", (last,))
        connection.execute("delete from ledger where content like ?", (f"%{last}%",))
    found = said(desk, record)
    assert f"session {last}: is gone from the store" in found
    assert any("is gone from the store: 'ended'" in text and last in text for text in found)


def test_entries_changed_in_the_store_are_named(desk, record):
    with sqlite3.connect(desk.workspace.runtime_dir / "showtell.sqlite") as connection:
        connection.execute("update entries set at = at + 1 where n = 3 and session like '%-person-2-%'")
    (problem,) = said(desk, record)
    assert problem.endswith("in the store: its entries were changed after it ended")
    assert "-person-2-" in problem


def test_a_changed_target_is_named_with_what_it_was(desk, record):
    desk.spec.write_text(desk.spec.read_text("utf-8").replace("<= 30 s", "<= 20 s"), encoding="utf-8")
    assert said(desk, record) == ["spec goal 'adding is fast': was changed since: <= 30 s, now <= 20 s"]


def test_added_and_removed_elements_of_the_spec_are_named(desk, record):
    text = desk.spec.read_text("utf-8").replace("questions:\n  missing: What is missing?\n", "")
    desk.spec.write_text(text.replace("  pleasant: sus", "  nice: sus"), encoding="utf-8")
    assert said(desk, record) == [
        "spec goal 'nice': was added since",
        "spec goal 'pleasant': was removed since",
        "spec question 'missing': was removed since",
    ]


def test_a_comment_in_the_spec_changes_nothing(desk, record):
    desk.spec.write_text("# a thought\n" + desk.spec.read_text("utf-8"), encoding="utf-8")
    assert said(desk, record) == []


def test_an_edited_verdict_in_the_record_is_named_by_goal_and_option(desk, record):
    text = record.read_text("utf-8")
    record.write_text(text.replace("6 of 6 could do it", "5 of 6 could do it", 1), encoding="utf-8")
    (problem,) = said(desk, record)
    assert problem.startswith("record 'anyone can add' on 'A plain list': says '**confirmed**: 5 of 6")


def test_a_row_taken_out_of_the_verdict_table_is_named(desk, record):
    lines = record.read_text("utf-8").split("\n")
    record.write_text("\n".join(line for line in lines if not line.startswith("| pleasant")), encoding="utf-8")
    assert said(desk, record) == [
        "record 'pleasant' on 'A plain list': is missing from the table of verdicts",
        "record 'pleasant' on 'A list that sorts itself': is missing from the table of verdicts",
    ]


def test_another_generated_part_that_was_edited_is_named(desk, record):
    record.write_text(record.read_text("utf-8").replace("1,600 EUR", "600 EUR"), encoding="utf-8")
    (problem,) = said(desk, record)
    assert problem.startswith("record part 'comparison'")


def test_what_people_write_outside_of_the_marks_is_theirs(desk, record):
    text = record.read_text("utf-8").replace("## Decision Outcome\n", "## Decision Outcome\n\nWe talked it over.\n")
    record.write_text(text, encoding="utf-8")
    assert said(desk, record) == []


def test_newer_sessions_are_a_note_and_no_problem(desk, study, record):
    newest = desk.person(study).session.id
    found = desk.verify(record)
    assert found.problems == ()
    assert found.notes == (f"1 session is newer than the evidence: {newest}",)


def test_a_withdrawal_since_is_a_problem_until_the_decision_is_written_again(desk, study, record):
    somebody = people(desk)[1].stem
    withdraw(desk.book, somebody)
    assert any(somebody in text and "was withdrawn since" in text for text in said(desk, record))
    assert said(desk, desk.decide()) == []
    assert somebody in (desk.evidence / "ledger.jsonl").read_text("utf-8")
    assert "Eggs" not in (desk.evidence / "sessions" / f"{somebody}.json").read_text("utf-8")


def test_results_that_were_made_up_are_found_even_if_every_hash_fits(desk, record):
    bundle = desk.evidence
    results = (bundle / "results.json").read_text("utf-8").replace("6 of 6 could do it", "7 of 7 could do it")
    (bundle / "results.json").write_text(results, encoding="utf-8")
    files = {p.relative_to(bundle).as_posix(): p.read_bytes() for p in bundle.rglob("*") if p.is_file()}
    claim = json.loads(files.pop("statement.json"))["predicate"]
    content = statement(EVIDENCE_TYPE, {name: sha256(data) for name, data in files.items()}, claim)
    (bundle / "statement.json").write_bytes(content)
    moved = bundle.rename(bundle.parent / sha256(content))
    record.write_text(record.read_text("utf-8").replace(bundle.name, moved.name), encoding="utf-8")
    found = said(desk, record)
    assert not any(text.startswith("file ") for text in found)
    assert any("is stated as '7 of 7 could do it" in text for text in found)


def test_a_record_that_names_no_evidence_has_nothing_to_verify(desk, record):
    foreign = record.with_name("0009-use-postgres.md")
    foreign.write_text("# Use PostgreSQL\n\n## Status\n\nAccepted\n", encoding="utf-8")
    found = desk.verify(foreign)
    assert found.problems == ()
    assert "nothing to verify" in found.notes[-1]


def test_a_spec_that_was_changed_between_study_and_decision_is_a_note(desk, record):
    desk.spec.write_text(desk.spec.read_text("utf-8").replace("1000 EUR", "3000 EUR"), encoding="utf-8")
    desk.decide()
    found = desk.verify(record)
    assert found.problems == ()
    assert any("after the study was registered" in note for note in found.notes)
    assert "The spec was changed after the study was registered" in record.read_text("utf-8")
