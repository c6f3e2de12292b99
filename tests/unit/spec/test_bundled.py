"""The bundled specs: short, readable, without findings, and saying what they seem to say."""

from datetime import datetime
from pathlib import Path

import pytest

from toolkit.domain.parts import Parts
from toolkit.domain.solution import Solution
from toolkit.places import bundled
from toolkit.spec import read

SPECS = sorted(bundled("prototypes").glob("*/spec.yaml"))


@pytest.fixture
def helpdesk(parts: Parts) -> Solution:
    solution = read(bundled("prototypes") / "helpdesk", parts).solution
    assert solution
    return solution


@pytest.fixture
def rebooking(parts: Parts) -> Solution:
    solution = read(bundled("prototypes") / "rebooking", parts).solution
    assert solution
    return solution


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.parent.name)
def test_a_bundled_spec_has_no_finding(path: Path, parts: Parts) -> None:
    reading = read(path, parts)
    assert [f.text() for f in reading.findings if f.severity != "note"] == []
    assert reading.solution


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.parent.name)
def test_lines_of_a_bundled_spec_fit_a_screen(path: Path) -> None:
    assert max(map(len, path.read_text().splitlines())) <= 150


def test_the_help_desk_fits_in_ninety_lines() -> None:
    assert len((bundled("prototypes") / "helpdesk" / "spec.yaml").read_text().splitlines()) <= 90


def test_the_help_desk_has_two_options_with_their_costs(helpdesk: Solution) -> None:
    dashboard, late_first = helpdesk.options.values()
    assert (dashboard.idea, late_first.idea) == ("customer", "ours")
    assert dashboard.cost
    assert dashboard.cost.over(3) == 14_000 + 3 * 2_600


def test_an_option_changes_only_its_own_app(helpdesk: Solution) -> None:
    assert "Late tickets" in helpdesk.apps["dashboard"].screens
    assert "Late tickets" not in helpdesk.apps["late-first"].screens
    assert helpdesk.apps["dashboard"].roles["Team lead"].start == "Late tickets"
    assert helpdesk.apps["late-first"].roles["Team lead"].start == "Queue"


def test_a_ticket_goes_through_its_states_in_the_order_of_its_life(helpdesk: Solution) -> None:
    status = helpdesk.base.entities["Ticket"].status
    assert status
    assert status.options == ("Open", "Triaged", "In progress", "Resolved", "Reopened")
    assert status.default == "Open"
    assert [m.name for m in status.moves] == ["Triage", "Start work", "Resolve", "Reopen", "Assign"]


def test_only_the_requester_reopens_and_nobody_resolves_what_was_never_started(helpdesk: Solution) -> None:
    status = helpdesk.base.entities["Ticket"].status
    assert status
    moves = {m.name: m for m in status.moves}
    assert moves["Reopen"].own
    assert moves["Reopen"].roles == ("Employee",)
    assert moves["Resolve"].sources == ("In progress",)
    assert moves["Resolve"].roles == ("Agent",)
    assert moves["Assign"].sources == ()
    assert moves["Assign"].target == ""
    assert moves["Assign"].asks == ("assignee",)


def test_computed_fields_know_their_types(helpdesk: Solution) -> None:
    fields = helpdesk.base.entities["Ticket"].fields
    assert (fields["due"].type, fields["late"].type) == ("datetime", "yes/no")
    assert fields["due"].computed
    assert not fields["due"].required


def test_the_help_desks_clock_goals_and_data_are_read(helpdesk: Solution) -> None:
    assert helpdesk.now == datetime(2026, 3, 2, 9, 30)
    assert [(g.measure, g.task, g.comparison, g.target, g.unit) for g in helpdesk.goals][:2] == [
        ("time", "find-late", "<=", 30.0, "s"),
        ("success", "find-late", ">=", 0.8, "%"),
    ]
    assert helpdesk.data.rows == {"User": 40, "Ticket": 120, "Comment": 300}
    assert helpdesk.data.pinned
    assert helpdesk.data.pinned["Ticket"][0]["created"] == datetime(2026, 3, 2, 8, 10)
    assert helpdesk.data.pinned["Ticket"][1]["assignee"] is None


def test_a_question_may_offer_the_options(helpdesk: Solution) -> None:
    prefer = next(q for q in helpdesk.questions if q.name == "prefer")
    assert prefer.choices == tuple(option.title for option in helpdesk.options.values())


def test_a_page_holds_its_text_and_a_flow_its_steps(rebooking: Solution) -> None:
    page, flow = rebooking.base.screens["Your flight"], rebooking.base.screens["Rebook"]
    assert (page.kind, page.entity) == ("page", "")
    assert (flow.kind, flow.entity) == ("flow", "Rebooking")


def test_a_reference_may_be_narrowed(rebooking: Solution) -> None:
    flight = rebooking.base.entities["Rebooking"].fields["flight"]
    assert flight.refers == "Flight"
    assert flight.where
    assert flight.label == "New flight"
