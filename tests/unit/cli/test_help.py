"""Help as a newcomer reads it: whole sentences, one word for one thing, examples that work as they are written."""

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest

from toolkit.cli.main import cli, main

CONTEXT = click.Context(cli)
NAMES = cli.list_commands(CONTEXT)
ELSEWHERE = {"demo", "serve", "try"}
"""Their examples take a browser or serve for ever; tests/wheel and tests/browser run them."""


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace whose help desk has an ejected screen, a frozen version, a study and a record."""
    folder = tmp_path_factory.mktemp("decided")
    done = ("scaffold helpdesk", "eject helpdesk Queue", "freeze helpdesk first", "study helpdesk", "decide helpdesk")
    for args in map(str.split, done):
        with pytest.raises(SystemExit) as ended:
            main([*args, "--workspace", str(folder)])
        assert not ended.value.code
    (folder / "schema.sql").write_text("CREATE TABLE customer (name TEXT NOT NULL);", encoding="utf-8")
    return folder


def example(name: str) -> str:
    command = cli.get_command(CONTEXT, name)
    assert command is not None
    return (command.epilog or "").removeprefix("Example: ")


def test_help_lists_every_command_with_a_whole_sentence(call):
    listed = call("--help").out.partition("Commands:\n")[2].splitlines()
    lines = [line for line in listed if line.startswith("  ")][: len(NAMES)]
    assert [line.split()[0] for line in lines] == NAMES
    assert [line for line in lines if not line.endswith(".") or line.endswith("...")] == []


def test_commands_are_listed_as_the_loop_goes():
    assert NAMES[:4] == ["demo", "new", "import", "check"]
    assert NAMES.index("study") < NAMES.index("results") < NAMES.index("decide") < NAMES.index("verify")


def test_without_a_command_there_is_help(call):
    ended = call()
    assert ended.code == 0
    assert ended.out.endswith("Start with: showtell demo\n")


@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_whose_example_can_be_copied_from_one_line(call, name, flag):
    ended = call(name, flag)
    assert ended.code == 0
    assert ended.out.startswith(f"Usage: showtell {name} ")
    assert ended.out.endswith(f"\n  Example: {example(name)}\n")


def test_an_option_says_the_same_with_every_command(call):
    said: dict[str, set[str]] = {"--json": set(), "--workspace FOLDER": set()}
    for name in set(NAMES) - {"verify"}:  # which finds the folder by where the record lies
        text = " ".join(call(name, "--help").out.split())
        for option, texts in said.items():
            texts.update(re.findall(rf"{option} (.*?\.) -", text))
    assert {option: len(texts) for option, texts in said.items()} == {"--json": 1, "--workspace FOLDER": 1}


@pytest.mark.parametrize("name", sorted(set(NAMES) - ELSEWHERE))
def test_every_example_works_as_it_is_written(call, decided, tmp_path, name):
    folder = shutil.copytree(decided, tmp_path / "work")
    ended = call(*shlex.split(example(name))[1:], folder=folder)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out
