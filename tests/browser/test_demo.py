"""The demo: the whole loop, as a newcomer runs it; its output is what the README shows."""

from pathlib import Path

import pytest

from tests.docs.console import ROOT, agrees, commands, run

pytestmark = pytest.mark.browser


def test_the_demo_prints_what_the_readme_shows_and_leaves_what_it_says(tmp_path: Path) -> None:
    shown = next(c for c in commands(ROOT / "README.md") if c.command == "showtell demo --no-serve")
    real = run(shown.command, tmp_path)
    assert agrees(shown.output, real), real
    place = tmp_path / "showtell-demo"
    assert (place / "prototypes" / "helpdesk" / "report.html").stat().st_size > 100_000
    assert "known" in run("showtell results helpdesk", place)
    record = next((place / "docs" / "decisions").glob("*.md"))
    assert "nothing speaks against it" in run(f"showtell verify {record}", place)
