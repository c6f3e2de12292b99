"""All fields about one person speak of the same somebody: name, gender, salutation, age and addresses."""

import re
from datetime import date, datetime

import numpy as np
import pytest

from toolkit.data.facts import facts
from toolkit.data.forms_of_address import gender_meant
from toolkit.data.names import famous, names_of
from toolkit.domain.solution import Field

NAMES = ("full name", "given name", "family name", "gender", "salutation", "email", "user name")


@pytest.mark.parametrize("locale", ["en_GB", "de_DE", "fr_FR", "es_ES", "pl_PL"])
def test_name_gender_salutation_and_address_are_one_persons(columns, locale):
    made = columns(*NAMES, locale=locale, entity="Agent")
    for whole, given, family, gender, salutation, mail, user in zip(*made.values(), strict=True):
        assert whole == f"{given} {family}"
        assert gender_meant(gender) in {gender_meant(salutation), "diverse"}
        assert names_of(locale).gender_of(given) in {gender_meant(salutation), ""}
        assert mail == f"{user}@example.com"
        assert user.startswith(names_of(locale).letters(given))


@pytest.mark.parametrize(
    ("locale", "form"),
    [
        ("ja_JP", "{family} {given}"), ("hu_HU", "{family} {given}"), ("zh_CN", "{family}{given}"),
        ("ko_KR", "{family}{given}"), ("vi_VN", "{family} {middle} {given}"), ("ru_RU", "{family} {given} {middle}"),
        ("th_TH", "{given} {family}"), ("ar_SA", "{given} {family}"),
    ],
)  # fmt: skip
def test_names_stand_in_the_order_of_their_language(columns, locale, form):
    made = columns("full name", "given name", "family name", "middle name", locale=locale)
    for whole, given, family, middle in zip(*made.values(), strict=True):
        assert whole == form.format(given=given, family=family, middle=middle)


def test_spaniards_have_two_family_names_and_an_address_with_one(columns):
    made = columns("family name", "user name", locale="es_ES", rows=20)
    assert all(len(family.split()) >= 2 for family in made["family name"])
    assert all(len(user.split(".")) <= 4 for user in made["user name"])


def test_women_bear_the_family_names_of_women(columns):
    made = columns("family name", "gender", locale="pl_PL", rows=400)
    endings = {
        gender: {name[-3:] for name, g in zip(*made.values(), strict=True) if g == gender} for gender in made["gender"]
    }
    assert ("ska" in endings["kobieta"], "ski" in endings["kobieta"]) == (True, False)
    assert ("ska" in endings["mężczyzna"], "ski" in endings["mężczyzna"]) == (False, True)


def test_names_in_other_scripts_have_addresses_in_ours(columns):
    for locale, name, letters in (("ja_JP", "陽子", "yoko"), ("ru_RU", "Иван", "ivan"), ("zh_CN", "伟", "wei")):
        assert names_of(locale).letters(name) == letters
    made = columns("email", locale="ar_SA")
    assert all(mail.partition("@")[0].replace(".", "").isascii() and mail[0] != "@" for mail in made["email"])


def test_what_a_row_says_already_decides_the_rest(columns):
    said = ["Greta Müller", None, None, None]
    made = columns(*NAMES, locale="de_DE", rows=4, entity="Agent", told={"full name": said})
    assert [made[kind][0] for kind in NAMES] == [
        "Greta Müller", "Greta", "Müller", "weiblich", "Frau", "greta.mueller@example.com", "greta.mueller",
    ]  # fmt: skip
    free = columns(*NAMES, locale="de_DE", rows=4, entity="Agent")
    assert [made[kind][1:] for kind in NAMES] == [free[kind][1:] for kind in NAMES]


def test_a_gender_that_is_said_decides_the_name(columns):
    made = columns("given name", rows=50, locale="fr_FR", told={"gender": ["Femme"] * 25 + ["Homme"] * 25})
    names = names_of("fr_FR")
    assert {names.gender_of(name) for name in made["given name"][:25]} <= {"female", ""}
    assert {names.gender_of(name) for name in made["given name"][25:]} <= {"male", ""}


