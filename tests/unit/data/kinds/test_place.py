"""All fields about one place speak of the same real town: its postcode, region, country and what holds there."""

import re
from zoneinfo import ZoneInfo

import pytest

from toolkit.data import nations
from toolkit.data.towns import countries, town_named, towns, towns_of
from toolkit.domain.solution import Field

PLACE = ("city", "postcode", "region", "region code", "country code", "time zone", "currency code", "phone code")


def by_name(english):
    return next(town for town in towns() if town.english == english)


@pytest.mark.parametrize("locale", ["en_GB", "en_US", "de_DE", "fr_FR", "ja_JP", "pt_BR", "ru_RU", "hi_IN", "nl_NL"])
def test_town_postcode_region_country_currency_and_coordinates_agree(columns, locale):
    made = columns(*PLACE, "latitude", "longitude", locale=locale, rows=150)
    for city, postcode, region, code, country, zone, money, phone, latitude, longitude in zip(
        *made.values(), strict=True
    ):
        own = [town for town in towns_of(country) if city in {town.name, town.english}]
        forms = [form for town in own for form in town.postcodes]
        pattern = "|".join(re.escape(form).replace(r"\#", r"\d").replace("@", "[A-Z]") for form in forms)
        assert re.fullmatch(pattern, postcode), (city, postcode)
        assert region in {name for town in own for name in (town.region, town.region_english)}
        assert code in {town.region_code for town in own}
        assert zone in {town.zone for town in own}
        assert (money, phone) == (nations.currency_of(country), nations.calling_code(country))
        assert any(abs(town.latitude - latitude) < 0.05 and abs(town.longitude - longitude) < 0.05 for town in own)


@pytest.mark.parametrize(
    ("locale", "form"),
    [
        ("en_GB", r"\d+ [^\n]+\n[^\n]+\n[A-Z]{1,2}\d\d? \d[A-Z]{2}"),
        ("en_US", r"\d+ [^\n]+\n[^\n]+, [A-Z]{2} \d{5}"),
        ("de_DE", r"[^\n]+ \d+\n\d{5} [^\n]+"),
        ("fr_FR", r"\d+ [^\n]+\n\d{5} [^\n]+"),
        ("nl_NL", r"[^\n]+ \d+\n\d{4} [A-Z]{2} [^\n]+"),
        ("es_ES", r"[^\n]+, \d+\n\d{5} [^\n]+"),
        ("hu_HU", r"[^\n]+\n[^\n]+ \d+\.\n\d{4}"),
        ("ja_JP", r"〒\d{3}-\d{4}\n[^\n]+[都道府県][^\n]+\d-\d+-\d+"),
        ("ko_KR", r"[^\n]+\n[^\n]+ \d+\n\d{5}"),
        ("pt_BR", r"[^\n]+, \d+\n[^\n]+ - [A-Z]{2}\n\d{5}-\d{3}"),
        ("en_CA", r"\d+ [^\n]+\n[^\n]+ [A-Z]{2} [A-Z]\d[A-Z] \d[A-Z]\d"),
    ],
)
def test_an_address_is_written_as_its_country_writes_it(columns, locale, form):
    field = {"address": Field("address", "address", "address")}
    for address in columns("address", locale=locale, fields=field)["address"]:
        assert re.fullmatch(form, address), address
    assert all("\n" not in line for line in columns("address", locale=locale)["address"]), "a text has one line"


def test_the_parts_of_an_address_are_in_it(columns):
    made = columns("address", "street", "house number", "postcode", "city", locale="de_DE")
    for address, street, number, postcode, city in zip(*made.values(), strict=True):
        assert address == f"{street} {number}, {postcode} {city}"


@pytest.mark.parametrize(
    "options",
    [("Germany", "France", "Japan"), ("Deutschland", "Frankreich"), ("Allemagne", "Suisse"), ("Alemania", "España"),
     ("DE", "FR", "US"), ("DEU", "GBR")],
)  # fmt: skip
def test_a_country_among_options_is_the_places(columns, options):
    field = Field("country", "one of", "country", options=options)
    made = columns("country", *PLACE, rows=120, fields={"country": field})
    assert set(made["country"]) == set(options)
    assert [nations.country_meant(option) for option in made["country"]] == list(made["country code"])
    names = {town.english for code in set(made["country code"]) for town in towns_of(code)}
    assert set(made["city"]) <= names


