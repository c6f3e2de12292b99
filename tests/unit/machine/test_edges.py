"""What a prototype makes of the odd case: nothing to see, nothing to compare, names in circles, addresses too long."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go, labels, machine, press, titles
from toolkit.domain.action import Go, Place, filled, from_json, to_json
from toolkit.domain.expression import Expression, ExpressionError
from toolkit.domain.machine import Machine
from toolkit.domain.solution import Role
from toolkit.domain.tone import tone
from toolkit.domain.view import Cell, Facts, Notice, Table


def test_a_role_without_any_screen_is_told_so_and_sent_nowhere() -> None:
    desk = machine()
    app = replace(desk.app, roles={**desk.app.roles, "Auditor": Role("Auditor")})
    desk = Machine(replace(desk.solution, base=app), "", desk.dataset, desk.parts)
    state = desk.start("Auditor")
    view = desk.view(state)
    assert state.place.path
    assert block(view, Notice).text == "This prototype has no screen for the role Auditor."
    assert labels(view) == []


def test_the_way_back_leads_to_the_list_as_it_was_narrowed() -> None:
    desk = machine()
    state = go(desk, go(desk, desk.start("Agent"), "queue?status=Open&page=1"), "ticket/ticket-2")
    back = desk.view(state).back
    assert back is not None
    assert (back.id, back.label, back.action) == ("ticket.back", "Queue", Go(Place.at("queue?page=1&status=Open")))


def test_the_way_back_never_leads_to_what_cannot_be_seen() -> None:
    desk = machine()
    state = go(desk, go(desk, desk.start("Employee"), "queue"), "ticket/ticket-1")
    back = desk.view(state).back
    assert back is not None
    assert back.action == Go(Place("my-tickets"))


@pytest.mark.parametrize("text", ["x" * 5000, "é€😀" * 900, "a&b=c?d/e%20%", "  spaced  "])
def test_what_is_searched_for_is_read_back_as_it_was_written_down(text: str) -> None:
    action = filled(Go(Place("queue").with_(page="3")), {"q": text, "page": "9"})
    assert from_json(to_json(action)) == action
    assert isinstance(action, Go)
    assert (len(action.place.get("q")) <= 200, action.place.get("page")) == (True, "")


def test_a_condition_on_an_empty_field_is_a_no_and_not_an_error() -> None:
    condition = Expression("due < now && !(due > now)")
    assert condition.holds({"due": None, "now": datetime(2026, 3, 2)}) is False
    assert condition.holds({"due": datetime(2026, 3, 1), "now": datetime(2026, 3, 2)}) is True


@pytest.mark.parametrize("text", ["1 / count > 0", "due + days(count) < due", "'a' in tags", "missing"])
def test_a_condition_that_cannot_be_worked_out_is_a_no(text: str) -> None:
    names = {"count": 0, "due": datetime(9999, 12, 31), "tags": None}
    assert Expression(text).holds(names | ({"count": 9} if "days" in text else {})) is False


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("price * count", 37.5),
        ("price * 2", 25.0),
        ("count * 1.5", 4.5),
        ("price + count + 1", 16.5),
        ("count * 2", 6),
        ("count / 2", 1),
        ("name == '2' ? price * 10 : 0.5", 125.0),
        ("price > 12 && count > 2", True),
        ("hours(price * 2)", timedelta(hours=25)),
    ],
)
def test_money_and_counts_can_be_reckoned_with_together(text: str, value: object) -> None:
    assert Expression(text).value({"price": 12.5, "count": 3, "name": "2"}) == value


@pytest.mark.parametrize("text", ["price * name", "count / 0", "price / none", "missing * 1.5"])
def test_what_cannot_be_reckoned_with_is_said_in_the_words_of_the_spec(text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        Expression(text).value({"price": 12.5, "count": 3, "name": "2", "none": None})
    assert caught.value.what.startswith(f"'{text}' cannot be worked out")


def test_names_that_an_expression_binds_itself_may_be_names_of_fields_too() -> None:
    expression = Expression("tags.exists(x, x == 'a') && x > 1")
    assert expression.holds({"tags": ("a",), "x": 2}) is True


SPEC = """
solution: Odd
now: 2026-03-02 09:30
entities:
  Task:
    due: date, optional
    name: text, optional
    done: date, set when Done
    rest: "= due - now"
    note: "= name == 'rest' ? 'due' : 'late is a word here'"
    soon: "= rest < days(2)"
    status:
      Open -> Done: Finish
screens:
  Tasks: {list: Task, show: [name, due, done, rest, note, soon]}
  Task: {detail: Task}
