"""Data made for imported schemas without a word in the spec: every row keeps the schema's rules and makes sense."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.plugins.importing import PLUGINS, imported
from tests.plugins.test_import_jdl import STAFF
from tests.plugins.test_import_sql import MUSIC, RENTALS, TRADERS
from tests.plugins.test_import_sql_scripts import ORACLE, SERVER
from toolkit.data import make
from toolkit.domain.dataset import Dataset
from toolkit.domain.solution import Entity, Field, Solution
from toolkit.domain.values import Value
from toolkit.spec.reading import read_text

RECORDS = """
    CREATE TABLE performers (performer_id INTEGER PRIMARY KEY, artist VARCHAR(60) NOT NULL);
    CREATE TABLE genres (genre_id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL UNIQUE);
    CREATE TABLE media_types (media_type_id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL);
    CREATE TABLE tracks (track_id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL,
      genre_id INTEGER NOT NULL REFERENCES genres, media_type_id INTEGER NOT NULL REFERENCES media_types,
      milliseconds INTEGER NOT NULL, unit_price NUMERIC(6,2) NOT NULL);
    CREATE TABLE clerks (clerk_id INTEGER PRIMARY KEY, first_name VARCHAR(20) NOT NULL, last_name VARCHAR(20) NOT NULL,
      hire_date TIMESTAMP NOT NULL, active BOOLEAN NOT NULL, city VARCHAR(30), country VARCHAR(30));
    CREATE TABLE sales (sale_id INTEGER PRIMARY KEY, sale_date TIMESTAMP NOT NULL, date DATE,
      clerk_id INTEGER REFERENCES clerks, code CHAR(4) CHECK (code IN ('cash', 'card')),
      rate INTEGER CHECK (rate BETWEEN 1 AND 5), note VARCHAR(12));
"""
FILMS = """
    CREATE TABLE country (country_id INTEGER PRIMARY KEY, country VARCHAR(50) NOT NULL);
    CREATE TABLE city (city_id INTEGER PRIMARY KEY, city VARCHAR(50) NOT NULL,
      country_id INTEGER NOT NULL REFERENCES country);
    CREATE TABLE language (language_id INTEGER PRIMARY KEY, name CHAR(20) NOT NULL);
    CREATE TABLE category (category_id INTEGER PRIMARY KEY, name VARCHAR(25) NOT NULL);
    CREATE TABLE film (film_id INTEGER PRIMARY KEY, title VARCHAR(255) NOT NULL, description TEXT NOT NULL,
      language_id INTEGER NOT NULL REFERENCES language, category_id INTEGER NOT NULL REFERENCES category,
      length SMALLINT NOT NULL, min_price NUMERIC(6,2) NOT NULL, max_price NUMERIC(6,2) NOT NULL);
    CREATE TABLE stock (stock_id INTEGER PRIMARY KEY, counted DATE NOT NULL);
    CREATE TABLE stock_2025 (CONSTRAINT c CHECK (counted >= '2025-01-01')) INHERITS (stock);
"""
FLIGHTS = """
    CREATE TABLE flights (flight_id INTEGER PRIMARY KEY, flight_no CHAR(6) NOT NULL,
      scheduled_departure TIMESTAMP NOT NULL, scheduled_arrival TIMESTAMP NOT NULL, actual_departure TIMESTAMP NOT NULL,
      actual_arrival TIMESTAMP NOT NULL);
