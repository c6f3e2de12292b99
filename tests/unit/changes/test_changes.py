"""What changed is said in the words of whoever looks at the prototype, and nothing that changed is passed over."""

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

import pytest

from toolkit.data import make
from toolkit.domain.changes import Change, compare
from toolkit.domain.dataset import Dataset
from toolkit.domain.expression import Expression
from toolkit.domain.scenario import Scenario
from toolkit.domain.solution import (
    Answered,
    App,
    Brand,
    Comparison,
    Cost,
    DataPlan,
    Done,
    Entity,
    Field,
    Goal,
    Move,
    Option,
    Question,
    Request,
    Role,
    Screen,
    Solution,
    Task,
)
from toolkit.loader import load
from toolkit.spec import read_text

PARTS = load(installed=False).parts
SPEC = """
solution: Help desk
problem: Requests get lost.
goals: {found fast: time of find <= 30 s}
roles: {Employee: {own: Ticket}, Agent: {}}
people: User
entities:
  User: {name: person}
  Ticket:
    title: text, 5..80 characters
    requester: User = me
    priority: one of Low, High = Low
    due: date, next 9 days
    status:
      Open -> Triaged: Triage (Agent), asks priority
      Triaged -> Done: Finish (Agent)
screens:
  Mine: {list: Ticket, for: Employee, own: true, show: [title, status]}
  Queue: {list: Ticket, for: Agent, filter: [status, priority], sort: [due]}
  Apply: {flow: Ticket, for: Employee, steps: {What: [title], How urgent: [priority]}}
options:
  plain: {about: As it is, costs: 4000 EUR once}
  late: {about: Late ones first, screens: {Queue: {sort: [-due]}}}
tasks:
  find: {as: Agent, say: Find what is late., answer: {Ticket: title, first: due}}
questions: {missing: What is missing?}
scenarios: {rush: {as: Agent, start: Queue}}
data: {seed: 3, rows: {Ticket: 20}}
"""


def said(*edits: tuple[str, str]) -> list[Change]:
    """Return what changed when the spec is edited so."""
    text = SPEC
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    readings = [read_text(each, "spec.yaml", PARTS) for each in (SPEC, text)]
    assert readings[1].solution, readings[1].findings
    assert readings[0].solution
    return [c for chapter in compare(readings[0].solution, readings[1].solution) for c in chapter.changes]


def test_of_the_same_spec_nothing_is_said() -> None:
    assert said() == []
    assert said(("title: text", "title:    text")) == []


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (("one of Low, High", "one of Low, High, Critical"), "Ticket: priority now also offers Critical"),
        (("5..80", "5..120"), "Ticket: title now takes 5 to 120 characters (5 to 80 characters before)"),
        (("title: text, 5..80 characters", "title: long text"), "Ticket: title is now long text (text before)"),
        (("due: date, next 9 days", "due: date, next 9 days, optional"), "Ticket: due may now stay empty"),
        (("    due:", "    place: text\n    due:"), "Ticket now has place: text"),
        (("  User: {name: person}", "  User: {who: 'person, was name'}"), "User: name is now called who"),
        (("Finish (Agent)", "Finish (Agent, Employee)"), "Ticket: 'Finish' may now be pressed by Employee"),
        (("Finish (Agent)", "Close (Agent)"), "Ticket: the button 'Finish' is now called 'Close'"),
        (("(Agent), asks priority", "(Agent)"), "Ticket: 'Triage' no longer asks for priority"),
        (
            ("Finish (Agent)", "Finish (Agent) when priority == 'Low'"),
            "Ticket: 'Finish' is now there only when priority == 'Low' (always before)",
        ),
        (("Agent: {}", "Agent: {may: {Ticket: [create]}}"), "Agent may no longer update Ticket and delete Ticket"),
        (
            ("Agent: {}", "Agent: {sees: {Ticket: priority == 'High'}}"),
            "Agent now meets only rows of Ticket of which this holds: priority == 'High' (all of them before)",
        ),
        (("{own: Ticket}", "{}"), "Employee now meets everybody's of Ticket"),
        (("filter: [status, priority]", "filter: [status]"), "'Queue' can no longer be narrowed by priority"),
        (("show: [title, status]", "show: [title, status, due]"), "'Mine' now also shows due"),
        (("own: true, ", ""), "'Mine' now shows everybody's"),
        (("  Mine:", "  My tickets:"), "The screen 'Mine' is now called 'My tickets'"),
        (("  Queue: {list", "  Queue: {board"), None),
        (("How urgent: [priority]", "How urgent: [priority, due]"), "'Apply', step 'How urgent' now also has due"),
        (("<= 30 s", "<= 20 s"), "The goal 'found fast' is now time of find <= 20 s (time of find <= 30 s before)"),
        (("costs: 4000", "costs: 5000"), "'Plain': what it costs is now '5000 EUR once, 0 EUR a year' ('4000 EUR once"),
        (("  late: {", "  later: {"), "There is now the option 'Later'"),
        (("missing: What is missing?", "missing: What else?"), "The question 'missing': what it asks is now 'What el"),
        (("get lost.", "get lost in chat."), "The problem is now 'Requests get lost in chat.' ('Requests get lost.'"),
        (("start: Queue}", "start: Queue}, calm: {as: Employee}"), "There is now the scenario 'calm'"),
        (
            ("{as: Agent, start: Queue", "{as: Employee, start: Mine"),
            "The scenario 'rush': where it begins is now 'Mine' ('Queue' before)",
        ),
        (("seed: 3", "seed: 4"), "The seed of the made-up data is now 4 (3 before)"),
        (("Ticket: 20", "Ticket: 30"), "Ticket: the number of rows is now 30 (20 before)"),
    ],
)
def test_a_change_is_said_as_a_customer_would_notice_it(edit: tuple[str, str], sentence: str | None) -> None:
    edits = [edit] if sentence else [edit, ("filter: [status, priority], ", "")]
    sentence = sentence or "'Queue' is now a board of Ticket (a list of Ticket before)"
    texts = [change.text for change in said(*edits)]
    assert any(text.startswith(sentence) for text in texts), texts


