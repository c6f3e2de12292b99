"""A row's history tells who brought it into its state and when, by moves that the spec allows to them."""

from datetime import datetime

import pytest

from toolkit.data import fingerprint

DESK = """
now: 2026-03-02 09:30
people: User
roles: {Employee: {own: Ticket}, Agent: {}, Team lead: {}}
entities:
  User: {name: person, role: [Employee, Agent, Team lead]}
  Ticket:
    title: text
    requester: User = me
    assignee: User, optional, where role == 'Agent'
    created: datetime, last 30 days = now
    updated: datetime, set when changed
    resolved: datetime, set when Resolved
    status:
      Open | Reopened -> Triaged: Triage (Agent)
      Triaged -> In progress: Start (Agent) when assignee == me
      In progress -> Resolved: [Resolve (Agent), "Give up (Team lead)"]
      Resolved -> Reopened: Reopen (Employee, own)
data:
  rows: {User: 20, Ticket: 200}
  pinned:
    User: [{name: Ann Lee, role: Employee}, {name: Ben Fox, role: Agent}]
    Ticket:
      - {title: Old, requester: Ann Lee, assignee: Ben Fox, status: Resolved, created: 2026-02-20 10:00,
         resolved: 2026-02-23 11:00, updated: 2026-02-23 11:00}
"""


@pytest.fixture(scope="module")
def desk(made):
    return made(DESK)


@pytest.fixture(scope="module")
def lives(desk):
    return [(row, desk.history("Ticket", key)) for key, row in desk.rows("Ticket").items()]


def test_a_history_ends_in_the_state_that_the_row_is_in_and_has_no_gap(lives):
    for row, moves in lives:
        states = ["Open", *(move.after for move in moves)]
        assert states[-1] == row["status"]
        assert [move.before for move in moves] == states[:-1]
    assert {len(moves) for _, moves in lives} >= {0, 1, 2, 3, 4}


def test_moves_are_made_in_time_after_the_row_came_about_and_before_now(lives):
    for row, moves in lives:
        times = [row["created"], *(move.at for move in moves), datetime(2026, 3, 2, 9, 30)]
        assert times == sorted(times)


def test_dates_that_a_state_or_a_change_sets_are_those_of_the_moves(lives):
    for row, moves in lives:
        if moves:
            assert row["updated"] == moves[-1].at
        if row["status"] == "Resolved":
            assert row["resolved"] == moves[-1].at


def test_each_move_is_made_by_somebody_whom_the_spec_lets_make_it(desk, lives):
    roles = {key: row["role"] for key, row in desk.rows("User").items()}
    may = {"Triage": "Agent", "Start": "Agent", "Resolve": "Agent", "Give up": "Team lead", "Reopen": "Employee"}
    made_by = [(row, move) for row, moves in lives for move in moves]
    assert {move.move for _, move in made_by} == set(may)
    for row, move in made_by:
        assert not move.by or roles[move.by] == may[move.move]
        if move.move == "Reopen":
            assert move.by in {"", row["requester"]}
        if move.move == "Start" and row["assignee"]:
            assert move.by == row["assignee"]


def test_most_is_done_by_whom_the_row_names(lives):
    triaged = [row["assignee"] == m.by for row, moves in lives if row["assignee"] for m in moves if m.move == "Triage"]
    assert sum(triaged) > 0.7 * len(triaged)


def test_a_pinned_row_has_the_history_that_agrees_with_what_it_says(desk):
    moves = desk.history("Ticket", "ticket-1")
    assert [move.after for move in moves] == ["Triaged", "In progress", "Resolved"]
    assert moves[-1].at == datetime(2026, 2, 23, 11)
    assert moves[0].at >= datetime(2026, 2, 20, 10)
    assert {move.by for move in moves[:2]} == {"user-2"}


def test_a_history_changes_with_nothing_but_its_row(made, desk):
    assert made(DESK).histories == desk.histories
    more = made(DESK, Ticket=230)
    assert {key: more.history("Ticket", key) for key in desk.rows("Ticket")} == {
        key: desk.history("Ticket", key) for key in desk.rows("Ticket")
    }
    assert fingerprint(more) != fingerprint(desk)


def test_nothing_is_said_while_a_row_was_done_that_came_back_later(made):
    comment = '  Comment: {ticket: Ticket, author: User = me, body: long text, time: "datetime, last 30 days = now"}\n'
    desk = made(DESK.replace("data:\n", f"{comment}data:\n", 1), Comment=250)
    said = {}
    for row in desk.rows("Comment").values():
        said.setdefault(row["ticket"], []).append(row["time"])
    met = 0
    for key, times in said.items():
        moves = desk.history("Ticket", key)
        if moves and moves[-1].after == "Reopened":
            assert not [at for at in times if moves[-2].at < at < moves[-1].at]
            met += len(times)
    assert met > 3
