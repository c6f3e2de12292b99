"""Robots do planned tasks in a real browser, are recorded like people, and say what they find."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from toolkit.browser.devices import DESKTOP, PHONE, Device
from toolkit.browser.walking import Job, Stage, Walker
from toolkit.domain.evidence import Sighting
from toolkit.domain.session import Session
from toolkit.domain.usability import Finding
from toolkit.ports.check import Check, Page
from toolkit.services.load import Prototype

pytestmark = pytest.mark.browser
Make = Callable[..., Walker]


def met(robot: Walker, rule: str) -> list[Sighting]:
    return [sighting for sighting in robot.sightings if sighting.finding.rule == rule]


def recorded(stage: Stage, session: str) -> tuple[Session, list[tuple[str, Mapping[str, Any]]]]:
    with stage.book.store.reading() as work:
        found = work.session(session)
        entries = [(entry.kind, entry.data) for entry in work.entries(session)]
    assert found is not None
    return found, entries


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
def test_robots_do_what_the_planner_found(walker: Make, device: Device) -> None:
    robot = walker()
    for option, task in (("plain", "borrow"), ("plain", "overdue"), ("sorted", "overdue"), ("plain", "back")):
        walked = robot.walk(Job(option, task, device))
        assert walked.reached, walked.reason
        assert walked.seconds > 0
        assert len(walked.screens) == walked.actions + 1


def test_a_robot_is_recorded_as_a_session_nobody_attended(walker: Make, stage: Stage) -> None:
    walked = walker().walk(Job("plain", "borrow", PHONE))
    session, entries = recorded(stage, walked.session)
    assert (session.actor, session.plan) == ("robot", (("plain", "borrow"),))
    assert (session.device or {}).get("name") == "phone"
    assert session.ended
    assert [kind for kind, _ in entries] == ["task started", "acted", "acted", "task ended", "ended"]
    assert entries[2][1]["action"]["values"]["needs"] == "Audio"
    assert entries[3][1]["reached"] is True


def test_a_task_without_a_way_is_given_up_and_found(walker: Make, stage: Stage) -> None:
    robot = walker()
    walked = robot.walk(Job("plain", "lend", PHONE))
    assert not walked.reached
    assert walked.reason.startswith("there is no way")
    _, entries = recorded(stage, walked.session)
    assert entries[1][1]["how"] == "gave up"
    (sighting,) = met(robot, "task")
    assert (sighting.finding.rule, sighting.finding.severity, sighting.option) == ("task", 4, "plain")


def test_a_control_that_is_not_there_ends_the_walk_and_is_named(
    walker: Make, stage: Stage, prototype: Prototype
) -> None:
    screens = dict(prototype.machines["plain"].app.screens)
    renamed = replace(screens["New loan"], settings=screens["New loan"].settings.model_copy(update={"submit": "Lend"}))
    machine = prototype.machines["plain"]
    app = replace(machine.app, screens=screens | {"New loan": renamed})
    solution = replace(machine.solution, apps={**machine.solution.apps, "plain": app})
    expected = type(machine)(solution, "plain", machine.dataset, machine.parts)
    robot = walker(prototype=replace(prototype, machines={**prototype.machines, "plain": expected}))
    walked = robot.walk(Job("plain", "borrow", DESKTOP))
    assert not walked.reached
    assert "a robot could not click the button 'Lend'" in walked.reason
    assert recorded(stage, walked.session)[1][-2][1]["how"] == "gave up"


def test_a_walk_that_breaks_off_says_nothing_about_the_prototype(walker: Make, stage: Stage) -> None:
    robot = walker(address="http://127.0.0.1:9")
    walked = robot.walk(Job("plain", "borrow", DESKTOP))
    assert walked.broke_off
    assert "could not open its link" in walked.reason
    assert recorded(stage, walked.session)[1] == []
    assert met(robot, "task") == []


def first_link(page: Page) -> Iterable[Finding]:
    """Find fault with the first link of the page's content."""
    box = page.evaluate(
        "() => { const b = document.querySelector('main a[data-id]').getBoundingClientRect();"
        " return [b.x + scrollX, b.y + scrollY, b.width, b.height]; }"
    )
    ident = page.evaluate("() => document.querySelector('main a[data-id]').dataset.id")
    assert page.view is not None
    yield Finding("link", 2, f"seen on {page.view.title}", element=ident, role="link", box=tuple(box))


def test_each_screen_is_looked_at_once_with_its_pictures(walker: Make) -> None:
    robot = walker(Check("link", "The first link", first_link))
    robot.walk(Job("sorted", "overdue", DESKTOP))
    robot.walk(Job("sorted", "back", DESKTOP))
    seen = met(robot, "link")
    assert [s.finding.screen for s in seen[:1]] == ["loans"]
    assert {s.finding.screen for s in seen} == {"loans", "loan"}
    assert {"sorted-desktop-loans.jpg", "sorted-desktop-loan.jpg"} <= set(robot.pictures)
    assert robot.pictures[seen[0].picture].startswith(b"\x89PNG")
    assert seen[0].finding.box is not None
    assert min(seen[0].finding.box) > 0


def test_a_screen_that_was_looked_at_is_not_looked_at_again(walker: Make) -> None:
    robot = walker(Check("link", "The first link", first_link))
    robot.walk(Job("sorted", "overdue", DESKTOP))
    before = len(met(robot, "link"))
    robot.walk(Job("sorted", "overdue", DESKTOP))
    assert len(met(robot, "link")) == before == 1


def test_the_same_defect_in_every_row_is_one_finding(walker: Make) -> None:
    def rows(page: Page) -> Iterable[Finding]:
        idents = page.evaluate("() => [...document.querySelectorAll('tbody a[data-id]')].map((a) => a.dataset.id)")
        return [Finding("row", 1, "a row", element=ident, role="link") for ident in idents]

    robot = walker(Check("row", "Rows", rows))
    robot.walk(Job("sorted", "overdue", DESKTOP))
    assert len(met(robot, "row")) > 3
    assert {s.finding.key for s in met(robot, "row")} == {("row", "loans.row.*.open", "link")}
