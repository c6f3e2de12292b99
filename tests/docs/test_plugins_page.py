"""docs/plugins.md: every hook is there with its signature, and every example is a plugin that loads."""

import inspect
import re
from pathlib import Path

import pytest

from toolkit.data import make
from toolkit.loader import load
from toolkit.ports.hooks import Hooks
from toolkit.spec.reading import read_text

PAGE = (Path(__file__).parents[2] / "docs" / "plugins.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```", PAGE, flags=re.M | re.S)
HOOKS = [name for name in vars(Hooks) if name.startswith("register_")]


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_is_a_heading_with_its_exact_signature(name: str) -> None:
    signature = str(inspect.signature(getattr(Hooks, name))).replace("collections.abc.", "")
    short = re.sub(r"toolkit\.[\w.]*\.(\w+)", r"\1", signature)
    assert f"### `{name}{short}`" in PAGE


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.splitlines()[0].strip('"'))
def test_every_example_is_a_plugin_that_loads_and_brings_something(tmp_path: Path, example: str) -> None:
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "example.py").write_text(example, encoding="utf-8")
    source = next(s for s in load(tmp_path, installed=False).sources if s.origin == "workspace")
    assert any(source.brings.values())


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 4


def test_the_vineyard_tells_its_own_titles(tmp_path: Path) -> None:
    (tmp_path / "plugins").mkdir()
    example = next(text for text in EXAMPLES if "vineyard" in text)
    (tmp_path / "plugins" / "vineyard.py").write_text(example, encoding="utf-8")
    plugins = load(tmp_path, installed=False)
    spec = "solution: Wine cellar\nentities: {Ticket: {title: text}, Bottle: {name: text}}\n"
    solution = read_text(spec, "spec.yaml", plugins.parts).solution
    assert solution
    titles = {
        row["title"] for row in make(solution, plugins.field_types, phrases=plugins.phrases).rows("Ticket").values()
    }
    assert "Labels for the Riesling" in titles
