"""What is renamed keeps its values: chance hangs on the first name that a field and an entity had."""

import pytest

from tests.unit.data.test_stability import SHOP, cells

RENAMED = (
    ("city: text", "town: 'text, was city'"),
    ("points:", "stars:", '"number, 0..500"', '"number, 0..500, was points"'),
    ("amount: number, 1..9", "pieces: number, 1..9, was amount"),
    ("placed: datetime, last 30 days = now", "sent: {type: 'datetime, last 30 days = now', was: placed}"),
    ("product: Product", "what: Product, was product"),
    (
        "state: {New -> Paid: Pay, Paid -> Sent: Send}",
        "step: {moves: {New -> Paid: Pay, Paid -> Sent: Send}, was: state}",
    ),
    ("note: long text, optional", "remark: 'long text, optional, was note'"),
)


@pytest.mark.parametrize("change", RENAMED)
def test_a_renamed_field_keeps_every_value(made, change):
    text = SHOP
    for old, new in zip(change[::2], change[1::2], strict=True):
        assert old in text
        text = text.replace(old, new)
    before, after = list(cells(made(SHOP))), list(cells(made(text)))
    assert [value for *_, value in after] == [value for *_, value in before]


def test_a_chain_of_names_keeps_every_value(made):
    once = made(SHOP.replace("amount: number, 1..9", "pieces: number, 1..9, was amount"))
    twice = made(SHOP.replace("amount: number, 1..9", "count: number, 1..9, was amount, was pieces"))
    assert [row["count"] for row in twice.rows("Order").values()] == [
        row["pieces"] for row in once.rows("Order").values()
    ]


def test_a_renamed_entity_keeps_its_rows_with_their_ids(made):
    renamed = SHOP.replace("  Customer: {name", "  Client: {was: Customer, name").replace("Customer: 30", "Client: 30")
    renamed = renamed.replace("customer: Customer", "customer: Client").replace("people: Customer", "people: Client")
    before, after = made(SHOP), made(renamed)
    assert after.rows("Client") == before.rows("Customer")
    assert after.rows("Order") == before.rows("Order")


def test_without_its_former_name_a_field_is_another(made):
    other = made(SHOP.replace("amount: number, 1..9", "pieces: number, 1..9"))
    values = [row["amount"] for row in made(SHOP).rows("Order").values()]
    assert [row["pieces"] for row in other.rows("Order").values()] != values
