"""Custom blocks for everybody who cannot draw freely: a text, and controls that work like any other."""

import pytest

from tests.unit.code.conftest import Files
from toolkit.domain.action import Create, Go, Place
from toolkit.domain.custom import Custom
from toolkit.domain.machine import Machine, Refused
from toolkit.domain.state import State
from toolkit.domain.view import View
from toolkit.printing import draw_view

SCREEN = """
from toolkit import Control, Create, Custom, Go, Place

def compose(scene):
    new = Create("Ticket", form="queue.map", fixed={"title": "From the map", "priority": "Low"})
    done = Control("queue.map.add", "Add one", new)
    high = len(scene.rows("Ticket", where="priority == 'High'"))
    return (Custom("queue.map", "Map", f"{high} <high> ones", draw, data=high, controls=(done,)),)

def draw(slot):
    raise RuntimeError("drawn")
"""


def start(machine: Machine) -> State:
    return machine.step(machine.start("Agent"), Go(Place("queue")))


def block(view: View) -> Custom:
    (found,) = (b for b in view.blocks if isinstance(b, Custom))
    return found


def test_a_page_says_the_text_and_offers_the_controls(desk: Files) -> None:
    machine = desk(queue=SCREEN).machines[""]
    html = draw_view(machine.view(start(machine)), base="/p")
    assert "ones</p>" in html
    assert "&lt;high&gt;" in html
    assert 'data-control="queue.map.add"' in html
    assert "RuntimeError" not in html


def test_its_controls_are_offered_like_any_other_and_nothing_else_is(desk: Files) -> None:
    machine = desk(queue=SCREEN).machines[""]
    state = start(machine)
    offered = block(machine.view(state)).controls[0].action
    made = machine.step(state, offered)
    assert [row["title"] for row in made.changes["Ticket"].values() if row] == ["From the map"]
    with pytest.raises(Refused):
        machine.step(state, Create("Ticket", form="queue.map", fixed={"title": "Forged ticket", "priority": "Low"}))


def test_it_is_the_same_block_while_what_it_says_and_depends_on_is_the_same(desk: Files) -> None:
    machine = desk(queue=SCREEN).machines[""]
    state = start(machine)
    assert block(machine.view(state)) == block(machine.view(machine.step(state, Go(Place("queue")))))
    high = machine.step(start(machine), Go(Place("new-ticket")))
    high = machine.step(high, Create("Ticket", "new-ticket.form", values={"title": "A new one", "priority": "High"}))
    assert block(machine.view(machine.step(high, Go(Place("queue"))))) != block(machine.view(state))
