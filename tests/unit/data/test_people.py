"""People are somebody: their address goes with their name, and neither reaches anybody."""

import re

import pytest

TEAM = """
people: Person
entities:
  Person: {name: person, first name: text, last name: text, user name: text, email: email, phone: phone}
  Order: {buyer: Person = me, contact: email, mobile: phone}
data: {locale: %s, rows: {Person: 60, Order: 20}}
"""


def test_name_address_and_user_name_agree(made):
    for row in made(TEAM % "en_GB").rows("Person").values():
        first, last = str(row["name"]).split(" ", 1)
        plain = re.sub("[^a-z]+", ".", f"{first}.{last}".lower().replace("'", ""))
        assert (row["first name"], row["last name"]) == (first, last)
        assert str(row["email"]).startswith(plain)
        assert str(row["user name"]).startswith(plain)


@pytest.mark.parametrize("locale", ["en_GB", "de_DE", "fr_FR", "ja_JP", "ar_SA", "pl_PL", "el_GR", "hu_HU"])
def test_addresses_are_in_a_reserved_domain_and_nobody_shares_one(made, locale):
    mails = [str(row["email"]) for row in made(TEAM % locale, Person=300).rows("Person").values()]
    assert all(re.fullmatch(r"[a-z0-9.-]+@example\.com", mail) for mail in mails)
    assert len(set(mails)) == len(mails)


@pytest.mark.parametrize(
    ("locale", "start"),
    [("en_GB", "+44 7700 900"), ("en_US", "+1 202 555 01"), ("de_DE", "+49 30 23125 "), ("it_IT", "+999 ")],
)
def test_phone_numbers_are_kept_for_fiction(made, locale, start):
    phones = [str(row["phone"]) for row in made(TEAM % locale).rows("Person").values()]
    assert all(phone.startswith(start) for phone in phones)


@pytest.mark.parametrize("locale", ["ja_JP", "zh_CN", "ko_KR", "hu_HU"])
def test_the_family_name_comes_first_where_it_does(made, locale):
    spec = f"entities: {{P: {{name: person, first name: text, last name: text}}}}\ndata: {{locale: {locale}}}"
    for row in made(spec).rows("P").values():
        assert str(row["name"]).startswith(str(row["last name"]))
        assert str(row["name"]).endswith(str(row["first name"]))


def test_whose_row_it_is_is_reached_by_their_own_address(made):
    data = made(TEAM % "en_GB")
    for row in data.rows("Order").values():
        buyer = data.rows("Person")[row["buyer"]]
        assert (row["contact"], row["mobile"]) == (buyer["email"], buyer["phone"])


def test_few_people_share_a_name(made):
    names = [row["name"] for row in made("entities: {P: {name: person}}", P=400).rows("P").values()]
    assert len(set(names)) == len(names)


def test_every_role_has_somebody_and_the_first_most(made):
    spec = """
    roles: [Guest, Waiter, Cook]
    people: P
    entities: {P: {name: person, role: "one of Guest, Waiter, Cook"}}
    data: {pinned: {P: [{name: Ann Lee, role: Waiter}]}}
    """
    assert {row["role"] for row in made(spec, P=3).rows("P").values()} == {"Guest", "Waiter", "Cook"}
    many = [row["role"] for row in made(spec, P=200).rows("P").values()]
    assert many.count("Guest") > many.count("Waiter") > many.count("Cook") > 0
