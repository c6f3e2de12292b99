"""A small workspace with a desk in it, what its own Python makes of it, and the machine that comes of both."""

from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.domain.finding import SpecFinding
from toolkit.loader import Plugins, load
from toolkit.services.check import check
from toolkit.services.eject import Ejection
from toolkit.services.load import Prototype, load_prototype
from toolkit.services.workspace import Workspace

SPEC = """
solution: Desk
now: 2026-03-02 09:30
people: User
roles: [Employee, Agent]
entities:
  User: {name: person, role: [Employee, Agent]}
  Ticket:
    title: text, 5..80 characters
    priority: one of Low, High = Low
    requester: User = me
    created: datetime, last 14 days = now
    points: number, from rules.py
    urgent: "= points > 1"
    status: {Open -> Done: Finish (Agent)}
screens:
  Queue: {list: Ticket, show: [title, priority, points], filter: [priority], sort: [title], new: New ticket}
  New ticket: {form: Ticket, ask: [title, priority]}
  Ticket: {detail: Ticket, edit: [title, priority]}
data:
  rows: {User: 2, Ticket: 3}
  pinned:
    User: [{name: Amelia Hart, role: Employee}, {name: Ravi Patel, role: Agent}]
    Ticket: [{title: VPN down, priority: High, status: Open}, {title: Mouse gone, priority: Low, status: Open}]
"""
RULES = """
from toolkit import does, validates, works_out


@works_out("Ticket", "points")
def points(row):
    return 2 if row["priority"] == "High" else 1
"""
Files = Callable[..., Prototype]


@pytest.fixture(scope="session")
def plugins() -> Plugins:
    return load(installed=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of the desk's prototype."""
    folder = tmp_path / "prototypes" / "desk"
    folder.mkdir(parents=True)
    (folder / "spec.yaml").write_text(SPEC, encoding="utf-8")
    (folder / "rules.py").write_text(RULES, encoding="utf-8")
    return folder


@pytest.fixture
def desk(folder: Path, plugins: Plugins) -> Files:
    """Write files into the desk's folder, `rules` beside the one rule there is, and load it."""

    def loaded(rules: str = "", **files: str) -> Prototype:
        (folder / "rules.py").write_text(RULES + rules, encoding="utf-8")
        (folder / "screens").mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / "screens" / f"{name}.py").write_text(text, encoding="utf-8")
        return load_prototype(folder / "spec.yaml", plugins)

    return loaded


@pytest.fixture
def ejection(folder: Path, plugins: Plugins) -> Callable[[str], Ejection]:
    """Return the ejection of one of the desk's screens, of the spec as it lies there."""
    workspace = Workspace(folder.parents[1])
    return lambda screen: Ejection.of(load_prototype(folder / "spec.yaml", plugins), workspace, screen)


@pytest.fixture
def findings(folder: Path, plugins: Plugins) -> Callable[[], dict[str, SpecFinding]]:
    """Return what `check` finds in the desk as it lies there, by code."""
    return lambda: {f.code: f for f in check(folder / "spec.yaml", plugins, many=0).findings}
