"""Five specs as newcomers write them, from the README and docs/spec.md alone: each checks clean, tasks and all."""

from pathlib import Path

import pytest

from toolkit.domain.machine import Machine
from toolkit.domain.planner import NoPlan, plan
from toolkit.loader import Plugins
from toolkit.services.check import check
from toolkit.services.load import load_prototype

SPECS = sorted((Path(__file__).parents[2] / "specs").glob("*.yaml"))


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_a_newcomers_spec_is_short_and_checks_clean(path: Path, plugins: Plugins) -> None:
    checked = check(path, plugins, many=200)
    assert [f.text() for f in checked.findings if f.severity != "note"] == []
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 100
    prototype = load_prototype(path, plugins)
    assert len(prototype.solution.options) == 2
    assert len(prototype.solution.base.roles) > 1
    assert prototype.solution.goals
    assert any(e.status for e in prototype.solution.base.entities.values())


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_every_task_of_a_newcomers_spec_can_be_done(path: Path, plugins: Plugins) -> None:
    prototype = load_prototype(path, plugins)
    machines: dict[str, Machine] = {o: prototype.machines[o] for o in prototype.solution.options}
    ways = {(o, t.name): plan(m, t) for o, m in machines.items() for t in prototype.solution.tasks.values()}
    assert [name for name, way in ways.items() if isinstance(way, NoPlan)] == []
