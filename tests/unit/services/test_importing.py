"""Importing a file: which importer reads it, where the spec goes, and what is refused."""

from contextlib import suppress
from pathlib import Path

import pytest

from toolkit.errors import ToolkitError
from toolkit.loader import Plugins, load
from toolkit.services.importing import SCHEMA, import_file

SHOP = "CREATE TABLE customers (id INT PRIMARY KEY, name VARCHAR(40) NOT NULL, e_mail TEXT);"


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return load(installed=False)


def file(folder: Path, name: str, content: str | bytes) -> Path:
    """Return a file with this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_spec_is_written_that_says_where_it_comes_from(tmp_path: Path, plugins: Plugins) -> None:
    done = import_file(file(tmp_path, "My Shop.sql", SHOP), plugins, into=tmp_path)
    assert done.path == tmp_path / "prototypes" / "my-shop" / "spec.yaml"
    assert done.path.read_text("utf-8") == (
        "# From My Shop.sql. Add what only people know: request, problem, goals, roles, tasks.\n"
        "solution: My shop\n\nentities:\n"
        "  Customer:\n    name: text, at most 40 characters\n    e mail: email, optional\n"
    )


def test_a_spec_that_is_there_is_never_overwritten(tmp_path: Path, plugins: Plugins) -> None:
    path = file(tmp_path, "shop.sql", SHOP)
    first = import_file(path, plugins, into=tmp_path).path
    first.write_text("solution: Mine\n", "utf-8")
    with pytest.raises(ToolkitError, match="already") as caught:
        import_file(path, plugins, into=tmp_path)
    assert "shop-2" in caught.value.fix
    assert first.read_text("utf-8") == "solution: Mine\n"
    assert import_file(path, plugins, into=tmp_path, name="shop-2").path != first


def test_a_file_is_known_by_what_stands_in_it_when_its_ending_says_nothing(tmp_path: Path, plugins: Plugins) -> None:
    assert import_file(file(tmp_path, "shop.txt", SHOP), plugins, into=tmp_path).importer == "sql"


@pytest.mark.parametrize(
    "content",
    [SHOP.replace("name", "größe").encode("cp1252"), SHOP.replace("name", "größe").encode("utf-16")],
    ids=["windows", "utf-16"],
)
def test_other_encodings_are_read(tmp_path: Path, plugins: Plugins, content: bytes) -> None:
    done = import_file(file(tmp_path, "shop.sql", content), plugins, into=tmp_path)
    assert "größe: text" in done.path.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("poem.txt", "Shall I compare thee", ("no importer recognises", "sql (.sql")),
        ("big.sql", SHOP + " " * SCHEMA.largest, ("larger than 2 MB", "without the rows")),
        ("picture.sql", b"\x89PNG\0\0", ("no text", "as text")),
        ("....sql", SHOP, ("no name", "short one")),
    ],
)
def test_what_cannot_be_imported_says_how_it_could(
    tmp_path: Path, plugins: Plugins, name: str, content: str | bytes, said: tuple[str, str]
) -> None:
    with pytest.raises(ToolkitError, match=said[0]) as caught:
        import_file(file(tmp_path, name, content), plugins, into=tmp_path)
    assert said[1] in caught.value.fix
    assert not (tmp_path / "prototypes").exists()


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path, plugins: Plugins) -> None:
    with pytest.raises(ToolkitError, match="nothing to import"):
        import_file(tmp_path / "none.sql", plugins, into=tmp_path)


def test_an_importer_that_nobody_knows_is_answered_with_the_nearest(tmp_path: Path, plugins: Plugins) -> None:
    with pytest.raises(ToolkitError, match="no importer 'sqll'") as caught:
        import_file(file(tmp_path, "shop.sql", SHOP), plugins, into=tmp_path, kind="sqll")
    assert caught.value.fix == "did you mean 'sql'?"


def test_a_file_without_anything_in_it_says_what_would_be(tmp_path: Path, plugins: Plugins) -> None:
    with pytest.raises(ToolkitError, match="nothing in it") as caught:
        import_file(file(tmp_path, "empty.sql", "SELECT 1;"), plugins, into=tmp_path, kind="sql")
    assert "CREATE TABLE" in caught.value.fix


ODD = ("/*", "\n", "$a$ ", "'", "/**/ ", "((", "{", '"', "CREATE ", "a,", "entity A {", "- ", "[", "  ")


@pytest.mark.parametrize("part", ODD)
def test_nothing_hostile_keeps_an_importer_busy_or_breaks_it(tmp_path: Path, plugins: Plugins, part: str) -> None:
    path = file(tmp_path, "hostile.txt", part * (50_000 // len(part)))
    for kind in plugins.importers:
        with suppress(ToolkitError):
            assert import_file(path, plugins, into=tmp_path, name=kind, kind=kind).entities
