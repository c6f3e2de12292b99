"""Ejecting a screen: the file draws what the spec drew, takes its place, and can be taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.code.conftest import SPEC, Files
from toolkit.domain.action import Go, Place
from toolkit.domain.finding import SpecFinding
from toolkit.domain.machine import Machine
from toolkit.domain.view import Table, Text, View
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.places import bundled
from toolkit.services.eject import Ejection
from toolkit.services.load import load_prototype
from toolkit.services.screen_text import draws_the_same, written

Findings = Callable[[], dict[str, SpecFinding]]
CHANGED = '''
from toolkit import Block, Scene, Text

def compose(scene: Scene) -> tuple[Block, ...]:
    """Say something first."""
    return (Text("queue.hello", (f"Hello {scene.role.name}",)), *scene.kind("list", show=("title",)))
'''


def seen(machine: Machine, screen: str = "queue", role: str = "Agent") -> View:
    return machine.view(machine.step(machine.start(role), Go(Place(screen))))


@pytest.mark.parametrize("name", sorted(path.parent.name for path in bundled("prototypes").glob("*/spec.yaml")))
def test_every_screen_of_a_bundled_prototype_is_drawn_the_same_by_its_file(name: str, plugins: Plugins) -> None:
    prototype = load_prototype(bundled("prototypes") / name / "spec.yaml", plugins)
    for option in prototype.solution.options:
        machine = prototype.machines[option]
        for screen in machine.app.screens.values():
            text = written(machine, screen, Path(f"{screen.key}.py"), Path())
            assert draws_the_same(machine, screen, text, Path(f"{screen.key}.py")), text


@pytest.mark.parametrize(
    ("name", "option", "screen", "spelled"),
    [
        ("helpdesk", "", "New ticket", 'ASKED = ("title", "description", "priority")'),
        ("helpdesk", "", "Ticket", 'SHOWN = ("status", "priority", "due", "requester",'),
        ("helpdesk", "dashboard", "Late tickets", '    "In progress": "status == \'In progress\'",\n'),
        ("helpdesk", "", "Queue", '        search=("title", "description"),\n        sort=("-created",),\n'),
    ],
)
def test_a_file_spells_out_what_one_would_change_first(
    name: str, option: str, screen: str, spelled: str, plugins: Plugins
) -> None:
    machine = load_prototype(bundled("prototypes") / name / "spec.yaml", plugins).machines[option]
    text = written(machine, machine.app.screens[screen], Path("screen.py"), Path())
    assert spelled in text
    assert max(map(len, text.splitlines())) <= 120


RUN = "print('ran')"


@pytest.mark.parametrize(
    "name",
    [
        f'a"""\\n{RUN}\\n"""',
        f"a\\n{RUN}\\nb",
        f"a\\r{RUN}",
        '"""',
        "a\\\\",
        "\\\\u00 \\\\N",
        "a\\0b",
        "a\\u2028b",
        "n" * 300,
    ],
)
def test_a_name_in_a_spec_never_becomes_code(
    name: str, desk: Files, folder: Path, ejection: Callable[[str], Ejection], capsys: pytest.CaptureFixture[str]
) -> None:
    quoted = f'"{name}"' if '"' not in name else '"' + name.replace('"', '\\"') + '"'
    text = (folder / "spec.yaml").read_text(encoding="utf-8")
    page = f"  Hello: {{page: {quoted}, for: [Agent], do: [{quoted}]}}\n"
    (folder / "spec.yaml").write_text(text.replace("  Queue:", f"{page}  {quoted}:"), encoding="utf-8")
    queue = next(screen for screen in desk().machines[""].app.screens.values() if screen.kind == "list")
    before = seen(desk().machines[""], queue.key)
    for screen in (queue.name, "Hello"):
        found = ejection(screen)
        found.write()
        compile(found.path.read_text(encoding="utf-8"), "screen.py", "exec")
        assert found.difference() == ""
    assert seen(desk().machines[""], queue.key) == before
    assert "ran" not in capsys.readouterr().out


def test_a_text_that_draws_something_else_is_told_from_one_that_does_not(desk: Files) -> None:
    machine = desk().machines[""]
    queue = machine.app.screens["Queue"]
    assert not draws_the_same(machine, queue, CHANGED, Path("queue.py"))
    assert not draws_the_same(machine, queue, "nonsense(", Path("queue.py"))


@pytest.mark.parametrize("screen", ["Queue", "New ticket", "Ticket"])
def test_an_ejected_screen_shows_the_same_until_it_is_changed(
    screen: str, desk: Files, ejection: Callable[[str], Ejection], findings: Findings
) -> None:
    before = desk().machines[""]
    found = ejection(screen)
    found.write()
    after = desk().machines[""]
    assert seen(after) == seen(before)
    assert found.difference() == ""
    assert not {"screen-moved-on", "code-fails", "screen-fails", "screen-file-unused"} & findings().keys()


def test_a_changed_file_takes_the_place_of_the_spec_with_controls_that_still_work(desk: Files) -> None:
    machine = desk(queue=CHANGED).machines[""]
    view = seen(machine)
    text, table = view.blocks[0], next(b for b in view.blocks if isinstance(b, Table))
    assert isinstance(text, Text)
    assert text.paragraphs == ("Hello Agent",)
    assert [c.label for c in table.columns] == ["Title"]
    opened = table.rows[0].open
    assert opened is not None
    assert isinstance(opened.action, Go)
    assert opened.action.place.screen == "ticket"


