"""A cell changes only with what it is made from: not with other fields, other rows, or the process it is made in."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from toolkit.data import fingerprint
from toolkit.domain.dataset import Dataset

SHOP = """
now: 2026-03-02 09:30
people: Customer
entities:
  Customer: {name: person, email: email, city: text, points: "number, 0..500"}
  Product: {name: text, price: "money, 1..900", kind: "one of A, B, C"}
  Order:
    customer: Customer = me
    product: Product
    amount: number, 1..9
    placed: datetime, last 30 days = now
    note: long text, optional
    state: {New -> Paid: Pay, Paid -> Sent: Send}
data: {seed: 3, rows: {Customer: 30, Product: 25, Order: 80}}
"""


def cells(data: Dataset, without: frozenset[str] = frozenset()) -> Iterator[tuple[object, ...]]:
    """Yield every cell with its place."""
    for entity, rows in data.tables.items():
        for key, row in rows.items():
            yield from ((entity, key, name, value) for name, value in row.items() if name not in without)


def test_the_same_spec_gives_the_same_data(made):
    assert fingerprint(made(SHOP)) == fingerprint(made(SHOP))


def test_another_seed_gives_other_data(made):
    assert fingerprint(made(SHOP)) != fingerprint(made(SHOP.replace("seed: 3", "seed: 4")))


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("kind:", "colour: text, kind:"),
        ("kind:", "sold: yes/no, kind:"),
        ("amount:", "paid by: one of Card, Cash\n    amount:"),
        ("note:", "weight: number\n    due: date\n    note:"),
    ],
)
def test_a_field_more_changes_no_other_cell(made, line, more):
    assert set(cells(made(SHOP))) <= set(cells(made(SHOP.replace(line, more, 1))))


def test_the_order_of_fields_changes_nothing(made):
    turned = SHOP.replace(
        '{name: person, email: email, city: text, points: "number, 0..500"}',
        '{points: "number, 0..500", city: text, email: email, name: person}',
    )
    assert turned != SHOP
    assert set(cells(made(turned))) == set(cells(made(SHOP)))


@pytest.mark.parametrize("rows", [{"Order": 200}, {"Order": 81}])
def test_more_rows_change_no_other_cell(made, rows):
    assert set(cells(made(SHOP))) <= set(cells(made(SHOP, **rows)))


def test_more_rows_to_refer_to_change_few_references(made):
    before = set(cells(made(SHOP)))
    after = set(cells(made(SHOP, Product=26)))
    changed = before - after
    assert {name for _, _, name, _ in changed} <= {"product"}
    assert len(changed) <= 80 * 0.15


def test_an_option_more_changes_only_the_cells_that_take_it(made):
    before, after = made(SHOP), made(SHOP.replace("A, B, C", "A, X, B, C"))
    for key, row in after.rows("Product").items():
        assert row["kind"] in {before.rows("Product")[key]["kind"], "X"}
    moved = made(SHOP.replace("A, B, C", "C, A, B"))
    assert set(cells(moved)) == set(cells(before))


@pytest.mark.parametrize("where", ["Customer.city", "Customer.name", "Product"])
def test_another_locale_for_one_field_changes_no_other_cell(made, where):
    other = SHOP.replace("data: {seed: 3,", f"data: {{seed: 3, locales: {{{where}: ja_JP}},")
    entity, _, field = where.partition(".")
    before, after = set(cells(made(SHOP))), set(cells(made(other)))
    assert {place[:1] if not field else place[2:3] for place in before - after} <= {(field or entity,)}


def test_a_field_gone_changes_no_other_cell(made):
    gone = SHOP.replace(" city: text,", "")
    assert set(cells(made(gone))) == set(cells(made(SHOP), without=frozenset({"city"})))


def test_an_entity_more_changes_nothing(made):
    more = SHOP.replace("  Product:", "  Shelf: {label: text}\n  Product:")
    assert set(cells(made(SHOP))) <= set(cells(made(more)))


PROGRAM = """
import sys
from pathlib import Path
from toolkit.data import fingerprint, make
from toolkit.loader import load
from toolkit.places import bundled
from toolkit.spec.reading import read
plugins = load(installed=False)
solution = read(bundled("prototypes") / sys.argv[1], plugins.parts).solution
print(fingerprint(make(solution, plugins.field_types)))
"""


@pytest.mark.parametrize("prototype", ["helpdesk", "rebooking"])
def test_every_process_makes_the_same(prototype):
    def run(seed: str) -> str:
        command = [sys.executable, "-c", PROGRAM, prototype]
        return subprocess.run(command, env={"PYTHONHASHSEED": seed}, check=True, capture_output=True, text=True).stdout

    assert len({run("1"), run("2")}) == 1
