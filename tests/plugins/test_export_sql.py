"""The format 'sql'."""

import json
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta

import pytest

from toolkit import Entity, Field
from toolkit.domain.limits import Apart
from toolkit.loader import load

SQL = load(installed=False).exporters["sql"]


def field(name, kind="text", **more):
    return Field(name, kind, name, **more)


def script(*entities, **rows):
    return "".join(SQL.write({entity.name: (entity, rows.get(entity.name, [])) for entity in entities}))


@pytest.fixture
def loaded():
    """Give what loads a script into a database that holds keys, and answers a question."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("PRAGMA foreign_keys = ON")

        def ask(text, question):
            database.executescript(text)
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
            return database.execute(question).fetchall()

        yield ask


def test_a_row_is_read_as_it_was(loaded):
    thing = Entity(
        "Odd thing",
        {
            "it's": field("it's"),
            "count": field("count", "number"),
            "day": field("day", "date"),
            "at": field("at", "datetime"),
            "late": field("late", "yes/no"),
            "tags": field("tags", "any of", options=("A", "B")),
            "took": field("took", "duration"),
            "none": field("none", required=False),
        },
    )
    row = {
        "id": "o-1",
        "it's": 'O\'Neil "\\n" -- ; DROP TABLE x',
        "count": 3,
        "day": date(2026, 3, 2),
        "at": datetime(2026, 3, 2, 9, 30),
        "late": True,
        "tags": ("A", "B"),
        "took": timedelta(hours=1),
        "none": None,
    }
    found = loaded(script(thing, **{"Odd thing": [row]}), 'SELECT * FROM "Odd thing"')
    said = ("o-1", row["it's"], 3, "2026-03-02", "2026-03-02T09:30:00", 1, '["A", "B"]', "PT1H", None)
    assert found == [said]


def test_a_line_says_that_all_is_made_up():
    assert script(Entity("Thing", {})).startswith("-- Made-up data")


def test_what_the_spec_asks_for_the_table_asks_for(loaded):
    pen = Entity("Pen", {"code": field("code", high=4, unique=True), "ink": field("ink", options=("Red", "Blue"))})
    text = script(pen, Pen=[{"id": "p-1", "code": "A", "ink": "Red"}])
    assert "VARCHAR(4) NOT NULL UNIQUE" in text
    with pytest.raises(sqlite3.IntegrityError):
        loaded(text, "INSERT INTO Pen VALUES ('p-2', 'A', 'Red')")
    with pytest.raises(sqlite3.IntegrityError):
        loaded("SELECT 1;", "INSERT INTO Pen VALUES ('p-2', 'B', 'Green')")


def test_two_fields_can_be_unique_together(loaded):
    seat = Entity("Seat", {"row": field("row"), "place": field("place", apart=Apart(("row",)))})
    text = script(seat, Seat=[{"id": "s-1", "row": "A", "place": "1"}, {"id": "s-2", "row": "A", "place": "2"}])
    with pytest.raises(sqlite3.IntegrityError):
        loaded(text, "INSERT INTO Seat VALUES ('s-3', 'A', '2')")


def test_circles_are_closed_in_the_end(loaded):
    team = Entity("Team", {"lead": field("lead", "reference", refers="Person")})
    person = Entity(
        "Person",
        {"team": field("team", "reference", refers="Team"), "boss": field("boss", "reference", refers="Person")},
    )
    people = [{"id": "p-1", "team": "t-1", "boss": "p-2"}, {"id": "p-2", "team": "t-1", "boss": None}]
    text = script(team, person, Team=[{"id": "t-1", "lead": "p-2"}], Person=people)
    found = loaded(
        text,
        "SELECT p.id, b.id, l.id FROM Person p JOIN Person b ON b.id = p.boss "
        "JOIN Team t JOIN Person l ON l.id = t.lead",
    )
    assert found == [("p-1", "p-2", "p-2")]


def test_several_rows_are_a_table_between_two(loaded):
    film = Entity("Film", {"actors": field("actors", "many", several="Actor")})
    text = script(
        film,
        Entity("Actor", {}),
        Film=[{"id": "f-1", "actors": ("a-2", "a-1")}, {"id": "f-2", "actors": ()}],
        Actor=[{"id": "a-1"}, {"id": "a-2"}],
    )
    assert loaded(text, 'SELECT * FROM "Film actors"') == [("f-1", "a-2"), ("f-1", "a-1")]


def test_an_entity_alone_refers_to_nothing_outside(loaded):
    pen = Entity("Pen", {"owner": field("owner", "reference", refers="User"), "ID": field("ID")})
    text = script(pen, Pen=[{"id": "p-1", "owner": "user-1", "ID": "x"}])
    assert loaded(text, "SELECT * FROM Pen") == [("p-1", "user-1", "x")]


def test_many_rows_are_several_statements(loaded):
    rows = [{"id": f"p-{number}", "tags": ("A",)} for number in range(1_201)]
    text = script(Entity("Pen", {"tags": field("tags", "any of")}), Pen=rows)
    assert text.count("INSERT") == 3
    assert loaded(text, "SELECT count(*) FROM Pen") == [(1_201,)]
    assert json.loads(loaded("SELECT 1;", "SELECT tags FROM Pen LIMIT 1")[0][0]) == ["A"]
