"""The help desk as its roles meet it: what they see, what they can do, and what must not be possible."""

import pytest

from tests.unit.machine.desk import DATASET, block, forged, go, labels, machine, press, titles
from toolkit.domain.action import Create, Go, Place, Transition, from_json, to_json
from toolkit.domain.machine import Refused
from toolkit.domain.view import Facts, Form, Notice, Stats, Table, Timeline


def test_an_employee_starts_with_their_own_tickets_only() -> None:
    desk = machine()
    view = desk.view(desk.start("Employee"))
    assert view.person == "Amelia Hart"
    assert set(titles(view)) == {"VPN not connecting", "Replace keyboard", "Cannot print", "Phone is broken"}


@pytest.mark.parametrize("path", ["ticket/ticket-4", "queue", "ticket/none", "nowhere", "queue/ticket-1", "ticket"])
def test_an_address_that_is_not_an_employees_shows_nothing_of_what_is_there(path: str) -> None:
    desk = machine()
    view = desk.view(go(desk, desk.start("Employee"), path))
    assert view.title == "You cannot see this page"
    assert "Badge lost" not in repr(view.blocks)


def test_an_employee_raises_a_ticket() -> None:
    desk = machine()
    state = press(desk, desk.start("Employee"), "New ticket")
    state = press(desk, state, "Add ticket", title="Wifi is gone", priority="Low")
    view = desk.view(state)
    assert view.title == "Wifi is gone"
    assert [f.value.text for f in block(view, Facts).facts][:2] == ["Open", "Low"]
    assert desk.met(desk.solution.tasks["raise"], state)
    assert "Wifi is gone" in titles(desk.view(go(desk, state, "my-tickets")))


def test_a_ticket_without_a_title_is_not_made_and_what_was_typed_is_kept() -> None:
    desk = machine()
    state = press(desk, desk.start("Employee"), "New ticket")
    state = press(desk, state, "Add ticket", title=" ", description="It is urgent", priority="High")
    form = block(desk.view(state), Form)
    assert {i.name: i.error for i in form.inputs if i.error} == {"title": "Enter a title"}
    assert {i.name: i.value for i in form.inputs}["description"] == "It is urgent"
    assert state.changes == {}


@pytest.mark.parametrize("title", ["Wifi", "x" * 81])
def test_a_title_of_the_wrong_length_is_told(title: str) -> None:
    desk = machine()
    state = press(desk, press(desk, desk.start("Employee"), "New ticket"), "Add ticket", title=title, priority="Low")
    assert "characters" in block(desk.view(state), Form).inputs[0].error


def test_an_employee_can_reopen_their_resolved_ticket_and_nothing_else() -> None:
    desk = machine()
    start = desk.start("Employee")
    assert "Reopen" in labels(desk.view(go(desk, start, "ticket/ticket-5")))
    others = labels(desk.view(go(desk, start, "ticket/ticket-1")))
    assert not {"Reopen", "Triage", "Start work", "Resolve", "Assign"} & set(others)


@pytest.mark.parametrize(
    ("role", "place", "action"),
    [
        ("Employee", "ticket/ticket-2", Transition("Ticket", "ticket-2", "Triage")),
        ("Employee", "ticket/ticket-1", Transition("Ticket", "ticket-1", "Resolve")),
        ("Employee", "my-tickets", Transition("Ticket", "ticket-5", "Reopen")),
        ("Agent", "ticket/ticket-2", Transition("Ticket", "ticket-2", "Resolve")),
        ("Agent", "ticket/ticket-1", Transition("Ticket", "ticket-5", "Reopen")),
        ("Agent", "queue", forged("Ticket", title="Not mine to make")),
        ("Employee", "ticket/ticket-1", forged("User", name="Intruder", role="Agent")),
        ("Team lead", "ticket/ticket-2", Transition("Ticket", "ticket-2", "Start work")),
    ],
)
def test_what_a_view_does_not_offer_is_refused(role: str, place: str, action: Create | Transition) -> None:
    desk = machine()
    state = go(desk, desk.start(role), place)
    with pytest.raises(Refused, match="cannot be done here"):
        desk.step(state, action)


def test_a_comment_cannot_be_sent_to_another_ticket() -> None:
    desk = machine()
    state = go(desk, desk.start("Employee"), "ticket/ticket-1")
    stolen = Create("Comment", "ticket.add.comment", fixed={"ticket": "ticket-4"}, values={"body": "hello"})
    with pytest.raises(Refused):
        desk.step(state, stolen)


