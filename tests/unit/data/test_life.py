"""Dates and states of a row tell one story, and what belongs to it fits in."""

from collections import Counter
from datetime import datetime, timedelta

import pytest

NOW = datetime(2026, 3, 2, 9, 30)
DESK = """
now: 2026-03-02 09:30
people: User
entities:
  User: {name: person, joined: "datetime, last 400 days"}
  Ticket:
    title: text, 5..80 characters
    details: long text, optional
    owner: User = me
    helper: User, optional
    priority: one of Low, Medium, High, Critical
    created: datetime, last 14 days = now
    updated: datetime, set when changed
    resolved: datetime, set when Resolved
    status:
      Open | Reopened -> Triaged: Triage
      Triaged | Reopened -> In progress: Start
      In progress -> Resolved: Resolve
      Open -> Rejected: Reject
      Resolved -> Reopened: Reopen
  Comment: {ticket: Ticket, author: User = me, body: long text, time: "datetime, last 14 days = now"}
data: {rows: {User: 40, Ticket: 300, Comment: 500}}
"""


@pytest.fixture(scope="module")
def desk(made):
    return made(DESK)


def test_dates_are_in_order_and_none_is_after_now(desk):
    for row in desk.rows("Ticket").values():
        assert NOW - timedelta(days=14) <= row["created"] <= row["updated"] <= NOW
        if row["resolved"]:
            assert row["created"] <= row["resolved"] <= row["updated"]


def test_a_date_set_by_a_state_is_there_in_that_state_only(desk):
    for row in desk.rows("Ticket").values():
        assert (row["resolved"] is not None) == (row["status"] == "Resolved")


def test_a_row_is_made_after_what_it_belongs_to(desk):
    for row in desk.rows("Ticket").values():
        assert row["created"] >= desk.rows("User")[row["owner"]]["joined"]
    for row in desk.rows("Comment").values():
        ticket = desk.rows("Ticket")[row["ticket"]]
        assert ticket["created"] <= row["time"] <= (ticket["resolved"] or NOW)


def test_most_old_rows_are_done_and_new_ones_open(desk):
    rows = desk.rows("Ticket").values()
    states = Counter(row["status"] for row in rows)
    assert set(states) == {"Open", "Triaged", "In progress", "Resolved", "Reopened", "Rejected"}
    assert states["Resolved"] > len(rows) / 2

    def age(state):
        ages = [NOW - row["created"] for row in rows if row["status"] == state]
        return sum(ages, timedelta()) / len(ages)

    assert age("Open") < age("Resolved")


