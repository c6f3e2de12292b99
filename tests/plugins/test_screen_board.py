"""A board: columns with counts, cards that open, and the moves that a role may make on them."""

from typing import Any

import pytest

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go, labels, press, titles
from toolkit import Board, BoardColumn, Notice, Table
from toolkit.domain.gestures import Click, gestures
from toolkit.domain.machine import Machine
from toolkit.domain.planner import Plan, plan
from toolkit.loader import load
from toolkit.spec.reading import read_text

SPEC = """
solution: Repairs
roles: [Clerk, Fitter]
entities:
  Person: {name: person}
  Job:
    title: text
    owner: Person = me
    room: one of Lab, Ward, optional
    extras: any of Ramp, Fridge, optional
    hours: number, optional
    note: long text, optional
    status:
      New -> At work: Start (Fitter)
      At work -> Done: Finish (Fitter), asks note
      any: Assign (Fitter), asks owner
screens:
  Jobs: {board: Job, cards: 2}
  Job: {detail: Job}
  New job: {form: Job, for: Clerk}
tasks:
  start: {as: Fitter, say: Begin with the 'Roof'., done: {Job: {title: Roof, status: At work}}}
"""


def job(title: str, *, status: str = "New", **more: Any) -> dict[str, Any]:
    return {"title": title, "owner": "person-2", "room": None, "hours": None, "note": None, "status": status} | more


JOBS = [job("Door", hours=3), job("Roof", hours=1), job("Lamp", room="Lab"), job("Sink", status="At work", room="Ward")]
PEOPLE = [{"name": "Ana"}, {"name": "Ben"}]


def repairs(screen: str = "", jobs: list[dict[str, Any]] | None = None) -> Machine:
    spec = SPEC.replace("{board: Job, cards: 2}", screen or "{board: Job, cards: 2}")
    return prototype(spec, Person=PEOPLE, Job=JOBS if jobs is None else jobs)


def board(desk: Machine, role: str = "Fitter") -> Board:
    return block(desk.view(desk.start(role)), Board)


def drawn(column: BoardColumn) -> tuple[str, int, list[str]]:
    return column.label, column.total, [card.title for card in column.cards]


def test_each_state_is_a_column_with_its_count_even_where_nothing_is_in_it() -> None:
    assert [drawn(column) for column in board(repairs()).columns] == [
        ("New", 3, ["Door", "Roof"]),
        ("At work", 1, ["Sink"]),
        ("Done", 0, []),
    ]


def test_a_card_says_three_short_fields_that_are_not_empty_or_those_named() -> None:
    sink = board(repairs()).columns[1].cards[0]
    assert [(label, cell.text) for label, cell in sink.facts] == [("Owner", "Ben"), ("Room", "Ward")]
    named = board(repairs("{board: Job, show: [hours]}")).columns[0].cards[0]
    assert [(label, cell.text) for label, cell in named.facts] == [("Hours", "3")]


def test_a_yes_is_said_by_what_it_is_and_a_no_is_not() -> None:
    spec = SPEC.replace("  Job:\n    title: text\n", "  Job:\n    title: text\n    urgent: yes/no\n")
    desk = prototype(spec, Person=PEOPLE, Job=[job("Door", urgent=True), job("Roof", urgent=False)])
    door, roof = board(desk).columns[0].cards
    assert ("Urgent", "Urgent") in [(label, cell.text) for label, cell in door.facts]
    assert "Urgent" not in [label for label, _ in roof.facts]


def test_a_card_opens_its_detail_and_from_there_one_comes_back() -> None:
    desk = repairs()
    state = press(desk, desk.start("Clerk"), "Door")
    assert state.place.path == "job/job-1"
    assert press(desk, state, "Jobs").place.path == "jobs"


