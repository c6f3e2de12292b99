"""Specs from SQL: what a schema says is kept in a line a field, what it cannot say is noted."""

from pathlib import Path

import pytest

from tests.plugins.importing import imported, lines_of, spec_of, walked

RENTALS = """
    SET NAMES utf8mb4;
    CREATE TABLE `actor` (
      `actor_id` smallint(5) unsigned NOT NULL AUTO_INCREMENT,
      `first_name` varchar(45) NOT NULL,
      `last_update` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
      PRIMARY KEY (`actor_id`), KEY `names` (`first_name`)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
    CREATE TABLE language (language_id TINYINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, name CHAR(20) NOT NULL);
    CREATE TABLE film (
      film_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
      title VARCHAR(128) NOT NULL,
      description TEXT DEFAULT NULL,
      language_id TINYINT UNSIGNED NOT NULL,
      original_language_id TINYINT UNSIGNED DEFAULT NULL,
      replacement_cost DECIMAL(5,2) NOT NULL DEFAULT 19.99,
      rating ENUM('G','PG','PG-13','R','NC-17') DEFAULT 'G',
      special_features SET('Trailers','Deleted Scenes') DEFAULT NULL,
      poster BLOB,
      PRIMARY KEY (film_id),
      CONSTRAINT fk_l FOREIGN KEY (language_id) REFERENCES language (language_id) ON DELETE RESTRICT,
      CONSTRAINT fk_o FOREIGN KEY (original_language_id) REFERENCES language (language_id)
    ) ENGINE=InnoDB;
    CREATE TABLE film_actor (
      actor_id SMALLINT UNSIGNED NOT NULL, film_id SMALLINT UNSIGNED NOT NULL,
      last_update TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
      PRIMARY KEY (actor_id, film_id),
      FOREIGN KEY (actor_id) REFERENCES actor (actor_id), FOREIGN KEY (film_id) REFERENCES film (film_id)
    );
    CREATE VIEW nice AS SELECT title FROM film;
    INSERT INTO actor VALUES (1, 'PENELOPE; CREATE TABLE x (y int)', now());
"""

MUSIC = """
    CREATE TABLE [dbo].[Artist] ([ArtistId] INT NOT NULL IDENTITY, [Name] NVARCHAR(120),
      CONSTRAINT [PK_Artist] PRIMARY KEY CLUSTERED ([ArtistId]));
    GO
    CREATE TABLE [dbo].[Album] ([AlbumId] INT NOT NULL, [Title] NVARCHAR(160) NOT NULL, [ArtistId] INT NOT NULL,
      CONSTRAINT [PK_Album] PRIMARY KEY CLUSTERED ([AlbumId]));
    GO
    CREATE TABLE [dbo].[Employee] ([EmployeeId] INT NOT NULL, [LastName] NVARCHAR(20) NOT NULL, [ReportsTo] INT,
      [BirthDate] DATETIME, [Email] NVARCHAR(60), CONSTRAINT [PK_Employee] PRIMARY KEY CLUSTERED ([EmployeeId]));
    GO
    ALTER TABLE [dbo].[Album] ADD CONSTRAINT [FK_Album] FOREIGN KEY ([ArtistId])
      REFERENCES [dbo].[Artist] ([ArtistId]) ON DELETE NO ACTION ON UPDATE NO ACTION;
    GO
    ALTER TABLE [dbo].[Employee] ADD CONSTRAINT [FK_Boss] FOREIGN KEY ([ReportsTo])
      REFERENCES [dbo].[Employee] ([EmployeeId]);
    GO
"""

TRADERS = """
    CREATE TYPE mood AS ENUM ('IN_PROGRESS', 'done');
    CREATE DOMAIN year AS integer CONSTRAINT year_check CHECK (((VALUE >= 1901) AND (VALUE <= 2155)));
    CREATE TABLE public.customers (
      customer_id character varying(5) NOT NULL, company_name character varying(40) NOT NULL, phone text
    );
    CREATE TABLE public."Order Details" (
      id serial PRIMARY KEY,
      customer_id character varying(5) NOT NULL,
      quantity smallint DEFAULT 1 NOT NULL CHECK (quantity >= (0) AND quantity <= (500)),
      discount real CHECK (discount BETWEEN 0 AND 1),
      state mood DEFAULT 'done'::mood,
      founded year,
      method text CHECK (method IN ('card', 'cash', 'on account')),
      total numeric(10,2) GENERATED ALWAYS AS (quantity * 2) STORED,
      ordered timestamp with time zone DEFAULT now() NOT NULL,
      code char(2) UNIQUE NOT NULL,
      tags text[],
      CHECK (quantity > discount)
    );
    ALTER TABLE ONLY public.customers ADD CONSTRAINT pk_customers PRIMARY KEY (customer_id);
    ALTER TABLE ONLY public."Order Details"
      ADD CONSTRAINT fk FOREIGN KEY (customer_id) REFERENCES public.customers(customer_id);
"""


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        (RENTALS, ["Actor", "Language", "Film"]),
        (MUSIC, ["Artist", "Album", "Employee"]),
        (TRADERS, ["Customer", "Order detail"]),
    ],
    ids=["mysql", "sql server", "postgresql"],
)
def test_every_table_can_be_listed_opened_added_to_and_changed(tmp_path: Path, text: str, entities: list[str]) -> None:
    assert walked(imported(text, tmp_path, "schema.sql").path) == entities


