"""A mistake of the user's ends with 1, and says in three lines what, where and how to mend it; never with a trace."""

import socket
from pathlib import Path

import pytest

BROKEN = "solution: Desk\nentities: {Box: {label: txt}}\n"


def told(ended) -> list[str]:
    """Return the three lines of an error."""
    lines = ended.err.splitlines()
    assert ended.code == 1, ended
    assert [line[:7] for line in lines] == ["error: ", "where: ", "  fix: "], ended.err
    return lines


@pytest.mark.parametrize(
    "name", ["check", "data", "scaffold", "study", "results", "decide", "report", "serve", "try", "export"]
)
def test_a_prototype_that_is_not_there(call, name):
    what, _, fix = told(call(name, "helpdisk"))
    assert what == "error: there is no prototype 'helpdisk'"
    assert fix == "  fix: did you mean 'helpdesk'?"


@pytest.mark.parametrize("name", ["data", "scaffold", "study", "decide", "report", "serve", "try"])
def test_a_spec_with_a_mistake_in_it(call, tmp_path, name):
    (tmp_path / "prototypes" / "desk").mkdir(parents=True)
    (tmp_path / "prototypes" / "desk" / "spec.yaml").write_text(BROKEN, encoding="utf-8")
    what, where, fix = told(call(name, "desk"))
    assert what.startswith("error: 'txt' is neither a type nor an entity")
    assert "prototypes/desk/spec.yaml:2:25" in where
    assert fix == "  fix: did you mean 'text'?"


@pytest.mark.parametrize("name", ["results", "decide", "report"])
def test_a_prototype_without_a_study(call, name):
    what, _, fix = told(call(name, "helpdesk"))
    assert "no study of 'helpdesk' is registered" in what
    assert "showtell study helpdesk" in fix


