"""Twelve things that a data person would check, of the data of specs that nobody wrote: ten here in one walk."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.data import entities_of, fingerprint, make
from toolkit.domain.dataset import Dataset
from toolkit.domain.kinds import FieldType
from toolkit.domain.reckoning import Reckoning
from toolkit.domain.solution import Entity, Field, Solution
from toolkit.loader import load
from toolkit.spec.reading import read_text

NOW = datetime(2026, 3, 2, 9, 30)
PLAIN = (
    "text",
    "text, optional",
    "text, 3..24 characters",
    "text, at most 12 characters",
    "text, pattern [A-Z]{3}-[0-9]{5}",
    "text, unique",
    "long text",
    "long text, 40..160 characters",
    "number",
    "number, 3..17",
    "number, -40..40",
    "number, at least 100, unique",
    "money, 1..900",
    "money, optional",
    "percent, 0..100",
    "one of Low, Medium, High",
    "one of Nord, Süd, Ost, West = Ost",
    "any of Red, Green, Blue, optional",
    "yes/no",
    "date, last 30 days",
    "date, next 2 weeks",
    "datetime, last 14 days",
    "datetime, next 9 days, on weekdays, 08:00..17:00",
    "time, 08:00..17:00",
    "duration, optional",
    "email",
    "email, unique",
    "phone, optional",
    "person",
    "address, optional",
    "url, optional",
)
NAMES = [
    "name",
    "title",
    "note",
    "amount",
    "code",
    "city",
    "price",
    "level",
    "flag",
    "mail",
    "who",
    "vorname",
    "nachname",
    "prénom",
    "apellido",
    "straße",
    "plz",
    "ville",
    "país",
    "customer_no",
    "vatNumber",
    "iban",
    "sku",
    "order_ref",
    "reason",
    "job_title",
    "opening_hours",
    "diagnosis",
    "latitude",
    "website",
    "beschreibung",
    "bemerkung",
    "menge",
    "betrag",
    "couleur",
    "teléfono",
    "quantity",
    "category",
    "comment",
    "room",
]
ENTITIES = ("Customer", "Product", "Film", "Supplier", "Patient", "Kurs", "Commande", "Vehículo", "Ticket", "Region")
LIFE = {
    "New -> Checked": "Check (Clerk)",
    "Checked -> Sent": "Send (Clerk)",
    "New | Checked -> Cancelled": "Cancel (Boss)",
    "Sent -> Checked": "Take back (Boss)",
}
MOVES = {
    (state, button.partition(" (")[0], after)
    for way, button in LIFE.items()
    for states, _, after in [way.partition(" -> ")]
    for state in states.split(" | ")
}
EVERY = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
PARTS = load(installed=False).parts
TYPES: Mapping[str, FieldType] = load(installed=False).field_types


@st.composite
def entities(draw: st.DrawFn, name: str, earlier: list[str]) -> dict[str, Any]:
    """Return an entity's fields: plain ones, references to earlier entities and to itself, dates in order, a life."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=7, unique=True))
    fields: dict[str, Any] = {each: draw(st.sampled_from(PLAIN)) for each in names}
    if draw(st.booleans()):
        fields |= {"created": "datetime, last 60 days = now", "changed": "datetime, set when changed"}
    if draw(st.booleans()):
        fields |= {"starts": "date, next 20 days", "ends": "date, after starts"}
    if draw(st.booleans()):
        fields |= {"status": LIFE, "sent": "datetime, set when Sent"}
    if draw(st.booleans()):
        fields["part of"] = f"{name}, optional"
    for other in draw(st.lists(st.sampled_from(earlier), max_size=2, unique=True)) if earlier else ():
        fields[f"its {other}"] = f"{other}{draw(st.sampled_from(['', ', optional', ', unique, optional']))}"
    return fields


@st.composite
def specs(draw: st.DrawFn) -> dict[str, Any]:
    """Return a spec of two to four entities, orders with lines among them."""
    found: dict[str, Any] = {}
    for name in draw(st.lists(st.sampled_from(ENTITIES), min_size=1, max_size=3, unique=True)):
        found[name] = draw(entities(name, list(found)))
    found["Order"] = {"placed": "datetime, last 40 days = now", "total": "= sum of Line price"}
    found["Line"] = {
        "order": "Order",
        "number": "number, 1..90, unique with order",
        "pieces": "number, 1..9",
        "each": "money, 1..80",
        "price": "= pieces * each",
    }
    rows = {name: draw(st.integers(1, 14)) for name in found} | {"Line": 25}
    locale = draw(st.sampled_from(["en_GB", "en_US", "de_DE", "fr_FR", "es_ES", "ja_JP", "ar_EG", "hu_HU"]))
    return {
        "solution": "Anything",
        "now": "2026-03-02 09:30",
        "roles": ["Clerk", "Boss"],
        "entities": found,
        "data": {"seed": draw(st.integers(0, 9)), "locale": locale, "rows": rows},
    }


