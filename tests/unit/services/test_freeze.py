"""A frozen version is what was shown, whatever becomes of the spec, the toolkit and the libraries behind the data."""

import json
import shutil
from pathlib import Path

import pytest

from toolkit.errors import ToolkitError
from toolkit.loader import Plugins, load
from toolkit.services.changes import changes, compare_versions
from toolkit.services.eject import Ejection
from toolkit.services.freeze import freeze
from toolkit.services.frozen import DATA, HISTORY, FrozenError, hashed, versions
from toolkit.services.load import load_prototype
from toolkit.services.scaffold import scaffold
from toolkit.services.translate import translate
from toolkit.services.workspace import MANIFEST, Workspace

SPEC = """
solution: Desk
now: 2026-03-02 09:30
entities:
  Tag: {label: text}
  Ticket:
    title: text
    opens: time
    lasts: duration
    day: date
    due: datetime, next 3 days
    price: money, 1..9 EUR
    late: yes/no
    tags: many Tag, 0..2
    note: text, optional
    state: {Open -> Done: Finish, Done -> Open: Again}
data: {seed: 4, rows: {Ticket: 12, Tag: 3}}
"""


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return load(installed=False)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one prototype, of which every kind of value is known."""
    folder = tmp_path / "prototypes" / "desk"
    folder.mkdir(parents=True)
    (folder / "spec.yaml").write_text(SPEC, encoding="utf-8")
    return Workspace(tmp_path)


def test_it_shows_the_same_rows_and_screens_after_the_spec_has_moved_on(workspace: Workspace, plugins: Plugins) -> None:
    spec = workspace.find_prototype("desk")
    before = load_prototype(spec, plugins)
    freeze(before, "sprint-1", workspace)
    spec.write_text(SPEC.replace("seed: 4", "seed: 5").replace("note: text", "remark: text"), encoding="utf-8")
    kept = load_prototype(workspace.find_prototype("desk@sprint-1"), plugins)
    assert kept.name == "desk@sprint-1"
    assert before.dataset.histories
    assert (kept.dataset, kept.solution.base.entities) == (before.dataset, before.solution.base.entities)
    assert load_prototype(spec, plugins).dataset != kept.dataset
    machine = kept.machines[""]
    assert machine.view(machine.start("Everyone")) == before.machines[""].view(before.machines[""].start("Everyone"))


def test_it_lies_beside_the_spec_as_text_and_says_what_made_it(workspace: Workspace, plugins: Plugins) -> None:
    screens = workspace.root / "prototypes" / "desk" / "screens"
    screens.mkdir()
    (screens / "home.py").write_text("SCREEN = 1\n", encoding="utf-8")
    folder, _ = freeze(load_prototype(workspace.find_prototype("desk"), plugins), "sprint-1", workspace)
    assert folder == workspace.root / "prototypes" / "desk" / "frozen" / "sprint-1"
    said = json.loads((folder / MANIFEST).read_text("utf-8"))
    assert (said["prototype"], said["name"], said["seed"]) == ("desk", "sprint-1", 4)
    assert set(said["files"]) == {"spec.yaml", DATA, HISTORY, "screens/home.py"}
    assert len((folder / DATA).read_text("utf-8").splitlines()) == 15


def test_one_that_came_with_showtell_is_frozen_into_the_workspace(tmp_path: Path, plugins: Plugins) -> None:
    workspace = Workspace(tmp_path)
    prototype = load_prototype(workspace.find_prototype("rebooking"), plugins)
    folder, _ = freeze(prototype, "first", workspace)
    assert load_prototype(folder / "spec.yaml", plugins).solution.brand == prototype.solution.brand
    assert folder == tmp_path / "prototypes" / "rebooking" / "frozen" / "first"
    assert workspace.find_prototype("rebooking@first") == folder / "spec.yaml"
    assert "rebooking@first" not in workspace.prototypes()


@pytest.mark.parametrize("name", ["", "a/b", "..", "sprint 3", "a@b", "-x", "x" * 41])
def test_a_name_that_no_address_could_have_is_refused(workspace: Workspace, plugins: Plugins, name: str) -> None:
    prototype = load_prototype(workspace.find_prototype("desk"), plugins)
    with pytest.raises(ToolkitError, match="part of an address"):
        freeze(prototype, name, workspace)
    assert not (prototype.folder / "frozen").exists()


def test_nothing_is_written_over_unless_that_is_asked_for(workspace: Workspace, plugins: Plugins) -> None:
    spec = workspace.find_prototype("desk")
    freeze(load_prototype(spec, plugins), "one", workspace)
    spec.write_text(SPEC.replace("seed: 4", "seed: 9"), encoding="utf-8")
    with pytest.raises(ToolkitError, match="already") as error:
        freeze(load_prototype(spec, plugins), "one", workspace)
    assert "--force" in error.value.fix
    assert load_prototype(workspace.find_prototype("desk@one"), plugins).dataset.seed == 4
    freeze(load_prototype(spec, plugins), "one", workspace, force=True)
    assert load_prototype(workspace.find_prototype("desk@one"), plugins).dataset.seed == 9
    assert [path.name for path in (spec.parent / "frozen").iterdir()] == ["one"]


def test_evidence_of_a_study_on_it_outlives_its_being_frozen_anew(workspace: Workspace, plugins: Plugins) -> None:
    prototype = load_prototype(workspace.find_prototype("desk"), plugins)
    folder, _ = freeze(prototype, "one", workspace)
    (folder / "evidence").mkdir()
    (folder / "evidence" / "statement.json").write_text("{}", encoding="utf-8")
    freeze(prototype, "one", workspace, force=True)
    assert (folder / "evidence" / "statement.json").is_file()


def test_what_is_frozen_is_not_frozen_again(workspace: Workspace, plugins: Plugins) -> None:
    freeze(load_prototype(workspace.find_prototype("desk"), plugins), "one", workspace)
    with pytest.raises(ToolkitError, match="is frozen, and stays as it is"):
        freeze(load_prototype(workspace.find_prototype("desk@one"), plugins), "two", workspace)


def test_no_command_writes_into_what_is_frozen(workspace: Workspace, plugins: Plugins) -> None:
    freeze(load_prototype(workspace.find_prototype("desk"), plugins), "one", workspace)
    spec = workspace.find_prototype("desk@one")
    kept = load_prototype(spec, plugins)
    before = sorted(path for path in workspace.root.rglob("*"))
    with pytest.raises(ToolkitError) as caught:
        translate(spec, kept.solution, "de")
    assert caught.value.fix == "name today's: showtell translate desk de"
    with pytest.raises(ToolkitError) as caught:
        Ejection.of(kept, workspace, "Tickets")
    assert caught.value.fix == "name today's: showtell eject desk SCREEN"
    with pytest.raises(ToolkitError) as caught:
        scaffold(kept, workspace)
    assert caught.value.fix == "name today's: showtell scaffold desk"
    with pytest.raises(ToolkitError) as caught:
        compare_versions(workspace, plugins, spec, names=("", ""))
    assert caught.value.fix == "name today's: showtell changes desk one"
    assert sorted(path for path in workspace.root.rglob("*")) == before


@pytest.mark.parametrize(
    ("file", "change", "words"),
    [
        ("spec.yaml", lambda text: text.replace("Desk", "Table"), "was changed since"),
        (DATA, lambda text: text.replace('"id": "tag-1"', '"id": "tag-9"'), "was changed since"),
        (DATA, None, "is gone"),
        (MANIFEST, lambda text: text[:40], "cannot be read"),
        (MANIFEST, lambda text: text.replace('"locale": "en_GB"', '"locale": "de_DE"'), "others now"),
    ],
)
def test_one_that_was_changed_is_not_shown_as_what_it_was(
    workspace: Workspace, plugins: Plugins, file: str, change: object, words: str
) -> None:
    folder, _ = freeze(load_prototype(workspace.find_prototype("desk"), plugins), "one", workspace)
    path = folder / file
    if callable(change):
        path.write_text(change(path.read_text("utf-8")), encoding="utf-8")
    else:
        path.unlink()
    with pytest.raises(FrozenError, match=words) as error:
        load_prototype(folder / "spec.yaml", plugins)
    assert error.value.fix


@pytest.mark.parametrize(
    "line",
    [
        "[" * 100_000,
        '["Ticket", [1]]',
        '["Ticket", {"id": "x", "lasts": {"seconds": 1e300}}]',
        '["Ticket", {"id": "x", "price": NaN}]',
        '["Ticket", {"id": ["x"]}]',
        "null",
    ],
)
def test_rows_and_a_manifest_edited_to_fit_each_other_are_no_trace(
    workspace: Workspace, plugins: Plugins, line: str
) -> None:
    folder, _ = freeze(load_prototype(workspace.find_prototype("desk"), plugins), "one", workspace)
    (folder / DATA).write_text(line, encoding="utf-8")
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    manifest["files"][DATA] = hashed((folder / DATA).read_bytes())
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(FrozenError, match="rows of a frozen version cannot be read"):
        load_prototype(folder / "spec.yaml", plugins)
    manifest["files"] = {"n" * 300: "", "../../desk/spec.yaml": ""}
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(FrozenError, match="is gone"):
        load_prototype(folder / "spec.yaml", plugins)
    (folder / MANIFEST).write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(FrozenError, match="what says what was frozen cannot be read"):
        load_prototype(folder / "spec.yaml", plugins)


def test_line_ends_of_another_system_are_no_change(workspace: Workspace, plugins: Plugins) -> None:
    folder, _ = freeze(load_prototype(workspace.find_prototype("desk"), plugins), "one", workspace)
    for name in ("spec.yaml", DATA):
        (folder / name).write_bytes((folder / name).read_bytes().replace(b"\n", b"\r\n"))
    assert load_prototype(folder / "spec.yaml", plugins).dataset.rows("Ticket")


def test_one_that_is_read_no_more_says_which_toolkit_made_it(workspace: Workspace, plugins: Plugins) -> None:
    folder, _ = freeze(load_prototype(workspace.find_prototype("desk"), plugins), "one", workspace)
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    manifest["toolkit"] = "0.0.1"
    (folder / "spec.yaml").write_text("solution: Desk\nwidgets: {a: b}\n", encoding="utf-8")
    manifest["files"]["spec.yaml"] = hashed((folder / "spec.yaml").read_bytes())
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(FrozenError, match=r"cannot read the frozen 'desk@one', made with 0\.0\.1") as error:
        load_prototype(folder / "spec.yaml", plugins)
    assert "showtell 0.0.1" in error.value.fix
    assert "spec.yaml:2:1" in error.value.where


def test_versions_are_listed_the_last_first_and_a_damaged_one_not(workspace: Workspace, plugins: Plugins) -> None:
    prototype = load_prototype(workspace.find_prototype("desk"), plugins)
    for name in ("b", "a", "c"):
        freeze(prototype, name, workspace)
    (prototype.folder / "frozen" / "c" / MANIFEST).write_text("{", encoding="utf-8")
    assert [kept.name for kept in versions(workspace, prototype.path)] == ["a", "b"]


def test_changes_are_told_since_the_last_one_or_between_two(workspace: Workspace, plugins: Plugins) -> None:
    spec = workspace.find_prototype("desk")
    with pytest.raises(ToolkitError, match="no frozen version to compare with") as error:
        compare_versions(workspace, plugins, spec, names=("", ""))
    assert "showtell freeze desk NAME" in error.value.fix
    freeze(load_prototype(spec, plugins), "one", workspace)
    spec.write_text(SPEC.replace("    late: yes/no\n", ""), encoding="utf-8")
    freeze(load_prototype(spec, plugins), "two", workspace)
    assert compare_versions(workspace, plugins, spec, names=("", "")).count == 0
    for names in (("one", ""), ("one", "two")):
        found = compare_versions(workspace, plugins, spec, names=names)
        assert "Ticket no longer has late" in [c.text for chapter in found.chapters for c in chapter.changes]
    with pytest.raises(ToolkitError, match="no frozen version 'tow'") as error:
        compare_versions(workspace, plugins, spec, names=("tow", ""))
    assert error.value.fix == "did you mean 'two'?"


def test_python_beside_the_spec_that_changed_is_told(workspace: Workspace, plugins: Plugins) -> None:
    spec = workspace.find_prototype("desk")

    def told(name: str) -> list[str]:
        compared = compare_versions(workspace, plugins, spec, names=(name, ""))
        return [change.text for chapter in compared.chapters for change in chapter.changes]

    freeze(load_prototype(spec, plugins), "spec-only", workspace)
    rules = spec.parent / "rules.py"
    rules.write_text('"""Nothing yet."""\n', encoding="utf-8")
    assert told("spec-only") == ["rules.py is new: what it draws or rules is Python of its own now"]
    freeze(load_prototype(spec, plugins), "with-rules", workspace)
    assert told("with-rules") == []
    rules.write_text('"""Still nothing."""\n', encoding="utf-8")
    assert told("with-rules") == ["rules.py is another: what it draws or rules may be different"]
    rules.unlink()
    assert told("with-rules") == ["rules.py is gone: what it drew or ruled is as the spec says it"]


def test_another_toolkit_is_named_beside_the_changes(workspace: Workspace, plugins: Plugins) -> None:
    spec = workspace.find_prototype("desk")
    folder, _ = freeze(load_prototype(spec, plugins), "one", workspace)
    text = (folder / MANIFEST).read_text("utf-8")
    manifest = json.loads(text)
    assert compare_versions(workspace, plugins, spec, names=("one", "")).notes == ()
    (folder / MANIFEST).write_text(text.replace(f'"{manifest["toolkit"]}"', '"0.0.1"'), encoding="utf-8")
    (note,) = compare_versions(workspace, plugins, spec, names=("one", "")).notes
    assert "0.0.1" in note


def test_a_copy_of_the_workspace_has_the_version_too(workspace: Workspace, plugins: Plugins, tmp_path: Path) -> None:
    freeze(load_prototype(workspace.find_prototype("desk"), plugins), "one", workspace)
    copy = Workspace(shutil.copytree(tmp_path / "prototypes", tmp_path / "elsewhere" / "prototypes").parent)
    assert load_prototype(copy.find_prototype("desk@one"), plugins).name == "desk@one"


def test_word_lists_that_are_others_by_now_are_told(workspace: Workspace, plugins: Plugins) -> None:
    folder, _ = freeze(load_prototype(workspace.find_prototype("desk"), plugins), "sprint-1", workspace)
    kept, today = (load_prototype(workspace.find_prototype(n), plugins) for n in ("desk@sprint-1", "desk"))
    assert not changes(kept, today).notes
    said = json.loads((folder / MANIFEST).read_text("utf-8"))
    said["lists"]["given names of women"] = "another"
    (folder / MANIFEST).write_text(json.dumps(said), "utf-8")
    (note,) = changes(kept, today).notes
    assert note.startswith("Faker has other given names of women than when it was frozen")
