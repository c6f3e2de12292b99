"""Whatever a spec asks for and in whichever locale: no address, number or account that is made up is anybody's."""

import re

import phonenumbers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stdnum import iban, luhn

from toolkit.data.check_digits import iban_digits
from toolkit.data.facts import facts
from toolkit.data.kinds.money import CARDS, checks
from toolkit.data.reserved import AU_MOBILES, FICTION, LINES

LOCALES = ("en_GB", "en_US", "de_DE", "de_CH", "fr_FR", "sv_SE", "en_AU", "en_CA", "ja_JP", "ar_EG", "pl_PL", "pt_BR")
FIELDS = {
    "email": "email", "contact": "email", "phone": "phone", "mobile phone": "text", "fax": "text", "website": "url",
    "homepage": "text", "twitter handle": "text", "iban": "text", "card number": "text", "vat number": "text",
    "tax id": "text", "ssn": "text", "bank account": "text", "domain": "text", "billing email": "text",
}  # fmt: skip
BANKS = {row[0]: row[2].split(",") for row in facts("ibans")}
FORMS = [*(form for forms in FICTION.values() for form in forms), *LINES.values(), "+1 ### 555 01##"]
FORMS += [f"+61 491 {number}" for number in AU_MOBILES] + [f"+46 70 174 06 {n}#" for n in range(1, 10)]
IN_FICTION = re.compile("|".join(re.escape(form).replace(r"\#", r"\d").replace("#", r"\d") for form in FORMS))


def harmless(text):
    """Whether nothing in a text reaches anybody."""
    for host in re.findall(r"(?:@|https?://|www\.)([\w.-]+)", text):
        if not re.fullmatch(r"(.+\.)?example(\.(com|org|net))?", host) and "." in host:
            return False
    if text.startswith("+") and not IN_FICTION.fullmatch(text):
        return not phonenumbers.is_valid_number(phonenumbers.parse(text))
    return True


def nobodys_account(text):
    plain = text.replace(" ", "")
    return iban_digits(plain[:2], plain[4:]) == plain[2:4] and any(bank in plain[4:] for bank in BANKS[plain[:2]])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(LOCALES), min_size=1, max_size=3, unique=True),
    st.lists(st.sampled_from(sorted(FIELDS)), min_size=2, max_size=8, unique=True),
    st.sampled_from(["Customer", "Supplier", "Employee", "Patient", "Thing", "Branch"]),
    st.integers(0, 99),
)
def test_nothing_reaches_anybody(made, locales, names, entity, seed):
    mix = ", ".join(f"{locale}: 1" for locale in locales)
    fields = ", ".join(f"{name}: {FIELDS[name]}" for name in names)
    spec = f"entities: {{{entity}: {{name: text, {fields}}}}}\ndata: {{seed: {seed}, locale: {{{mix}}}}}"
    countries = {locale.partition("_")[2] for locale in locales}
    for row in made(spec, **{entity: 30}).rows(entity).values():
        assert all(harmless(value) for value in row.values() if isinstance(value, str)), row
        if row.get("iban"):
            assert iban.is_valid(row["iban"])
            assert nobodys_account(row["iban"]), row["iban"]
        if row.get("card number"):
            plain = str(row["card number"]).replace(" ", "")
            assert luhn.is_valid(plain)
            assert any(plain in numbers for numbers in CARDS.values())
        alone = countries if len(countries) == 1 else set()  # what is nobody's here may look like somebody's elsewhere
        for name in {"vat number", "tax id", "ssn"} & set(names):
            assert not any(valid(row[name]) for country in alone for valid in checks(country) if row[name]), row
