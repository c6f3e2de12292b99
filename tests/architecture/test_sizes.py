"""How big a module may get, and how often a check may be silenced."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for part in ("toolkit", "plugins") for path in (ROOT / part).rglob("*.py"))
LINES_A_MODULE = 400
SUPPRESSIONS_A_THOUSAND_LINES = 3
SUPPRESSION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:\s*no cover)")
REASONED = re.compile(r"#\s*(?:noqa: [A-Z0-9, ]+?|type: ignore\[[\w, -]+\])\s+(?:#|[-–:]+)\s*\w+")


def suppressions() -> list[tuple[str, str]]:
    """Return where each suppression stands, and its line."""
    return [
        (f"{path.relative_to(ROOT)}:{number}", line)
        for path in MODULES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if SUPPRESSION.search(line)
    ]


def test_no_module_is_longer_than_a_reader_can_keep_in_mind() -> None:
    long = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: lines for name, lines in long.items() if lines > LINES_A_MODULE} == {}


def test_suppressions_are_few() -> None:
    lines = sum(len(path.read_text("utf-8").splitlines()) for path in MODULES)
    found = suppressions()
    assert len(found) * 1000 <= SUPPRESSIONS_A_THOUSAND_LINES * lines, found


def test_every_suppression_gives_its_reason() -> None:
    assert [found for found in suppressions() if not REASONED.search(found[1])] == []


@pytest.mark.parametrize(
    ("line", "has_reason"),
    [
        ("x = 1  # noqa: S608 - the name comes from the schema", True),
        ("x = 1  # type: ignore[no-any-return]  # the library is untyped", True),
        ("x = 1  # noqa: S608", False),
        ("x = 1  # noqa", False),
        ("x = 1  # type: ignore[misc]", False),
    ],
)
def test_a_reason_is_told_from_a_bare_suppression(line: str, has_reason: bool) -> None:
    assert SUPPRESSION.search(line)
    assert bool(REASONED.search(line)) is has_reason
