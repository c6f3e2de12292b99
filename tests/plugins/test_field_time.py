"""A time of day, as people type and read it."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plugins.prototype import made_up, prototype, read, show, typed
from toolkit import Create, Field, Form
from toolkit.domain.action import filled

AT = Field("at", "time", "Start")


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_a_time_in_a_form_reads_as_the_same_time(value: time) -> None:
    assert read(AT, typed(AT, value)) == value


@pytest.mark.parametrize("text", ["9:30", "09:30", "09.30", "9:30 am", "09:30:15", "9.30 a.m.", "9:30AM"])
def test_half_past_nine_may_be_written_in_many_ways(text: str) -> None:
    assert show(AT, read(AT, text)) == "09:30"


@pytest.mark.parametrize(("text", "said"), [("5 pm", "17:00"), ("12:15 am", "00:15"), ("12 pm", "12:00")])
def test_noon_and_midnight_of_a_clock_of_twelve_hours(text: str, said: str) -> None:
    assert show(AT, read(AT, text)) == said


@pytest.mark.parametrize("text", ["9", "24:00", "9:60", "half past nine", "13 pm", "0 am", "9:30m", "2026-03-02 09:30"])
def test_what_is_no_time_of_day_is_told_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="Start must be a time of day, like 09:30"):
        read(AT, text)


def test_made_up_times_are_quarters_of_a_working_day() -> None:
    times = made_up(AT)
    assert all(isinstance(at, time) and time(8) <= at <= time(18) and at.minute % 15 == 0 for at in times)
    assert len(set(times)) > 20


def test_times_are_asked_for_ordered_and_spoken_of_in_expressions() -> None:
    machine = prototype(
        """
        entities:
          Slot: {name: text, at: time = 9:30, early: = at < hours(12)}
        screens:
          Slots: {list: Slot, sort: at, new: New slot}
          New slot: {form: Slot}
          Slot: {detail: Slot}
        """,
        Slot=[{"name": "Late", "at": time(17)}, {"name": "Early", "at": time(8, 15)}],
    )
    role = next(iter(machine.app.roles))
    state = machine.start(role)
    rows = next(block for block in machine.view(state).blocks if hasattr(block, "rows")).rows
    assert [[cell.text for cell in row.cells] for row in rows] == [["Early", "08:15", "Yes"], ["Late", "17:00", "No"]]
    state = machine.step(state, next(c.action for c in machine.view(state).controls() if c.label == "New slot"))
    form = next(block for block in machine.view(state).blocks if isinstance(block, Form))
    asked = next(i for i in form.inputs if i.name == "at")
    assert (asked.kind, asked.value) == ("time", "09:30")
    assert isinstance(form.submit.action, Create)
    state = machine.step(state, filled(form.submit.action, {"name": "Noon", "at": "12.00"}))
    assert state.changes["Slot"]["slot-new-1"]["at"] == time(12)  # type: ignore[index]
