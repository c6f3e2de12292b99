"""Accounts, cards and official numbers have the right form, and are nobody's."""

import re

import pytest
from stdnum import iban, luhn

from toolkit.data.facts import facts
from toolkit.data.kinds.money import CARDS, checks
from toolkit.domain.solution import Field

COUNTRIES = [row[0] for row in facts("ibans")]
OFFICIAL = ("vat number", "tax number", "national id", "social security number")


@pytest.mark.parametrize("country", COUNTRIES)
def test_an_iban_has_right_check_digits_and_a_bank_that_there_is_not(columns, country):
    made = columns("iban", rows=40, told={"country code": [country] * 40})["iban"]
    forms = {row[0]: (row[1], row[2].split(",")) for row in facts("ibans")}
    for number in made:
        plain = number.replace(" ", "")
        assert plain[:2] == country
        assert iban.is_valid(plain, check_country=country != "IS"), number
        form, banks = forms[country]
        assert any(bank in plain[4:].replace("-", "") for bank in banks), number
        assert len(plain) == len(form) + 4


def test_bank_account_and_iban_are_of_one_account(columns):
    made = columns("iban", "bank", "account number", "sort code", "bic", locale="de_DE", rows=80)
    for number, account, code in zip(made["iban"], made["account number"], made["sort code"], strict=True):
        assert number.replace(" ", "")[4:] == f"{code}{account}"
    names = dict(zip(made["sort code"], made["bank"], strict=True))
    assert [names[code] for code in made["sort code"]] == list(made["bank"])
    assert all(re.fullmatch(r"[A-Z]{4}DEX0", bic) for bic in made["bic"]), "a 0 at the eighth place is a test's"


def test_cards_are_those_that_payment_providers_document(columns):
    made = columns("card number", "card type", "card security code", "card expiry", rows=400)
    for number, name, code, expiry in zip(*made.values(), strict=True):
        plain = number.replace(" ", "")
        assert plain in CARDS[name]
        assert luhn.is_valid(plain)
        assert len(code) == (4 if name == "American Express" else 3)
        month, year = map(int, expiry.split("/"))
        assert (2026, 1) < (2000 + year, month) <= (2030, 1)


def test_a_card_is_one_of_those_that_the_spec_takes(columns):
    fields = {"card type": Field("card", "one of", "card", options=("VISA", "Amex"))}
    made = columns("card type", "card number", rows=100, fields=fields)
    kinds = {"VISA": CARDS["Visa"], "Amex": CARDS["American Express"]}
    for name, number in zip(*made.values(), strict=True):
        assert number.replace(" ", "") in kinds[name]


@pytest.mark.parametrize("country", [row[0] for row in facts("ids")])
def test_official_numbers_are_nobodys(columns, country):
    made = columns(*OFFICIAL, rows=60, told={"country code": [country] * 60})
    forms = next(row[1:] for row in facts("ids") if row[0] == country)
    for form, numbers in zip(forms, made.values(), strict=True):
        pattern = re.escape(form).replace(r"\#", r"\d").replace("@", "[A-Z]")
        for number in numbers:
            assert len(number) == len(form), (form, number)
            assert re.fullmatch(re.sub(r"\d", r"\\d", pattern.replace(r"\d", "§")).replace("§", r"\d"), number), form
            assert not any(valid(number) for valid in checks(country)), number


def test_social_security_numbers_are_in_ranges_that_nobody_gets(columns):
    assert all(re.fullmatch(r"9\d\d-4\d-\d{4}", n) for n in columns(OFFICIAL[3], locale="en_US")[OFFICIAL[3]])
    assert all(n.startswith("QQ ") for n in columns(OFFICIAL[3], locale="en_GB")[OFFICIAL[3]])
    assert all(n.startswith("00") for n in columns(OFFICIAL[3], locale="de_DE")[OFFICIAL[3]])
    made = columns("passport number", "driving licence", "sort code", locale="en_US")
    assert all(n.startswith("XX") for n in [*made["passport number"], *made["driving licence"]])
    assert all(n.startswith("15") for n in made["sort code"]), "no district of the Federal Reserve has 13 to 20"
