"""A calendar: rows on the days of a month around the prototype's now."""

from datetime import date, datetime
from typing import Any

import pytest

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go, labels, press, titles
from toolkit import Calendar, Go, Notice, Place, Table
from toolkit.domain.gestures import Click, gestures
from toolkit.domain.machine import Machine
from toolkit.domain.planner import Plan, plan
from toolkit.loader import load
from toolkit.spec.reading import read_text

SPEC = """
solution: Clinic
now: 2026-03-12 09:30
roles: [Nurse, Doctor]
entities:
  Person: {name: person}
  Visit:
    reason: text
    who: Person = me
    at: datetime, optional
    first: date, optional
    status: {Booked -> Seen: See (Doctor)}
screens:
  Visits: {calendar: Visit}
  Visit: {detail: Visit}
  New visit: {form: Visit, for: Nurse}
tasks:
  see: {as: Doctor, say: See 'Knee'., done: {Visit: {reason: Knee, status: Seen}}}
"""


def visit(reason: str, at: str = "", **more: Any) -> dict[str, Any]:
    when = datetime.fromisoformat(at) if at else None
    return {"reason": reason, "who": "person-2", "at": when, "first": None, "status": "Booked"} | more


MARCH = [
    visit("Late", "2026-03-12 16:00"),
    visit("Early", "2026-03-12 08:15"),
    visit("Some day"),
    visit("Last", "2026-03-31 23:59"),
]


def clinic(screen: str = "", visits: list[dict[str, Any]] | None = None) -> Machine:
    spec = SPEC.replace("{calendar: Visit}", screen or "{calendar: Visit}")
    return prototype(spec, Person=[{"name": "Ana"}, {"name": "Ben"}], Visit=MARCH if visits is None else visits)


def calendar(desk: Machine, path: str = "visits") -> Calendar:
    return block(desk.view(go(desk, desk.start("Nurse"), path)), Calendar)


def test_the_month_of_the_prototypes_now_is_shown_in_weeks_from_monday() -> None:
    shown = calendar(clinic())
    assert shown.label == "March 2026"
    assert [len(week) for week in shown.weeks] == [7] * 6
    assert [day.name if day else "" for day in shown.weeks[0]] == ["", "", "", "", "", "", "Sunday 1 March"]
    assert [day.number for day in shown.days] == list(range(1, 32))
    assert [day.name for day in shown.days if day.today] == ["Thursday 12 March"]


def test_rows_stand_on_their_day_by_their_time_and_those_without_a_date_nowhere() -> None:
    shown = calendar(clinic())
    found = {day.number: [(entry.time, entry.title) for entry in day.entries] for day in shown.days if day.entries}
    assert found == {12: [("08:15", "Early"), ("16:00", "Late")], 31: [("23:59", "Last")]}


def test_a_date_without_a_time_of_day_has_none_and_another_date_can_be_named() -> None:
    shown = calendar(clinic("{calendar: Visit, by: first}", [visit("Knee", first=date(2026, 3, 1))]))
    assert [(entry.time, entry.title) for entry in shown.days[0].entries] == [("", "Knee")]


def test_the_months_around_can_be_turned_to_by_their_address_and_now_is_found_again() -> None:
    desk = clinic(visits=[*MARCH, visit("Spring", "2026-05-01 10:00")])
    state = press(desk, press(desk, desk.start("Nurse"), "Next month"), "Next month")
    shown = block(desk.view(state), Calendar)
    assert (state.place.path, shown.label) == ("visits?month=2026-05", "May 2026")
    assert [control.label for control in shown.turn] == ["This month", "Previous month"]
    assert block(desk.view(press(desk, state, "This month")), Calendar).label == "March 2026"


@pytest.mark.parametrize("month", ["2026-13", "yes", "9999-12", "0001-01", "2026-2"])
def test_a_month_that_is_none_is_the_one_of_now(month: str) -> None:
    assert calendar(clinic(), f"visits?month={month}").label == "March 2026"