def test_what_all_options_share_is_said_once_and_what_one_has_with_its_name() -> None:
    shared = said(("show: [title, status]", "show: [title]"))
    assert [(c.text, c.options) for c in shared] == [("'Mine' no longer shows status", ())]
    own = said(("sort: [-due]", "sort: [title]"))
    assert [(c.text, c.options) for c in own] == [
        ("'Queue': the order is now title (due from the last before)", ("Late",))
    ]


def test_a_long_text_is_shown_as_it_was_and_as_it_is() -> None:
    longer = "Find the ticket that is the most overdue of all that nobody has begun to work on."
    (change,) = said(("Find what is late.", longer))
    assert (change.before, change.after) == ("Find what is late.", longer)
    assert change.text == "The task 'find': what is read was rewritten"


def test_rows_that_are_others_are_counted() -> None:
    solution = read_text(SPEC, "spec.yaml", PARTS).solution
    assert solution
    was = Dataset({"Ticket": {"t-1": {"id": "t-1", "title": "Old"}, "t-2": {"id": "t-2", "title": "Same"}}}, 1, "en_GB")
    now = Dataset({"Ticket": {"t-1": {"id": "t-1", "title": "New"}, "t-2": {"id": "t-2", "title": "Same"}}}, 1, "en_GB")
    (chapter,) = compare(solution, solution, (was, now))
    assert [c.text for c in chapter.changes] == ["Ticket: 1 of 2 rows hold other values"]


FIELD = Field("kind", "text", "Kind")
OTHER: dict[tuple[type, str], Any] = {
    (Field, "options"): ("A",), (Field, "where"): Expression("true"), (Field, "computed"): Expression("1 + 1"),
    (Field, "moves"): (Move("Go", ("A",), "B", ("R",)),), (Field, "compares"): (Comparison("after", "due"),),
    (Move, "when"): Expression("true"), (Role, "sees"): {"Ticket": Expression("true")}, (Role, "may"): {"Ticket": ()},
    (Field, "needed_when"): Expression("true"), (Field, "low"): 1.0, (Field, "high"): 9.0, (Field, "type"): "email",
    (Option, "idea"): "ours", (Option, "cost"): Cost(5), (Task, "done"): Done("Ticket", {}),
    (Task, "answer"): Answered("Ticket", "kind"), (Goal, "comparison"): ">", (Goal, "target"): 7.0,
    (DataPlan, "rows"): {"Ticket": 3}, (DataPlan, "pinned"): {"Ticket": ({"kind": "A"},)}, (DataPlan, "seed"): 9,
    (DataPlan, "locales"): {"Ticket": {"ja_JP": 1.0}},
    (Solution, "now"): datetime(2026, 1, 1, 9), (Solution, "request"): Request("Build it"),
    (Solution, "brand"): Brand("Skylark"), (Solution, "participants"): 99,
    (Solution, "questions"): (Question("q", "?"),), (Solution, "scenarios"): {"rush": Scenario("rush", "R")},
    (Solution, "goals"): (), (Solution, "tasks"): {}, (Solution, "options"): {}, (Solution, "data"): DataPlan(seed=9),
}  # fmt: skip
NOT_ALONE = {
    (Solution, "base"),
    (Solution, "apps"),
    (Goal, "unit"),
    (Screen, "name"),
    (Entity, "fields"),
    (Entity, "name"),
}
"""Parts that never change by themselves: a goal's unit comes from its measure, apps are compared part by part."""


