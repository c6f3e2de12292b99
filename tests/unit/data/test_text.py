"""Text means something: matters with their own words, and values that fit the field's name and bounds."""

import re

import pytest

from toolkit.errors import ToolkitError

DESK = """
people: User
problem: Requests to the IT help desk get lost.
entities:
  User: {name: person}
  Ticket: {title: "text, 5..80 characters", details: long text, owner: User = me, priority: "one of Low, Critical"}
data: {rows: {Ticket: 120}}
"""


def test_tickets_can_be_told_apart_and_read_like_tickets(made):
    rows = made(DESK).rows("Ticket").values()
    titles = [row["title"] for row in rows]
    assert len(set(titles)) == len(titles)
    assert {"VPN not connecting", "Shared drive missing after restart"} <= set(titles)
    assert all(5 <= len(title) <= 80 and "{" not in title for title in titles)


def test_a_title_and_its_description_are_about_one_thing(made):
    words = {"VPN not connecting": "VPN asks for my password", "Phone screen cracked": "fell down the stairs"}
    told = {row["title"]: row["details"] for row in made(DESK).rows("Ticket").values()}
    for title, said in words.items():
        assert said in told[title]
    for title, said in told.items():
        for device in re.findall(r"\bPR-\d+", said):
            assert device in title or "PR-" not in title


def test_wishes_are_not_critical(made):
    rows = made(DESK, Ticket=120).rows("Ticket").values()
    wishes = [r["priority"] for r in rows if r["title"].startswith(("Larger monitor", "Second screen", "Trackball"))]
    assert wishes
    assert "Critical" not in wishes


def test_tickets_of_another_trade_are_not_about_computers(made):
    spec = DESK.replace("Requests to the IT help desk get lost.", "Tenants wait too long.")
    assert not any("VPN" in row["title"] for row in made(spec).rows("Ticket").values())