@pytest.mark.parametrize(
    ("args", "what", "fix"),
    [
        (["try", "helpdesk", "--device", "watch"], "there is no device 'watch'", "phone, tablet, desktop"),
        (["try", "helpdesk", "--option", "both"], "there is no option 'both'", "dashboard, late-first"),
        (["try", "helpdesk", "--task", "rest"], "there is no task 'rest'", "raise, work, find-late"),
        (["data", "helpdesk", "--format", "xml"], "there is no format 'xml'", "csv, json"),
        (["data", "helpdesk", "--entity", "Tiket"], "'Tiket'", "did you mean 'Ticket'?"),
        (["results", "helpdesk", "--study", "helpdesk-9"], "there is no study 'helpdesk-9'", "showtell study helpdesk"),
        (["new", "!"], "'!' is no name for a prototype", "use a short name"),
        (["new", "desk", "wish " * 100], "the wish is longer than 400 characters", "say it in one line"),
        (["verify", "nothing.md"], "there is no record to verify", "name a decision record"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_a_name_that_means_nothing_is_answered_with_those_there_are(call, args, what, fix):
    lines = told(call(*args))
    assert what in lines[0]
    assert fix in lines[2]


@pytest.mark.parametrize(
    ("flag", "value", "known"),
    [("--choose", "neither", "one of: search, seat-held"), ("--status", "perhaps", "proposed, accepted")],
)
def test_a_decision_is_not_written_with_what_it_cannot_hold(call, tmp_path, flag, value, known):
    assert call("study", "rebooking").code == 0
    what, _, fix = told(call("decide", "rebooking", flag, value))
    assert value in what
    assert known in fix
    assert not (tmp_path / "docs").exists()


@pytest.mark.parametrize("content", [b"# Shopping list\n\n- milk\n", b"", b"\xff\xfe\x00"])
def test_a_file_that_is_no_record_is_not_verified(call, tmp_path, content):
    (tmp_path / "notes.md").write_bytes(content)
    what, where, fix = told(call("verify", "notes.md"))
    assert "this is no decision record" in what
    assert where == "where: notes.md"
    assert "docs/decisions/" in fix


def test_a_record_without_evidence_is_not_said_to_hold(call, tmp_path):
    text = "# Use paper\n\n* Status: accepted\n* Date: 2026-03-02\n"
    (tmp_path / "record.md").write_text(text, encoding="utf-8")
    ended = call("verify", "record.md")
    assert ended.code == 0
    assert ended.out.endswith("no evidence, so nothing to verify\n")


def test_a_spec_is_not_written_over(call, tmp_path):
    assert call("new", "desk").code == 0
    mine = tmp_path / "prototypes" / "desk" / "spec.yaml"
    mine.write_text("mine", encoding="utf-8")
    assert "there is a spec of this name already" in told(call("new", "desk"))[0]
    assert mine.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("blocked", "args"),
    [
        ("prototypes", ["new", "desk"]),
        ("prototypes", ["scaffold", "helpdesk"]),
        (".showtell", ["study", "helpdesk"]),
        (".showtell", ["results", "helpdesk"]),
        (".showtell", ["serve", "--port", "0"]),
        (".showtell", ["try", "helpdesk"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_a_folder_that_cannot_be_written_to(call, tmp_path, blocked, args):
    (tmp_path / blocked).write_text("a file is in the way", encoding="utf-8")
    assert blocked in told(call(*args))[1]


def test_a_report_and_a_record_that_cannot_be_written(call, tmp_path):
    assert call("study", "rebooking").code == 0
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "docs").write_text("", encoding="utf-8")
    assert "file" in told(call("report", "rebooking", "--output", str(Path("file") / "report.html")))[1]
    assert "file" in told(call("export", "rebooking", "--output", str(Path("file") / "copy.html")))[1]
    assert "docs" in told(call("decide", "rebooking"))[1]


def test_a_store_that_is_none(call, tmp_path):
    (tmp_path / ".showtell").mkdir()
    (tmp_path / ".showtell" / "showtell.sqlite").write_text(
        "this is no database, not even a short one", encoding="utf-8"
    )
    what, where, _ = told(call("results", "helpdesk"))
    assert "file is not a database" in what
    assert "showtell.sqlite" in where


def test_a_port_that_is_taken(call):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        what, where, fix = told(call("serve", "helpdesk", "--port", port))
    assert what.startswith(f"error: the server cannot listen on port {port}")
    assert where == f"where: 127.0.0.1:{port}"
    assert "--port 0" in fix


def test_others_are_not_served_without_a_password(call):
    assert "the studio has no password" in told(call("serve", "helpdesk", "--host", "0.0.0.0", "--port", "0"))[0]


@pytest.mark.parametrize("args", [["--debug", "check", "nothing"], ["check", "nothing", "--debug"]], ids=" ".join)
def test_a_trace_is_shown_when_asked_for(call, args):
    ended = call(*args)
    assert ended.code == 1
    assert ended.err.startswith("Traceback")
    assert "\nerror: there is no prototype 'nothing'\nwhere: " in ended.err


def test_a_fault_in_a_plugin_names_its_file_without_a_trace(call, tmp_path):
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "mine.py").write_text("1 / 0\n", encoding="utf-8")
    ended = call("plugins")
    assert ended.code == 1
    assert "mine.py" in ended.err
    assert "Traceback" not in ended.err


def test_a_fault_that_nobody_foresaw_asks_for_a_report(call, tmp_path):
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "mine.py").write_text(
        '"""Fails while it writes."""\n\n'
        "from toolkit import Exporter, hook\n\n\n"
        "@hook\n"
        "def register_exporters():\n"
        '    return (Exporter("none", "fails", "none", lambda tables: [str(1 / 0)]),)\n',
        encoding="utf-8",
    )
    what, where, fix = told(call("data", "rebooking", "--format", "none"))
    assert what.endswith("a fault of its own: ZeroDivisionError: division by zero")
    assert where == "where: showtell data"
    assert "--debug" in fix


def test_a_command_that_is_suggested_works_in_the_same_folder(call):
    assert "showtell check meters --workspace 'my work'" in call("new", "meters", "--workspace", "my work").out
    assert "showtell serve rebooking\n" in call("study", "rebooking").out