def test_columns_become_lines_as_a_person_would_write_them(tmp_path: Path) -> None:
    spec = spec_of(RENTALS, tmp_path, "rentals.sql")
    assert lines_of(spec, "Film") == {
        "title": "text, at most 128 characters",
        "description": "long text, optional",
        "language": "Language",
        "original language": "Language, optional",
        "replacement cost": "money = 19.99",
        "rating": "one of G, PG, PG-13, R, NC-17, optional = G",
        "special features": "any of Trailers, Deleted Scenes, optional",
        "actors": "many Actor, optional",
    }
    assert lines_of(spec, "Actor")["last update"] == "datetime, set when changed"


def test_what_is_lost_is_noted_in_the_spec_and_said(tmp_path: Path) -> None:
    done = imported(RENTALS, tmp_path, "rentals.sql")
    said = "\n".join(done.lost)
    assert all(part in said for part in ("poster: blob", "1 view"))
    assert all(f"# - {text}" in done.path.read_text("utf-8") for text in done.lost)


def test_keys_that_are_added_later_lead_to_other_tables_and_to_the_same(tmp_path: Path) -> None:
    spec = spec_of(MUSIC, tmp_path, "music.sql")
    assert lines_of(spec, "Album") == {"title": "text, at most 160 characters", "artist": "Artist"}
    assert lines_of(spec, "Employee")["reports to"] == "Employee, optional"


def test_checks_types_and_defaults_are_kept_where_a_line_can_say_them(tmp_path: Path) -> None:
    spec = spec_of(TRADERS, tmp_path, "traders.sql")
    found = lines_of(spec, "Order detail")
    assert found["quantity"] == "number, 0..500 = 1"
    assert found["discount"] == "number, 0..1, optional"
    assert found["state"] == "one of In progress, Done, optional = Done"
    assert found["method"] == "one of Card, Cash, on account, optional"
    assert found["ordered"] == "datetime = now"
    assert found["founded"] == "number, optional"
    assert "total" not in found
    assert lines_of(spec, "Customer") == {"company name": "text, at most 40 characters", "phone": "phone, optional"}
    assert "# the check quantity > discount" in spec


def test_a_whole_number_called_after_a_table_leads_there_even_if_no_key_says_so(tmp_path: Path) -> None:
    spec = spec_of(
        "create table shops (id int, name text); create table tills (id int, shop_id int not null, name text);",
        tmp_path,
        "shops.sql",
    )
    assert "    shop: Shop  # guessed from its name" in spec


@pytest.mark.parametrize(
    "text",
    [
        'create table "Weiße Güter" ("Größe (cm)" int, "in" text, "now" date, "me" text, "true" int, "id" varchar(9));',
        "create table any (id int primary key, status text check (status in ('a, b', 'optional', 'it''s', '[x]')));",
        "create table a (id int, b_id int not null references b(id));"
        "create table b (id int, a_id int not null references a);",
        "create table node (id int primary key, parent int not null references node(id));",
        "create table film (x text); create table films (x text); create table new_film (x text);"
        "create table x (id int);",
        'create table "2nd: #list" ("1st \'name\'" text, "where" text, "a = b" text, "- " text, "null" text);',
        "create table t (a varchar(0), b char(1) unique, c int unique check (c between 1 and 3),"
        "d numeric check (d > 9));",
        "create table text (date date, text text, email text unique, page int, q text, sort text,"
        "type text, label text);",
    ],
)
def test_odd_names_and_circles_give_a_spec_that_works(tmp_path: Path, text: str) -> None:
    assert walked(imported(text, tmp_path, "odd.sql").path)


def test_a_statement_that_cannot_be_read_is_noted_and_the_others_are_taken(tmp_path: Path) -> None:
    done = imported("create table broken (a int,, b(; create table good (name text);", tmp_path, "half.sql")
    assert done.entities == ("Good",)
    assert "could not be read" in done.lost[0]
