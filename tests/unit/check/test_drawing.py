"""Screens that cannot be drawn: for no row, for very many, in one state of a row's life, or behind a button."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.check.conftest import GOOD, seeded
from toolkit import Block, Scene, ScreenKind, Text
from toolkit.loader import Plugins
from toolkit.services.check import check


def breaking(plugins: Plugins, kind: str, when: Callable[[Scene], bool]) -> Plugins:
    """Return the plugins with a kind of screen that sometimes fails."""
    whole = plugins.screen_kinds[kind]

    def compose(scene: Scene) -> tuple[Block, ...]:
        if when(scene):
            raise ValueError("out of paper")
        return (Text("text", ("Drawn",)), *whole.compose(scene))

    broken = ScreenKind(kind, whole.settings, compose, needs_row=whole.needs_row, entry=whole.entry)
    return replace(plugins, screen_kinds={**plugins.screen_kinds, kind: broken})


def count(scene: Scene) -> int:
    return len(scene.rows("Loan"))


@pytest.mark.parametrize(
    ("kind", "when", "screen", "told"),
    [
        ("list", lambda scene: count(scene) == 0, "My loans", "Neighbour (asked) when there is no row"),
        ("list", lambda scene: count(scene) > 1_500, "All loans", "Caretaker (ours) with 2,000 rows"),
        ("detail", lambda scene: scene.row["status"] == "Refused", "Loan", "Neighbour (ours)"),
        ("detail", lambda scene: scene.place.get("do") == "refuse", "Loan", "Caretaker (asked)"),
        ("flow", lambda scene: scene.place.get("step") == "which-tool", "Borrow", "Neighbour (ours)"),
        ("dashboard", lambda scene: scene.place.get("figure") == "late", "Figures", "Caretaker"),
    ],
)  # fmt: skip
def test_a_screen_that_fails_is_told(
    plugins: Plugins, tmp_path: Path, *, kind: str, when: Callable[[Scene], bool], screen: str, told: str
) -> None:
    (tmp_path / "spec.yaml").write_text(GOOD.replace("Tool: {detail: Tool, related: {Loan: []}}", ""), encoding="utf-8")
    many = 2_000 if "2,000" in told else 0
    found = [f for f in check(tmp_path, breaking(plugins, kind, when), many=many).findings if f.code == "screen-fails"]
    assert any(f"'{screen}' cannot be drawn for {told}" in f.message for f in found), found
    assert all(f.message.endswith("out of paper") for f in found)


def test_a_state_that_no_row_is_in_is_drawn_all_the_same(plugins: Plugins, tmp_path: Path) -> None:
    text, line = seeded(
        "rows: {Person: 6, Tool: 12, Loan: 20}", "rows: {Person: 6, Tool: 12, Loan: 1}", "  Loan: {detail"
    )
    (tmp_path / "spec.yaml").write_text(text, encoding="utf-8")
    broken = breaking(plugins, "detail", lambda scene: (scene.row or {}).get("status") == "Refused")
    found = [f for f in check(tmp_path, broken, many=0).findings if f.code == "screen-fails"]
    assert {f.position[0] for f in found} == {line}
