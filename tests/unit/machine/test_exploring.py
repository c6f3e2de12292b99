"""A copy holds what a role can come to, nothing it may not see, and says where a way leads out of the copy."""

import pytest

from tests.unit.machine.desk import block, machine, titles
from toolkit.domain.exploring import MISSING, Page, explore
from toolkit.domain.view import Facts, Form, Table


def page_at(pages: tuple[Page, ...], path: str) -> Page:
    return next(page for page in pages if page.view.place.path == path)


def control_of(page: Page, label: str) -> int:
    """Return the page that the first control of this label leads to."""
    return page.ways[next(c.id for c in page.view.controls() if c.label == label and c.id in page.ways)]


@pytest.mark.parametrize("role", ["Employee", "Agent", "Team lead"])
def test_it_begins_where_the_role_does_and_holds_no_page_that_is_not_theirs(role: str) -> None:
    desk = machine("late-first")
    pages = explore(desk, role, most=400)
    assert pages[0].view == desk.view(desk.start(role))
    assert {page.view.role for page in pages} == {role}
    assert "You cannot see this page" not in {page.view.title for page in pages}
    if role == "Employee":
        assert "Badge lost" not in repr([page.view for page in pages])


def test_every_way_leads_to_a_page_of_the_copy_or_is_said_to_be_missing() -> None:
    pages = explore(machine("dashboard"), "Agent", most=60)
    assert len(pages) == 60
    ways = [way for page in pages for way in page.ways.values()]
    ways += [way for page in pages for found in page.narrows.values() for way in found.values()]
    ways += [way for page in pages for sent in page.sends.values() for way in (sent.accepted, sent.refused)]
    assert set(ways) <= {MISSING, *range(60)}
    assert MISSING in ways


def test_a_filter_shows_what_it_leaves() -> None:
    pages = explore(machine("dashboard"), "Agent", most=400)
    (found,) = page_at(pages, "queue").narrows.values()
    assert set(titles(pages[found["status=Open"]].view)) == {"Badge lost", "Replace keyboard"}
    assert set(titles(pages[found["status="]].view)) > {"Badge lost", "Cannot print"}


def test_a_form_goes_on_with_sample_answers_and_says_what_is_missing_without_any() -> None:
    pages = explore(machine("dashboard"), "Employee", most=400)
    form = page_at(pages, "new-ticket")
    (sent,) = form.sends.values()
    assert next(i.error for i in block(pages[sent.refused].view, Form).inputs if i.error) == "Enter a title"
    made = pages[sent.accepted].view
    assert made.place.path == "ticket/ticket-new-1"
    assert block(made, Facts).facts


def test_leaving_after_a_change_leads_back_to_how_it_was() -> None:
    pages = explore(machine("dashboard"), "Agent", most=400)
    ticket = next(p for p in pages if p.view.place.path == "ticket/ticket-3" and "Start work" in labels(p))
    worked_on = pages[control_of(ticket, "Start work")]
    assert "Start work" not in labels(worked_on)
    queue = pages[control_of(worked_on, "Queue")].view
    row = next(row for row in block(queue, Table).rows if row.cells[0].text == "Cannot print")
    assert "Reopened" in [cell.text for cell in row.cells]


def labels(page: Page) -> list[str]:
    return [control.label for control in page.view.controls()]


def test_columns_are_chosen_one_at_a_time_and_nothing_is_done_to_several_rows() -> None:
    pages = explore(machine("dashboard"), "Agent", most=400)
    first = page_at(pages, "queue")
    fewer = pages[control_of(first, "Hide Due")]
    assert [c.label for c in block(fewer.view, Table).columns] == [
        "Title",
        "Requester",
        "Status",
        "Priority",
        "Assignee",
    ]
    assert control_of(fewer, "Hide Status") == MISSING
    assert pages[control_of(fewer, "Columns as at first")].view == first.view
    assert "queue.picks.resolve" not in first.ways
