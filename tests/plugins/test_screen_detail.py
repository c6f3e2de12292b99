"""A detail: the facts of one row, what can be done to it, and what belongs to it."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go, labels, press
from toolkit import Cell, Delete, Facts, Form, Notice, Table, Thread, Timeline, Update, View
from toolkit.domain.dataset import Moved
from toolkit.domain.machine import Machine, Refused
from toolkit.domain.planner import Plan, plan
from toolkit.domain.state import State

SPEC = """
solution: Repairs
people: Person
now: 2026-03-02 09:30
roles: {Tenant: {own: Repair}, Janitor: {}}
entities:
  Person: {name: person}
  Repair:
    what: text, 3..40 characters
    tenant: Person = me
    due: date, optional
    price: money, optional
    done: date, set when Done
    late: "= status == 'Done' ? done > due : due < now"
    status:
      Open -> Done: Repair (Janitor), asks price
      Open -> Dropped: Close (Janitor)
      Done -> Filed: Close (Janitor)
      any -> Open: Back (Janitor)
  Note: {repair: Repair, by: Person = me, text: "long text, 1..200 characters", at: datetime = now}
  Part: {name: text, repair: Repair, price: money}
screens:
  Repairs: {list: Repair}
  Repair:
    detail: Repair
    for: Janitor
    show: [status, tenant, due, late, price]
    edit: [what, due, tenant]
    delete: true
    related: {Note: [text], Part: []}
  My repair: {detail: Repair, for: Tenant, done: We are on our way.}