def test_december_is_followed_by_january() -> None:
    december = calendar(clinic(visits=[visit("Knee", "2027-01-01 10:00")]), "visits?month=2026-12")
    assert (len(december.days), december.rows) == (31, ())
    assert december.empty == "No visits in December 2026."
    assert december.turn[-1].action == Go(Place("visits", query=(("month", "2027-01"),)))


def test_three_stand_on_a_day_and_more_are_folded_to_a_way_to_all_of_the_day() -> None:
    three = [visit(f"Visit {n}", f"2026-03-05 1{n}:00") for n in range(3)]
    (day,) = [d for d in calendar(clinic(visits=three)).days if d.entries]
    assert (len(day.entries), day.more) == (3, None)
    desk = clinic("{calendar: Visit, show: [reason]}", [visit("Visit 9", "2026-03-05 19:00"), *three])
    state = press(desk, desk.start("Nurse"), "2 more")
    view = desk.view(state)
    assert state.place.path == "visits?day=2026-03-05"
    assert block(view, Table).label == "Thursday 5 March 2026"
    assert titles(view) == ["Visit 0", "Visit 1", "Visit 2", "Visit 9"]
    assert press(desk, state, "March 2026").place.path == "visits?month=2026-03"


def test_a_day_without_anything_says_so() -> None:
    desk = clinic()
    shown = block(desk.view(go(desk, desk.start("Nurse"), "visits?day=2026-03-06")), Table)
    assert (shown.rows, shown.empty) == ((), "No visits on this day.")


def test_an_entry_leads_to_its_detail_and_back() -> None:
    desk = clinic()
    state = press(desk, desk.start("Nurse"), "Early")
    assert state.place.path == "visit/visit-2"
    assert press(desk, state, "Visits").place.path == "visits"


def test_only_rows_of_the_condition_and_only_ones_own_are_shown() -> None:
    assert [e.title for e in calendar(clinic("{calendar: Visit, where: reason != 'Late'}")).rows] == ["Early", "Last"]
    mine = clinic("{calendar: Visit, own: true}", [*MARCH, visit("Mine", "2026-03-02 10:00", who="person-1")])
    assert [e.title for e in calendar(mine).rows] == ["Mine"]


def test_an_empty_calendar_says_so_and_offers_a_new_row_to_those_who_may() -> None:
    desk = clinic("{calendar: Visit, new: New visit}", [])
    view = desk.view(desk.start("Nurse"))
    assert block(view, Notice).text == "No visits yet."
    assert "New visit" in labels(view)
    assert "New visit" not in labels(desk.view(desk.start("Doctor")))


def test_a_task_about_a_row_of_another_month_turns_there() -> None:
    desk = clinic(visits=[visit("Knee", "2026-03-01 10:00"), visit("Knee", "2026-04-01 10:00", status="Seen")])
    way = plan(desk, desk.solution.tasks["see"])
    assert isinstance(way, Plan)
    assert [step.control.label for step in way.steps] == ["Knee", "See"]
    desk = clinic(visits=[visit("Hip", "2026-03-01 10:00"), visit("Knee", "2026-04-01 10:00")])
    way = plan(desk, desk.solution.tasks["see"])
    assert isinstance(way, Plan)
    assert [step.control.label for step in way.steps] == ["Next month", "Knee", "See"]
    assert gestures(way.steps[1].view, way.steps[1].control, {}) == (Click("link", "Knee"),)


@pytest.mark.parametrize(
    ("screen", "path", "fix"),
    [
        ("{calendar: Visit, by: reason}", "screens.Visits.by", "use one of: at, first"),
        ("{calendar: Person, by: name}", "screens.Visits.by", "give 'Person' a date"),
        ("{calendar: Person}", "screens.Visits.calendar", "give it one, as in day: date"),
    ],
)
def test_a_calendar_without_a_date_is_a_mistake_of_the_spec(screen: str, path: str, fix: str) -> None:
    spec = SPEC.replace("{calendar: Visit}", screen)
    reading = read_text(spec, "spec.yaml", load(installed=False).parts)
    (found,) = [f for f in reading.findings if f.code == "unfit-setting"]
    assert (found.path, found.fix) == (path, fix)
