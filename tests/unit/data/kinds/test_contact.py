"""Addresses and numbers go with the person and the place of their row, and reach nobody."""

import re

import pytest

from toolkit.domain.solution import Field

RESERVED = r"example\.(com|org|net)"


@pytest.mark.parametrize("locale", ["en_GB", "ja_JP", "ar_SA", "de_CH", "hi_IN"])
def test_mail_and_web_lie_in_domains_kept_for_examples(columns, locale):
    made = columns("email", "website", "domain", "url", "handle", locale=locale, rows=200)
    assert all(re.fullmatch(rf"[a-z0-9.-]+@{RESERVED}", mail) for mail in made["email"])
    assert all(re.fullmatch(r"(www\.)?[a-z0-9-]+\.example", host) for host in [*made["website"], *made["domain"]])
    assert all(re.fullmatch(r"https://www\.[a-z0-9-]+\.example(/[a-z]+)?", url) for url in made["url"])
    assert all(re.fullmatch(r"@[a-z0-9_]+", handle) for handle in made["handle"])


def test_colleagues_share_a_domain_and_customers_do_not(columns):
    assert {mail.partition("@")[2] for mail in columns("email", entity="Employee")["email"]} == {"example.com"}
    assert len({mail.partition("@")[2] for mail in columns("email", entity="Customer")["email"]}) == 3


def test_the_web_address_is_the_firms_that_the_row_names(columns):
    made = columns("website", rows=2, told={"company": ["Müller & Söhne GmbH", None]}, locale="de_DE")
    assert made["website"][0] == "www.mueller-soehne-gmbh.example"


@pytest.mark.parametrize(
    ("locale", "kind", "form"),
    [
        ("en_GB", "mobile", r"\+44 7700 900\d{3}"),
        (
            "en_GB",
            "fax",
            r"\+44 (1632 960 \d{3}|20 7946 0\d{3}|1\d1 49[68] 0\d{3}|11\d 496 0\d{3}|28 9649 6\d{3}|29 2018 0\d{3})",
        ),
        ("en_US", "mobile", r"\+1 \d{3} 555 01\d\d"),
        ("fr_FR", "phone", r"\+33 6 39 98 \d\d \d\d"),
        ("fr_FR", "fax", r"\+33 (1 99 00|2 61 91|3 53 01|4 65 71|5 36 49) \d\d \d\d"),
        ("de_DE", "mobile", r"\+49 171 39200 \d\d"),
        ("sv_SE", "mobile", r"\+46 70 174 06 [1-9]\d"),
        ("en_IE", "phone", r"\+353 20 91\d \d{4}"),
        ("en_AU", "mobile", r"\+61 491 57\d \d{3}"),
        ("ja_JP", "phone", r"\+81 3-09\d\d-\d{4}"),
    ],
)
def test_phone_numbers_are_kept_for_fiction_or_not_given_out(columns, locale, kind, form):
    numbers = columns(kind, locale=locale, rows=300)[kind]
    assert [number for number in numbers if not re.fullmatch(form, number)] == []


def test_a_line_begins_with_the_area_of_the_town(columns):
    made = columns("fax", "city", locale="en_GB", rows=200)
    areas = {city: fax[:7] for fax, city in zip(*made.values(), strict=True)}
    assert (areas["London"], areas["Manchester"]) == ("+44 20 ", "+44 161")
    numbers = columns("phone", rows=1, told={"city": ["Boston"]}, locale="en_US")["phone"]
    assert numbers[0].startswith("+1 617 555 01")


def test_a_number_is_of_the_country_that_an_option_names(columns):
    field = Field("country", "one of", "country", options=("Germany", "France", "Japan"))
    made = columns("country", "phone", rows=60, fields={"country": field})
    codes = {"Germany": "+49", "France": "+33", "Japan": "+81"}
    assert all(phone.startswith(codes[country]) for country, phone in zip(*made.values(), strict=True))
    assert set(made["country"]) == set(codes)
