"""Finding plugins in the three places, and saying clearly what is wrong with one."""

from pathlib import Path

import pytest

from toolkit.loader import PluginError, load

CHECK = """
from toolkit import Check, hook

@hook
def register_checks():
    return (Check("{name}", "An example.", lambda page: ()),)
"""


def write(workspace: Path, text: str, name: str = "mine") -> Path:
    (workspace / "plugins").mkdir(exist_ok=True)
    path = workspace / "plugins" / f"{name}.py"
    path.write_text(text, encoding="utf-8")
    return path


def test_our_own_parts_come_in_as_plugins() -> None:
    plugins = load(None, installed=False)
    assert {"list", "detail", "form", "dashboard", "flow", "page"} <= set(plugins.screen_kinds)
    assert {"text", "one of", "datetime", "person", "reference"} <= set(plugins.field_types)
    assert {"success", "time", "lostness", "ease", "sus"} <= set(plugins.metrics)
    assert {source.origin for source in plugins.sources} == {"bundled"}


def test_a_workspace_brings_its_own(tmp_path: Path) -> None:
    path = write(tmp_path, CHECK.format(name="of-mine"))
    plugins = load(tmp_path, installed=False)
    assert "of-mine" in plugins.checks
    source = next(s for s in plugins.sources if s.name == "mine")
    assert (source.origin, source.path, source.brings["checks"]) == ("workspace", str(path), ("of-mine",))


def test_a_workspace_without_plugins_is_fine(tmp_path: Path) -> None:
    assert load(tmp_path, installed=False).screen_kinds


def test_two_things_of_one_name_are_an_error_that_names_the_plugin(tmp_path: Path) -> None:
    write(tmp_path, CHECK.format(name="twice"), name="one")
    write(tmp_path, CHECK.format(name="twice"), name="two")
    with pytest.raises(PluginError, match="two checks are called 'twice'") as caught:
        load(tmp_path, installed=False)
    assert caught.value.fix


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("raise RuntimeError('no licence')", "no licence"),
        ("def broken(:", "invalid syntax"),
        ("from toolkit import hook\n\n@hook\ndef register_wonders():\n    return ()\n", "register_wonders"),
        ("from toolkit import Nonsense", "Nonsense"),
    ],
)
def test_a_plugin_that_does_not_load_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(PluginError, match=said) as caught:
        load(tmp_path, installed=False)
    assert caught.value.where == str(path)
