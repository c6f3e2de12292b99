"""docs/eject.md: its files are those of a help desk that checks clean, and that shows what the page says."""

import re
import shutil
from pathlib import Path

import pytest

from toolkit.domain.action import Create, Go, Place, Transition
from toolkit.domain.machine import Machine
from toolkit.domain.view import View
from toolkit.loader import Plugins, load
from toolkit.places import bundled
from toolkit.services.check import check
from toolkit.services.load import load_prototype

PAGE = (Path(__file__).parents[2] / "docs" / "eject.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r'^```python title="([^"]+)"\n(.*?)^```', PAGE, flags=re.M | re.S))


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return load(installed=False)


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("prototypes") / "helpdesk"
    shutil.copytree(bundled("prototypes") / "helpdesk", folder)
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    text = (folder / "spec.yaml").read_text(encoding="utf-8")
    (line,) = re.findall(r'^```yaml title="entities.Ticket"\n(.*)\n```', PAGE, flags=re.M)
    text = text.replace("    created: datetime", f"    {line}\n    created: datetime", 1)
    (folder / "spec.yaml").write_text(text, encoding="utf-8")
    return folder / "spec.yaml"


@pytest.fixture(scope="module")
def machine(spec: Path, plugins: Plugins) -> Machine:
    return load_prototype(spec, plugins).machines["dashboard"]


def seen(machine: Machine, place: Place, role: str = "Agent") -> View:
    return machine.view(machine.step(machine.start(role), Go(place)))


def test_the_files_of_the_page_check_clean(spec: Path, plugins: Plugins) -> None:
    found = [f for f in check(spec, plugins, many=0).findings if f.severity != "note"]
    assert [f.text() for f in found if f.code != "untranslated"] == []  # a field that is new has no translation yet


def test_the_queue_says_how_many_are_late(machine: Machine) -> None:
    assert re.fullmatch(r"\d+ tickets are late\.", getattr(seen(machine, Place("queue")).blocks[0], "text", ""))


def test_the_rules_of_the_page_check_work_out_and_do(machine: Machine) -> None:
    new = machine.step(machine.start("Employee"), Go(Place("new-ticket")))
    typed = {"title": "Help me", "priority": "Low"}
    sent = machine.step(new, Create("Ticket", "new-ticket.form", values=typed))
    assert sent.attempt is not None
    assert sent.attempt.errors == {"title": "Say what does not work, not only 'help'"}
    again = machine.step(new, Create("Ticket", "new-ticket.form", values=typed | {"title": "VPN not connecting"}))
    assert again.attempt is not None
    assert again.attempt.errors == {"title": "You have asked for this already"}
    tickets = {str(row["title"]): str(row["id"]) for row in machine.scene(new).records.all("Ticket")}
    key = tickets["Replace keyboard"]
    shown = machine.step(machine.start("Agent"), Go(Place("ticket", key)))
    refused = machine.step(shown, Transition("Ticket", key, "Escalate"))
    assert refused.refused == "Assign it first: somebody has to act on it"
    assert (machine.scene(shown).records.get("Ticket", tickets["Cannot print"]) or {})["age"] == 1
