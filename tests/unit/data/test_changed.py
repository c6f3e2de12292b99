"""A scenario changes made-up rows by rule: exactly so many, always the same ones, and what hangs on them follows."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

import pytest

from toolkit.data import make
from toolkit.errors import ToolkitError
from toolkit.services.showing import at_its_time

DESK = """
now: 2026-03-02 09:30
people: User
roles: {Employee: {own: Ticket}, Agent: {}}
entities:
  User: {name: person, role: [Employee, Agent]}
  Ticket:
    title: text
    requester: User = me
    assignee: User, optional, where role == 'Agent'
    priority: one of Low, Medium, High, Critical
    points: number, 1..9
    created: datetime, last 14 days = now
    updated: datetime, set when changed
    resolved: datetime, set when Resolved
    answer: "text, required when status == 'Resolved'"
    talk: = count of Comment
    due: "= created + days(1)"
    late: "= status != 'Resolved' && due < now"
    status:
      Open -> Triaged: Triage (Agent)
      Triaged -> In progress: Start (Agent)
      In progress -> Resolved: Resolve (Agent)
  Comment: {ticket: Ticket, author: User = me, body: long text, time: "datetime, last 14 days = now"}
data:
  rows: {User: 12, Ticket: 60, Comment: 90}
  pinned:
    User: [{name: Ann Lee, role: Employee}, {name: Ben Fox, role: Agent}]
    Ticket: [{title: Pinned, requester: Ann Lee, priority: Low, status: Open, created: 2026-03-01 10:00}]
scenarios:
  storm: {as: Agent, change: %s}
"""


@pytest.fixture
def staged(specified, types):
    """Give what makes the usual dataset of the desk, and that of its scenario with a change."""

    def datasets(change, **rows):
        solution = specified(DESK % change)
        usual = replace(solution, data=replace(solution.data, rows={**solution.data.rows, **rows}))
        return make(usual, types), make(at_its_time(usual, solution.scenarios["storm"]), types)

    return datasets


def tickets(dataset):
    return dataset.rows("Ticket")


def test_a_share_is_exact_and_leaves_all_else_alone(staged):
    usual, storm = staged("{Ticket: {share: 40 %, set: {priority: Critical}}}")
    counts = Counter(row["priority"] for row in tickets(storm).values())
    assert counts["Critical"] == 24
    changed = {key for key in tickets(usual) if tickets(usual)[key] != tickets(storm)[key]}
    assert len(changed) == 24 - Counter(row["priority"] for row in tickets(usual).values())["Critical"]
    assert all({**tickets(usual)[k], "priority": "Critical"} == tickets(storm)[k] for k in changed)
    assert storm.rows("Comment") == usual.rows("Comment")


def test_the_same_rows_are_changed_whatever_else_is_made(staged):
    change = "{Ticket: {share: 40 %, set: {points: 9}}}"
    few = {key for key, row in tickets(staged(change)[1]).items() if row["points"] == 9}
    more = {key for key, row in tickets(staged(change, Ticket=66)[1]).items() if row["points"] == 9}
    assert len(few - more) <= 2


def test_pinned_rows_stay(staged):
    _, storm = staged("{Ticket: {set: {priority: Critical, status: Resolved}}}")
    pinned, *others = tickets(storm).values()
    assert (pinned["priority"], pinned["status"]) == ("Low", "Open")
    assert {(row["priority"], row["status"]) for row in others} == {("Critical", "Resolved")}


def test_a_state_that_is_set_has_its_history_its_dates_its_people_and_its_comments(staged):
    usual, storm = staged("{Ticket: {set: {status: Resolved}}}")
    assert any(row["status"] != "Resolved" for row in list(tickets(usual).values())[1:])
    for key, row in list(tickets(storm).items())[1:]:
        moves = storm.history("Ticket", key)
        assert [move.after for move in moves] == ["Triaged", "In progress", "Resolved"]
        assert row["resolved"] == moves[-1].at == row["updated"]
        assert row["answer"]
        assert row["assignee"]
        assert row["created"] <= moves[0].at
        before = [(move.at, move.after) for move in usual.history("Ticket", key)]
        assert [(move.at, move.after) for move in moves[: len(before)]] == before


def test_a_state_that_is_set_back_cuts_the_history_off(staged):
    usual, storm = staged("{Ticket: {where: status != 'Open', set: {status: Triaged}}}")
    assert {row["status"] for row in tickets(storm).values()} == {"Open", "Triaged"}
    for key, row in tickets(storm).items():
        if row["status"] == "Triaged":
            assert storm.history("Ticket", key) == usual.history("Ticket", key)[:1]
            assert (row["resolved"], row["answer"]) == (None, None)


def test_values_are_worked_out_of_the_row_and_the_clock_and_changes_follow_one_another(staged):
    first = "{where: status != 'Resolved', set: {created: = now - days(3)}}"
    _, storm = staged(f"{{Ticket: [{first}, {{where: late, set: {{points: '= 4 + 5'}}}}]}}")
    late = [row for row in list(tickets(storm).values())[1:] if row["status"] != "Resolved"]
    assert {row["created"] for row in late} == {datetime(2026, 2, 27, 9, 30)}
    assert {row["points"] for row in late} == {9}
    for key, row in tickets(storm).items():
        times = [row["created"], *(move.at for move in storm.history("Ticket", key)), datetime(2026, 3, 2, 9, 30)]
        assert times == sorted(times)
    comments = storm.rows("Comment").values()
    assert all(tickets(storm)[row["ticket"]]["created"] <= row["time"] for row in comments)


def test_a_change_may_look_at_what_refers_to_the_row(staged):
    _, storm = staged("{Ticket: {where: talk > 0, set: {points: 9}}}")
    talked = {row["ticket"] for row in storm.rows("Comment").values()} - {"ticket-1"}
    assert {tickets(storm)[key]["points"] for key in talked} == {9}


def test_a_row_is_referred_to_by_its_title(staged):
    _, storm = staged("{Ticket: {share: 50 %, set: {assignee: Ben Fox}}}")
    assert Counter(row["assignee"] for row in tickets(storm).values())["user-2"] == 30


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("{Ticket: {set: {points: 12}}}", "'points' of a changed Ticket would be 12, outside its range"),
        ("{Ticket: {set: {created: = now - days(30)}}}", "would be 2026-01-31, outside its range"),
        ("{Ticket: {set: {assignee: Ann Lee}}}", "would not be one where role == 'Agent'"),
    ],
)
def test_a_change_that_breaks_a_rule_of_the_entity_says_which(staged, change, said):
    with pytest.raises(ToolkitError, match=said.replace("(", ".")):
        staged(change)


def test_without_a_change_the_rows_are_the_usual_ones(staged):
    usual, storm = staged("{}")
    assert usual == storm


def test_rows_that_are_moved_to_the_last_day_there_is_are_refused(staged):
    with pytest.raises(ToolkitError, match="outside its range"):
        staged("{Ticket: {set: {created: 9999-12-31 23:00}}}")
