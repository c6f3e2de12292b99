"""The examples of docs/spec.md are read by the toolkit: together they make one spec without a mistake."""

import re
from pathlib import Path
from textwrap import dedent

from toolkit.loader import load
from toolkit.spec import read_text

PAGE = (Path(__file__).parents[2] / "docs" / "spec.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
DESK = """
solution: Desk
roles: [Employee, Agent]
people: User
entities:
  User: {name: person}
  Ticket:
    title: text
    details: long text
    requester: User = me
    priority: [Low, High, Critical]
    created: datetime, last 14 days
    due: = created + days(2)
    late: = now > due
    status: {Open -> Done: Finish (Agent)}
  Comment: {ticket: Ticket, author: User = me, body: long text}
"""
"""What the examples of single sections speak of."""
STREET = """
solution: Street
entities:
  Event: {kind: "one of Party, Market", guests: "number, 1..9999", seller: text}
  Stall: {event: Event, name: text}
screens:
  Events: {list: Event, new: Apply}
"""
"""What the example of a flow speaks of."""


def errors(text: str) -> list[str]:
    return [finding.text() for finding in read_text(text, "spec.md", load(installed=False).parts).errors]


def test_the_first_example_is_a_whole_spec() -> None:
    assert errors(EXAMPLES[0]) == []


def test_the_examples_of_the_sections_make_one_spec() -> None:
    sections = [
        text
        for text in EXAMPLES[1:]
        if not text.startswith(("status:", "Apply:", "roles:", "Ticket:", "Course:", "Order:"))
    ]
    names = [text.partition(":")[0] for text in sections]
    assert names == ["screens", "options", "tasks", "questions", "scenarios", "data", "brand"]
    assert errors(DESK + "".join(sections)) == []


def test_the_flow_is_one_of_an_event() -> None:
    (steps,) = (text for text in EXAMPLES if text.startswith("Apply:"))
    indented = "".join(f"  {line}\n" for line in steps.splitlines())
    assert errors(STREET + indented) == []


def test_the_life_cycle_is_one_of_a_ticket() -> None:
    (moves,) = (text for text in EXAMPLES if text.startswith("status:"))
    entity = "  Ticket:\n    title: text\n    priority: one of Low, High\n    assignee: User, optional\n"
    indented = "".join(f"    {line}\n" for line in moves.splitlines())
    roles = "solution: Desk\nroles: [Employee, Agent, Team lead]\nentities:\n  User: {name: person}\n"
    assert errors(roles + entity + indented) == []


def test_the_totals_are_those_of_a_course() -> None:
    (course,) = (text for text in EXAMPLES if text.startswith("Course:"))
    assert errors("solution: School\nentities:\n" + "".join(f"  {line}\n" for line in course.splitlines())) == []


def test_the_rights_are_those_of_people_in_teams() -> None:
    (roles,) = (text for text in EXAMPLES if text.startswith("roles:"))
    rest = """
    solution: Desk
    entities:
      User: {name: person, team: [Red, Blue]}
      Ticket: {title: text, requester: User = me, team: [Red, Blue]}
      Comment: {ticket: Ticket, body: long text}
    """
    assert errors(roles + dedent(rest)) == []


def test_a_note_is_needed_by_the_move_that_asks_for_it_and_not_before() -> None:
    (ticket,) = (text for text in EXAMPLES if text.startswith("Ticket:"))
    indented = "".join(f"  {line}\n" for line in ticket.splitlines())
    assert errors(f"solution: Desk\nroles: [Agent]\nentities:\n{indented}") == []


def test_the_spreads_are_those_of_orders() -> None:
    (orders,) = (text for text in EXAMPLES if text.startswith("Order:"))
    entities = "solution: Shop\nentities:\n  Customer: {name: person}\n"
    assert errors(entities + "".join(f"  {line}\n" for line in orders.splitlines())) == []
