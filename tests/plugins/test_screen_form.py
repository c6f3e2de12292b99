"""A form: what it asks for, what it says of mistakes, and where it leads."""

from datetime import date

import pytest

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go, labels, press, titles
from toolkit import Create, Facts, Form, Input, Notice, View
from toolkit.domain.machine import Machine

SPEC = """
solution: Clinic
people: Patient
now: 2026-03-02 09:30
roles: {Patient: {own: Visit}, Nurse: {}}
entities:
  Patient: {name: person}
  Ward: {name: text}
  Visit:
    number: reference number
    reason: {type: "text, 5..20 characters", example: Sore throat}
    fever: yes/no
    day: {type: "date, next 9 days", label: When can you come?}
    pain: number, 0..10
    card: {type: "text, pattern [A-Z]{2}[0-9]{3}, optional, unique", example: AB123}
    note: long text, up to 12 characters, optional
    patient: Patient = me
    made: date = now
    ward: Ward, optional
    status:
      Asked -> Seen: See (Nurse)
screens:
  Visits: {list: Visit, new: Ask}
  Ask: {form: Visit, submit: Send, thanks: We will call you.}
  Visit: {detail: Visit}
"""
ASKED = {"reason": "Sore throat", "fever": "no", "day": "2026-03-03", "pain": "3"}


def clinic(*swaps: tuple[str, str], name: str = "Ana") -> Machine:
    spec = SPEC
    for old, new in swaps:
        spec = spec.replace(old, new)
    return prototype(spec, Patient=[{"name": name}], Ward=[], Visit=[])


def inputs(view: View) -> dict[str, Input]:
    return {i.name: i for i in block(view, Form).inputs}


def test_it_asks_for_what_a_person_can_know() -> None:
    desk = clinic()
    view = desk.view(press(desk, desk.start("Patient"), "Ask"))
    form = block(view, Form)
    assert list(inputs(view)) == ["reason", "fever", "day", "pain", "card", "note", "ward"]
    assert (form.id, form.submit.id, form.submit.label, form.inputs[0].id) == (
        "ask.form",
        "ask.form.submit",
        "Send",
        "ask.form.reason",
    )
    assert [i.name for i in form.inputs if i.required] == ["reason", "fever", "day", "pain"]


def test_it_asks_for_what_the_spec_names_and_nothing_else_is_read() -> None:
    desk = clinic(("submit: Send", "ask: [reason]"))
    state = press(desk, desk.start("Patient"), "Ask")
    made = press(
        desk, state, "Add visit", reason="Sore throat", status="Seen", pain="9", patient="patient-2", number="X"
    )
    row = made.changes["Visit"]["visit-new-1"]
    assert row is not None
    assert (row["status"], row["pain"], row["patient"]) == ("Asked", None, "patient-1")
    assert len(str(row["number"])) == 6


def test_what_was_made_is_shown_and_can_be_gone_back_from() -> None:
    desk = clinic()
    state = press(desk, press(desk, desk.start("Patient"), "Ask"), "Send", **ASKED)
    view = desk.view(state)
    assert (state.place.path, block(view, Notice).text) == ("visit/visit-new-1", "We will call you.")
    assert {f.label: f.value.text for f in block(view, Facts).facts}["Made"] == "2 Mar 2026"
    assert titles(desk.view(press(desk, state, "Visits"))) == ["Sore throat"]
    row = state.changes["Visit"]["visit-new-1"]
    assert row is not None
    assert (row["made"], row["fever"], row["day"]) == (date(2026, 3, 2), False, date(2026, 3, 3))