@pytest.mark.parametrize(
    "options", [("Female", "Male", "Diverse"), ("F", "M"), ("Frau", "Herr"), ("Mme", "M."), ("Mrs", "Mr", "Dr")]
)
def test_an_option_for_the_gender_agrees_with_the_name(columns, options):
    field = Field("gender", "one of", "gender", options=options)
    made = columns("gender", "given name", rows=80, fields={"gender": field})
    names = names_of("en_GB")
    for option, given in zip(*made.values(), strict=True):
        assert option in options
        told = {gender_meant(option), names.gender_of(given)} - {"", "diverse"}
        assert len(told) < 2, (option, given)


def test_ages_fit_birth_dates_on_the_prototypes_clock(columns):
    for now in (datetime(2026, 1, 5, 9), datetime(2024, 2, 29, 12)):
        made = columns("age", "birth date", rows=300, now=now)
        for age, born in zip(*made.values(), strict=True):
            assert born <= now.date()
            assert age == now.year - born.year - ((now.month, now.day) < (born.month, born.day))
            assert 18 <= age <= 86
    made = columns("age", rows=3, told={"birth date": [date(1990, 1, 5), date(1990, 1, 6), None]})
    assert made["age"][:2] == [36, 35]


def test_bounds_of_the_spec_and_the_trade_bound_ages(columns):
    fields = {"age": Field("age", "number", "age", low=30, high=40)}
    assert set(columns("age", fields=fields, rows=300)["age"]) <= set(range(30, 41))
    assert max(columns("age", entity="Pupil", rows=100)["age"]) <= 17
    adults = {"birth date": Field("date of birth", "date", "Date of birth", high=-6575)}
    assert min(columns("birth date", "age", fields=adults, entity="Pupil", rows=200)["age"]) >= 18


def test_heights_and_weights_are_of_one_body(columns):
    made = columns("body height", "body weight", rows=500)
    index = [kg / (cm / 100) ** 2 for cm, kg in zip(*made.values(), strict=True)]
    assert min(index) > 16
    assert max(index) < 42
    metres = {"body height": Field("height", "number", "height", unit="m")}
    assert all(1.4 < tall < 2.1 for tall in columns("body height", fields=metres, rows=200)["body height"])


def test_few_have_a_title_unless_everybody_needs_one(columns):
    assert 0 < sum(title is not None for title in columns("academic title", rows=400)["academic title"]) < 100
    needed = {"academic title": Field("title", "text", "title")}
    assert all(columns("academic title", rows=40, fields=needed)["academic title"])


def test_a_row_more_changes_no_other_and_order_of_asking_means_nothing(columns):
    assert columns("full name", rows=60)["full name"][:40] == columns("full name", rows=40)["full name"]
    first, second = columns("email", "full name"), columns("full name", "email")
    assert first["full name"] == second["full name"]


def test_nobody_is_called_like_somebody_whom_everybody_knows(columns):
    for locale in ("en_US", "en_GB", "de_DE", "es_ES", "fr_FR"):
        made = columns("given name", "family name", rows=20_000, locale=locale)
        assert famous(made["given name"], made["family name"]) == []
    known = [row for row in facts("famous") if row[0] in set(made["given name"])]
    assert known, "none of the names could have been drawn"


def test_two_people_in_one_row_are_two(columns):
    mother, father = columns("full name", whose="mother"), columns("full name", whose="father")
    assert np.mean([a == b for a, b in zip(mother["full name"], father["full name"], strict=True)]) < 0.1


@pytest.mark.parametrize(
    ("locale", "women", "men"),
    [("de_DE", "in|kauffrau|assistenz|kraft", "(?<!in)"), ("en_GB", "Controller|.*", ".*(?<!in)")],
)
def test_job_titles_have_the_form_for_the_person_where_a_language_has_two(columns, locale, women, men):
    named = {"full name": Field("full name", "person", "name")}
    made = columns("full name", "gender", "job title", locale=locale, rows=200, entity="Employee", fields=named)
    for gender, title in zip(made["gender"], made["job title"], strict=True):
        form = {"female": women, "male": men}.get(gender_meant(gender), "")
        assert re.search(f"(?:{form})$", title), (gender, title)


def test_animals_are_not_as_old_as_people(columns):
    born = columns("birth date", entity="Haustier", now=datetime(2026, 3, 2, 9))["birth date"]
    assert min(born) >= date(2010, 3, 2)
