"""In a dataset, too, all that a row says of its person and its place agrees: choices and numbers as well as texts."""

import re
from datetime import date

import pytest

from toolkit.data.forms_of_address import gender_meant
from toolkit.data.names import names_of
from toolkit.data.nations import country_meant, currency_of
from toolkit.data.towns import town_named

CUSTOMERS = """
now: 2026-03-02 09:30
entities:
  Customer:
    salutation: one of Mr, Mrs
    first name: text
    last name: text
    gender: one of Female, Male
    date of birth: date
    age: number, 18..70
    email: email
    city: text
    zip: text
    latitude: number
    country: one of Germany, France, United Kingdom
    currency: one of EUR, GBP
    billing city: text
    billing country: text
data: {locale: %s, rows: {Customer: 120}}
"""


@pytest.mark.parametrize("locale", ["en_GB", "de_DE", "{fr_FR: 1, de_DE: 1}"])
def test_a_customers_fields_agree(made, locale):
    now = date(2026, 3, 2)
    for row in made(CUSTOMERS % locale).rows("Customer").values():
        assert gender_meant(row["salutation"]) == gender_meant(row["gender"])
        born = row["date of birth"]
        assert row["age"] == now.year - born.year - ((now.month, now.day) < (born.month, born.day))
        assert 18 <= row["age"] <= 70
        town = town_named(row["city"])
        assert town.country == country_meant(row["country"])
        assert currency_of(town.country) == row["currency"]
        assert abs(row["latitude"] - town.latitude) < 0.06
        assert town_named(row["billing city"]).country == country_meant(row["billing country"])


def test_first_names_fit_the_gender_and_the_address_the_name(made):
    names = names_of("en_GB")
    for row in made(CUSTOMERS % "en_GB").rows("Customer").values():
        assert names.gender_of(row["first name"]) in {gender_meant(row["gender"]), ""}
        assert row["email"].startswith(f"{names.letters(row['first name'])}.{names.letters(row['last name'])}")


def test_what_is_pinned_decides_the_rest_of_its_row_and_of_no_other(made):
    pinned = "pinned: {Customer: [{city: Lyon, first name: Camille, gender: Female}]}"
    plain = made(CUSTOMERS % "en_GB").rows("Customer")
    data = made((CUSTOMERS % "en_GB").replace("rows:", f"{pinned}, rows:")).rows("Customer")
    row = data["customer-1"]
    assert (row["country"], row["currency"], row["salutation"]) == ("France", "EUR", "Mrs")
    assert re.fullmatch(r"6900\d", row["zip"])
    assert row["email"].startswith("camille.")
    assert [data[key] for key in list(data)[1:]] == [plain[key] for key in list(plain)[1:]]


def test_options_that_are_no_countries_are_left_to_chance(made):
    spec = "entities: {Customer: {name: person, city: text, market: 'one of Retail, Trade', country: 'one of A, B'}}"
    rows = list(made(spec, Customer=60).rows("Customer").values())
    assert {row["country"] for row in rows} == {"A", "B"}
    assert all(town_named(row["city"]).country == "GB" for row in rows)


def test_weights_of_a_choice_are_the_specs_own(made):
    spec = "entities: {Customer: {name: person, gender: 'one of Female, Male, weights 90/10'}}"
    rows = made(spec, Customer=300).rows("Customer").values()
    assert sum(row["gender"] == "Female" for row in rows) > 230


def test_two_people_in_a_row_are_two_and_the_address_is_the_firsts(made):
    spec = "entities: {Employee: {mother: person, name: person, emergency contact: person, email: email}}"
    rows = list(made(spec, Employee=60).rows("Employee").values())
    assert sum(len({row["name"], row["mother"], row["emergency contact"]}) == 3 for row in rows) > 55
    for row in rows:
        first = str(row["name"]).partition(" ")[0]
        assert str(row["email"]).startswith(names_of("en_GB").letters(first))
