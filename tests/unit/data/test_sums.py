"""Amounts agree by their names: lines with quantity and price, orders with their lines, gross with net and tax."""

import pytest

SHOP = """
entities:
  Product: {name: text, price: "money, 5..90"}
  Order: {number: reference number, shipping: "money, 3..9", subtotal: money, tax: money, total: money}
  Line: {order: Order, product: Product, quantity: "number, 1..5", unit price: money, amount: money}
  Invoice: {number: reference number, net: "money, 10..500", vat: money, gross: money, paid amount: money}
data: {rows: {Product: 12, Order: 20, Line: 60, Invoice: 30}}
"""


@pytest.fixture(scope="module")
def shop(made):
    return made(SHOP)


def test_a_line_is_its_quantity_times_the_price_of_what_is_sold(shop):
    for line in shop.rows("Line").values():
        assert line["unit price"] == shop.rows("Product")[line["product"]]["price"]
        assert line["amount"] == pytest.approx(line["quantity"] * line["unit price"], abs=0.005)


def test_an_order_is_the_sum_of_its_lines_with_tax_and_shipping(shop):
    for key, order in shop.rows("Order").items():
        lines = [line["amount"] for line in shop.rows("Line").values() if line["order"] == key]
        assert lines, "each order has a line"
        assert order["subtotal"] == pytest.approx(sum(lines), abs=0.005)
        assert order["tax"] == pytest.approx(0.2 * order["subtotal"], abs=0.006)
        assert order["total"] == pytest.approx(order["subtotal"] + order["tax"] + order["shipping"], abs=0.005)


def test_gross_is_net_and_tax_and_other_amounts_are_left_alone(shop):
    rows = shop.rows("Invoice").values()
    assert all(row["gross"] == pytest.approx(row["net"] + row["vat"], abs=0.005) for row in rows)
    assert any(row["paid amount"] not in {row["gross"], row["net"]} for row in rows)


def test_what_the_spec_says_is_not_worked_out(made):
    spec = SHOP.replace("amount: money}", "amount: money, 1..20}").replace("'money, 1..20'", "money")
    spec = spec.replace("amount: money, 1..20}", 'amount: "money, 1..20"}')
    pins = "data: {pinned: {Invoice: [{net: 10, vat: 1, gross: 12}]}, "
    data = made(spec.replace("data: {", pins))
    assert all(1 <= line["amount"] <= 20 for line in data.rows("Line").values())
    first = next(iter(data.rows("Invoice").values()))
    assert (first["net"], first["vat"], first["gross"]) == (10, 1, 12)


def test_an_order_adds_up_lines_that_are_computed(made):
    spec = """
    entities:
      Order: {name: text, total: money}
      Line: {order: Order, quantity: "number, 1..5", price: "money, 1..9", amount: "= quantity * price"}
    data: {rows: {Order: 5, Line: 30}}
    """
    data = made(spec)
    for key, order in data.rows("Order").items():
        lines = [line["quantity"] * line["price"] for line in data.rows("Line").values() if line["order"] == key]
        assert order["total"] == pytest.approx(sum(lines), abs=0.02)
