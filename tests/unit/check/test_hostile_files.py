"""Whatever lies beside a spec: findings, soon, and never a trace."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.check.conftest import GOOD
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.services.check import check

Found = Callable[..., dict[str, str]]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" '


@pytest.fixture
def beside(plugins: Plugins, tmp_path: Path) -> Found:
    """Check the good spec with more said and files beside it; return what is said by code."""

    def found(more: str, files: dict[str, bytes]) -> dict[str, str]:
        folder = tmp_path / "prototype"
        folder.mkdir()
        plain = "\n".join(line for line in GOOD.splitlines() if not line.startswith("brand:"))
        (folder / "spec.yaml").write_text(f"{plain}\n{more}\n", encoding="utf-8")
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        return {f.code: f.message for f in check(folder, plugins, many=0).findings}

    return found


@pytest.mark.parametrize(
    "drawn",
    [
        f'{SVG}viewBox="0 0 1.2.3 4"></svg>',
        f'{SVG}width="." height="1"></svg>',
        f'{SVG}width="{"9" * 400}" height="{"9" * 400}"></svg>',
        f"<!--{SVG}-->{'<svg ' * 19_000}",
        f"<!--{SVG}-->{'<svg viewBox ' * 7_000}",
        f"{SVG}{' ' * 90_000}viewBox=",
        f"{SVG}onload='alert(1)'><script>alert(1)</script></svg>",
    ],
)
def test_a_logo_may_hold_anything(beside: Found, drawn: str) -> None:
    said = beside("brand: {name: Us, logo: logo.svg}", {"logo.svg": drawn.encode()})
    assert "logo-missing" not in said


@pytest.mark.parametrize("name", ["n" * 300 + ".svg", "../logo.svg", "/etc/logo.svg", "a\\0.svg", "..", "\\n.svg"])
def test_a_logo_lies_beside_the_spec_or_is_missing(beside: Found, name: str) -> None:
    said = beside(f'brand: {{name: Us, logo: "{name}"}}', {})
    assert said.keys() & {"logo-missing", "logo-unusable"}


def test_a_huge_logo_is_not_shown(beside: Found) -> None:
    said = beside("brand: {name: Us, logo: logo.svg}", {"logo.svg": SVG.encode() + b" " * 200_000})
    assert "more than 100 kB" in said["logo-unusable"]


def test_translations_that_are_no_file_are_told(beside: Found) -> None:
    with pytest.raises(ToolkitError, match="are no file"):
        beside("languages: [de]", {"languages/de.yaml/x": b""})


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("def (", "is no Python"),
        ("\0", "null bytes"),
        ("\\xff", "is no Python"),
        ("import asyncio\nraise asyncio.CancelledError", "CancelledError"),
        ("class Odd(BaseException): pass\nraise Odd", "Odd"),
        ("every = [n for n in iter(int, 1)]", "does a loop never end?"),
        ("every = sum(1 for n in iter(int, 1))", "does a loop never end?"),
        ("class Odd(Exception):\n    def __str__(self): raise ValueError\nraise Odd", "Odd"),
        ("from toolkit import works_out\n@works_out([], 5)\ndef of(row): return 1", "TypeError"),
    ],
)
def test_rules_that_fail_are_a_finding(beside: Found, rules: str, said: str) -> None:
    assert said in beside("", {"rules.py": rules.encode()})["code-fails"]


def test_a_screen_that_is_no_text_is_a_finding(beside: Found) -> None:
    name = GOOD.split("screens:\n")[1].split(":")[0].strip().casefold().replace(" ", "_")
    assert "cannot be read" in beside("", {f"screens/{name}.py": b"\xff\xfe"})["code-fails"]