"""
PEOPLE = [{"name": "Ana"}, {"name": "Ben"}]


def repair(what: str, **more: Any) -> dict[str, Any]:
    row = {"what": what, "tenant": "person-1", "due": date(2026, 2, 27), "price": None, "done": None, "status": "Open"}
    return row | more


REPAIRS = [
    repair("Tap drips"),
    repair("Door", status="Done", done=date(2026, 3, 1)),
    repair("Bell", tenant="person-2", due=None),
]
NOTES = [
    {"repair": "repair-1", "by": "person-1", "text": "It is loud", "at": datetime(2026, 3, 1, 9)},
    {"repair": "repair-1", "by": "person-2", "text": "Sorry", "at": datetime(2026, 2, 27, 9)},
    {"repair": "repair-2", "by": "person-2", "text": "Elsewhere", "at": datetime(2026, 2, 28, 9)},
]
PARTS = [{"name": "Seal", "repair": "repair-1", "price": 2.5}, {"name": "Hinge", "repair": "repair-2", "price": 9.0}]


def house() -> Machine:
    return prototype(SPEC, Person=PEOPLE, Repair=REPAIRS, Note=NOTES, Part=PARTS)


def at(desk: Machine, path: str, role: str = "Janitor") -> State:
    return go(desk, desk.start(role), path)


def facts(view: View) -> dict[str, Cell]:
    return {f.label: f.value for f in block(view, Facts).facts}


def test_the_facts_that_the_spec_names_are_shown_under_the_rows_title() -> None:
    desk = house()
    view = desk.view(at(desk, "repair/repair-1"))
    assert view.title == "Tap drips"
    assert {label: cell.text for label, cell in facts(view).items()} == {
        "Status": "Open",
        "Tenant": "Ana",
        "Due": "27 Feb 2026 · 3 d over",
        "Late": "Yes",
        "Price": "–",
    }
    assert [f.id for f in block(view, Facts).facts][:2] == ["repair.status", "repair.tenant"]


def test_what_is_over_is_loud_only_as_long_as_something_can_be_done() -> None:
    desk = house()
    open_, done = facts(desk.view(at(desk, "repair/repair-1"))), facts(desk.view(at(desk, "repair/repair-2")))
    assert (open_["Due"].tone, open_["Late"].tone) == ("bad", "bad")
    assert done["Due"] == Cell("27 Feb 2026 · 2 d over")
    assert done["Late"] == Cell("Yes", "chip")


def test_a_date_that_something_is_worked_out_from_is_not_over() -> None:
    spec = """
    solution: News
    now: 2026-03-02 09:30
    entities: {Item: {title: text, sent: datetime, read: datetime, fresh: "= sent > now - days(3)",
               late: "= sent + days(1) < now", overdue: "= read < now"}}
    screens: {Items: {list: Item}, Item: {detail: Item}}
    """
    desk = prototype(spec, Item=[{"title": "A", "sent": datetime(2026, 3, 1, 8), "read": datetime(2026, 3, 1, 9, 30)}])
    shown = facts(desk.view(at(desk, "item/item-1", "Everyone")))
    assert (shown["Sent"].text, shown["Read"].text) == ("1 Mar, 08:00", "1 Mar, 09:30 · 24 h over")


def test_a_button_leads_to_the_state_that_it_leads_to_from_here() -> None:
    desk = house()
    assert facts(desk.view(press(desk, at(desk, "repair/repair-1"), "Close")))["Status"].text == "Dropped"
    filed = press(desk, at(desk, "repair/repair-2"), "Close")
    assert facts(desk.view(filed))["Status"].text == "Filed"
    assert block(desk.view(filed), Notice).text == "Status is now Filed."


def test_a_move_from_anywhere_is_not_offered_where_it_leads_nowhere() -> None:
    desk = house()
    moves = [c.label for c in desk.view(at(desk, "repair/repair-1")).controls() if c.id.startswith("repair.do.")]
    assert moves == ["Repair", "Close"]


def test_a_button_may_be_called_like_the_way_back() -> None:
    desk = house()
    ids = [c.id for c in desk.view(at(desk, "repair/repair-2")).controls()]
    assert {"repair.back", "repair.do.back"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_move_asks_and_says_what_is_wrong_and_can_be_left() -> None:
    desk = house()
    asking = press(desk, at(desk, "repair/repair-1"), "Repair")
    wrong = press(desk, asking, "Repair", price="a lot")
    form = block(desk.view(wrong), Form)
    assert (form.id, form.inputs[0].value, form.inputs[0].error) == (
        "repair.do.repair",
        "a lot",
        "Price must be a number, like 12",
    )
    left = press(desk, wrong, "Cancel")
    assert left.attempt is None
    assert "Edit" in labels(desk.view(left))
    done = press(desk, asking, "Repair", price="12,5")
    assert facts(desk.view(done))["Price"].text.startswith("12.50")
    assert done.changes["Repair"]["repair-1"] == REPAIRS[0] | {
        "id": "repair-1",
        "status": "Done",
        "done": date(2026, 3, 2),
        "price": 12.5,
    }


def test_editing_starts_with_what_is_there_and_saves_what_is_asked_for_only() -> None:
    desk = house()
    state = press(desk, at(desk, "repair/repair-1"), "Edit")
    form = block(desk.view(state), Form)
    assert {i.id: i.value for i in form.inputs} == {
        "repair.edit.what": "Tap drips",
        "repair.edit.due": "2026-02-27",
        "repair.edit.tenant": "person-1",
    }
    saved = press(desk, state, "Save", what="Tap", due="", tenant="person-1", status="Done", price="5")
    wrong = block(desk.view(press(desk, state, "Save", what="T", due="", tenant="person-9")), Form)
    assert saved.changes["Repair"]["repair-1"] == REPAIRS[0] | {"id": "repair-1", "what": "Tap", "due": None}
    assert block(desk.view(saved), Notice).text == "Saved."
    assert [i.error for i in wrong.inputs] == [
        "What must be 3 characters or more",
        "",
        "Choose a tenant from the list",
    ]


def test_a_notice_is_gone_with_the_next_step() -> None:
    desk = house()
    state = press(desk, at(desk, "repair/repair-1"), "Close")
    assert press(desk, state, "Edit").notice == ""
    assert press(desk, state, "Repairs").notice == ""


def test_a_deleted_row_is_gone_everywhere_and_its_address_says_so() -> None:
    desk = house()
    asked = press(desk, at(desk, "repair/repair-1"), "Delete")
    assert (asked.place.path, asked.changes) == ("repair/repair-1?do=delete", {})
    assert block(desk.view(asked), Notice).heading == "Delete repair?"
    assert press(desk, asked, "Cancel").place.path == "repair/repair-1"
    gone = press(desk, asked, "Delete repair")
    assert (gone.place.path, block(desk.view(gone), Notice).text) == ("repairs", "Repair deleted.")
    for path in ("repair/repair-1", "repair/repair-1?do=edit"):
        view = desk.view(go(desk, gone, path))
        assert view.title == "You cannot see this page"
        assert labels(view)[-1] == "Go to the start"
    with pytest.raises(Refused):
        desk.step(go(desk, gone, "repair/repair-1"), Delete("Repair", "repair-1"))
    with pytest.raises(Refused):
        desk.step(go(desk, gone, "repair/repair-1"), Update("Repair", "repair-1", "repair.edit"))


def test_what_belongs_to_a_row_is_a_thread_where_somebody_speaks_and_a_table_else() -> None:
    desk = house()
    view = desk.view(at(desk, "repair/repair-1"))
    posts = block(view, Thread).posts
    assert [(p.author, p.when, p.text) for p in posts] == [
        ("Ben", "27 Feb, 09:00", "Sorry"),
        ("Ana", "1 Mar, 09:00", "It is loud"),
    ]
    table = block(view, Table)
    assert [[c.text for c in row.cells] for row in table.rows] == [["Seal", "2.50"]]
    assert [(c.id, c.align) for c in table.columns] == [("repair.part.name", "left"), ("repair.part.price", "right")]
    bell = desk.view(at(desk, "repair/repair-3"))
    assert (block(bell, Thread).empty, block(bell, Table).empty) == ("No notes yet.", "No parts yet.")


def test_adding_to_a_row_stays_with_it_and_belongs_to_it_whatever_is_sent() -> None:
    desk = house()
    state = press(desk, at(desk, "repair/repair-3"), "Add note", text="Soon", by="person-2", repair="repair-1")
    posts = block(desk.view(state), Thread).posts
    assert [(p.author, p.text) for p in posts] == [("Ana", "Soon")]
    assert block(desk.view(state), Notice).text == "Note added."
    assert block(desk.view(state), Form).id == "repair.add.note"


def test_a_tenant_sees_their_own_and_what_the_spec_has_to_say() -> None:
    desk = house()
    view = desk.view(at(desk, "my-repair/repair-1", "Tenant"))
    assert block(view, Notice).text == "We are on our way."
    assert not {"Edit", "Delete", "Close"} & set(labels(view))
    for path in ("my-repair/repair-3", "repair/repair-1", "my-repair"):
        assert desk.view(at(desk, path, "Tenant")).title == "You cannot see this page"


def test_a_timeline_tells_what_is_known_to_have_happened_in_time_order_with_the_comments_among_it() -> None:
    desk = told()
    view = desk.view(at(desk, "repair/repair-1"))
    assert moments(view) == [
        ("Asked on", "26 Feb, 08:00", "Ana", ""),
        ("Note", "27 Feb, 09:00", "Ben", "Sorry"),
        ("Note", "1 Mar, 09:00", "Ana", "It is loud"),
    ]
    assert not [b for b in view.blocks if isinstance(b, Thread)]
    assert block(view, Form).label == "Add a note"


def test_a_timeline_tells_the_moves_of_this_session_by_their_stamp_or_by_the_states() -> None:
    desk = told()
    asked = press(desk, at(desk, "repair/repair-1"), "Repair")
    done = desk.view(press(desk, asked, "Repair", price="12"))
    assert moments(done)[-1] == ("Done", "2 Mar 2026", "", "")
    dropped = desk.view(press(desk, at(desk, "repair/repair-3"), "Close"))
    assert moments(dropped)[-1] == ("Status changed from Open to Dropped", "Now", "", "")


def test_a_timeline_tells_who_brought_the_row_into_its_state_and_says_no_date_twice() -> None:
    moves = (
        Moved(datetime(2026, 2, 27, 10), "person-2", "Open", "Done", "Repair"),
        Moved(datetime(2026, 2, 27, 15), "person-1", "Done", "Open", "Back"),
        Moved(datetime(2026, 3, 1, 8, 15), "", "Open", "Done", "Repair"),
    )
    first = told()
    dataset = replace(first.dataset, histories={"Repair": {"repair-2": moves}})
    desk = Machine(first.solution, "", dataset, first.parts)
    view = desk.view(at(desk, "repair/repair-2"))
    assert moments(view) == [
        ("Asked on", "26 Feb, 08:00", "Ana", ""),
        ("Done", "27 Feb, 10:00", "Ben", ""),
        ("Open", "27 Feb, 15:00", "Ana", ""),
        ("Note", "28 Feb, 09:00", "Ben", "Elsewhere"),
        ("Done", "1 Mar, 08:15", "", ""),
    ]
    assert len({moment.id for moment in block(view, Timeline).moments}) == 5


def test_a_timeline_says_nothing_of_what_lies_ahead_or_of_dates_that_are_no_events() -> None:
    desk = told(asked_on=datetime(2026, 3, 9))
    assert [m for m in moments(desk.view(at(desk, "repair/repair-1"))) if m[0] != "Note"] == []


def test_a_comment_of_which_nobody_knows_when_it_was_made_is_not_lost() -> None:
    desk = told(notes=[{"repair": "repair-1", "by": "person-2", "text": "Hello", "at": None}])
    assert moments(desk.view(at(desk, "repair/repair-1")))[-1] == ("Note", "", "Ben", "Hello")


def test_a_new_comment_joins_the_timeline() -> None:
    desk = told()
    view = desk.view(press(desk, at(desk, "repair/repair-3"), "Add note", text="On my way"))
    assert moments(view)[-1] == ("Note", "2 Mar, 09:30", "Ana", "On my way")


def told(asked_on: datetime = datetime(2026, 2, 26, 8), notes: list[dict[str, Any]] | None = None) -> Machine:
    """Return the house with a timeline on its repairs, which say when they were asked for."""
    spec = SPEC.replace("    delete: true\n", "    delete: true\n    timeline: true\n")
    spec = spec.replace("    due: date, optional\n", "    due: date, optional\n    asked_on: datetime = now\n")
    repairs = [{**row, "asked_on": asked_on} for row in REPAIRS]
    return prototype(spec, Person=PEOPLE, Repair=repairs, Note=NOTES if notes is None else notes, Part=PARTS)


def moments(view: View) -> list[tuple[str, str, str, str]]:
    return [(m.what, m.when, m.who, m.text) for m in block(view, Timeline).moments]


def test_a_note_that_a_move_asks_for_is_needed_by_that_move_alone() -> None:
    spec = """
    solution: Desk
    roles: [Agent]
    entities:
      Ticket:
        title: text
        resolution: "long text, required when status == 'Resolved'"
        status: {Open -> Resolved: "Resolve (Agent), asks resolution"}
    """
    desk = prototype(spec, Ticket=[{"title": "Printer", "resolution": None, "status": "Open"}])
    made = press(desk, go(desk, desk.start("Agent"), "new-ticket"), "Add ticket", title="Phone")
    assert made.attempt is None
    asked = press(desk, go(desk, desk.start("Agent"), "ticket/ticket-1"), "Resolve")
    assert [(i.name, i.required) for i in block(desk.view(asked), Form).inputs] == [("resolution", True)]
    refused = press(desk, asked, "Resolve", resolution="")
    assert refused.attempt is not None
    done = press(desk, asked, "Resolve", resolution="New toner")
    assert done.changes["Ticket"]["ticket-1"]["resolution"] == "New toner"


def test_rows_that_refer_to_a_row_lead_to_their_own_pages_if_these_are_the_roles() -> None:
    spec = """
    solution: House
    roles: [Janitor, Tenant]
    entities: {Repair: {what: text}, Part: {name: text, repair: Repair}}
    screens:
      Repairs: {list: Repair}
      Repair: {detail: Repair, related: {Part: []}}
      Part: {detail: Part, for: Janitor}
    """
    desk = prototype(spec, Repair=[{"what": "Tap"}], Part=[{"name": "Washer", "repair": "repair-1"}])
    assert desk.view(press(desk, at(desk, "repair/repair-1"), "Washer")).title == "Washer"
    assert "Washer" not in labels(desk.view(at(desk, "repair/repair-1", "Tenant")))


NOTED = """
solution: Desk
people: User
now: 2026-03-02 09:30
roles: [Agent]
entities:
  User: {name: person}
  Ticket:
    title: text
    assignee: User, optional
    status: {Open -> Resolved: "Resolve (Agent), asks assignee and Comment.body"}
  Comment: {ticket: Ticket, author: User = me, body: "long text, 5..200 characters", at: datetime = now}
