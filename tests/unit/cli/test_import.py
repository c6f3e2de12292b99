"""`showtell import` says what it wrote, what was left out, and what comes next."""

import json

SHOP = """
create table customers (id int primary key, name varchar(40) not null, photo blob);
create view everybody as select name from customers;
"""


def test_it_says_what_was_written_and_what_was_lost(call, tmp_path):
    (tmp_path / "shop.sql").write_text(SHOP, encoding="utf-8")
    ended = call("import", "shop.sql", "Corner shop")
    assert (ended.code, ended.err) == (0, "")
    assert "Wrote prototypes/corner-shop/spec.yaml as sql: Customer" in ended.out
    assert "Customers.photo: " in ended.out
    assert "showtell check corner-shop" in ended.out
    assert call("check", "corner-shop").code == 0


def test_json_says_the_same(call, tmp_path):
    (tmp_path / "shop.sql").write_text(SHOP, encoding="utf-8")
    found = json.loads(call("import", "shop.sql", "--as", "sql", "--json").out)
    assert (found["importer"], found["entities"], len(found["lost"])) == ("sql", ["Customer"], 2)


def test_plugins_lists_the_importers(call):
    assert "importers: csv" in call("plugins").out