def test_a_move_is_made_on_the_board_by_the_roles_that_may_and_the_card_changes_its_column() -> None:
    desk = repairs()
    after = press(desk, desk.start("Fitter"), "Start")
    view = desk.view(after)
    assert after.place.path == "jobs"
    assert block(view, Notice).text == "Status is now At work."
    assert [column.total for column in block(view, Board).columns] == [2, 2, 0]
    assert "Start" not in labels(desk.view(desk.start("Clerk")))


def test_a_move_that_asks_for_something_leads_to_its_form_and_one_that_changes_no_state_is_left_to_the_detail() -> None:
    desk = repairs()
    assert press(desk, desk.start("Fitter"), "Finish").place.path == "job/job-4?do=finish"
    assert "Assign" not in labels(desk.view(desk.start("Fitter")))


def test_what_does_not_fit_lies_behind_more_in_the_order_of_the_board() -> None:
    desk = repairs("{board: Job, cards: 2, sort: -title}")
    state = press(desk, desk.start("Clerk"), "1 more")
    view = desk.view(state)
    assert (block(view, Table).label, titles(view)) == ("New", ["Roof", "Lamp", "Door"])
    assert press(desk, state, "All columns").place.path == "jobs"
    assert block(desk.view(go(desk, state, "jobs?column=nowhere")), Board)


def test_columns_can_be_made_of_a_choice_and_rows_without_one_have_their_own() -> None:
    made = board(repairs("{board: Job, by: room, cards: 9}")).columns
    assert [drawn(column) for column in made] == [
        ("Lab", 1, ["Lamp"]),
        ("Ward", 1, ["Sink"]),
        ("Not said", 2, ["Door", "Roof"]),
    ]


def test_only_rows_of_the_condition_and_only_ones_own_are_shown() -> None:
    assert [c.total for c in board(repairs("{board: Job, where: hours > 2}")).columns] == [1, 0, 0]
    mine = repairs("{board: Job, own: true}", [*JOBS, job("Gate", owner="person-1")])
    assert [c.title for c in board(mine).rows] == ["Gate"]


def test_an_empty_board_says_so_and_offers_a_new_row_to_those_who_may() -> None:
    desk = repairs("{board: Job, new: New job, empty: All is well.}", [])
    view = desk.view(desk.start("Clerk"))
    assert block(view, Notice).text == "All is well."
    assert "New job" in labels(view)
    assert [b for b in desk.view(desk.start("Fitter")).blocks if isinstance(b, Board)] == []


def test_a_task_is_planned_over_the_board_and_said_by_the_button_of_that_very_card() -> None:
    desk = repairs()
    way = plan(desk, desk.solution.tasks["start"])
    assert isinstance(way, Plan)
    (step,) = way.steps
    assert gestures(step.view, step.control, step.values) == (Click("button", "Start", 1),)


def test_a_task_about_a_row_behind_more_goes_there() -> None:
    desk = prototype(SPEC.replace("'Roof'", "'Lamp'").replace("title: Roof", "title: Lamp"), Person=PEOPLE, Job=JOBS)
    way = plan(desk, desk.solution.tasks["start"])
    assert isinstance(way, Plan)
    assert [step.control.label for step in way.steps] == ["1 more", "Lamp", "Start"]


@pytest.mark.parametrize(
    ("entity", "by", "where", "fix"),
    [
        ("Job", "by: hours", "screens.Jobs.by", "use one of: room, status"),
        ("Job", "by: extras", "screens.Jobs.by", "use one of: room, status"),
        ("Person", "cards: 3", "screens.Jobs.board", "say by: FIELD, a field that is one of some values, or give it"),
    ],
)
def test_a_board_without_columns_is_a_mistake_of_the_spec(entity: str, by: str, where: str, fix: str) -> None:
    spec = SPEC.replace("{board: Job, cards: 2}", f"{{board: {entity}, {by}}}")
    reading = read_text(spec, "spec.yaml", load(installed=False).parts)
    (found,) = [f for f in reading.findings if f.code == "unfit-setting"]
    assert found.path == where
    assert found.fix.startswith(fix)
