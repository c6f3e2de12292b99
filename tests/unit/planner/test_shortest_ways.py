"""The planner finds the shortest way through a task, and says why where there is none."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from tests.plugins.prototype import prototype
from toolkit.domain.action import Create, Go, Transition
from toolkit.domain.machine import Machine
from toolkit.domain.planner import NoPlan, Plan, plan

Build = Callable[..., Machine]
BORROW = "borrow: {as: Member, say: You need a book about Porto. Ask for it., done: {Loan: {reader: me, status: Out}}}"


def found(machine: Machine, name: str) -> Plan:
    result = plan(machine, machine.solution.tasks[name])
    assert isinstance(result, Plan), result
    return result


def missing(machine: Machine, name: str, *, budget: int = 20_000) -> NoPlan:
    result = plan(machine, machine.solution.tasks[name], budget=budget)
    assert isinstance(result, NoPlan), result
    return result


def loan(n: int) -> dict[str, object]:
    due = datetime(2026, 3, 2, 9) - timedelta(days=n)
    return {"book": f"Book {n:02}", "reader": "r2", "shelf": "Novels", "due": due, "status": "Out"}


def asked(say: str, answer: str, role: str = "Librarian") -> tuple[str, str]:
    return BORROW, f"find: {{as: {role}, say: '{say}', answer: {{Loan: {answer}}}}}"


def test_a_row_is_made_by_the_form_and_the_words_are_those_of_the_task(library: Build) -> None:
    way = found(library(), "borrow")
    assert [type(step.action) for step in way.steps] == [Go, Create]
    assert way.screens == ("my-loans", "new-loan", "loan")
    assert way.needed == 3
    assert way.steps[1].values == {"book": "You need a book about Porto", "shelf": "Novels"}


def test_the_plan_done_in_the_machine_reaches_the_goal(library: Build) -> None:
    machine = library()
    task = machine.solution.tasks["borrow"]
    state = machine.start(task.role)
    for step in found(machine, "borrow").steps:
        assert step.view == machine.view(state)
        state = machine.step(state, step.action)
    assert machine.met(task, state)


def test_a_named_row_on_another_page_is_searched_for(library: Build) -> None:
    done = "back: {as: Librarian, say: \"'Book 06' was brought back.\", done: {Loan: {book: Book 06, status: Back}}}"
    way = found(library((BORROW, done)), "back")
    assert [step.control.label for step in way.steps] == ["Search", "Book 06", "Take back"]
    assert way.steps[0].values["q"] == "Book 06"
    assert isinstance(way.steps[2].action, Transition)
    assert way.screens == ("loans", "loans", "loan", "loan")
    assert way.needed == 2


def test_a_named_row_in_sight_is_opened_at_once(library: Build) -> None:
    done = "back: {as: Librarian, say: Book 07 was brought back., done: {Loan: {book: Book 07, status: Back}}}"
    assert [s.control.label for s in found(library((BORROW, done)), "back").steps] == ["Book 07", "Take back"]


def test_what_a_move_asks_for_is_given_as_the_goal_wants_it(library: Build) -> None:
    done = "again: {as: Librarian, say: Lend Book 12 again., done: {Loan: {book: Book 12, shelf: Travel, status: Out}}}"
    steps = found(library((BORROW, done)), "again").steps
    assert [s.control.label for s in steps] == ["Book 12", "Lend again", "Lend again"]
    assert steps[2].values == {"shelf": "Travel"}


def test_an_answer_on_top_of_a_sorted_table_is_read_after_one_click(library: Build) -> None:
    way = found(library(asked("Which loan is the most overdue?", "book, first: due")), "find")
    assert [s.control.label for s in way.steps] == ["Due"]
    assert way.answer == "Book 12"


def test_an_answer_that_stands_on_the_first_screen_needs_no_step(library: Build) -> None:
    sort = ("filter: [status], rows: 5", "filter: [status], sort: [due]")
    way = found(library(sort, asked("Which loan is the most overdue?", "book, first: due")), "find")
    assert way.steps == ()
    assert way.screens == ("loans",)
    assert not way.done_before_start


def test_rows_that_do_not_fit_the_condition_are_passed_over_only_where_that_can_be_seen(library: Build) -> None:
    task = asked("Which loan that is out is the most overdue?", 'book, where: status == "Out", first: due')
    assert [s.control.label for s in found(library(task), "find").steps] == ["Due"]
    unseen = ("show: [book, due, status, shelf], filter: [status], rows: 5", "show: [book, due], rows: 5")
    assert missing(library(task, unseen), "find").reason.startswith("no way among all")


def test_a_filter_that_hides_candidates_does_not_give_the_answer(library: Build) -> None:
    """Among those that are back the first is not the first of all, and nobody can know it."""
    only_back = ("filter: [status], rows: 5", "where: status == 'Back', rows: 5")
    first_back = asked("Which loan is the most overdue?", 'book, where: due != null, first: "-due"')
    assert missing(library(only_back, first_back), "find").reason.startswith("no way")


def test_few_rows_are_compared_by_eye(library: Build) -> None:
    task = asked("Which loan is the most overdue?", "book, first: due")
    way = found(library(("filter: [status], rows: 5", "rows: 12"), task), "find")
    assert way.steps == ()


def test_a_field_that_only_the_detail_shows_is_read_there(library: Build) -> None:
    way = found(library(asked("Who has the most overdue loan?", "reader, first: due")), "find")
    assert [s.control.label for s in way.steps] == ["Due", "Book 12"]
    assert (way.screens[-1], way.answer) == ("loan", "Ben")


def test_the_detail_of_a_row_nobody_pointed_out_tells_nothing(library: Build) -> None:
    no_due = ("show: [book, due, status, shelf]", "show: [book, status]")
    result = missing(library(no_due, asked("Who has the most overdue loan?", "reader, first: due")), "find")
    assert result.reason.startswith("no way")


def test_a_named_row_can_be_read_wherever_its_name_stands(library: Build) -> None:
    way = found(library(asked("Who has Book 06?", 'reader, where: book == "Book 06"')), "find")
    assert [s.control.label for s in way.steps] == ["Search", "Book 06"]


def test_a_goal_nobody_in_the_role_can_reach_has_no_way(library: Build) -> None:
    result = missing(library((BORROW, BORROW.replace("status: Out", "status: Back"))), "borrow")
    assert result.reason.startswith("no way among all")
    assert not result.gave_up


def test_a_form_that_takes_nothing_we_can_think_of_is_named(library: Build) -> None:
    pattern = ("book: text, 3..60 characters", "book: text, 3..60 characters, pattern [0-9]{9}, unique")
    result = missing(library(pattern), "borrow")
    assert result.refused == ("the form 'Add loan' on 'New loan' was not accepted: Book is not in the right form",)
    assert result.refused[0] in result.reason


def test_a_search_ends_at_its_budget_and_says_so(library: Build) -> None:
    result = missing(library((BORROW, BORROW.replace("status: Out", "status: Back"))), "borrow", budget=2)
    assert result.gave_up
    assert result.tried == 2
    assert result.reason == "gave up after 2 states"


def test_no_row_to_answer_from_is_no_search(library: Build) -> None:
    machine = library(asked("Which loan is the most overdue?", "book, first: due"), loans=[])
    assert missing(machine, "find").reason == "there is no row in the data that could be the answer"


def test_the_same_way_is_found_every_time(library: Build) -> None:
    assert found(library(), "borrow") == found(library(), "borrow")


def test_the_answer_is_among_the_rows_that_the_role_may_see(library: Build) -> None:
    mine = {"book": "Emma", "reader": "r1", "shelf": "Novels", "due": datetime(2026, 3, 20), "status": "Out"}
    others = {**mine, "book": "Ulysses", "reader": "r2", "due": datetime(2026, 2, 1)}
    task = asked("Which of your loans is due first?", "book, first: due", "Member")
    assert found(library(task, loans=[others, mine]), "find").answer == "Emma"


def test_an_answer_that_is_empty_cannot_be_read(library: Build) -> None:
    swap = ("shelf: one of Novels, Travel, Science = Novels", "shelf: one of Novels, Travel, Science, optional")
    machine = library(swap, asked("On which shelf is it?", "shelf, first: due"), loans=[loan(1) | {"shelf": None}])
    assert missing(machine, "find").reason == "the field 'shelf' of the right row is empty"


def test_a_screen_that_cannot_be_drawn_is_named(library: Build) -> None:
    machine = library()
    broken = replace(machine.parts.kinds["form"], compose=lambda scene: 1 / 0)
    parts = replace(machine.parts, kinds={**machine.parts.kinds, "form": broken})
    result = missing(Machine(machine.solution, "", machine.dataset, parts), "borrow")
    assert "the screen 'new-loan' cannot be drawn: division by zero" in result.reason


def test_forms_are_filled_in_so_that_rules_between_their_fields_are_kept() -> None:
    machine = prototype(
        """
        now: 2026-03-02 09:30
        entities:
          Trip:
            name: text
            departs: date
            returns: date, after departs
            opens: time
            closes: time, after opens
            budget: money, 100..900
            spent: money, 0..900, less than budget
            kind: one of Work, Other
            reason: text, required when kind == 'Other'
        screens:
          Trips: {list: Trip, new: New trip}
          New trip: {form: Trip}
          Trip: {detail: Trip}
        tasks:
          plan: {say: Plan a trip., done: {Trip: {kind: Other, departs: 2026-03-20}}}
        """,
        "as-asked",
    )
    found = plan(machine, machine.solution.tasks["plan"])
    assert isinstance(found, Plan)
    assert found.steps[-1].values["departs"] == "2026-03-20" < found.steps[-1].values["returns"]
    assert found.steps[-1].values["reason"]


def test_a_row_that_cannot_be_opened_is_moved_by_its_box(library: Build) -> None:
    detail = "  Loan: {detail: Loan, show: [book, status, due, reader]}\n"
    task = "  back: {as: Librarian, say: Take back a book., done: {Loan: {status: Back}}}\n"
    desk = library((detail, ""), ("tasks:\n", f"tasks:\n{task}"))
    found = plan(desk, desk.solution.tasks["back"])
    assert isinstance(found, Plan)
    assert [(step.control.label, dict(step.values)) for step in found.steps] == [("Take back", {"rows": "l1"})]
