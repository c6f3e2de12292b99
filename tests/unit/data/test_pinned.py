"""Pinned rows come first, say what the spec says and find each other by title."""

import dataclasses
from datetime import datetime

import pytest

from toolkit.data import make
from toolkit.errors import ToolkitError

DESK = """
now: 2026-03-02 09:30
people: User
entities:
  User: {name: person, email: email}
  Ticket:
    title: text, 5..80 characters
    owner: User = me
    helper: User, optional
    seats: number, 0..9
    code: text, pattern [A-Z]{2}[0-9]{3}
    urgent: yes/no
    tags: any of A, B, C
    opened: datetime, last 14 days = now
    status: {Open -> Done: Close}
data:
  rows: {User: 6, Ticket: 9}
  pinned:
    User: [{name: Amelia Hart}, {name: Ravi Patel, email: ravi@example.org}]
    Ticket:
      - {title: VPN is down, owner: Ravi Patel, helper: null, status: Done, seats: 0, code: SK418, urgent: yes,
         tags: [A, C]}
      - {title: Late again, owner: Amelia Hart, opened: 2026-02-27 11:20}
"""


def test_they_come_first_and_say_what_was_written(made):
    tickets = made(DESK).rows("Ticket")
    first, second = tickets["ticket-1"], tickets["ticket-2"]
    assert list(tickets)[:2] == ["ticket-1", "ticket-2"]
    assert first["title"] == "VPN is down"
    assert first["owner"] == "user-2"
    assert first["helper"] is None
    assert first["status"] == "Done"
    assert (first["seats"], first["code"], first["urgent"], first["tags"]) == (0, "SK418", True, ("A", "C"))
    assert second["opened"] == datetime(2026, 2, 27, 11, 20)


def test_what_they_leave_open_is_made_to_agree(made):
    data = made(DESK)
    assert data.rows("User")["user-1"]["email"] == "amelia.hart@example.com"
    assert data.rows("User")["user-2"]["email"] == "ravi@example.org"
    assert 0 <= data.rows("Ticket")["ticket-2"]["seats"] <= 9


def test_there_are_as_many_rows_as_asked_for_or_pinned(made):
    assert len(made(DESK).rows("Ticket")) == 9
    assert len(made(DESK, Ticket=1).rows("Ticket")) == 2


def pin(solution, entity, **values):
    """Return the solution with one more pinned row, as somebody who builds a solution without a spec would."""
    pinned = {**solution.data.pinned, entity: (*solution.data.pinned[entity], values)}
    return dataclasses.replace(solution, data=dataclasses.replace(solution.data, pinned=pinned))


@pytest.mark.parametrize(
    ("values", "what", "fix"),
    [
        ({"owner": "Amelia Heart"}, "there is no pinned User called 'Amelia Heart'", "did you mean 'Amelia Hart'?"),
        ({"owner": "Zzz"}, "there is no pinned User called 'Zzz'", "pin a User with this title"),
        ({"titel": "x"}, "'titel' is no field of Ticket", "did you mean 'title'?"),
        ({"seats": "many"}, "must be a number", "write a value"),
        ({"status": "Closed"}, "'Closed' is no state of Ticket", "use one of: Open, Done"),
    ],
)
def test_what_cannot_be_is_an_error_at_its_place(specified, types, values, what, fix):
    with pytest.raises(ToolkitError, match=what) as caught:
        make(pin(specified(DESK), "Ticket", **values), types)
    assert caught.value.where.startswith("data.pinned.Ticket[2]")
    assert fix in caught.value.fix


def test_a_reference_may_be_an_id_or_any_text_of_one_row(specified, types):
    by_id = make(pin(specified(DESK), "Ticket", owner="user-5"), types)
    by_mail = make(pin(specified(DESK), "Ticket", owner="ravi@example.org"), types)
    assert by_id.rows("Ticket")["ticket-3"]["owner"] == "user-5"
    assert by_mail.rows("Ticket")["ticket-3"]["owner"] == "user-2"


def test_two_rows_of_one_name_are_asked_about(specified, types):
    twice = pin(specified(DESK), "User", name="Amelia Hart")
    with pytest.raises(ToolkitError, match="2 pinned rows of User are called 'Amelia Hart'") as caught:
        make(twice, types)
    assert "user-1 or user-3" in caught.value.fix


def test_a_row_may_begin_on_the_last_day_there_is(made):
    far = DESK.replace("opened: 2026-02-27 11:20", "opened: 9999-12-31 23:00").replace(", last 14 days", "")
    assert made(far).rows("Ticket")["ticket-2"]["status"] == "Open"
