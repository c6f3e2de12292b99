"""References point to rows that are there and fit, to few of them often and to many seldom."""

from collections import Counter

import pytest

from toolkit.errors import ToolkitError


def climb(rows):
    """Go from each row to the outermost one that it lies in, and assert that none is met twice."""
    for key in rows:
        seen, at = set(), key
        while at:
            assert at not in seen
            seen.add(at)
            at = rows[at]["inside"]


def test_conditions_hold_for_every_row_referred_to(made):
    spec = """
    now: 2026-03-02 09:30
    entities:
      Flight: {number: text, to: one of Lisbon, Porto, seats: "number, 0..9", departs: "datetime, next 2 days",
               soon: "= departs < now + hours(30)"}
      Booking: {flight: "Flight, where to == 'Lisbon' && seats > 0 && soon"}
    """.replace("one of Lisbon, Porto, seats", "'one of Lisbon, Porto', seats")
    data = made(spec)
    taken = [data.rows("Flight")[row["flight"]] for row in data.rows("Booking").values()]
    assert taken
    assert all(row["to"] == "Lisbon" and row["seats"] > 0 for row in taken)


def test_me_in_a_condition_is_whose_row_it_is(made):
    spec = """
    people: Person
    entities:
      Person: {name: person}
      Card: {owner: Person = me, number: text}
      Payment: {payer: Person = me, card: "Card, optional, where owner == me"}
    data: {rows: {Person: 5, Card: 40}}
    """
    data = made(spec)
    paid = [row for row in data.rows("Payment").values() if row["card"]]
    assert paid
    assert all(data.rows("Card")[row["card"]]["owner"] == row["payer"] for row in paid)


def test_a_condition_that_nothing_meets_is_an_error_or_empty(made):
    spec = "entities: {A: {n: 'number, 0..9'}, B: {a: 'A, %swhere n > 10'}}"
    with pytest.raises(ToolkitError, match="'a' of B needs a A where n > 10, and there is none") as caught:
        made(spec % "")
    assert caught.value.where == "entities.B.a"
    assert {row["a"] for row in made(spec % "optional, ").rows("B").values()} == {None}


def test_where_what_fits_is_used_up_the_error_says_at_which_row(made):
    spec = """
    entities:
      Shift: {title: text, seats: "number, 2..2", taken: = count of Booking, free: = seats - taken}
      Booking: {shift: "Shift, where free > 0", note: text}
    """
    with pytest.raises(ToolkitError, match="where free > 0, and none is left for row 7 of 9") as caught:
        made(spec, Shift=3, Booking=9)
    assert caught.value.fix.startswith("make fewer rows of Booking or more of Shift")


def test_few_have_many(made):
    spec = "people: P\nentities: {P: {name: person}, Order: {buyer: P}}"
    counts = Counter(row["buyer"] for row in made(spec, P=50, Order=1000).rows("Order").values())
    most = sorted(counts.values(), reverse=True)
    assert sum(most[:10]) > 0.35 * 1000
    assert most[0] < 0.3 * 1000
    assert len(counts) > 35


def test_optional_references_are_empty_now_and_then(made):
    spec = "entities: {A: {name: text}, B: {a: 'A, optional'}}"
    empty = [row["a"] for row in made(spec, B=500).rows("B").values()].count(None)
    assert 60 < empty < 140


def test_one_to_one_is_kept_up_to_the_last_row(made):
    spec = "entities: {Desk: {name: text}, Place: {desk: 'Desk, unique'}}"
    desks = [row["desk"] for row in made(spec, Desk=40, Place=40).rows("Place").values()]
    assert sorted(desks) == sorted(f"desk-{n}" for n in range(1, 41))
    with pytest.raises(ToolkitError, match="needs a Desk that is not taken yet, and none is left for row 40 of 40"):
        made(spec, Desk=39, Place=40)


def test_a_tree_has_no_circles(made):
    rows = made("entities: {Folder: {name: text, inside: 'Folder, optional'}}", Folder=200).rows("Folder")
    assert any(row["inside"] for row in rows.values())
    climb(rows)


def test_entities_that_refer_to_each_other_are_both_filled(made):
    spec = """
    entities:
      Team: {name: text, lead: 'Member, where senior'}
      Member: {name: person, senior: yes/no, team: 'Team, optional'}
    """
    data = made(spec)
    assert all(data.rows("Member")[row["lead"]]["senior"] for row in data.rows("Team").values())
    teams = {row["team"] for row in data.rows("Member").values()} - {None}
    assert teams <= set(data.rows("Team"))
    assert teams


def test_people_appear_once_in_a_row(made):
    spec = "people: P\nentities: {P: {name: person}, Talk: {speaker: P, host: P}}"
    assert all(row["speaker"] != row["host"] for row in made(spec).rows("Talk").values())


def test_a_tree_has_few_roots_a_few_levels_and_several_below_one(made):
    spec = """
    people: Employee
    entities:
      Employee: {name: person, manager: "Employee, optional"}
      Category: {name: text, parent: "Category, optional"}
    """
    data = made(spec, Employee=200, Category=40)
    for name, field, roots, deepest in (("Employee", "manager", {1}, 7), ("Category", "parent", {3, 4, 5, 6}, 5)):
        rows = data.rows(name)
        depths = []
        for key in rows:
            depth, at = 0, rows[key][field]
            while at:
                depth, at = depth + 1, rows[at][field]
            depths.append(depth)
        assert depths.count(0) in roots
        assert 2 <= max(depths) <= deepest
        below = Counter(row[field] for row in rows.values() if row[field])
        assert 2 < sum(below.values()) / len(below) < 9


def test_a_row_more_stands_below_one_that_is_there_and_moves_no_other(made):
    spec = "entities: {Category: {name: text, parent: 'Category, optional'}}"
    few, more = (made(spec, Category=n).rows("Category") for n in (40, 44))
    assert {key: more[key]["parent"] for key in few} == {key: row["parent"] for key, row in few.items()}


def test_pinned_rows_of_a_tree_make_no_circle_with_the_others(made):
    spec = """
    entities: {Area: {name: text, inside: 'Area, optional'}}
    data:
      rows: {Area: 30}
      pinned: {Area: [{name: Town, inside: County}, {name: County}, {name: Street, inside: Town}]}
    """
    rows = made(spec).rows("Area")
    climb(rows)


def test_a_join_table_joins_no_two_rows_twice(made):
    spec = """
    entities:
      Order: {name: text}
      Product: {name: text}
      Item: {order: Order, product: Product, quantity: "number, 1..5"}
    data: {pinned: {Order: [{name: First}], Product: [{name: Chair}], Item: [{order: First, product: Chair}]}}
    """
    rows = list(made(spec, Order=30, Product=12, Item=150).rows("Item").values())
    assert len({(row["order"], row["product"]) for row in rows}) == 150
    full = list(made(spec, Order=5, Product=4, Item=24).rows("Item").values())
    assert len({(row["order"], row["product"]) for row in full}) == 20, "where all are joined, some come again"


def test_what_is_placed_comes_after_its_customer_joined(made):
    spec = """
    now: 2026-03-02 09:30
    entities:
      Customer: {name: person, joined: "date, last 2 years"}
      Order: {customer: Customer, placed: "datetime, last 1 year"}
    """
    data = made(spec, Customer=30, Order=200)
    for row in data.rows("Order").values():
        assert row["placed"].date() >= data.rows("Customer")[row["customer"]]["joined"]
