"""Values spread as their lines say: the named shape, inside the range, the share of empty ones, the seasons."""

from collections import Counter
from itertools import pairwise
from statistics import mean, median, stdev

import pytest

ORDERS = """
now: 2026-03-02 09:30
people: Buyer
entities:
  Buyer: {name: person}
  Shop: {name: text, opened: "date, last 2 years, trend +300 % a year"}
  Order:
    shop: Shop, zipf 1.1
    kind: one of Low, Normal, High, weights 60/30/10
    size: one of S, M, L, XL, zipf
    age: "number, 18..99, normal around 40 +- 12"
    ratio: number, normal around 0.5 +- 0.1
    minutes: number, lognormal around 35 */ 2
    count: number, 1..20, zipf 1.5
    fee: money, 10..100, trend -70 % a year
    placed: datetime, last 1 year, seasonal evenings and December, trend +100 % a year
    called: datetime, last 300 days, seasonal office hours
    seen: date, last 300 days, seasonal weekends
    note: text, optional, 30 % empty
    buyer: Buyer, optional, 60 % empty
    gift: yes/no, 80 % yes
data: {seed: 5, rows: {Buyer: 12, Shop: 40, Order: 700}}
"""


@pytest.fixture(scope="module")
def orders(made):
    return list(made(ORDERS).rows("Order").values())


def share(values, what):
    return sum(map(what, values)) / len(values)


def column(orders, name):
    return [row[name] for row in orders]


def test_weights_are_the_shares_of_the_options(orders):
    counts = Counter(column(orders, "kind"))
    assert [counts[kind] / 700 for kind in ("Low", "Normal", "High")] == pytest.approx([0.6, 0.3, 0.1], abs=0.05)


def test_zipf_makes_each_option_rarer_than_the_one_before_it(orders):
    counts = Counter(column(orders, "size"))
    assert [counts[size] / 700 for size in ["S", "M", "L", "XL"]] == pytest.approx([0.48, 0.24, 0.16, 0.12], abs=0.05)


def test_normal_numbers_lie_around_their_mean_and_never_outside_the_range(orders):
    ages = column(orders, "age")
    assert min(ages) >= 18
    assert (mean(ages), stdev(ages)) == (pytest.approx(41, abs=2), pytest.approx(11, abs=2))
    assert share(ages, lambda age: age == 18) < 0.02, "none pile up at the bound"
    assert all(isinstance(age, int) for age in ages)


def test_numbers_have_the_decimals_that_their_spread_needs(orders):
    ratios = column(orders, "ratio")
    assert (mean(ratios), stdev(ratios)) == (pytest.approx(0.5, abs=0.02), pytest.approx(0.1, abs=0.02))


def test_two_thirds_of_lognormal_numbers_lie_within_the_factor_of_the_median(orders):
    minutes = column(orders, "minutes")
    assert median(minutes) == pytest.approx(35, rel=0.12)
    assert share(minutes, lambda number: 17.5 <= number <= 70) == pytest.approx(0.68, abs=0.06)


def test_zipf_makes_small_numbers_frequent(orders):
    counts = Counter(column(orders, "count"))
    assert set(counts) <= set(range(1, 21))
    assert counts[1] > 2 * counts[2] > 2 * counts[5]


def test_a_trend_moves_numbers_with_the_time_at_which_rows_came_about(orders):
    by_time = sorted(orders, key=lambda row: row["placed"])
    early, late = by_time[:200], by_time[-200:]
    assert mean(column(early, "fee")) > 1.2 * mean(column(late, "fee"))
    assert all(10 <= row["fee"] <= 100 for row in orders)


def test_dates_come_in_their_seasons(orders):
    placed, called, seen = (column(orders, name) for name in ("placed", "called", "seen"))
    assert share(placed, lambda at: at.hour >= 16 or at.weekday() >= 5) > 0.9
    assert share(placed, lambda at: at.month == 12) > 0.15
    assert share(called, lambda at: at.weekday() < 5 and 7 <= at.hour < 18) > 0.8
    assert share(called, lambda at: 9 <= at.hour < 11) > share(called, lambda at: 12 <= at.hour < 14)
    assert share(seen, lambda day: day.weekday() >= 5) > 0.4


