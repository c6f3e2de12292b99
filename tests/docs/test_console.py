"""What the README and the docs show in their console blocks is what the commands print."""

import re
from pathlib import Path

import pytest

from tests.docs.console import ROOT, agrees, commands, is_foreign, run

PAGES = [ROOT / "README.md", *sorted(p for p in (ROOT / "docs").glob("*.md") if p.name not in {"cli.md", "spec.md"})]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_command_prints_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    for shown in commands(page):
        if not is_foreign(shown):
            real = run(shown.command, tmp_path)
            assert agrees(shown.output, real), f"$ {shown.command}\n{real}"


def test_the_readmes_make_targets_are_there() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.M))
    asked = {shown.command.split()[1] for shown in commands(ROOT / "README.md") if shown.command.startswith("make ")}
    assert asked
    assert asked <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(
    ("shown", "real", "same"),
    [
        ("took 1.2 s", "took 0.9 s", True),
        ("a\n...\nc", "a\nb\nb\nc", True),
        ("id 0a1b2c3d", "id ffffffff", True),
        ("1 problem", "2 problems", False),
        ("a\nc", "a\nb\nc", False),
    ],
)
def test_the_comparison_sees_what_matters(shown: str, real: str, same: bool) -> None:
    assert agrees(shown, real) is same
