"""Names say what a thing is; some words say nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for part in ("toolkit", "plugins") for path in (ROOT / part).rglob("*.py"))
EMPTY_WORDS = {"manager", "helper", "helpers", "util", "utils", "handler", "processor"}


def words(name: str) -> set[str]:
    """Return the words of a name in snake_case or CamelCase."""
    return {word.lower() for part in name.split("_") for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", part)}


def names(path: Path) -> Iterator[str]:
    """Yield the names that a module gives: its own, and those of its classes and functions."""
    yield path.stem
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def test_no_module_class_or_function_has_an_empty_word_in_its_name() -> None:
    found = [(str(path.relative_to(ROOT)), name) for path in MODULES for name in names(path)]
    assert [(path, name) for path, name in found if words(name) & EMPTY_WORDS] == []


def test_every_module_says_what_lives_there() -> None:
    silent = [path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert [str(path.relative_to(ROOT)) for path in silent] == []


def test_words_are_found_in_both_kinds_of_names() -> None:
    assert words("SpecManager") == {"spec", "manager"}
    assert words("row_helper") == {"row", "helper"}
    assert words("HTMLReport") == {"html", "report"}