@pytest.mark.parametrize(
    ("name", "typed", "message"),
    [
        ("reason", "  ", "Enter a reason"),
        ("reason", "Sore", "Reason must be 5 characters or more"),
        ("reason", "x" * 21, "Reason must be 20 characters or fewer"),
        ("fever", "", "Choose yes or no"),
        ("day", "", "Enter an answer"),
        ("day", "2026-03-01", "When can you come? must not be in the past"),
        ("pain", "11", "Pain must be between 0 and 10"),
        ("pain", "nan", "Pain must be a number, like 12"),
        ("card", "ab123", "Card is not in the right form, like AB123"),
        ("note", "x" * 13, "Note must be 12 characters or fewer"),
        ("note", "x" * 10_001, "Note must be 10,000 characters or fewer"),
        ("ward", "ward-1", "Choose a ward from the list"),
    ],
)
def test_a_mistake_is_told_at_its_field_and_nothing_typed_is_lost(name: str, typed: str, message: str) -> None:
    desk = clinic()
    state = press(desk, press(desk, desk.start("Patient"), "Ask"), "Send", **ASKED | {name: typed})
    asked = inputs(desk.view(state))
    assert {n: i.error for n, i in asked.items() if i.error} == {name: message}
    assert {n: asked[n].value for n in ASKED} == ASKED | ({name: typed} if name in ASKED else {})
    assert state.changes == {}


def test_a_mistake_is_forgotten_when_one_goes_elsewhere() -> None:
    desk = clinic()
    wrong = press(desk, press(desk, desk.start("Patient"), "Ask"), "Send", reason="x")
    again = press(desk, press(desk, wrong, "Cancel"), "Ask")
    assert not [i for i in inputs(desk.view(again)).values() if i.error or (i.name == "reason" and i.value)]


def test_what_is_unique_is_taken_once_however_it_is_capitalised() -> None:
    desk = clinic(("pattern [A-Z]{2}[0-9]{3}, ", ""))
    state = press(desk, press(desk, desk.start("Patient"), "Ask"), "Send", **ASKED, card="Ab1")
    again = press(desk, press(desk, press(desk, state, "Visits"), "Ask"), "Send", **ASKED, card="aB1")
    assert inputs(desk.view(again))["card"].error == "Card is already taken"


def test_bounds_are_said_in_full() -> None:
    desk = clinic(("0..10", "0..2500000"))
    state = press(desk, press(desk, desk.start("Patient"), "Ask"), "Send", **ASKED | {"pain": "-1"})
    pain = inputs(desk.view(state))["pain"]
    assert (pain.error, pain.high) == ("Pain must be between 0 and 2,500,000", "2500000")


def test_it_can_be_left_from_wherever_one_came_in_by() -> None:
    desk = clinic()
    direct = go(desk, desk.start("Patient"), "ask")
    assert {"Cancel", "Visits"} <= set(labels(desk.view(direct)))
    assert press(desk, direct, "Cancel").place.path == "visits"


def test_it_leads_to_the_screen_named_or_where_that_cannot_be_seen_back() -> None:
    listed = clinic(("submit: Send", "then: Visits"))
    made = press(listed, press(listed, listed.start("Nurse"), "Ask"), "Add visit", **ASKED)
    assert (made.place.path, block(listed.view(made), Notice).text) == ("visits", "We will call you.")
    hidden = clinic(("{detail: Visit}", "{detail: Visit, for: Nurse}"))
    made = press(hidden, press(hidden, hidden.start("Patient"), "Ask"), "Send", **ASKED)
    assert made.place.path == "visits"


def test_it_may_lead_to_what_the_new_row_refers_to() -> None:
    spec = """
    solution: Shop
    entities: {Order: {title: text}, Line: {what: text, order: Order}}
    screens: {Orders: {list: Order}, Order: {detail: Order}, Add: {form: Line, then: Order}}
    """
    desk = prototype(spec, Order=[{"title": "A"}, {"title": "B"}], Line=[])
    state = press(desk, go(desk, desk.start("Everyone"), "add"), "Add line", what="Tea", order="order-2")
    assert state.place.path == "order/order-2"


def test_a_form_can_be_sent_only_where_it_stands() -> None:
    desk = clinic()
    action = Create("Visit", "ask.form", values=ASKED)
    with pytest.raises(Exception, match="cannot be done here"):
        desk.step(desk.start("Patient"), action)
