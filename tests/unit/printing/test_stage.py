"""The strip around a prototype."""

from tests.unit.printing.reading import Element, parsed
from toolkit.printing import Bar, Group, Mistake, Panel, Switch, draw_bar


def drawn(bar: Bar) -> Element:
    return parsed(draw_bar(bar))


def test_it_says_that_this_is_a_prototype_and_what_to_do() -> None:
    strip = drawn(Bar(2, 6, "Ask for <help>."))
    assert "Prototype, made-up data" in strip.text
    assert strip.one("summary").text.startswith("Task 2 of 6")
    assert strip.one("p").text == "Ask for <help>."
    assert [b.attributes["data-stage"] for b in strip.all("button")] == ["done", "give-up"]
    assert strip.all("input") == []


def test_it_asks_for_an_answer_where_the_task_has_one_and_keeps_what_was_typed() -> None:
    strip = drawn(Bar(1, 1, "Which?", answer=True, typed='"VPN"', message="That is empty."))
    assert strip.one("label").text == "Your answer"
    assert strip.one("input").attributes["value"] == '"VPN"'
    assert strip.one(role="alert").text == "That is empty."


def test_without_a_task_only_the_mark_and_the_way_to_start_again() -> None:
    strip = drawn(Bar(reset=True))
    assert strip.text == "Prototype, made-up data Start again"
    assert strip.one("button").attributes["data-stage"] == "reset"
    assert drawn(Bar()).all("button") == []


def test_the_panel_says_what_can_be_switched_and_what_is_on() -> None:
    roles = Group(
        "role", "Role", (Switch("Agent", deed="role", value="Agent", on=True), Switch("Boss <b>", deed="role"))
    )
    states = Group(
        "state", "State", (Switch("Empty", "/p/a?state=empty", "state", "empty", on=True), Switch("One", "/b"))
    )
    strip = drawn(Bar(panel=Panel((roles, states), (Switch("Skip", deed="lenient", value="yes"),))))
    found = {element.text: element for element in [*strip.all("button"), *strip.all("a")]}
    agent, boss = found["Agent"], found["Boss <b>"]
    assert (agent.attributes["data-stage"], agent.attributes["value"]) == ("role", "Agent")
    assert (agent.attributes["aria-pressed"], boss.attributes["aria-pressed"]) == ("true", "false")
    empty = found["Empty"]
    assert (empty.attributes["href"], empty.attributes["data-value"]) == ("/p/a?state=empty", "empty")
    assert empty.attributes["aria-current"] == "true"
    assert "data-stage" not in found["One"].attributes
    assert found["Skip"].attributes["value"] == "yes"


def test_a_participant_is_offered_no_panel() -> None:
    strip = drawn(Bar(2, 6, "Ask for help.", panel=Panel((Group("role", "Role", (Switch("Agent"),)),))))
    assert "Agent" not in strip.text


def test_every_mistake_of_the_spec_is_told_with_its_place_and_its_fix() -> None:
    said = (Mistake("there is no role 'Agnt'", "spec.yaml:4:2", "did you mean 'Agent'?"), Mistake("'x' is not known"))
    strip = drawn(Bar(mistakes=said))
    assert "The spec has 2 mistakes. This is how it was before." in strip.text
    first, second = strip.all("li")
    assert [part in first.text for part in (said[0].what, said[0].where, said[0].fix)] == [True, True, True]
    assert second.text == "'x' is not known"
    assert "has a mistake." in drawn(Bar(mistakes=said[:1])).text