def test_a_trend_makes_more_rows_late_than_early(made):
    opened = sorted(str(row["opened"]) for row in made(ORDERS, Order=0, Shop=200).rows("Shop").values())
    assert opened[0] >= "2024-03-02"
    assert share(opened, lambda day: day >= "2025-03-02") > 0.65


def test_the_share_of_empty_values_is_the_one_said(orders):
    assert share(column(orders, "note"), lambda value: value is None) == pytest.approx(0.3, abs=0.05)
    assert share(column(orders, "buyer"), lambda value: value is None) == pytest.approx(0.6, abs=0.05)
    assert share(column(orders, "gift"), bool) == pytest.approx(0.8, abs=0.05)


def test_few_rows_are_referred_to_often_by_zipf(orders):
    counts = [count for _, count in Counter(column(orders, "shop")).most_common()]
    assert 0.15 < counts[0] / 700 < 0.45
    assert sum(counts[:8]) > 0.55 * 700
    assert len(counts) > 25


def test_seasons_are_the_same_in_columns_and_row_by_row(made):
    visits = """
    now: 2026-03-02 09:30
    entities:
      Shop: {name: text, opened: "date, last 2 years"}
      Visit: {shop: Shop, at: "datetime, last 1 year, seasonal evenings and summer, trend +50 %% a year"%s}
    data: {rows: {Shop: 20, Visit: 300}}
    """
    alone, beside = (made(visits % more).rows("Visit") for more in ("", ', done: "datetime, after at"'))
    assert [row["at"] for row in alone.values()] == [row["at"] for row in beside.values()]


def test_hardly_anybody_works_at_the_end_of_a_year(made):
    desk = """
    now: 2026-03-02 09:30
    people: User
    entities:
      User: {name: person}
      Call: {caller: User = me, at: "datetime, last 1 year = now"%s}
    data: {rows: {User: 5, Call: 1500}}
    """
    alone, beside = (made(desk % more).rows("Call") for more in ("", ', note: "text, pattern [A-Z]{3}"'))
    assert [row["at"] for row in alone.values()] == [row["at"] for row in beside.values()]
    days = Counter(row["at"].date().isoformat()[5:] for row in alone.values())
    usual = 1500 / 261
    assert sum(days[day] for day in ("12-24", "12-25", "12-26", "12-31", "01-01")) < 0.35 * 4 * usual
    assert days["12-22"] + days["12-23"] > usual


def changed(made, one, other, name, **rows):
    before, after = made(one).rows("Order"), made(other, **rows).rows("Order")
    return [(before[key][name], after[key][name]) for key in before if before[key][name] != after[key][name]]


def test_an_option_that_weighs_more_only_takes_rows_from_the_others(made):
    found = changed(made, ORDERS, ORDERS.replace("60/30/10", "60/30/30"), "kind")
    assert {new for _, new in found} == {"High"}
    assert len(found) / 700 == pytest.approx(0.25 - 0.1, abs=0.04), "no more than the shares themselves changed"


def test_another_range_changes_only_what_lay_outside_it(made):
    found = changed(made, ORDERS, ORDERS.replace("18..99", "30..99"), "age")
    assert found
    assert all(old < 30 <= new for old, new in found)


def test_a_parent_more_takes_few_references(made):
    assert len(changed(made, ORDERS, ORDERS, "shop", Shop=41)) < 0.1 * 700


def test_numbers_are_the_same_one_by_one_and_in_a_lot(specified):
    import numpy as np

    from toolkit.data.lot import Lot
    from toolkit.data.spread import one, spread
    from toolkit.data.words import Words

    entity = specified(ORDERS).base.entities["Order"]
    cells = np.arange(50, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    for name in ("age", "ratio", "minutes", "count"):
        field = entity.fields[name]
        together = spread(field, Lot(entity, field, cells, Words("en_GB")))
        assert [one(field, int(cell)) for cell in cells] == together.tolist()
        assert any(a != b for a, b in pairwise(together))
