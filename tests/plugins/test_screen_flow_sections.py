"""The sections of a flow: how complete each is, where it is entered, and when the check can be reached."""

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go, labels, press
from toolkit import Actions, Facts, Form, Notice, Sections, Steps
from toolkit.domain.machine import Machine
from toolkit.domain.planner import Plan, plan
from toolkit.domain.state import State

SPEC = """
solution: Street
people: Neighbour
roles: {Neighbour: {own: Event}}
entities:
  Neighbour: {name: person}
  Event:
    who: Neighbour = me
    guests: number, 1..9999
    kind: one of Party, Market
    name: text, 2..40 characters
    music: yes/no
    until: one of 20:00, 22:00
    guard: text, 2..40 characters
screens:
  Events: {list: Event, new: Ask}
  Ask:
    flow: Event
    steps:
      Size: [guests]
      Too many: {stop: Ask the county., when: guests > 500}
      Name: [name]
      Kind: [kind]
      Music: [music]
      Until: {ask: [until], when: music}
      Guard: {ask: [guard], when: kind == 'Market'}
    sections:
      The event: [Name, Kind]
      Noise: [Music, Until]
      Safety: [Guard]
  Event: {detail: Event}
tasks:
  ask: {as: Neighbour, say: Ask for a street event., done: {Event: {who: me, kind: Market, music: yes}}}
"""


def street(spec: str = SPEC) -> Machine:
    return prototype(spec, Neighbour=[{"name": "Ana"}], Event=[])


def listed(desk: Machine) -> State:
    return press(desk, go(desk, desk.start("Neighbour"), "ask"), "Continue", guests="40")


def standings(desk: Machine, state: State) -> dict[str, str]:
    return {s.name: s.standing.text for s in block(desk.view(state), Sections).sections}


def event(desk: Machine, state: State, kind: str = "Market") -> State:
    state = press(desk, press(desk, state, "The event"), "Continue", name="Fair")
    return press(desk, state, "Continue", kind=kind)


def noise(desk: Machine, state: State) -> State:
    return press(desk, press(desk, state, "Noise"), "Continue", music="no")


def test_steps_of_no_section_come_before_the_list() -> None:
    desk = street()
    start = go(desk, desk.start("Neighbour"), "ask")
    for step in ("", "_list", "name", "_check"):
        steps = block(desk.view(go(desk, start, f"ask?step={step}")), Steps)
        assert (steps.names, steps.label) == (("Size",), "Before you start")
    state = press(desk, start, "Continue", guests="501")
    assert block(desk.view(state), Notice).text == "Ask the county."
    assert block(desk.view(go(desk, state, "ask?step=_list")), Notice).text == "Ask the county."


def test_the_list_says_how_complete_each_section_is() -> None:
    desk = street()
    state = listed(desk)
    assert standings(desk, state) == {"The event": "Not started", "Noise": "Not started", "Safety": "Cannot start yet"}
    half = go(desk, press(desk, press(desk, state, "The event"), "Continue", name="Fair"), "ask")
    assert standings(desk, half)["The event"] == "In progress"
    assert standings(desk, event(desk, state)) == {
        "The event": "Completed",
        "Noise": "Not started",
        "Safety": "Not started",
    }
    done = event(desk, state, kind="Party")
    assert standings(desk, done)["Safety"] == "Not needed"
    assert block(desk.view(done), Sections).tally == "1 of 2 sections are complete."


def test_a_section_is_entered_at_its_first_open_step_and_left_for_the_list() -> None:
    desk = street()
    half = go(desk, press(desk, press(desk, listed(desk), "The event"), "Continue", name="Fair"), "ask")
    inside = press(desk, half, "The event")
    steps = block(desk.view(inside), Steps)
    assert (steps.label, steps.names, steps.at) == ("The event", ("Name", "Kind"), 1)
    assert block(desk.view(press(desk, press(desk, inside, "Back"), "Back")), Sections)
    assert block(desk.view(press(desk, inside, "Continue", kind="Party")), Sections)


def test_a_section_that_cannot_start_has_no_way_in() -> None:
    desk = street()
    state = listed(desk)
    assert "Safety" not in labels(desk.view(state))
    assert block(desk.view(go(desk, state, "ask?step=guard")), Sections)


def test_the_check_is_reached_when_all_is_complete() -> None:
    desk = street()
    state = event(desk, listed(desk), kind="Party")
    assert "Check your answers" not in labels(desk.view(state))
    assert block(desk.view(go(desk, state, "ask?step=_check")), Sections)
    state = noise(desk, state)
    assert [c.label for c in block(desk.view(state), Actions).controls] == ["Check your answers"]
    check = press(desk, state, "Check your answers")
    parts = [b for b in desk.view(check).blocks if isinstance(b, Facts)]
    assert [part.label for part in parts] == ["Before you start", "The event", "Noise"]
    assert block(desk.view(press(desk, check, "Back")), Sections)
    assert press(desk, check, "Confirm").place.path == "event/event-new-1"


def test_a_changed_answer_leads_back_to_the_check_or_to_what_it_opened() -> None:
    desk = street()
    check = press(desk, noise(desk, event(desk, listed(desk), kind="Party")), "Check your answers")
    named = press(desk, press(desk, check, "Change name"), "Continue", name="Summer fair")
    assert block(desk.view(named), Steps).label == "Check your answers"
    music = press(desk, press(desk, check, "Change music"), "Continue", music="yes")
    assert block(desk.view(music), Form).label == "Until"
    assert block(desk.view(press(desk, music, "Continue", until="22:00")), Steps).label == "Check your answers"
    market = press(desk, press(desk, check, "Change kind"), "Continue", kind="Market")
    assert standings(desk, market)["Safety"] == "Not started"


def test_a_dead_end_in_a_section_leads_back_whatever_else_is_open() -> None:
    spec = SPEC.replace("      Guard:", "      Too loud: {stop: No music here., when: music}\n      Guard:")
    desk = street(spec.replace("Noise: [Music, Until]", "Noise: [Music, Too loud, Until]"))
    state = press(desk, press(desk, listed(desk), "Noise"), "Continue", music="yes")
    assert block(desk.view(state), Notice).text == "No music here."
    assert standings(desk, go(desk, state, "ask?step=_list"))["Noise"] == "In progress"
    assert block(desk.view(press(desk, state, "Change your answer")), Form).label == "Music"


def test_the_planner_fills_in_one_section_after_the_other() -> None:
    found = plan(street(), street().solution.tasks["ask"])
    assert isinstance(found, Plan)
    pressed = [step.control.label for step in found.steps if step.control.label not in {"Ask", "Continue"}]
    assert pressed == ["The event", "Noise", "Safety", "Check your answers", "Confirm"]
