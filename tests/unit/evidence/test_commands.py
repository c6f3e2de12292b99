"""The commands around a decision, as they are called: what they print, and how they exit."""

import json
import shutil

import pytest

from toolkit.cli.main import main


@pytest.fixture
def root(tmp_path, decided):
    return shutil.copytree(decided, tmp_path / "work")


@pytest.fixture
def run(root, capsys):
    """Return what runs a command in the workspace and returns its exit code and what it printed."""

    def call(*args: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main(list(args))
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out + err

    return call


@pytest.fixture
def record(root):
    return root / "docs" / "decisions" / "0001-shopping-list.md"


def test_verify_exits_0_with_short_lines_when_nothing_speaks_against_it(run, record):
    code, said = run("verify", str(record))
    assert code == 0
    assert "ok: every file is the one that the statement names" in said
    assert said.endswith("nothing speaks against it\n")


def test_verify_exits_1_and_names_the_goal_when_a_target_was_changed(run, root, record):
    spec = root / "prototypes" / "list" / "spec.yaml"
    spec.write_text(spec.read_text("utf-8").replace("<= 30 s", "<= 20 s"), encoding="utf-8")
    code, said = run("verify", str(record))
    assert code == 1
    assert "problem: spec goal 'adding is fast': was changed since: <= 30 s, now <= 20 s\n\n1 problem\n" in said


def test_verify_says_it_in_json_too(run, root, record):
    next(root.glob("prototypes/list/evidence/*/sessions/*-person-1-*.json")).unlink()
    code, said = run("verify", str(record), "--json")
    problems = json.loads(said)["problems"]
    assert code == 1
    assert {"file", "session"} <= {problem["kind"] for problem in problems}


def test_verify_of_no_record_is_a_mistake_with_a_fix(run, root):
    code, said = run("verify", str(root / "docs" / "decisions" / "0009-none.md"))
    assert code == 1
    assert "error: there is no record to verify" in said
    assert "  fix: name a decision record" in said


def test_decide_prints_where_the_record_lies_and_how_to_check_it(run, root, record):
    code, said = run("decide", "list", "--workspace", str(root), "--choose", "plain", "--date", "2026-04-01")
    assert code == 0
    assert f"record    {record} (proposed)" in said
    assert f"showtell verify {record}" in said
    assert 'Put forward: "A plain list"' in record.read_text("utf-8")


def test_decide_says_what_it_wrote_in_json(run, root, record):
    _, said = run("decide", "list", "--workspace", str(root), "--json")
    shown = json.loads(said)
    assert shown["record"] == str(record)
    assert shown["bundle"].endswith(shown["evidence"].removeprefix("sha256:"))


def test_results_are_verdicts_first_and_then_numbers(run, root):
    code, said = run("results", "list", "--workspace", str(root))
    assert code == 0
    assert said.startswith("list-1: 6 of 8 people took part, 6 to the end\n\nconfirmed  anyone can add")
    assert "add on plain\n" in said


def test_results_in_json_have_every_run(run, root):
    _, said = run("results", "list", "--workspace", str(root), "--json")
    assert len(json.loads(said)["runs"]) == 12


def test_report_prints_where_it_lies(run, root, tmp_path):
    output = tmp_path / "elsewhere" / "report.html"
    code, said = run("report", "list", "--workspace", str(root), "--output", str(output))
    assert (code, said) == (0, f"{output}\n")
    assert output.read_text("utf-8").startswith("<!doctype html>")
