"""A prototype is found by what people call it."""

from pathlib import Path

import pytest

from toolkit.errors import ToolkitError
from toolkit.places import bundled
from toolkit.services.workspace import Workspace, find_prototype


def spec(folder: Path) -> Path:
    folder.mkdir(parents=True)
    path = folder / "spec.yaml"
    path.write_text("solution: Shop\n", encoding="utf-8")
    return path


def test_a_name_means_the_workspace_before_what_comes_with_showtell(tmp_path: Path) -> None:
    assert find_prototype("helpdesk", tmp_path) == bundled("prototypes") / "helpdesk" / "spec.yaml"
    own = spec(tmp_path / "prototypes" / "helpdesk")
    assert find_prototype("helpdesk", tmp_path) == own


def test_a_folder_and_a_file_are_names_too(tmp_path: Path) -> None:
    path = spec(tmp_path / "shop")
    assert find_prototype("shop", tmp_path) == path
    assert find_prototype(str(path), tmp_path) == path
    assert find_prototype("shop/spec.yaml", tmp_path) == path


@pytest.mark.parametrize(
    ("name", "fix"), [("helpdisk", "did you mean 'helpdesk'?"), ("zzz", "helpdesk"), ("", "spec.yaml")]
)
def test_an_unknown_name_says_what_is_known(tmp_path: Path, name: str, fix: str) -> None:
    with pytest.raises(ToolkitError, match=f"there is no prototype '{name}'") as caught:
        find_prototype(name, tmp_path)
    assert fix in caught.value.fix


def test_a_folder_without_a_spec_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ToolkitError) as caught:
        find_prototype("empty", tmp_path)
    assert "put a spec.yaml into this folder" in caught.value.fix


def test_run_time_files_lie_apart_from_what_is_in_git(tmp_path: Path) -> None:
    folder = Workspace(tmp_path).runtime_dir
    assert folder == tmp_path / ".showtell"
    assert (folder / ".gitignore").read_text("utf-8") == "*\n"


def test_a_folder_that_cannot_be_made_is_an_error_with_a_fix(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ToolkitError, match="cannot be made") as caught:
        assert Workspace(tmp_path / "file").runtime_dir
    assert caught.value.fix