def test_a_ticket_goes_through_its_life() -> None:
    desk = machine()
    state = go(desk, desk.start("Agent"), "ticket/ticket-2")
    state = press(desk, state, "Triage")
    assert desk.view(state).place.get("do") == "triage"
    state = press(desk, state, "Triage", priority="Critical")
    facts = {f.label: f.value.text for f in block(desk.view(state), Facts).facts}
    assert facts["Status"] == "Triaged"
    assert facts["Due"].startswith("2 Mar, 10:00")  # two hours after it was created, as it is critical now
    state = press(desk, press(desk, state, "Start work"), "Resolve")
    assert "Resolve" not in labels(desk.view(state))
    row = state.changes["Ticket"]["ticket-2"]
    assert row is not None
    assert row["resolved"] == desk.now
    assert "due" not in row


def test_a_ticket_says_by_how_much_it_is_late() -> None:
    desk = machine("late-first")
    table = block(desk.view(desk.start("Agent")), Table)
    assert table.order == "due"
    assert table.rows[0].cells[0].text == "Badge lost"
    assert table.rows[0].cells[1].text.endswith("d over")
    assert table.rows[0].cells[1].tone == "bad"


def test_the_dashboard_counts_and_leads_to_the_rows_behind() -> None:
    desk = machine("dashboard")
    state = desk.start("Team lead")
    stats = {s.label: s.value for s in block(desk.view(state), Stats).stats}
    assert stats == {"Open": "3", "In progress": "1", "Late": "2"}
    assert set(titles(desk.view(press(desk, state, "Late")))) == {"Cannot print", "Badge lost"}


def test_filters_narrow_search_finds_and_sorting_turns() -> None:
    desk = machine()
    queue = desk.start("Agent")
    assert titles(desk.view(press(desk, queue, "Search", status="Open"))) == ["Replace keyboard", "Badge lost"]
    assert titles(desk.view(press(desk, queue, "Search", q="PRINT cannot"))) == ["Cannot print"]
    assert titles(desk.view(go(desk, queue, "queue?late=yes&sort=due"))) == ["Badge lost", "Cannot print"]
    assert titles(desk.view(go(desk, queue, "queue?sort=-title")))[0] == "VPN not connecting"
    nothing = desk.view(go(desk, queue, "queue?q=zebra"))
    assert block(nothing, Table).rows == ()
    assert "Clear" in labels(nothing)


def test_two_sessions_do_not_meet_and_the_dataset_stays_as_it_was() -> None:
    desk = machine()
    before = repr(DATASET)
    one = press(
        desk, press(desk, desk.start("Employee"), "New ticket"), "Add ticket", title="Only mine", priority="Low"
    )
    assert "Only mine" not in titles(desk.view(desk.start("Employee")))
    assert "Only mine" in titles(desk.view(go(desk, one, "my-tickets")))
    assert repr(DATASET) == before


def test_the_recorded_actions_lead_to_the_same_state() -> None:
    desk = machine()
    actions = [
        Go(Place.at("new-ticket")),
        Create("Ticket", "new-ticket.form", values={"title": "A new one", "priority": "High"}),
        Create("Comment", "ticket.add.comment", fixed={"ticket": "ticket-new-1"}, values={"body": "Please"}),
    ]
    first = second = desk.start("Employee")
    for action in actions:
        first = desk.step(first, action)
        second = desk.step(second, from_json(to_json(action)))
    assert first == second
    assert [m.text for m in block(desk.view(first), Timeline).moments if m.text] == ["Please"]


def test_an_answer_is_right_whatever_its_case_and_quotes() -> None:
    desk = machine()
    task = desk.solution.tasks["find-late"]
    state = desk.start("Team lead")
    assert desk.met(task, state, answer=" 'badge  LOST'. ")
    assert not desk.met(task, state, answer="Cannot print")
    assert not desk.met(task, state, answer="")


def test_a_person_without_rows_is_told_so() -> None:
    nobody = type(DATASET)({**DATASET.tables, "Ticket": {}}, seed=1, locale="en_GB")
    view = machine("", nobody).view(machine("", nobody).start("Employee"))
    assert block(view, Notice).text == "You have asked for nothing yet."
    assert "New ticket" in labels(view)


def test_choosing_a_role_leads_to_its_own_start_and_keeps_what_was_changed() -> None:
    desk = machine()
    made = press(
        desk, press(desk, desk.start("Employee"), "New ticket"), "Add ticket", title="Seen by all", priority="Low"
    )
    state = desk.step(made, Go(Place("queue"), role="Agent"))
    assert desk.view(state).person == "Ravi Patel"
    assert "Seen by all" in titles(desk.view(state))