def test_what_is_critical_is_done_sooner(desk):
    done = [row for row in desk.rows("Ticket").values() if row["resolved"]]

    def typical(priority):
        took = sorted(row["resolved"] - row["created"] for row in done if row["priority"] == priority)
        return took[len(took) // 2]

    assert typical("Critical") < typical("Medium")


def test_people_work_by_day(desk):
    moments = [row["created"] for row in desk.rows("Ticket").values()]
    assert all(6 <= moment.hour < 22 for moment in moments)
    assert sum(moment.weekday() >= 5 for moment in moments) < len(moments) / 10


def test_work_that_has_begun_is_somebodys(desk):
    for row in desk.rows("Ticket").values():
        if row["status"] in {"In progress", "Resolved"}:
            assert row["helper"] is not None
            assert row["helper"] != row["owner"]
    waiting = [row["helper"] for row in desk.rows("Ticket").values() if row["status"] == "Open"]
    assert waiting.count(None) > len(waiting) / 3


def test_comments_come_from_who_has_to_do_with_the_ticket(desk):
    for row in desk.rows("Comment").values():
        ticket = desk.rows("Ticket")[row["ticket"]]
        assert row["author"] in {ticket["owner"], ticket["helper"]}


def test_nobody_says_the_same_twice_about_one_ticket(desk):
    said = Counter((row["ticket"], row["body"]) for row in desk.rows("Comment").values())
    assert set(said.values()) == {1}


def test_thanks_come_last_and_only_when_it_is_done(desk):
    threads: dict[str, list] = {}
    for row in sorted(desk.rows("Comment").values(), key=lambda row: row["time"]):
        threads.setdefault(row["ticket"], []).append(row)
    thanked = 0
    for key, thread in threads.items():
        last = ("Works again, thank you!", "Perfect, that was it.", "Solved. You can close this.")
        for place, row in enumerate(thread):
            if row["body"] in last:
                thanked += 1
                status = desk.rows("Ticket")[key]["status"]
                assert status == "Reopened" or (status == "Resolved" and place == len(thread) - 1)
    assert thanked > 5


@pytest.mark.parametrize("state", ["Open", "Triaged", "In progress", "Resolved", "Reopened", "Rejected"])
def test_a_pinned_state_has_dates_that_agree(made, state):
    pin = f"{{title: Cannot print, status: {state}, created: 2026-02-26 10:00}}"
    row = made(
        f"{DESK.rstrip()}\n  pinned: {{Ticket: [{pin}]}}".replace("data: {rows", "data:\n  rows").replace(
            "Comment: 500}}\n", "Comment: 500}\n"
        )
    ).rows("Ticket")["ticket-1"]
    assert row["status"] == state
    assert datetime(2026, 2, 26, 10) <= row["updated"] <= NOW
    assert (row["resolved"] is not None) == (state == "Resolved")


def test_a_deadline_is_kept_more_often_than_not(made):
    spec = DESK.replace("    updated:", '    due: "= created + days(1)"\n    updated:')
    rows = made(spec).rows("Ticket").values()
    done = [row for row in rows if row["resolved"]]
    late = sum(row["resolved"] > row["created"] + timedelta(days=1) for row in done)
    assert 0 < late < len(done) / 2


def test_an_end_comes_after_its_start_and_a_birthday_long_ago(made):
    spec = """
    now: 2026-03-02 09:30
    entities:
      Course: {name: text, starts: "datetime, next 30 days", ends: "datetime, next 40 days"}
      Guest: {name: person, date of birth: date, from: "date, next 10 days", until: date}
      Parcel: {ordered: "date, last 20 days", shipped: date, delivered: date, due: date}
    """
    data = made(spec)
    assert all(row["starts"] < row["ends"] for row in data.rows("Course").values())
    for row in data.rows("Guest").values():
        assert row["from"] < row["until"]
        assert 17 < (NOW.date() - row["date of birth"]).days / 365.25 < 90
    for row in data.rows("Parcel").values():
        assert row["ordered"] <= row["shipped"] <= row["delivered"] <= NOW.date()
        assert row["due"] > row["ordered"]


def test_a_life_cycle_that_runs_in_circles_ends(made):
    spec = "entities: {Lamp: {name: text, state: {On -> Off: Switch off, Off -> On: Switch on}}}"
    assert {row["state"] for row in made(spec).rows("Lamp").values()} <= {"On", "Off"}


@pytest.mark.parametrize("end", ["Cancelled", "Called off", "No-show"])
def test_a_bad_end_is_rare(made, end):
    spec = f"entities: {{Order: {{name: text, state: {{Placed -> Shipped: Ship, Placed -> {end}: Stop}}}}}}"
    states = Counter(row["state"] for row in made(spec, Order=300).rows("Order").values())
    assert 0 < states[end] < states["Shipped"] / 3


def test_a_date_called_like_a_state_is_when_the_row_came_to_it(made):
    spec = """
    entities:
      Order:
        placed: datetime, last 30 days
        shipped: datetime
        delivered: date
        state: {Placed -> Shipped: Ship, Shipped -> Delivered: Deliver}
    """
    rows = made(spec, Order=200).rows("Order").values()
    for row in rows:
        assert (row["shipped"] is None) == (row["state"] == "Placed")
        assert (row["delivered"] is None) == (row["state"] != "Delivered")
        if row["delivered"]:
            assert row["placed"] < row["shipped"]
            assert row["shipped"].date() <= row["delivered"]
    assert {row["state"] for row in rows} == {"Placed", "Shipped", "Delivered"}
