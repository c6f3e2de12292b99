"""The strip around a prototype."""

from tests.unit.printing.reading import Element, parsed
from toolkit.printing import Bar, draw_bar


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