"""
Rows = dict[str, list[dict[str, Value]]]


def made(text: str, folder: Path, file: str) -> tuple[Solution, Dataset]:
    """Return what a schema becomes, and the data that is made for it."""
    spec = imported(text, folder, file).path.read_text("utf-8")
    solution = read_text(spec, "spec.yaml", PLUGINS.parts).solution
    assert solution is not None
    return solution, make(solution, PLUGINS.field_types)


def rows_of(text: str, folder: Path) -> Rows:
    """Return the rows of each entity that a schema in SQL becomes."""
    solution, dataset = made(text, folder, "schema.sql")
    return {name: [dict(row) for row in dataset.rows(name).values()] for name in solution.base.entities}


def broken(solution: Solution, dataset: Dataset) -> Iterator[str]:
    """Yield each rule of a field that a value breaks."""
    for entity in solution.base.entities.values():
        for field in entity.fields.values():
            values = [] if field.computed else [row[field.name] for row in dataset.rows(entity.name).values()]
            kept = [value for value in values if value is not None]
            if field.required and not field.needed_when and len(kept) < len(values):
                yield f"{entity.name}.{field.name} is needed, and empty"
            if field.unique and len(set(kept)) < len(kept):
                yield f"{entity.name}.{field.name} is there twice"
            yield from _wrong(dataset, entity, field, kept)


def _wrong(dataset: Dataset, entity: Entity, field: Field, values: list[Value]) -> Iterator[str]:
    for value in values:
        keys = value if isinstance(value, tuple) else (value,)
        size = len(str(value)) if isinstance(value, str) else value if isinstance(value, int | float) else None
        wrong = (
            (field.refers or field.several) and not {str(key) for key in keys} <= set(dataset.rows(entity_of(field))),
            field.options and not set(map(str, keys)) <= set(field.options),
            field.pattern and not re.fullmatch(field.pattern, str(value)),
            size is not None and field.high is not None and size > field.high,
            size is not None and field.low is not None and size < field.low,
            re.search(r"\b(lorem|ipsum|dolor)\b", str(value), re.IGNORECASE),
            field.type == "email" and not re.search(r"@(?:[\w.-]+\.)?example(?:\.(?:com|net|org))?$", str(value)),
        )
        if any(wrong):
            yield f"{entity.name}.{field.name}: {value!r}"


def entity_of(field: Field) -> str:
    """Return the entity that a reference leads to."""
    return field.refers or field.several


@pytest.mark.parametrize(
    ("text", "file"),
    [
        (RECORDS, "records.sql"),
        (FILMS, "films.sql"),
        (FLIGHTS, "flights.sql"),
        (RENTALS, "rentals.sql"),
        (MUSIC, "music.sql"),
        (TRADERS, "traders.sql"),
        (SERVER, "server.sql"),
        (ORACLE, "oracle.sql"),
        (STAFF, "staff.jdl"),
    ],
)
def test_every_row_keeps_the_rules_of_the_schema(tmp_path: Path, text: str, file: str) -> None:
    solution, dataset = made(text, tmp_path, file)
    assert all(dataset.rows(name) for name in solution.base.entities)
    assert not list(broken(solution, dataset))


def test_a_record_shop_sells_songs_at_the_price_of_songs(tmp_path: Path) -> None:
    rows = rows_of(RECORDS, tmp_path)
    assert {"Jazz", "Rock", "Classical"} <= {row["name"] for row in rows["Genre"]}
    assert "MP3" in {row["name"] for row in rows["Media type"]}
    assert all(120_000 < row["milliseconds"] < 420_000 and row["unit price"] < 5 for row in rows["Track"])


def test_whoever_keeps_a_list_fills_in_what_it_is_for(tmp_path: Path) -> None:
    rows = rows_of(RECORDS, tmp_path)["Clerk"]
    assert sum(row["active"] for row in rows) > len(rows) / 2
    assert sum(row["city"] is None for row in rows) < len(rows) / 8
    assert len({row["hire date"].year for row in rows}) > 4


def test_a_film_has_a_plot_a_genre_and_the_length_of_a_film(tmp_path: Path) -> None:
    rows = rows_of(FILMS, tmp_path)
    assert {"Comedy", "Western"} <= {row["name"] for row in rows["Category"]}
    assert len({row["name"] for row in rows["Language"]}) == len(rows["Language"])
    assert all(70 < row["length"] < 190 and row["min price"] <= row["max price"] for row in rows["Film"])
    assert not any("invoice" in row["description"] or "parcel" in row["description"] for row in rows["Film"])


def test_a_city_lies_in_the_country_that_it_refers_to(tmp_path: Path) -> None:
    rows, capitals = rows_of(FILMS, tmp_path), {"Utrecht", "Amsterdam", "Rotterdam", "The Hague", "Groningen"}
    lands = {row["id"]: row["country" if "country" in row else "name"] for row in rows["Country"]}
    towns = [(row["city" if "city" in row else "name"], lands[row["country"]]) for row in rows["City"]]
    assert not any(land != "Netherlands" for town, land in towns if town in capitals)
    assert not any(land != "United Kingdom" for town, land in towns if town in {"London", "Leeds", "York", "Bristol"})


def test_a_partition_of_a_table_is_no_entity(tmp_path: Path) -> None:
    assert set(rows_of(FILMS, tmp_path)) == {"Country", "City", "Language", "Category", "Film", "Stock"}


def test_a_flight_lands_after_it_left(tmp_path: Path) -> None:
    for row in rows_of(FLIGHTS, tmp_path)["Flight"]:
        assert row["scheduled departure"] < row["scheduled arrival"] <= row["actual arrival"]
        assert row["scheduled departure"] <= row["actual departure"] < row["actual arrival"]


def test_the_number_of_an_article_is_none_of_its_names(tmp_path: Path) -> None:
    text = "CREATE TABLE artikel (id INT PRIMARY KEY, artikelnummer VARCHAR(15) NOT NULL, bezeichnung VARCHAR(80));"
    for row in rows_of(text, tmp_path)["Artikel"]:
        assert re.fullmatch(r"[A-Z]+-\d+", str(row["artikelnummer"]))


def test_goods_are_sold_at_their_own_price(tmp_path: Path) -> None:
    text = """
        CREATE TABLE products (product_id INT PRIMARY KEY, name VARCHAR(40) NOT NULL, unit_price NUMERIC(8,2) NOT NULL);
        CREATE TABLE order_lines (line_id INT PRIMARY KEY, product_id INT NOT NULL REFERENCES products,
          unit_price NUMERIC(8,2) NOT NULL, quantity INT NOT NULL);
    """
    rows = rows_of(text, tmp_path)
    prices = {row["id"]: row["unit price"] for row in rows["Product"]}
    assert all(row["unit price"] == prices[row["product"]] for row in rows["Order line"])
