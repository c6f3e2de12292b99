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
    ("locale", "form"),
    [
        ("en_GB", r"\+44 7700 900\d{3}"),
        ("en_US", r"\+1 \d{3} 555 01\d\d"),
        ("de_DE", r"\+49 (30 23125|40 66969|69 90009|89 99998|221 4710) \d{3}"),
        ("it_IT", r"\+39 08 4\d{3} \d{4}"),  # no district begins so
    ],
)
def test_phone_numbers_are_kept_for_fiction(made, locale, form):
    phones = [str(row["phone"]) for row in made(TEAM % locale).rows("Person").values()]
    assert all(re.fullmatch(form, phone) for phone in phones), phones[0]


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