def test_a_currency_among_options_is_what_is_paid_there(columns):
    field = Field("currency", "one of", "currency", options=("EUR", "USD", "JPY"))
    made = columns("currency code", "country code", rows=120, fields={"currency code": field})
    assert set(made["currency code"]) == {"EUR", "USD", "JPY"}
    assert [nations.currency_of(code) for code in made["country code"]] == list(made["currency code"])


def test_towns_among_options_are_the_only_ones(columns):
    field = Field("branch", "one of", "branch", options=("Berlin", "Wien", "Zürich"))
    made = columns("city", "postcode", "country code", locale="de_DE", rows=60, fields={"city": field})
    known = {"Berlin": ("DE", "101"), "Wien": ("AT", "1"), "Zürich": ("CH", "80")}
    for city, postcode, country in zip(*made.values(), strict=True):
        assert country == known[city][0]
        assert postcode.startswith(known[city][1])


def test_what_a_row_says_of_its_place_decides_the_rest(columns):
    said = {"city": ["Leeds", None, None], "postcode": [None, "M4 1AB", None], "region": [None, None, "Devon"]}
    made = columns("phone", "postcode", "region", "city", rows=3, told=said)
    assert made["postcode"][0].startswith("LS")
    assert made["city"] == ["Leeds", "Manchester", "Plymouth"]
    assert made["region"] == ["West Yorkshire", "Greater Manchester", "Devon"]
    assert columns("city", rows=1, locale="de_DE", told={"country": ["Japan"]})["city"][0] in {
        town.english for town in towns_of("JP")
    }


def test_two_places_in_a_row_are_two(columns):
    billing, shipping = columns("city", whose="billing", rows=200), columns("city", whose="shipping", rows=200)
    assert sum(a == b for a, b in zip(billing["city"], shipping["city"], strict=True)) < 60


@pytest.mark.parametrize(
    ("locale", "places"),
    [
        ("fr_CH", {"Genève", "Lausanne", "Fribourg", "Neuchâtel"}),
        ("it_CH", {"Lugano"}),
        ("fr_CA", {"Montréal", "Québec"}),
    ],
)
def test_people_live_where_their_language_is_spoken(columns, locale, places):
    assert set(columns("city", locale=locale, rows=100)["city"]) == places


def test_names_are_said_in_the_language_of_the_locale(columns):
    kinds = ("country", "currency name", "language", "continent")
    assert [columns(kind, locale="de_DE", rows=1)[kind][0] for kind in kinds] == [
        "Deutschland",
        "Euro",
        "Deutsch",
        "Europa",
    ]
    assert [columns(kind, locale="fr_FR", rows=1)[kind][0] for kind in kinds] == [
        "France",
        "euro",
        "français",
        "Europe",
    ]


def test_the_table_of_towns_is_sound():
    found = towns()
    assert len({town.country for town in found}) >= 80
    many = [country for country in {town.country for town in found} if len(towns_of(country)) >= 10]
    assert set(many) >= {
        "US",
        "GB",
        "DE",
        "FR",
        "IT",
        "ES",
        "CA",
        "AU",
        "CH",
        "NL",
        "JP",
        "CN",
        "IN",
        "BR",
        "RU",
        "MX",
        "KR",
    }
    for town in found:
        assert ZoneInfo(town.zone)
        assert -90 < town.latitude < 90
        assert -180 < town.longitude < 180
        assert town.name
        assert town.region
        assert town.region_code
        assert all(re.fullmatch(r"[A-Z0-9 #@-]*", form) for form in town.postcodes), town
    assert len(countries()) > 130
    assert town_named("münchen") is by_name("Munich")


def test_coordinates_are_two_numbers_near_the_town(columns):
    made = columns("coordinates", "latitude", "longitude", locale="it_IT")
    for text, latitude, longitude in zip(*made.values(), strict=True):
        assert text == f"{latitude:.5f}, {longitude:.5f}"


def test_an_airport_and_its_code_go_together(columns):
    made = columns("airport", "airport code", locale="de_DE", rows=100)
    pairs = set(zip(*made.values(), strict=True))
    assert ("Frankfurt", "FRA") in pairs
    assert len(pairs) == len({code for _, code in pairs})


def test_rows_of_an_entity_of_countries_are_different_ones(made):
    data = made("entities: {Country: {name: text, code: text, currency: text}}", Country=60)
    codes = [row["code"] for row in data.rows("Country").values()]
    assert len(set(codes)) == 60
