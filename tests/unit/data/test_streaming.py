"""Rows that are made chunk by chunk are the rows that are made at once."""

from datetime import datetime

import pytest

from toolkit.data import is_streamed, make, stream
from toolkit.errors import ToolkitError

SHOP = """
now: 2026-03-02 09:30
entities:
  Region: {label: "one of North, South, East"}
  Customer:
    region: Region
    partner: Region, optional
    number: "number, 1..5000, unique"
    level: one of Gold, Silver, Bronze
    joined: datetime, last 900 days = now
    balance: money, 0..5000
    news: yes/no
    points: number, 0..90, optional
  Order: {customer: Customer, state: {New -> Paid: Pay}}
data: {rows: {Region: 7, Customer: 30}, pinned: {Customer: [{level: Gold, balance: 12}]}}
"""


@pytest.mark.parametrize("chunk", [1, 97, 400, 1000])
def test_streamed_rows_are_those_that_are_made_at_once(specified, types, chunk):
    solution = specified(SHOP)
    whole = list(make(solution, types, rows={"Customer": 400}).rows("Customer").values())
    chunks = list(stream(solution, types, "Customer", 400, chunk=chunk))
    assert [row for some in chunks for row in some.rows()] == whole
    assert max(map(len, chunks)) <= chunk
    assert list(chunks[0].columns) == ["id", *solution.base.entities["Customer"].fields]


def test_rows_that_have_a_life_are_streamed_as_they_are_made(specified, types):
    solution = specified(SHOP)
    assert is_streamed(solution, types, "Customer")
    assert not is_streamed(solution, types, "Order")
    whole = list(make(solution, types, rows={"Order": 50}).rows("Order").values())
    assert [row for some in stream(solution, types, "Order", 50, chunk=20) for row in some.rows()] == whole


def test_columns_keep_to_what_their_fields_say(specified, types):
    rows = [row for some in stream(specified(SHOP), types, "Customer", 5000) for row in some.rows()]
    assert sorted(row["number"] for row in rows) == list(range(1, 5001))
    assert {row["level"] for row in rows} == {"Gold", "Silver", "Bronze"}
    assert all(0 <= row["balance"] <= 5000 and row["joined"] <= datetime(2026, 3, 2, 9, 30) for row in rows)
    assert 0.1 < sum(row["points"] is None for row in rows) / 5000 < 0.3
    assert {row["region"] for row in rows} == {f"region-{n}" for n in range(1, 8)}


def test_a_row_comes_about_after_what_it_belongs_to(specified, types):
    spec = """
    now: 2026-03-02 09:30
    entities:
      Customer: {joined: "datetime, last 90 days = now"}
      Visit: {customer: Customer, time: "datetime, last 90 days = now"}
    """
    dataset = make(specified(spec), types, rows={"Customer": 50, "Visit": 500})
    joined = {key: row["joined"] for key, row in dataset.rows("Customer").items()}
    assert all(joined[row["customer"]] <= row["time"] for row in dataset.rows("Visit").values())


@pytest.mark.parametrize(
    ("entity", "rows", "what"),
    [("Customer", 10_000_001, "10,000,001 rows"), ("Order", 100_001, "hangs on others"), ("Customer", 6000, "unique")],
)
def test_more_rows_than_can_be_made_are_told(specified, types, entity, rows, what):
    with pytest.raises(ToolkitError, match=what):
        next(stream(specified(SHOP), types, entity, rows))