def test_unejecting_gives_the_screen_back_and_keeps_what_was_edited(
    desk: Files, folder: Path, ejection: Callable[[str], Ejection]
) -> None:
    plain = seen(desk().machines[""])
    ejection("Queue").write()
    path = folder / "screens" / "queue.py"
    path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    with pytest.raises(ToolkitError, match=r"queue\.py is edited"):
        ejection("Queue").take_back()
    with pytest.raises(ToolkitError, match=r"queue\.py is edited"):
        ejection("Queue").write()
    kept = ejection("Queue").take_back(force=True)
    assert kept is not None
    assert kept.read_text(encoding="utf-8").endswith("# mine\n")
    assert not path.exists()
    assert seen(desk().machines[""]) == plain
    with pytest.raises(ToolkitError, match="is not ejected"):
        ejection("Queue").take_back()


def test_a_spec_that_moves_on_is_told_with_the_part_that_moved_and_can_be_settled(
    folder: Path, ejection: Callable[[str], Ejection], findings: Findings
) -> None:
    ejection("Queue").write()
    moved = SPEC.replace("sort: [title]", "sort: [priority]")
    (folder / "spec.yaml").write_text(moved, encoding="utf-8")
    found = findings()["screen-moved-on"]
    assert "screens/queue.py was ejected: screen Queue" in found.message
    assert SPEC.splitlines()[found.position[0] - 1].startswith("  Queue:")
    assert '-        sort=("title",),\n+        sort=("priority",),' in ejection("Queue").difference()
    ejection("Queue").keep()
    assert "screen-moved-on" not in findings()
    (folder / "spec.yaml").write_text(moved.replace("5..80", "6..80"), encoding="utf-8")
    assert findings()["screen-moved-on"].path == "entities.Ticket"
    ejection("Queue").write()
    assert "screen-moved-on" not in findings()


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("def compose(scene):\n    return (\n", "is no Python", 2),
        ("import nowhere_at_all\n", "ModuleNotFoundError", 1),
        ("def draw(scene):\n    return ()\n", "has no function 'compose'", 1),
        ("def compose(scene):\n    name = 'Nothing'\n    return scene.app.screens[name]\n", "KeyError: 'Nothing'", 3),
        ("def compose(scene):\n    return 'Hello'\n", "returns str and no blocks", 1),
        ("def compose(scene):\n    return (1,)\n", "a int among its blocks", 1),
        ("def compose(scene):\n    while True:\n        pass\n", "does a loop never end?", 2),
        ("def compose(scene):\n    return [n for n in iter(int, 1)]\n", "does a loop never end?", 2),
        ("import itertools\ndef compose(scene):\n    return itertools.count()\n", "a int among its blocks", 2),
        ("def compose(scene):\n    exit()\n", "SystemExit", 2),
        ("def compose(scene):\n    raise GeneratorExit\n", "GeneratorExit", 2),
        ("import asyncio\ndef compose(scene):\n    raise asyncio.CancelledError\n", "CancelledError", 3),
        ("class E(Exception):\n    __str__ = None\ndef compose(scene):\n    raise E\n", "fails: E", 4),
        ("def compose(scene):\n    return scene.kind('listt')\n", "KeyError: 'listt'", 2),
    ],
)
def test_a_file_that_fails_is_told_by_its_line_while_a_customer_reads_a_calm_sentence(
    text: str, message: str, line: int, desk: Files, findings: Findings
) -> None:
    prototype = desk(queue=text)
    view = seen(prototype.machines[""])
    assert [getattr(block, "text", "") for block in view.blocks] == ["This page cannot be shown at the moment."]
    assert [c.label for c in view.nav] == ["Queue"]
    trouble, path = prototype.troubles.last, prototype.folder / "screens" / "queue.py"
    assert trouble is not None
    assert message in trouble.what
    assert trouble.where.startswith(f"{path}:{line}:")
    found = findings()["code-fails"]
    assert (found.message, found.position[0], found.severity) == (trouble.what, line, "error")


def test_a_file_named_like_no_screen_is_told(desk: Files, findings: Findings) -> None:
    desk(quue=CHANGED)
    assert findings()["screen-file-unused"].fix.startswith("call it one of: queue.py")


@pytest.mark.parametrize(
    ("screen", "fix"), [("Quue", "did you mean 'Queue'?"), ("zzz", "name one of: Queue, New ticket, Ticket")]
)
def test_a_screen_there_is_not_is_answered_with_those_there_are(
    screen: str, fix: str, ejection: Callable[[str], Ejection]
) -> None:
    with pytest.raises(ToolkitError, match="there is no screen") as caught:
        ejection(screen)
    assert caught.value.fix == fix


def test_evidence_notices_that_a_file_was_changed(desk: Files) -> None:
    before = desk().fingerprints
    after = desk(queue=CHANGED).fingerprints
    changed = {name for name in {**before, **after} if before.get(name) != after.get(name)}
    assert changed == {"code:screens/queue.py", "spec"}


def test_only_a_prototypes_own_folder_is_run(folder: Path, plugins: Plugins) -> None:
    (folder / "screens").mkdir()
    (folder / "screens" / "queue.py").write_text("raise SystemExit", encoding="utf-8")
    other = folder / "other.yaml"
    other.write_text(SPEC, encoding="utf-8")
    assert load_prototype(other, plugins).troubles.last is None
    assert load_prototype(folder / "spec.yaml", plugins).troubles.last is not None
