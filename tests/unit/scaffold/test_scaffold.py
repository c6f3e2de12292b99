"""A scaffolded folder is the architect's: it runs, reads well, and nothing in it that was edited is written over."""

import ast
import json
from pathlib import Path

import pytest

from toolkit.loader import load
from toolkit.services.load import load_prototype
from toolkit.services.scaffold import Scaffolded, scaffold
from toolkit.services.workspace import Workspace

SPEC = """
solution: Library
problem: Nobody knows what is overdue.
now: 2026-03-02 09:30
people: Reader
roles: {Member: {own: Loan}}
entities:
  Reader: {name: person}
  Loan:
    book: text, 3..60 characters
    reader: Reader = me
    due: datetime, last 14 days
screens:
  My loans: {list: Loan, for: Member, show: [book, due], new: New loan}
  New loan: {form: Loan, for: Member, ask: [book]}
  Loan: {detail: Loan, show: [book, due]}
options:
  plain: {idea: customer, about: "As asked for, | said they"}
  short: {idea: ours, about: No list, screens: {New loan: {submit: Borrow it}}}
tasks:
  borrow: {as: Member, say: 'Ask for the book "Emma".', done: {Loan: {reader: me}}}
  lend again: {as: Member, say: Which book is due first?, answer: {Loan: book, first: due}}
data: {rows: {Reader: 3, Loan: 20}}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "prototypes" / "library").mkdir(parents=True)
    (tmp_path / "prototypes" / "library" / "spec.yaml").write_text(SPEC, encoding="utf-8")
    return Workspace(tmp_path)


def scaffolded(workspace: Workspace, name: str = "library", *, into: Path | None = None) -> Scaffolded:
    prototype = load_prototype(workspace.find_prototype(name), load(workspace.root, installed=False))
    return scaffold(prototype, workspace, into=into)


def test_a_copied_spec_speaks_the_languages_it_spoke(workspace: Workspace, tmp_path: Path) -> None:
    library = workspace.root / "prototypes" / "library"
    (library / "spec.yaml").write_text(SPEC + "languages: [de]\n", encoding="utf-8")
    (library / "languages").mkdir()
    (library / "languages" / "de.yaml").write_text("My loans: Meine Ausleihen\n", encoding="utf-8")
    done = scaffolded(workspace, into=tmp_path / "copy")
    assert "Meine Ausleihen" in (done.folder / "languages" / "de.yaml").read_text("utf-8")


def test_a_copied_spec_has_its_logo_beside_it(tmp_path: Path) -> None:
    done = scaffolded(Workspace(tmp_path), "rebooking")
    assert (done.folder / "logo.svg").read_bytes().startswith(b"<svg")
    copied = load_prototype(done.folder / "spec.yaml", load(installed=False))
    assert copied.solution.brand
    assert copied.solution.brand.logo
    (done.folder / "logo.svg").write_bytes(b"mine")
    scaffolded(Workspace(tmp_path), "rebooking")
    assert (done.folder / "logo.svg").read_bytes() == b"mine"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_each_task_gets_a_script_with_a_test_for_each_option(workspace: Workspace) -> None:
    done = scaffolded(workspace)
    assert set(done.written) == {"app.py", "README.md", "scripts/test_borrow.py", "scripts/test_lend_again.py"}
    tree = ast.parse((done.folder / "scripts/test_borrow.py").read_text("utf-8"))
    tests = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert tests == ["test_borrow_on_plain", "test_borrow_on_short"]


def test_a_script_says_in_roles_and_names_what_the_plan_does(workspace: Workspace) -> None:
    text = (scaffolded(workspace).folder / "scripts/test_borrow.py").read_text("utf-8")
    plain, short = text.split("def ")[1:]
    assert 'prototype.open(page, option="plain", task="borrow")' in plain
    assert 'page.get_by_role("link", name="New loan", exact=True).click()' in plain
    assert 'page.get_by_label("Book", exact=True).fill(' in plain
    assert 'page.get_by_role("button", name="Add loan", exact=True).click()' in plain
    assert 'page.get_by_role("button", name="Borrow it", exact=True).click()' in short
    assert plain.index(".fill(") < plain.index("Add loan") < plain.index("task.done()")


def test_a_script_imports_what_it_uses_and_nothing_else(workspace: Workspace) -> None:
    tree = ast.parse((scaffolded(workspace).folder / "scripts/test_borrow.py").read_text("utf-8"))
    imported = {alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert imported <= used


def test_an_answer_is_given_as_the_role_reads_it(workspace: Workspace) -> None:
    folder = scaffolded(workspace).folder
    text = (folder / "scripts/test_lend_again.py").read_text("utf-8")
    assert 'task.done(answer="' in text


def test_a_second_run_changes_no_byte(workspace: Workspace) -> None:
    first = scaffolded(workspace)
    before = contents(first.folder)
    again = scaffolded(workspace)
    assert contents(again.folder) == before
    assert again.written == again.kept == again.removed == ()
    assert set(again.same) == set(first.written)


def test_an_edited_script_is_kept_and_said_while_the_others_follow_the_spec(workspace: Workspace) -> None:
    folder = scaffolded(workspace).folder
    script = folder / "scripts/test_borrow.py"
    script.write_text("# mine\n", encoding="utf-8")
    spec = folder / "spec.yaml"
    spec.write_text(spec.read_text("utf-8").replace("Which book is due first?", "Say which is due."), encoding="utf-8")
    done = scaffolded(workspace)
    assert script.read_text("utf-8") == "# mine\n"
    assert done.kept == ("scripts/test_borrow.py",)
    assert "scripts/test_lend_again.py" in done.written
    assert scaffolded(workspace).kept == ("scripts/test_borrow.py",)


def test_what_was_there_before_counts_as_edited(workspace: Workspace) -> None:
    readme = workspace.root / "prototypes/library/README.md"
    readme.write_text("# Ours\n", encoding="utf-8")
    assert scaffolded(workspace).kept == ("README.md",)
    assert readme.read_text("utf-8") == "# Ours\n"


def test_scripts_of_a_task_that_is_gone_go_too_unless_they_were_edited(workspace: Workspace) -> None:
    folder = scaffolded(workspace).folder
    spec = folder / "spec.yaml"
    kept, gone = folder / "scripts/test_lend_again.py", folder / "scripts/test_borrow.py"
    kept.write_text("# mine\n", encoding="utf-8")
    text = spec.read_text("utf-8").replace("  lend again:", "  lend:").replace("  borrow:", "  ask:")
    spec.write_text(text, encoding="utf-8")
    done = scaffolded(workspace)
    assert done.removed == ("scripts/test_borrow.py",)
    assert done.kept == ("scripts/test_lend_again.py",)
    assert not gone.exists()
    assert kept.read_text("utf-8") == "# mine\n"


def test_a_spec_from_elsewhere_is_copied_into_the_folder(workspace: Workspace, tmp_path: Path) -> None:
    done = scaffolded(workspace, into=tmp_path / "copy")
    assert "spec.yaml" in done.written
    assert (tmp_path / "copy/spec.yaml").read_text("utf-8") == SPEC
    before = contents(tmp_path / "copy")
    scaffolded(workspace, into=tmp_path / "copy")
    scaffolded(workspace, str(tmp_path / "copy"), into=tmp_path / "copy")
    assert contents(tmp_path / "copy") == before


def test_the_app_and_the_readme_are_about_this_prototype(workspace: Workspace) -> None:
    folder = scaffolded(workspace).folder
    ast.parse((folder / "app.py").read_text("utf-8"))
    readme = (folder / "README.md").read_text("utf-8")
    assert readme.startswith("# Library\n\nNobody knows what is overdue.\n")
    assert "As asked for, \\| said they" in readme
    assert "pytest prototypes/library/scripts" in readme


def test_the_record_of_what_was_written_is_json_in_order(workspace: Workspace) -> None:
    record = json.loads((scaffolded(workspace).folder / "scripts/.written.json").read_text("utf-8"))
    assert list(record) == sorted(record)
