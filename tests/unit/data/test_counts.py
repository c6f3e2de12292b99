"""How many rows there are, of which entities, and what cannot be made."""

from dataclasses import replace

import pytest

from toolkit.data import make
from toolkit.errors import ToolkitError

SHOP = """
people: Clerk
entities:
  Clerk: {name: person}
  Product: {name: text}
options:
  more: {title: More, idea: ours, entities: {Shelf: {label: text}, Product: {price: money}}}
  else: {title: Else, idea: customer}
"""


def test_the_entities_and_fields_of_all_options_are_made(made):
    data = made(SHOP)
    assert set(data.tables) == {"Clerk", "Product", "Shelf"}
    assert set(data.rows("Product")["product-1"]) == {"id", "name", "price"}


def test_an_option_that_adds_something_changes_nothing_else(made):
    plain = made(SHOP.split("options:", maxsplit=1)[0])
    assert [row["name"] for row in plain.rows("Product").values()] == [
        row["name"] for row in made(SHOP).rows("Product").values()
    ]


@pytest.mark.parametrize(
    ("rows", "fix"),
    [
        ({"Produkt": 5}, "did you mean 'Product'?"),
        ({"Product": 100_001}, "ask for 0 to 100,000"),
        ({"Product": -1}, "ask for 0 to 100,000"),
    ],
)
def test_too_many_or_none_such(made, rows, fix):
    with pytest.raises(ToolkitError) as caught:
        made(SHOP, **rows)
    assert caught.value.fix == fix


def test_no_rows_at_all(made):
    assert made(SHOP, Product=0).rows("Product") == {}


def test_a_reference_that_must_be_filled_needs_a_row(made):
    spec = "entities: {Product: {name: text}, Order: {product: Product}}"
    with pytest.raises(ToolkitError, match="'product' of Order needs a Product, and there is none") as caught:
        made(spec, Product=0)
    assert caught.value.where == "entities.Order.product"


def test_a_locale_there_is_not(specified, types):
    solution = specified("entities: {A: {name: person}}")
    with pytest.raises(ToolkitError) as caught:
        make(replace(solution, data=replace(solution.data, locale="en_GX")), types)
    assert caught.value.where == "data.locale"
    assert "did you mean" in caught.value.fix
