"""The format 'parquet'."""

import io
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pyarrow.parquet

from toolkit import Entity, Field
from toolkit.loader import load

PARQUET = load(installed=False).exporters["parquet"]
TYPES = {
    "name": "text",
    "count": "number",
    "price": "money",
    "day": "date",
    "at": "datetime",
    "opens": "time",
    "took": "duration",
    "late": "yes/no",
    "tags": "any of",
}


def table(*rows):
    entity = Entity("Thing", {name: Field(name, kind, name) for name, kind in TYPES.items()})
    pieces = list(PARQUET.write({"Thing": (entity, rows)}))
    return pyarrow.parquet.read_table(io.BytesIO(b"".join(pieces)))


def test_values_keep_their_types():
    row = {
        "id": "t-1",
        "name": "=Pen",
        "count": 3,
        "price": 9.5,
        "day": date(2026, 3, 2),
        "at": datetime(2026, 3, 2, 9, 30),
        "opens": time(8, 0),
        "took": timedelta(hours=1),
        "late": True,
        "tags": ("A", "B"),
    }
    found = table(row, {"id": "t-2"})
    assert found.to_pylist()[0] == {**row, "price": Decimal("9.50"), "tags": ["A", "B"]}
    assert found.to_pylist()[1] == {"id": "t-2", **dict.fromkeys(TYPES), "tags": []}
    assert str(found.schema.field("price").type) == "decimal128(18, 2)"


def test_the_file_says_that_it_is_made_up_and_what_it_holds():
    metadata = table({"id": "t-1"}).schema.metadata
    assert metadata[b"made up"].startswith(b"Made-up data")
    assert metadata[b"entity"] == b"Thing"


def test_no_rows_are_a_table_too():
    assert table().num_rows == 0


def test_what_does_not_belong_in_a_column_is_left_out():
    row = {"id": "t", "count": "many", "price": float("inf"), "day": "soon", "late": "yes", "name": 3}
    found = table(row).to_pylist()[0]
    assert found == {**dict.fromkeys(TYPES), "id": "t", "name": "3", "tags": []}


def test_rows_are_written_group_by_group():
    rows = ({"id": f"t-{number}"} for number in range(10**12))
    pieces = PARQUET.write({"Thing": (Entity("Thing", {}), rows)})
    assert next(pieces)[:4] == b"PAR1"