def solution_of(spec: Mapping[str, Any]) -> Solution:
    reading = read_text(json.dumps(spec, ensure_ascii=False), "spec.yaml", PARTS)
    assert reading.solution is not None, [finding.text() for finding in reading.findings]
    return reading.solution


def made(spec: Mapping[str, Any]) -> tuple[Solution, Dataset]:
    solution = solution_of(spec)
    return solution, make(solution, TYPES)


def cells(solution: Solution, data: Dataset) -> Iterator[tuple[Entity, Field, str, Any]]:
    """Yield every stored cell."""
    for name, entity in entities_of(solution).items():
        for key, row in data.rows(name).items():
            yield from ((entity, f, key, row[f.name]) for f in entity.fields.values() if not f.computed)


Invariant = Callable[[Solution, Dataset], None]
INVARIANTS: list[Invariant] = []


def invariant(check: Invariant) -> Invariant:
    """Have a check made of every dataset; one spec is made once for all of them."""
    INVARIANTS.append(check)
    return check


@EVERY
@given(spec=specs())
def test_ten_invariants_hold_of_every_dataset(spec: dict[str, Any]) -> None:
    solution, data = made(spec)
    assert len(INVARIANTS) == 10
    for check in INVARIANTS:
        check(solution, data)


@invariant
def what_is_unique_is_there_once(solution: Solution, data: Dataset) -> None:
    for name, entity in entities_of(solution).items():
        for field in entity.fields.values():
            together = (field.name, *(field.apart.fields if field.apart else ()))
            if field.unique or field.apart:
                values = [tuple(row[part] for part in together) for row in data.rows(name).values()]
                filled = [value for value in values if value[0] is not None]
                assert len(set(filled)) == len(filled), (name, together)


@invariant
def references_lead_to_rows(solution: Solution, data: Dataset) -> None:
    for _, field, _, value in cells(solution, data):
        if field.refers:
            assert value in data.rows(field.refers) if value is not None else not field.required


@invariant
def trees_have_no_circles(solution: Solution, data: Dataset) -> None:
    for entity, field, key, value in cells(solution, data):
        seen, above = {key}, value
        while field.refers == entity.name and above is not None:
            assert above not in seen
            seen.add(above)
            above = data.rows(entity.name)[above][field.name]


@invariant
def dates_are_in_order(solution: Solution, data: Dataset) -> None:
    for name, entity in entities_of(solution).items():
        for row in data.rows(name).values():
            if row.get("starts") and row.get("ends"):
                assert row["starts"] < row["ends"]
            if "created" in row:
                assert row["created"] <= row["changed"] <= NOW
            if row.get("sent") and "created" in row:
                assert row["created"] <= row["sent"] <= NOW
            for field in entity.fields.values():
                above = data.rows(field.refers).get(str(row[field.name]), {}) if field.refers not in {"", name} else {}
                if field.required and above.get("created") and row.get("created"):
                    assert above["created"] <= row["created"]


@invariant
def sums_add_up(solution: Solution, data: Dataset) -> None:
    kinds = entities_of(solution)
    reckoning = Reckoning(kinds, lambda e, k: data.rows(e).get(k), lambda e: data.rows(e).values(), NOW)
    for key, row in data.rows("Order").items():
        lines = [line for line in data.rows("Line").values() if line["order"] == key]
        total = sum(float(str(line["pieces"])) * float(str(line["each"])) for line in lines)
        assert float(str(reckoning.whole(kinds["Order"], row)["total"] or 0)) == pytest.approx(total)


@invariant
def lives_follow_the_moves(solution: Solution, data: Dataset) -> None:
    for name, entity in entities_of(solution).items():
        for row in data.rows(name).values() if entity.status else ():
            assert row["status"] in {"New", "Checked", "Sent", "Cancelled"}
            assert (row["sent"] is not None) == (row["status"] == "Sent")
            history = data.histories.get(name, {}).get(str(row["id"]), ())
            states = [move.after for move in history]
            assert [move.before for move in history] == ["New", *states][: len(history)]
            assert row["status"] == ["New", *states][-1]
            assert {(move.before, move.move, move.after) for move in history} <= MOVES
            assert [move.at for move in history] == sorted(move.at for move in history)


