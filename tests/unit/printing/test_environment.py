"""Templates: ours, a workspace's own in their place, and nothing undefined or unescaped."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from toolkit.printing import environment, stylesheet


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a workspace with templates of its own."""
    (tmp_path / "templates" / "look").mkdir(parents=True)
    (tmp_path / "templates" / "own.html.jinja").write_text("<p>{{ text }}</p>", "utf-8")
    (tmp_path / "templates" / "own.md.jinja").write_text("# {{ text }}\n", "utf-8")
    (tmp_path / "templates" / "look" / "header.css").write_text(".st-top { background: black; }", "utf-8")
    return tmp_path


def test_html_is_escaped_and_other_texts_are_not(workspace: Path) -> None:
    env = environment(workspace)
    assert env.get_template("own.html.jinja").render(text="a < b") == "<p>a &lt; b</p>"
    assert env.get_template("own.md.jinja").render(text="a < b") == "# a < b\n"


def test_a_name_that_is_not_given_is_an_error_and_not_a_gap(workspace: Path) -> None:
    with pytest.raises(UndefinedError, match="'text' is undefined"):
        environment(workspace).get_template("own.html.jinja").render()


def test_a_workspace_changes_one_part_of_the_look_and_keeps_the_rest(workspace: Path) -> None:
    css = stylesheet(workspace=workspace)
    assert ".st-top { background: black; }" in css
    assert ".st-brand" not in css
    assert ".st-button" in css


def test_templates_are_compiled_once(workspace: Path) -> None:
    assert environment(workspace) is environment(workspace)
    assert environment() is not environment(workspace)
