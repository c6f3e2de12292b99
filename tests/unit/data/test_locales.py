"""Each row is of one locale, and its fields agree; another one for an entity or a field changes nothing else."""

import re

import pytest

ONE = """
entities:
  Customer: {{name: person, nickname: text, email: email, phone: phone, home: address}}
  Supplier: {{name: person, phone: phone}}
data: {{{locale}, rows: {{Customer: 300, Supplier: 60}}}}
"""


def rows(dataset, entity):
    return list(dataset.rows(entity).values())


def test_a_mix_gives_each_row_one_locale_and_as_many_as_its_weight_says(made):
    found = rows(made(ONE.format(locale="locale: {de_DE: 70, pl_PL: 30}")), "Customer")
    polish = [row for row in found if row["phone"].startswith("+48")]
    assert 60 < len(polish) < 120
    for row in found:
        is_polish = row in polish
        assert bool(re.search(r"\n\d\d-\d{3} ", row["home"])) == is_polish
        assert bool(re.search(r"\n\d{5} ", row["home"])) != is_polish
        assert row["phone"].startswith("+48" if is_polish else "+49")


def test_an_entity_may_have_a_locale_of_its_own(made):
    plain = made(ONE.format(locale="locale: de_DE"))
    apart = made(ONE.format(locale="locale: de_DE, locales: {Supplier: ja_JP}"))
    assert rows(apart, "Customer") == rows(plain, "Customer")
    assert all(row["phone"].startswith("+81") for row in rows(apart, "Supplier"))
    assert all(re.match("[\u3040-\u9fff]", row["name"]) for row in rows(apart, "Supplier"))


def test_another_locale_for_one_field_changes_no_other_cell(made):
    plain = rows(made(ONE.format(locale="locale: de_DE")), "Customer")
    apart = rows(made(ONE.format(locale="locale: de_DE, locales: {Customer.phone: sv_SE}")), "Customer")
    assert [{**row, "phone": ""} for row in apart] == [{**row, "phone": ""} for row in plain]
    assert all(row["phone"].startswith("+46") for row in apart)


def test_a_locale_more_changes_only_the_rows_that_take_it(made):
    before = rows(made(ONE.format(locale="locale: {de_DE: 50, pl_PL: 50}")), "Supplier")
    after = rows(made(ONE.format(locale="locale: {de_DE: 50, pl_PL: 50, cs_CZ: 10}")), "Supplier")
    changed = [new for old, new in zip(before, after, strict=True) if old["phone"] != new["phone"]]
    assert changed
    assert all(row["phone"].startswith("+420") for row in changed)


@pytest.mark.parametrize(
    "written", ["locale: sv_SE", "locale: {sv_SE: 3}", "locale: en_GB, locales: {Supplier: sv_SE}"]
)
def test_one_locale_can_be_said_in_three_ways(made, written):
    one = rows(made(ONE.format(locale="locale: sv_SE")), "Supplier")
    assert rows(made(ONE.format(locale=written)), "Supplier") == one