DOMAINS = r"(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|org|net))$"


@invariant
def nothing_reaches_anybody(solution: Solution, data: Dataset) -> None:
    for _, field, _, value in cells(solution, data):
        text = str(value)
        for domain in re.findall(r"@([\w.-]+\w)", text) + re.findall(r"(?:https?://|www\.)([\w.-]+\w)", text):
            assert re.search(DOMAINS, domain), (field.name, text)


@invariant
def numbers_lengths_and_dates_are_within_bounds(solution: Solution, data: Dataset) -> None:
    for _, field, _, value in cells(solution, data):
        low = field.low if field.low is not None else float("-inf")
        high = field.high if field.high is not None else float("inf")
        if value is None or field.stamp:
            continue
        if TYPES[field.type if field.type in TYPES else "text"].span == "number":
            assert low <= float(str(value)) <= high, field.name
        elif isinstance(value, str) and TYPES[field.type if field.type in TYPES else "text"].span == "characters":
            assert low <= len(value) <= high, field.name
        elif isinstance(value, date) and high != float("inf"):
            assert (NOW + timedelta(days=low)).date() <= day_of(value) <= (NOW + timedelta(days=high)).date()


def day_of(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


@invariant
def patterns_options_and_hours_hold(solution: Solution, data: Dataset) -> None:
    for _, field, _, value in cells(solution, data):
        if field.pattern:
            assert re.fullmatch(field.pattern, value)
        if field.options and value is not None:
            assert set(value if isinstance(value, tuple) else (value,)) <= set(field.options)
        if field.hours and isinstance(value, datetime):
            assert value.weekday() < 5
            assert "08:00" <= value.strftime("%H:%M") <= "17:00"


@invariant
def what_must_be_filled_is_and_what_may_be_empty_mostly_is_filled(solution: Solution, data: Dataset) -> None:
    empty: Counter[tuple[str, str]] = Counter()
    for entity, field, _, value in cells(solution, data):
        if value in (None, "", ()):
            assert not field.required or field.stamp, (entity.name, field.name)
            empty[entity.name, field.name] += field.name not in {"part of", "sent"} and not field.unique
    for (name, _), count in empty.items():
        assert count <= max(3, 0.65 * len(data.rows(name)))


@EVERY
@given(spec=specs(), more=st.integers(1, 9))
def test_cells_stay_whatever_else_changes(spec: dict[str, Any], more: int) -> None:
    solution, before = made(spec)
    name, fields = next(iter(spec["entities"].items()))
    first = solution.base.entities[name].title.name  # another first text would give rows another name
    added = {
        first: fields[first],
        "a new one": "number, 5..30",
        **dict(reversed(fields.items())),
        "more": "number",
    }
    changed = {
        **spec,
        "entities": {**spec["entities"], name: added, "New entity": {"name": "text"}},
        "data": {**spec["data"], "rows": {**spec["data"]["rows"], "Line": 25 + more}},
    }
    _, after = made(changed)
    for entity, rows in before.tables.items():
        for key, row in rows.items():
            now = after.rows(entity)[key]
            assert {part: now[part] for part in row} == row


def test_every_process_makes_the_same(tmp_path: Any) -> None:
    spec = {
        "solution": "Anything",
        "now": "2026-03-02 09:30",
        "entities": {"Customer": dict(zip(NAMES, PLAIN, strict=False)), "Order": {"of": "Customer", "status": LIFE}},
        "roles": ["Clerk", "Boss"],
        "data": {"seed": 5, "locale": "de_DE", "rows": {"Customer": 30, "Order": 60}},
    }
    file = tmp_path / "spec.yaml"
    file.write_text(json.dumps(spec), "utf-8")
    code = (
        "import sys; from toolkit.data import fingerprint, make; from toolkit.loader import load;"
        "from toolkit.spec.reading import read_text; known = load(installed=False);"
        "text = open(sys.argv[1], encoding='utf-8').read();"
        "print(fingerprint(make(read_text(text, 'spec.yaml', known.parts).solution, known.field_types)))"
    )
    command = [sys.executable, "-c", code, str(file)]
    other = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "77"})
    assert other.stdout.strip() == fingerprint(made(spec)[1])
