"""A prototype in another language: everything it says, by the same ids and addresses, and done by the same plans."""

from tests.plugins.prototype import prototype
from toolkit.domain.action import Create, Go, Place, filled
from toolkit.domain.gestures import gestures
from toolkit.domain.language import ENGLISH
from toolkit.domain.machine import Machine
from toolkit.domain.planner import plan
from toolkit.domain.view import Facts, Form, Table
from toolkit.languages import language
from toolkit.printing import draw_view

SPEC = """
solution: Repairs
now: 2026-03-02 09:30
roles: [Clerk]
entities:
  Order (Orders):
    title: text, 5..20 characters
    price: money, 1..500 EUR
    urgent: yes/no, optional
    kind: one of High, Low
    due: date
screens:
  Orders: {list: Order, show: [title, price, kind, due], filter: [kind], new: New order}
  New order: {form: Order, ask: [title, price, urgent, kind, due], then: Order}
  Order: {detail: Order, delete: true}
tasks:
  ask: {as: Clerk, say: Order a thing of 12.50, done: {Order: {kind: Low}}}
"""
OWN = {"Orders": "Aufträge", "Order": "Auftrag", "New order": "Neuer Auftrag", "High": "Hoch", "Low": "Niedrig",
       "Title": "Titel", "Price": "Preis", "Clerk": "Angestellte", "Kind": "Art", "Due": "Fällig"}  # fmt: skip


def repairs() -> Machine:
    rows = [{"title": "A lamp", "price": 1234.5, "urgent": True, "kind": "High", "due": None}]
    return prototype(SPEC, Order=rows)


def german() -> Machine:
    return repairs().speaking(language("de").with_texts(OWN))


def test_ids_and_addresses_are_the_same_in_every_language() -> None:
    english, other = repairs(), german()
    for place in ("orders", "new-order", "order/order-1"):
        views = [m.view(m.step(m.start("Clerk"), Go(Place.at(place)))) for m in (english, other)]
        assert [c.id for c in views[0].controls()] == [c.id for c in views[1].controls()]
        assert views[0].title != views[1].title or place == "order/order-1"


def test_what_the_spec_and_the_toolkit_say_is_said_in_the_language() -> None:
    machine = german()
    view = machine.view(machine.start("Clerk"))
    table = next(block for block in view.blocks if isinstance(block, Table))
    form = next(block for block in view.blocks if isinstance(block, Form))
    assert (view.title, [c.label for c in table.columns]) == ("Aufträge", ["Titel", "Preis", "Art", "Fällig"])
    assert [cell.text for cell in table.rows[0].cells] == ["A lamp", "1.234,50\u00a0€", "Hoch", "–"]
    assert table.rows[0].cells[2].tone == "warn"
    assert (form.inputs[0].label, [c.label for c in form.inputs[1].choices]) == ("Suchen", ["Alle", "Hoch", "Niedrig"])
    assert form.tally == "1 Auftrag"


def test_what_is_typed_is_read_as_in_the_language_and_kept_in_the_original() -> None:
    machine = german()
    state = machine.step(machine.start("Clerk"), Go(Place.at("new-order")))
    form = next(block for block in machine.view(state).blocks if isinstance(block, Form))
    typed = {"title": "A chair", "price": "12,50", "urgent": "yes", "kind": "Low", "due": "2026-03-05"}
    made = machine.step(state, filled(form.submit.action, typed))
    row = machine.scene(made).row
    assert row is not None
    assert (row["price"], row["kind"], made.notice) == (12.5, "Low", "Auftrag hinzugefügt.")
    facts = next(block for block in repairs().view(made).blocks if isinstance(block, Facts))
    assert {fact.label: fact.value.text for fact in facts.facts}["Price"] == "12.50\u00a0EUR"


def test_mistakes_are_told_in_the_language() -> None:
    machine = german()
    state = machine.step(machine.start("Clerk"), Go(Place.at("new-order")))
    action = Create("Order", form="new-order.form")
    wrong = machine.step(state, filled(action, {"title": "Eh", "price": "viel", "kind": "", "due": "gestern"}))
    assert wrong.attempt is not None
    assert wrong.attempt.errors == {
        "title": "Titel muss mindestens 5 Zeichen haben",
        "price": "Preis: geben Sie eine Zahl ein, wie 12",
        "kind": "Art: bitte auswählen",
        "due": "Fällig: geben Sie ein Datum ein, wie 2026-03-05".replace("03-05", "03-27"),
    }


def test_a_plan_is_found_and_done_by_the_names_of_the_language() -> None:
    machine = german()
    found = plan(machine, machine.solution.tasks["ask"])
    state, names = machine.start("Clerk"), []
    for step in found.steps:
        view = machine.view(state)
        names += [str(g) for g in gestures(view, step.control, step.values)]
        state = machine.step(state, step.action)
    said = " ".join(names)
    assert machine.met(machine.solution.tasks["ask"], state)
    assert all(name in said for name in ("Neuer Auftrag", "Titel", "Niedrig", "Auftrag hinzufügen"))


def test_a_drawing_says_everything_in_the_language_and_the_way_it_is_read() -> None:
    arabic = repairs().speaking(language("ar").with_texts({"Orders": "الطلبات"}))
    drawn = draw_view(arabic.view(arabic.start("Clerk")), base="/p")
    assert (arabic.language.direction, arabic.language.tag) == ("rtl", "ar")
    for english, own in (
        ("Skip to content", "انتقل إلى المحتوى"),
        (">Search<", "بحث"),
        ("Orders</h1>", "الطلبات</h1>"),
    ):
        assert english not in drawn
        assert own in drawn


def test_english_reads_no_catalogue() -> None:
    assert language("en") is ENGLISH
    assert not ENGLISH.messages
    machine = repairs()
    assert machine.speaking(ENGLISH) is machine


def test_a_value_of_the_other_direction_turns_nothing_of_the_sentence_around_it() -> None:
    assert ENGLISH.say("“{title}” is gone.", title="שלום") == "“\u2068שלום\u2069” is gone."
    assert ENGLISH.say("“{title}” is gone.", title="\u202eback") == "“\u2068\u202eback\u2069” is gone."
    assert ENGLISH.say("“{title}” is gone.", title="Straße, 漢字") == "“Straße, 漢字” is gone."
    assert ENGLISH.count("{n} of {who}", "{n} of {who}", 2, who="علي") == "2 of \u2068علي\u2069"
    assert language("ar").say("{a}", a="علي") == "علي"
