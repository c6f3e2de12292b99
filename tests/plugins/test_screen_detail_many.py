"""A detail of a row to which very much belongs: the last of what was said, and the way to all of it."""

from datetime import datetime, timedelta

import pytest

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go
from toolkit import Thread, Timeline
from toolkit.domain.machine import Machine
from toolkit.printing import draw_view

SPEC = """
now: 2026-03-02 09:30
people: Person
entities:
  Person: {name: person}
  Repair: {what: text, tenant: Person = me}
  Note: {repair: Repair, by: Person = me, text: long text, at: datetime = now}
screens:
  Repairs: {list: Repair}
  Repair: {detail: Repair, related: {Note: []}}
"""


def house(count: int, spec: str = SPEC) -> Machine:
    first = datetime(2026, 1, 1, 9)
    notes = [
        {"repair": "repair-1", "by": "person-1", "text": f"Note {n}.", "at": first + timedelta(hours=n)}
        for n in range(1, count + 1)
    ]
    return prototype(spec, Person=[{"name": "Ana"}], Repair=[{"what": "Tap", "tenant": "person-1"}], Note=notes)


def test_the_last_fifty_are_shown_and_the_rest_when_asked_for() -> None:
    desk = house(123)
    view = desk.view(go(desk, desk.begin(), "repair/repair-1"))
    thread = block(view, Thread)
    assert (thread.posts[0].text, thread.posts[-1].text, len(thread.posts)) == ("Note 74.", "Note 123.", 50)
    assert thread.earlier is not None
    assert (thread.earlier.label, thread.earlier in view.controls()) == ("73 more", True)
    html = draw_view(view, base="/p")
    assert html.index("73 more") < html.index("Note 74.")
    every = block(desk.view(go(desk, desk.begin(), "repair/repair-1?earlier=all")), Thread)
    assert (len(every.posts), every.earlier) == (123, None)


def test_few_are_shown_as_they_are() -> None:
    desk = house(50)
    assert block(desk.view(go(desk, desk.begin(), "repair/repair-1")), Thread).earlier is None


@pytest.mark.parametrize(("asked", "shown"), [("", 50), ("?earlier=all", 80)])
def test_a_history_is_as_long(asked: str, shown: int) -> None:
    desk = house(80, SPEC.replace("related: {Note: []}", "related: {Note: []}, timeline: true"))
    history = block(desk.view(go(desk, desk.begin(), f"repair/repair-1{asked}")), Timeline)
    assert (len(history.moments), history.earlier is None) == (shown, shown == 80)