screens:
  Tickets: {list: Ticket}
  Ticket: {detail: Ticket, related: {Comment: []}}
tasks:
  close: {as: Agent, say: "The printer works again. Say so.", done: {Ticket: {title: Printer, status: Resolved}}}
"""
TICKETS: list[dict[str, Any]] = [{"title": t, "assignee": None, "status": "Open"} for t in ("Printer", "Phone")]


def test_a_note_that_a_move_asks_for_can_become_a_comment() -> None:
    desk = prototype(NOTED, User=[{"name": "Ravi"}], Ticket=TICKETS)
    asked = press(desk, go(desk, desk.start("Agent"), "ticket/ticket-1"), "Resolve")
    form = block(desk.view(asked), Form)
    assert [(i.name, i.label, i.required) for i in form.inputs] == [
        ("assignee", "Assignee", False),
        ("Comment.body", "Comment", True),
    ]
    refused = press(desk, asked, "Resolve", **{"Comment.body": "No"})
    assert not refused.changes
    assert block(desk.view(refused), Form).inputs[1].value == "No"
    let_pass = press(desk, replace(asked, lenient=True), "Resolve", **{"Comment.body": "No"})
    assert [post.text for post in block(desk.view(let_pass), Thread).posts] == ["No"]
    unsaid = press(desk, replace(asked, lenient=True), "Resolve", **{"Comment.body": ""})
    assert (list(unsaid.changes), unsaid.attempt) == (["Ticket"], None)
    done = press(desk, asked, "Resolve", assignee="user-1", **{"Comment.body": "New toner"})
    (post,) = block(desk.view(done), Thread).posts
    assert (post.author, post.when, post.text) == ("Ravi", "2 Mar, 09:30", "New toner")
    ticket = done.changes["Ticket"]["ticket-1"]
    assert ticket is not None
    assert set(ticket) == {"id", "title", "assignee", "status"}


def test_a_note_for_several_rows_becomes_a_comment_on_each() -> None:
    desk = prototype(NOTED, User=[{"name": "Ravi"}], Ticket=TICKETS)
    asked = press(desk, desk.start("Agent"), "Resolve", rows="ticket-1\nticket-2")
    done = press(desk, asked, "Resolve", **{"Comment.body": "All done"})
    comments = [row for row in done.changes["Comment"].values() if row]
    assert {(c["ticket"], c["body"]) for c in comments} == {("ticket-1", "All done"), ("ticket-2", "All done")}


def test_the_planner_writes_the_note_that_a_move_asks_for() -> None:
    desk = prototype(NOTED, User=[{"name": "Ravi"}], Ticket=TICKETS)
    found = plan(desk, desk.solution.tasks["close"])
    assert isinstance(found, Plan)
    assert found.steps[-1].values["Comment.body"] == "The printer works again"
