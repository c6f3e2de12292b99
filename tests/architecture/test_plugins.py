"""Bundled plugins come in by the door that is open to everybody: the names in `toolkit`, and nothing behind it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGINS = sorted((ROOT / "plugins").glob("*.py"))
INNER = {path.stem for path in (ROOT / "toolkit").iterdir() if path.suffix == ".py" or path.is_dir()}
OTHERS = {path.stem for path in PLUGINS}


def imports(source: str) -> Iterator[str]:
    """Yield all that a module imports, as dotted names."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            yield from (f"{base}.{alias.name}" for alias in node.names)


def trespasses(source: str) -> list[str]:
    """Return the imports that reach behind the public face, or over to another plugin."""
    inside = tuple(f"toolkit.{name}" for name in INNER)
    return [
        name
        for name in imports(source)
        if name.startswith((".", "plugins")) or name.split(".")[0] in OTHERS or name.startswith(inside)
    ]


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda path: path.stem)
def test_a_plugin_uses_the_public_face_only(plugin: Path) -> None:
    assert trespasses(plugin.read_text("utf-8")) == []


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda path: path.stem)
def test_a_plugin_has_its_own_test(plugin: Path) -> None:
    assert (ROOT / "tests" / "plugins" / f"test_{plugin.stem}.py").is_file()


@pytest.mark.parametrize(
    "line",
    [
        "from toolkit.domain.view import View",
        "from toolkit import domain",
        "import toolkit.errors",
        "from . import other",
    ],
)
def test_a_trespass_is_seen(line: str) -> None:
    assert trespasses(line)


def test_the_public_face_may_be_used() -> None:
    assert trespasses("from toolkit import ToolkitError, View\nimport faker") == []
