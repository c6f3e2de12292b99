"""The rows of a table, pinned as the customer knows them; tables as Excel writes them; values that look personal."""

from pathlib import Path

import pytest

from tests.plugins.importing import PLUGINS, imported, lines_of, walked
from toolkit.services.importing import import_file
from toolkit.services.load import load_prototype

EXCEL = (
    "sep=;\r\nBestellung;Kunde;Datum;Betrag;Menge;Bezahlt;Status;;Notiz;Notiz\r\n"
    'B-00017;"Müller & Söhne";03.02.2026;1.234,50 €;3;ja;Offen;;"Bitte\nklingeln";\r\n'
    "B-00018;Groß GmbH;14.02.2026;99,00 €;1;nein;Geliefert;;;x\r\n"
    "B-00019;Öztürk KG;28.02.2026;12,90 €;12;ja;Offen;;;\r\n"
    "B-00020;Groß GmbH;01.03.2026;1.000,00 €;2;ja;Offen;;;\r\n"
    "B-00021;Weiß;01.03.2026;7,00 €;2;nein;Geliefert;;;\r\n"
    "B-00022;null;02.03.2026;7,00 €;2;nein;Geliefert;;;\r\n;;;;;;;;;\r\n"
)
PEOPLE = (
    "First name,Last name,E-mail,Phone,Birth date,Department,Hired\n"
    "Ann,Lee,ann@x.example,+44 7700 900001,02/13/1980,Sales,03/25/2019\n"
    "Bob,Ray,bob@x.example,,11/02/1975,Service,04/05/2020\n"
)


def rows(text: str, folder: Path, file: str, encoding: str = "utf-8") -> list[dict[str, object]]:
    """Return the rows of the first entity, as the prototype has them."""
    (folder / file).write_bytes(text.encode(encoding))
    done = import_file(folder / file, PLUGINS, into=folder)
    prototype = load_prototype(done.path, PLUGINS)
    entity = done.entities[0]
    return [dict(row) for row in prototype.machines[""].dataset.rows(entity).values()]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_a_table_of_excel_is_taken_over_with_its_rows(tmp_path: Path, encoding: str) -> None:
    found = rows(EXCEL, tmp_path, "bestellungen.csv", encoding)
    assert len(found) == 6
    assert {str(name): str(value) for name, value in found[0].items()} == {
        "id": "bestellungen-1",
        "bestellung": "B-00017",
        "kunde": "Müller & Söhne",
        "datum": "2026-02-03",
        "betrag": "1234.5",
        "menge": "3",
        "bezahlt": "True",
        "status": "Offen",
        "notiz": "Bitte\nklingeln",
        "notiz 2": "None",
    }
    assert found[3]["betrag"] == 1000


def test_what_looks_personal_is_made_up_and_said(tmp_path: Path) -> None:
    done = imported(PEOPLE, tmp_path, "people.csv")
    spec = done.path.read_text("utf-8")
    assert lines_of(spec, "Person")["name"] == "person"
    assert not [word for word in ("Ann", "Lee", "@", "7700", "1980") if word in spec]
    assert "{department: Sales, hired: 2019-03-25}" in spec
    assert any("Birth date, E-mail, First name, Last name, Phone: it looks personal" in said for said in done.lost)


def test_of_many_rows_the_first_are_pinned(tmp_path: Path) -> None:
    text = "title,score\n" + "".join(f"Item {n},{n % 7}\n" for n in range(2_000))
    done = imported(text, tmp_path, "scores.csv")
    assert done.path.read_text("utf-8").count("- {title") == 30
    assert "1,970 of 2,000 rows: the first 30 are pinned under data" in done.lost


def test_a_title_above_the_headings_is_passed_over(tmp_path: Path) -> None:
    found = rows(
        'Stock list 2026,,,\nSKU,Name,Price\nP-1001,"Oil, 1 l","1,250.00"\nP-1002,Tea,3.5\n', tmp_path, "p.csv"
    )
    assert [(row["sku"], row["name"], row["price"]) for row in found] == [
        ("P-1001", "Oil, 1 l", 1250),
        ("P-1002", "Tea", 3.5),
    ]


@pytest.mark.parametrize("text", [EXCEL, PEOPLE], ids=["excel", "people"])
def test_the_table_can_be_listed_opened_added_to_and_changed(tmp_path: Path, text: str) -> None:
    assert walked(imported(text, tmp_path, "table.csv").path)
