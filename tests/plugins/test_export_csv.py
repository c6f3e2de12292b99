"""The format 'csv'."""

import csv
import io
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import Entity, Field, guarded, unguarded
from toolkit.loader import load

CSV = load(installed=False).exporters["csv"]


def exported(*rows):
    names = dict.fromkeys(name for row in rows for name in row if name != "id")
    entity = Entity("Thing", {name: Field(name, "text", name) for name in names})
    return "".join(CSV.write({"Thing": (entity, rows)}))


def test_a_file_holds_one_entity_and_says_its_fields_first():
    assert CSV.single
    assert exported({"id": "t-1", "name": "Pen"}) == "id,name\r\nt-1,Pen\r\n"


def test_what_was_written_is_read_again():
    name = 'A "quoted", long\nname; with all'
    read = list(csv.DictReader(io.StringIO(exported({"id": "t-1", "name": name}), newline="")))
    assert read == [{"id": "t-1", "name": name}]


def test_values_are_written_so_that_programs_read_them():
    row = {
        "id": "t-1",
        "day": date(2026, 3, 2),
        "at": datetime(2026, 3, 2, 9, 30),
        "length": timedelta(hours=1, minutes=30),
        "yes": True,
        "several": ("A", "B"),
        "none": None,
        "price": 9.5,
    }
    assert exported(row).splitlines()[1] == "t-1,2026-03-02,2026-03-02T09:30:00,PT1H30M,true,A; B,,9.5"


def test_rows_are_written_one_by_one():
    def endless():
        number = 0
        while True:
            yield {"id": f"t-{(number := number + 1)}"}

    pieces = iter(CSV.write({"Thing": (Entity("Thing", {}), endless())}))
    assert [next(pieces) for _ in range(3)] == ["id\r\n", "t-1\r\n", "t-2\r\n"]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "=cmd|' /C calc'!A0", "+SUM(A1)", "-2+3+cmd|x!A", "@SUM(1)", "\t=1", "  =1", "＝1", "'=1", "- a point"],
)
def test_no_text_is_run_as_a_formula(text):
    cell = next(csv.reader(io.StringIO(exported({"id": "t", "x": text}).partition("\n")[2], newline="")))[1]
    assert cell == f"'{text}"
    assert unguarded(cell) == text


def test_numbers_and_phone_numbers_are_left_as_they_are():
    row = {"id": "t", "less": -9.5, "phone": "+44 (0)1632 960-123", "back": timedelta(days=-1), "dash": "-"}
    assert exported(row).splitlines()[1] == "t,-9.5,+44 (0)1632 960-123,-P1D,-"


@given(st.text(alphabet=st.sampled_from("'=+-@ \t1a＝")))
def test_what_was_guarded_is_read_again(text):
    assert unguarded(guarded(text)) == text
