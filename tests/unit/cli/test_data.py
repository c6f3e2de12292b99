"""`showtell data` prints or writes the rows of a prototype."""

import csv
import io
import json
from pathlib import Path

import pytest

from toolkit.cli.main import main


def printed(capsys: pytest.CaptureFixture[str], *args: str) -> str:
    with pytest.raises(SystemExit) as done:
        main(["data", *args])
    captured = capsys.readouterr()
    assert done.value.code == 0, captured.err
    return captured.out


def failed(capsys: pytest.CaptureFixture[str], *args: str) -> str:
    with pytest.raises(SystemExit) as done:
        main(["data", *args])
    assert done.value.code == 1
    return capsys.readouterr().err


def test_all_rows_are_json_unless_said_otherwise(capsys, tmp_path):
    found = json.loads(printed(capsys, "helpdesk", "--workspace", str(tmp_path)))
    assert found.pop("$about") == {"note": "Made-up data, from showtell: no row is about anybody."}
    assert {name: len(rows) for name, rows in found.items()} == {"User": 40, "Ticket": 120, "Comment": 300}
    first = found["Ticket"][0]
    assert first["created"] == "2026-03-02T08:10:00"
    assert first["due"] == "2026-03-02T16:10:00"
    assert first["requester"] == found["User"][0]["id"]


def test_one_entity_as_csv(capsys):
    text = printed(capsys, "rebooking", "--entity", "flight", "--rows", "7", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 7
    assert rows[0]["number"] == "SK418"


def test_a_file_says_its_format_by_its_name(capsys, tmp_path: Path):
    printed(capsys, "rebooking", "--entity", "Flight", "--output", str(tmp_path / "flights.csv"))
    assert (tmp_path / "flights.csv").read_text("utf-8").startswith("id,number,destination")


def test_a_folder_gets_a_file_for_each_entity(capsys, tmp_path: Path):
    printed(capsys, "rebooking", "--format", "csv", "--output", str(tmp_path / "rows"))
    names = {path.name for path in (tmp_path / "rows").iterdir()}
    assert names == {"traveller.csv", "flight.csv", "booking.csv", "rebooking.csv", "csv-metadata.json"}
    described = json.loads((tmp_path / "rows" / "csv-metadata.json").read_text("utf-8"))
    assert described["dc:description"].startswith("Made-up data")
    booking = next(table for table in described["tables"] if table["url"] == "booking.csv")
    keys = {key["columnReference"]: key["reference"]["resource"] for key in booking["tableSchema"]["foreignKeys"]}
    assert keys == {"traveller": "traveller.csv", "flight": "flight.csv"}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["helpdisk"], "did you mean 'helpdesk'?"),
        (["helpdesk", "--entity", "Tiket"], "did you mean 'Ticket'?"),
        (["helpdesk", "--format", "xml"], "use one of: csv, json, parquet, sql"),
        (["helpdesk", "--format", "csv"], "say --entity User, or --output FOLDER for a file each"),
        (["helpdesk", "--rows", "100001"], "ask for 0 to 100,000"),
    ],
)
def test_mistakes_say_how_to_mend_them(capsys, args, said):
    assert said in failed(capsys, *args)


def test_a_place_that_cannot_be_written_to(capsys, tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "the rows cannot be written" in failed(capsys, "rebooking", "--output", str(tmp_path / "file" / "x.json"))


def test_nasty_rows_are_the_same_with_what_breaks_screens(capsys):
    usual = json.loads(printed(capsys, "rebooking"))
    nasty = json.loads(printed(capsys, "rebooking", "--nasty"))
    assert [row["id"] for row in nasty["Traveller"]] == [row["id"] for row in usual["Traveller"]]
    assert not {row["name"] for row in nasty["Traveller"]} & {row["name"] for row in usual["Traveller"]}
    few = json.loads(printed(capsys, "rebooking", "--nasty", "--entity", "Traveller", "--rows", "7"))["Traveller"]
    assert few[1:] == nasty["Traveller"][1:7]


def test_what_was_written_is_said_as_json(capsys, tmp_path: Path):
    said = json.loads(printed(capsys, "rebooking", "--output", str(tmp_path / "all.json"), "--json"))
    size = (tmp_path / "all.json").stat().st_size
    assert said == {"made_up": True, "files": [{"file": str(tmp_path / "all.json"), "entity": None, "bytes": size}]}


BREAKS = """
from toolkit import Exporter, ToolkitError, hook

def write(tables):
    yield "half"
    raise ToolkitError("the pen broke", fix="sharpen it")

@hook
def register_exporters():
    return (Exporter("pen", "Breaks.", "pen", write),)
"""


def test_a_file_that_cannot_be_finished_is_not_begun_and_an_older_one_stays(capsys, tmp_path: Path):
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "pen.py").write_text(BREAKS, "utf-8")
    (tmp_path / "rows.pen").write_text("older", "utf-8")
    assert "the pen broke" in failed(
        capsys, "rebooking", "--output", str(tmp_path / "rows.pen"), "--workspace", str(tmp_path)
    )
    assert (tmp_path / "rows.pen").read_text("utf-8") == "older"
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {"rows.pen"}


def test_rows_come_in_an_order_in_which_what_is_referred_to_is_there_already(capsys):
    order = list(json.loads(printed(capsys, "helpdesk")))
    assert order[0] == "$about"
    assert order.index("User") < order.index("Ticket") < order.index("Comment")


def test_rows_made_while_they_are_written_are_those_that_are_made_at_once(capsys, tmp_path: Path):
    folder = tmp_path / "prototypes" / "shop"
    folder.mkdir(parents=True)
    lines = [
        "solution: Shop",
        "entities:",
        "  Sale:",
        "    placed: date, last 2 years",
        "    price: money",
        "    half: = price / 2",
    ]
    (folder / "spec.yaml").write_text("\n".join(lines), "utf-8")
    asked = ("shop", "--workspace", str(tmp_path), "--rows", "90")
    one = json.loads(printed(capsys, *asked, "--entity", "Sale"))["Sale"]
    assert one == json.loads(printed(capsys, *asked))["Sale"]
    assert len(one) == 90
    assert all(row["half"] == row["price"] / 2 for row in one)


def test_what_fields_are_about_is_explained(capsys):
    text = printed(capsys, "rebooking", "--explain", "--entity", "booking")
    lines = {line.split()[0]: line for line in text.splitlines()}
    assert "Booking.reference" in lines
    assert "booking reference" in lines["Booking.reference"]
    assert "the entity is a booking; its pattern decides" in lines["Booking.reference"]
    assert "Flight.number" not in text


def test_what_nothing_tells_comes_with_what_to_say(capsys):
    found = json.loads(printed(capsys, "street-event", "--explain", "--json"))["fields"]
    fixes = {one["field"]: one["fix"] for one in found if one["fix"]}
    assert set(fixes) == {"diversion", "first_aid"}
    assert "means KIND" in fixes["diversion"]
    street = next(one for one in found if one["field"] == "street")
    assert (street["kind"], street["why"]) == ("street", "its name says street")
