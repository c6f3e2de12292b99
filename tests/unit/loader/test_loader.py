"""Finding plugins in the three places, and saying clearly what is wrong with one."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from toolkit.loader import PluginError, Plugins, load

CHECK = """
from toolkit import Check, hook

@hook
def register_checks():
    return (Check("{name}", "An example.", lambda page: ()),)
"""


WONDERS = "from toolkit import hook\n\n@hook\ndef register_wonders():\n    return ()\n"
NUMBERS = count(1)
Installing = Callable[..., Plugins]


@pytest.fixture
def installing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installing:
    """Put a package with one plugin on the path, as pip would, and load."""

    def install(text: str, name: str = "acme") -> Plugins:
        module, site = f"acme_showtell_{next(NUMBERS)}", tmp_path / "site"
        about = site / "acme-1.2.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.2\n", encoding="utf-8")
        (about / "entry_points.txt").write_text(f"[showtell]\n{name} = {module}\n", encoding="utf-8")
        (site / f"{module}.py").write_text(text, encoding="utf-8")
        monkeypatch.syspath_prepend(site)
        return load(tmp_path)

    return install


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
        (WONDERS, "register_wonders"),
        ("from toolkit import Nonsense", "Nonsense"),
        (
            "from toolkit import hook\n\n@hook\ndef register_checks():\n    return None\n",
            "register_checks of the plugin",
        ),
        ("from toolkit import hook\n\n@hook\ndef register_checks():\n    return 1 / 0\n", "division by zero"),
    ],
)
def test_a_plugin_that_does_not_load_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(PluginError, match=said) as caught:
        load(tmp_path, installed=False)
    assert caught.value.where == str(path)


def test_an_installed_package_brings_its_own(installing: Installing) -> None:
    plugins = installing(CHECK.format(name="of-acme"))
    assert "of-acme" in plugins.checks
    source = next(s for s in plugins.sources if s.name == "acme")
    assert (source.origin, source.path, source.brings["checks"]) == ("installed", "acme 1.2", ("of-acme",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("raise RuntimeError('no licence')", "no licence"),
        (WONDERS, "register_wonders"),
        (CHECK.format(name="axe"), "two checks are called 'axe': one of check_axe, one of acme"),
    ],
)
def test_an_installed_package_that_does_not_load_is_named(installing: Installing, text: str, said: str) -> None:
    with pytest.raises(PluginError, match=said) as caught:
        installing(text)
    assert caught.value.where == "acme 1.2"
    assert caught.value.fix


def test_two_plugins_of_one_name_are_an_error_and_none_is_passed_over(installing: Installing, tmp_path: Path) -> None:
    with pytest.raises(PluginError, match="two plugins are called 'check_axe'") as caught:
        installing(CHECK.format(name="of-acme"), name="check_axe")
    assert caught.value.where == "acme 1.2"
    path = write(tmp_path, CHECK.format(name="of-mine"), name="screen_list")
    with pytest.raises(PluginError, match="two plugins are called 'screen_list'") as caught:
        load(tmp_path, installed=False)
    assert caught.value.where == str(path)