@pytest.mark.parametrize(
    ("field", "form"),
    [
        ("city: text", r"[\w' .-]+"),
        ("postcode: text", r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"),
        ("website: text", r"www\.[a-z-]+\.example"),
        ("order number: text", r"ORD-\d{5}"),
        ("sku: text", r"[A-Z]{2}-\d{4}"),
        ("job title: text", r"[A-Z][\w ]+"),
        ("Farbe: text", r"[A-Z][a-z]+"),
        ("opening hours: text", r"Mon–Fri \d+:00–\d+:00"),
        ("first name: text", r"[A-Z][\w'-]+"),
        ("age: number", r"(1[89]|[2-8]\d)"),
        ("rating: number", r"[1-5]"),
        ("price: money", r"\d+\.(99|95|5|0)"),
        ("zip: text, pattern [0-9]{5}", r"\d{5}"),
        ("any: text, pattern (a|b)+c*", r"(a|b)+c*"),
    ],
)
def test_a_name_gives_a_value_its_meaning(made, field, form):
    rows = made(f"entities:\n  Shop:\n    {field}").rows("Shop").values()
    name = field.split(":", maxsplit=1)[0]
    assert all(re.fullmatch(form, str(row[name])) for row in rows), [row[name] for row in rows][:5]


@pytest.mark.parametrize(
    "entity", ["Product", "Meeting", "Task", "Project", "Course", "Complaint", "Request", "Policy"]
)
def test_rows_have_names_of_their_own(made, entity):
    names = [
        row["name"] for row in made(f"entities: {{{entity}: {{name: text}}}}", **{entity: 24}).rows(entity).values()
    ]
    assert len(set(names)) == 24
    assert all(name and "{" not in name for name in names)


@pytest.mark.parametrize("span", ["1..1", "3..5", "6..6", "0..12", "40..45", "300..310"])
@pytest.mark.parametrize("kind", ["text", "long text"])
def test_lengths_are_kept(made, kind, span):
    low, high = map(int, span.split(".."))
    spec = f"entities: {{Ticket: {{title: '{kind}, {span} characters', remark: '{kind}, {span} characters'}}}}"
    for row in made(spec).rows("Ticket").values():
        assert low <= len(row["title"]) <= high
        assert low <= len(row["remark"]) <= high


def test_optional_text_is_empty_now_and_then_but_a_name_is_not(made):
    rows = made("entities: {A: {name: 'text, optional', note: 'long text, optional'}}", A=300).rows("A").values()
    assert all(row["name"] for row in rows)
    assert 30 < [row["note"] for row in rows].count(None) < 90


def test_a_pattern_that_cannot_be_met_says_so(made):
    with pytest.raises(ToolkitError, match="no text was found for 'code'") as caught:
        made("entities: {A: {code: 'text, 9..9 characters, pattern [A-Z]{2}'}}")
    assert caught.value.fix


def test_what_is_pinned_shows_how_codes_begin(made):
    spec = """
    entities: {Flight: {number: "text, pattern [A-Z]{2}[0-9]{3}"}}
    data: {pinned: {Flight: [{number: SK418}, {number: SK422}]}}
    """
    assert all(row["number"].startswith("SK") for row in made(spec).rows("Flight").values())


def test_a_review_says_what_its_stars_say(made):
    spec = "entities: {Review: {stars: 'number, 1..5', text: long text}}"
    rows = made(spec, Review=120).rows("Review").values()
    best = {row["text"] for row in rows if row["stars"] == 5}
    worst = {row["text"] for row in rows if row["stars"] <= 2}
    assert best
    assert worst
    assert not best & worst
    assert sum(row["stars"] >= 4 for row in rows) > len(rows) / 2


def test_no_name_that_hurts_stands_on_a_street_sign(made):
    spec = "entities: {A: {street: text, name: person}}\ndata: {locale: de_DE}"
    assert not any("Heydrich" in f"{row['street']} {row['name']}" for row in made(spec, A=3000).rows("A").values())


def test_text_of_the_parent_is_answered_not_repeated(made):
    spec = DESK.replace("data:", "  Work log: {ticket: Ticket, note: long text}\ndata:")
    data = made(spec)
    for row in data.rows("Work log").values():
        assert row["note"] != data.rows("Ticket")[row["ticket"]]["details"]


@pytest.mark.parametrize(
    ("spec", "title"),
    [
        ("problem: Nurses walk too far.\nentities: {Ticket: {title: text}, Ward: {name: text}}", "Call bell in room"),
        ("entities: {Ticket: {title: text}, Shipment: {ref: text}}", "Pallet short by two boxes"),
        ("entities: {Ticket: {title: text}}\ndata: {domain: public}", "Pothole on the way to school"),
        ("entities: {Ticket: {title: text}, Patient: {name: person}}\ndata: {domain: it}", "VPN not connecting"),
        ("entities: {Anfrage: {titel: text}}\ndata: {locale: de_AT}", "Neue Lieferanschrift"),
    ],
)
def test_titles_are_those_of_the_trade_and_the_language(made, spec, title):
    data = made(spec, **{"Ticket" if "Ticket" in spec else "Anfrage": 60})
    names = [row["title" if "title" in row else "titel"] for row in next(iter(data.tables.values())).values()]
    assert any(name.startswith(title) for name in names), names


def test_a_title_agrees_with_the_category_of_its_row(made):
    spec = """
    problem: Tickets to the IT service desk wait.
    entities: {Ticket: {title: text, category: "one of Wards, Prescriptions, Billing", type: "one of Request, Fault"}}
    data: {domain: health}
    """
    rows = made(spec, Ticket=40).rows("Ticket").values()
    assert all(row["category"] == "Prescriptions" for row in rows if str(row["title"]).startswith("Repeat prescr"))
    assert all(row["category"] == "Wards" for row in rows if "Visiting hours" in str(row["title"]))
    assert all(row["type"] == "Request" for row in rows if "Visiting hours" in str(row["title"]))
    assert {row["category"] for row in rows} == {"Wards", "Prescriptions", "Billing"}


def test_a_product_costs_what_such_a_thing_costs(made):
    spec = "solution: Web shop\nentities: {Product: {name: text, category: text, price: money}}"
    rows = made(spec.removeprefix("solution: Web shop\n"), Product=46).rows("Product").values()
    desk = next(row for row in rows if row["name"] == "Oak desk 160 cm")
    assert desk["category"] == "Furniture"
    assert 280 < desk["price"] < 430


@pytest.mark.parametrize("entity", ["Shift", "Room", "Quota", "Recipe", "Film", "Contract", "Policy", "Pump station"])
def test_no_name_is_only_a_number(made, entity):
    rows = made(f"entities: {{{entity}: {{name: text}}}}", **{entity: 24}).rows(entity).values()
    assert not [row["name"] for row in rows if re.fullmatch(rf"{entity} \d+", str(row["name"]))]
