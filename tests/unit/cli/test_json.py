"""What `--json` prints is JSON and nothing else, so that a program can read it."""

import json
import shutil
from pathlib import Path

import pytest

from toolkit.cli.main import main


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("studied")
    for args in (["study", "rebooking", "--people", "2"], ["decide", "rebooking"]):
        with pytest.raises(SystemExit) as ended:
            main([*args, "--workspace", str(folder)])
        assert not ended.value.code
    return folder


@pytest.mark.parametrize(
    ("args", "keys"),
    [
        (["check", "rebooking"], {"findings", "defaulted", "views"}),
        (["scaffold", "rebooking"], {"folder", "written", "same", "kept", "removed", "without"}),
        (["study", "rebooking"], {"study", "fingerprint", "links"}),
        (["results", "rebooking"], {"study", "people", "verdicts", "tasks", "options"}),
        (["decide", "rebooking"], {"record", "status", "chosen", "evidence", "bundle"}),
        (["data", "rebooking"], {"Traveller", "Flight", "Booking", "Rebooking"}),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_json_is_all_that_is_printed(call, studied, tmp_path, args, keys):
    folder = shutil.copytree(studied, tmp_path / "work")
    ended = call(*args, *(["--json"] if args[0] != "data" else []), folder=folder)
    assert (ended.code, ended.err) == (0, "")
    assert keys <= set(json.loads(ended.out))


def test_verify_in_json(call, studied):
    record = next((studied / "docs" / "decisions").glob("*.md"))
    found = json.loads(call("verify", str(record), "--json").out)
    assert found["problems"] == []
    assert found["held"]


def test_plugins_in_json_say_where_they_lie(call, tmp_path):
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "mine.py").write_text('"""Brings nothing."""\n', encoding="utf-8")
    rows = json.loads(call("plugins", "--json").out)
    assert all((tmp_path / row["path"]).is_file() for row in rows)
    assert {row["origin"] for row in rows} >= {"bundled", "workspace"}


def test_an_error_leaves_the_output_empty(call):
    ended = call("results", "helpdesk", "--json")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("error: ")


def test_findings_in_json_have_line_and_column(call, tmp_path):
    (tmp_path / "spec.yaml").write_text("solution: Desk\nentities: {Box: {label: txt}}\n", encoding="utf-8")
    ended = call("check", "spec.yaml", "--json")
    finding = json.loads(ended.out)["findings"][0]
    assert ended.code == 1
    assert (finding["code"], finding["line"], finding["column"]) == ("unknown-type", 2, 25)