"""


def odd(*rows: dict[str, Any]) -> Machine:
    return prototype(SPEC, Task=[{"due": None, "name": None, "done": None, "status": "Open"} | row for row in rows])


def facts(desk: Machine, path: str) -> dict[str, Cell]:
    return {f.label: f.value for f in block(desk.view(go(desk, desk.start("Everyone"), path)), Facts).facts}


def test_a_computed_field_may_use_another_and_names_in_quotes_are_only_words() -> None:
    desk = odd({"name": "rest", "due": date(2026, 3, 3)}, {"name": "A"})
    first, second = facts(desk, "task/task-1"), facts(desk, "task/task-2")
    assert (first["Rest"].text, first["Note"].text, first["Soon"].text) == ("14 h 30 min", "due", "Yes")
    assert (second["Rest"].text, second["Note"].text, second["Soon"].text) == ("–", "late is a word here", "–")


def test_rows_can_be_sorted_by_every_field_whatever_is_empty_and_whatever_was_set_in_the_session() -> None:
    desk = odd({"name": "b", "done": date(2026, 2, 1), "status": "Done"}, {"name": "A", "due": date(2026, 3, 1)}, {})
    state = press(desk, go(desk, desk.start("Everyone"), "task/task-2"), "Finish")
    row = state.changes["Task"]["task-2"]
    assert row is not None
    assert row["done"] == date(2026, 3, 2)
    for name in ("name", "due", "done", "rest", "note", "soon", "status"):
        for way in ("", "-"):
            assert len(titles(desk.view(go(desk, state, f"tasks?sort={way}{name}")))) == 3
    assert titles(desk.view(go(desk, state, "tasks?sort=name"))) == ["A", "b", "–"]
    assert titles(desk.view(go(desk, state, "tasks?sort=-done"))) == ["A", "b", "–"]


def test_values_of_different_kinds_in_one_column_stand_kind_by_kind() -> None:
    rows = [
        {"id": str(n), "name": v} for n, v in enumerate(["x", 2, None, timedelta(1), date(2026, 1, 1), ("a",), 1.5])
    ]
    desk = odd()
    ordered = desk.scene(desk.start("Everyone")).records.sorted(desk.app.entities["Task"], list(rows), ("name",))
    assert [row["id"] for row in ordered] == ["6", "1", "4", "3", "5", "0", "2"]


def test_entities_that_are_named_by_each_other_have_no_names_and_no_end() -> None:
    spec = """
    solution: Circle
    entities: {Team: {lead: Member}, Member: {team: Team}}
    screens: {Teams: {list: Team}, Team: {detail: Team}}
    """
    desk = prototype(spec, Team=[{"lead": "member-1"}], Member=[{"team": "team-1"}])
    view = desk.view(go(desk, desk.start("Everyone"), "team/team-1"))
    assert view.title == "Untitled member"


def test_a_row_is_called_as_its_first_field_is_shown() -> None:
    spec = """
    solution: Slots
    entities: {Slot: {at: datetime, free: yes/no}, Booking: {slot: Slot}}
    screens: {Bookings: {list: Booking}, Slot: {detail: Slot}}
    """
    desk = prototype(spec, Slot=[{"at": datetime(2026, 3, 2, 9, 30), "free": True}], Booking=[{"slot": "slot-1"}])
    assert titles(desk.view(desk.start("Everyone"))) == ["2 Mar, 09:30"]
    assert desk.view(go(desk, desk.start("Everyone"), "slot/slot-1")).title == "2 Mar, 09:30"


def test_a_row_with_more_than_an_options_entity_knows_can_be_changed() -> None:
    desk = odd({"name": "A", "gone": "a field that only another option has"})
    state = press(desk, go(desk, desk.start("Everyone"), "task/task-1"), "Finish")
    row = state.changes["Task"]["task-1"]
    assert row is not None
    assert "gone" not in row


def test_a_reference_to_a_deleted_row_shows_nothing_and_breaks_nothing() -> None:
    spec = """
    solution: Rooms
    entities: {Room: {name: text}, Desk: {name: text, room: Room}}
    screens: {Desks: {list: Desk, filter: [room]}, Desk: {detail: Desk, edit: [room]}, Rooms: {list: Room},
              Room: {detail: Room, delete: true}}
    """
    desk = prototype(spec, Room=[{"name": "Attic"}], Desk=[{"name": "One", "room": "room-1"}])
    gone = press(desk, go(desk, desk.start("Everyone"), "room/room-1?do=delete"), "Delete room")
    cells = block(desk.view(go(desk, gone, "desks?room=room-1&sort=room")), Table).rows[0].cells
    assert [c.text for c in cells] == ["One", "–"]
    wrong = press(desk, go(desk, gone, "desk/desk-1?do=edit"), "Save", room="room-1")
    assert wrong.attempt is not None
    assert wrong.attempt.errors == {"room": "Choose a room from the list"}


@pytest.mark.parametrize(
    ("text", "loud"),
    [("Paid", "good"), ("Not paid", ""), ("In progress", "info"), ("Waiting for approval", "warn"), ("late", "bad")],
)
def test_how_loud_a_word_is(text: str, loud: str) -> None:
    assert tone(text) == loud