def whole(**parts: Any) -> Solution:
    """Return a solution of one of each part, with some of them given."""
    field, move = parts.get("field", FIELD), parts.get("move", Move("Go", ("A",), "B", ("R",)))
    status = Field("status", "one of", "Status", options=("A", "B"), moves=(move,))
    entity = Entity("Ticket", {"kind": field, "status": status}, parts.get("plural", ""))
    app = App(
        {"R": parts.get("role", Role("R", (), "List"))},
        {"Ticket": entity},
        {"List": parts.get("screen", Screen("List", "page", "Ticket", ("R",), ()))},
    )
    option = parts.get("option", Option("ours", "Ours", "customer"))
    return Solution(
        title="T", request=Request("Said"), problem="P", now=datetime(2026, 3, 2, 9), people="",
        goals=(parts.get("goal", Goal("g", "time", "t", "<=", 30.0, "s")),), base=app, options={"ours": option},
        apps={"ours": app}, tasks={"t": parts.get("task", Task("t", "R", "Do"))},
        questions=(parts.get("question", Question("q", "Why?")),), data=parts.get("data", DataPlan()),
    )  # fmt: skip


SUBJECTS = {
    "field": FIELD, "move": Move("Go", ("A",), "B", ("R",)), "role": Role("R", (), "List"),
    "screen": Screen("List", "page", "Ticket", ("R",), ()), "option": Option("ours", "Ours", "customer"),
    "task": Task("t", "R", "Do"), "goal": Goal("g", "time", "t", "<=", 30.0, "s"), "question": Question("q", "Why?"),
    "data": DataPlan(),
}  # fmt: skip


def altered(value: Any, name: str) -> Any:
    """Return a part of a solution with one thing of it changed."""
    held = getattr(value, name)
    given = OTHER.get((type(value), name))
    if given is None:
        given = not held if isinstance(held, bool) else ("X",) if isinstance(held, tuple) else f"{held or ''}x"
    return replace(value, **{name: given})


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        (s, f.name)
        for s, v in SUBJECTS.items()
        for f in fields(v)
        if f.name != "name" and (type(v), f.name) not in NOT_ALONE
    ],
)
def test_whatever_changes_of_a_part_something_is_said(subject: str, name: str) -> None:
    assert compare(whole(), whole(**{subject: altered(SUBJECTS[subject], name)}))


@pytest.mark.parametrize("name", [f.name for f in fields(Solution) if (Solution, f.name) not in NOT_ALONE])
def test_whatever_changes_of_a_solution_something_is_said(name: str) -> None:
    assert compare(whole(), altered(whole(), name))


def test_a_renamed_entity_is_the_same_one_and_its_rows_are_the_same_rows() -> None:
    text = SPEC.replace("User", "Person").replace("Person: {name: person}", "Person: {was: User, name: person}")
    text = text.replace("title: text, 5..80 characters", "subject: text, 5..80 characters, was title")
    text = text.replace("[title", "[subject").replace("Ticket: title,", "Ticket: subject,")
    solutions = [read_text(each, "spec.yaml", PARTS).solution for each in (SPEC, text)]
    assert solutions[0]
    assert solutions[1]
    rows = [make(each, load(installed=False).field_types) for each in solutions]
    changes = [c.text for chapter in compare(*solutions, (rows[0], rows[1])) for c in chapter.changes]
    assert "User is now called Person" in changes
    assert "Ticket: title is now called subject" in changes
    assert not [
        text for text in changes if "other values" in text or "There is" in text or "Ticket no longer has" in text
    ]
