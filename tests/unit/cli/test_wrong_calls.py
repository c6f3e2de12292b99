"""A wrong call ends with 2, and says in three lines what is wrong, how the command is called, and where help is."""

import pytest


@pytest.mark.parametrize(
    ("args", "what", "where"),
    [
        (["cheek"], "there is no command 'cheek'. Did you mean check?", "showtell [OPTIONS]"),
        (["frobnicate"], "there is no command 'frobnicate'", "showtell [OPTIONS]"),
        (["--jsno"], "no such option", "showtell [OPTIONS]"),
        (["check"], "missing argument 'SPEC'", "showtell check [OPTIONS] SPEC"),
        (["check", "helpdesk", "--jsno"], "no such option", "showtell check [OPTIONS] SPEC"),
        (["check", "helpdesk", "rebooking"], "got unexpected extra argument (rebooking)", "showtell check"),
        (["data", "helpdesk", "--rows", "many"], "invalid value for '--rows': 'many' is not", "showtell data"),
        (
            ["study", "helpdesk", "--people", "0"],
            "invalid value for '--people': 0 is not in the range",
            "showtell study",
        ),
        (["study", "helpdesk", "--base-url", "example.org"], "'example.org' is no address", "showtell study"),
        (["try", "helpdesk", "--base-url", "ftp://example.org"], "'ftp://example.org' is no address", "showtell try"),
        (["serve", "--port", "99999"], "invalid value for '--port': 99999 is not in the range", "showtell serve"),
        (["results", "helpdesk", "--workspace", "nowhere"], "Directory 'nowhere' does not exist", "showtell results"),
        (["decide", "helpdesk", "--choose"], "option '--choose' requires an argument", "showtell decide"),
        (["decide", "helpdesk", "--date", "tomorrow"], "'tomorrow' is no date like 2026-03-02", "showtell decide"),
        (["decide", "helpdesk", "--date", "2026-02-30"], "'2026-02-30' is no date", "showtell decide"),
        (["new"], "missing argument 'NAME'", "showtell new [OPTIONS] NAME [WISH]"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_says_how_it_is_meant(call, args, what, where):
    ended = call(*args)
    lines = ended.err.splitlines()
    assert (ended.code, ended.out, len(lines)) == (2, "", 3)
    assert lines[0].startswith("error: ")
    assert what in lines[0]
    assert lines[1].startswith(f"where: {where}")
    assert lines[2].startswith("  fix: `showtell")
    assert "--help`" in lines[2]


@pytest.mark.parametrize(
    "args",
    [
        ["demo", "--no-serve", "--into", "file"],
        ["new", "meters", "--workspace", "file"],
        ["scaffold", "helpdesk", "--into", "file"],
        ["check", "helpdesk", "--workspace", "file"],
    ],
    ids=" ".join,
)
def test_a_file_is_no_folder(call, tmp_path, args):
    (tmp_path / "file").write_text("", encoding="utf-8")
    ended = call(*args)
    assert ended.code == 2
    assert "'file' is a file" in ended.err
