"""Figures say in words what they draw."""

import pytest

from tests.unit.printing.reading import Element, parsed
from toolkit.printing import environment
from toolkit.printing.filters import number, percent, round_up


def drawn(call: str) -> Element:
    names = "card, data_table, figure, interval, dots"
    text = f'{{% from "figures/parts.html.jinja" import {names} %}}{call}'
    return parsed(environment().from_string(text).render())


def test_an_interval_is_a_dot_on_a_line_with_the_target_as_a_tick() -> None:
    drawing = drawn("{{ interval(0.5, 0.25, 0.75, 0.8) }}").one("svg", role="img")
    assert drawing.attributes["aria-label"] == "50\u00a0%, between 25\u00a0% and 75\u00a0%, target 80\u00a0%"
    span, target = drawing.one("line", class_="st-span"), drawing.one("line", class_="st-target")
    ends = (
        span.attributes["x1"],
        drawing.one("circle").attributes["cx"],
        span.attributes["x2"],
        target.attributes["x1"],
    )
    left, dot, right, tick = (float(end.rstrip("%")) for end in ends)
    assert left < dot < right < tick
    assert dot - left == pytest.approx(right - dot, abs=0.02)


def test_an_interval_without_a_target_has_no_tick() -> None:
    drawing = drawn("{{ interval(0.5, 0.25, 0.75) }}")
    assert drawing.all("line", class_="st-target") == []
    assert "target" not in drawing.one("svg").attributes["aria-label"]


def test_what_is_off_the_scale_stays_in_the_drawing() -> None:
    span = drawn("{{ interval(1.0, -0.2, 1.3) }}").one("line", class_="st-span")
    assert (span.attributes["x1"], span.attributes["x2"]) == ("1.5%", "98.5%")


def test_every_person_is_a_dot_and_equal_ones_do_not_cover_each_other() -> None:
    drawing = drawn('{{ dots([18, 12, 18], "s", mean=15.7, low=9, high=27, target=30) }}')
    circles = {(c.attributes["cx"], c.attributes["cy"]) for c in drawing.all("circle")}
    assert len(circles) == 3
    words = drawing.one("svg").attributes["aria-label"]
    assert words == "3 values: 12, 18, 18 s; mean 15.7, between 9 and 27; target 30"
    assert [s.text for s in drawing.one("p").all("span")] == ["0", "25", "50 s"]


def test_nobody_is_no_dot() -> None:
    assert drawn('{{ dots([], "s") }}').one("svg").attributes["aria-label"] == "0 values"


def test_a_given_scale_is_kept() -> None:
    drawing = drawn('{{ dots([1, 7], "", start=1, end=7) }}')
    assert [c.attributes["cx"] for c in drawing.all("circle")] == ["1.5%", "98.5%"]


def test_a_table_of_data_names_rows_and_columns() -> None:
    table = drawn('{{ data_table("Tasks", ("Task", "Done"), (("raise", "<7>"),), right=("Done",)) }}').one("table")
    assert table.one("caption").text == "Tasks"
    assert (table.one("th", scope="row").text, table.one("td", class_="st-right").text) == ("raise", "<7>")


def test_a_card_and_a_figure_hold_what_they_are_given() -> None:
    card = drawn('{% call card("Late", level=3) %}{{ figure("7 of 8", "could do it", "Not sure yet.") }}{% endcall %}')
    assert card.one("h3").text == "Late"
    assert card.text == "Late 7 of 8 could do it Not sure yet."


@pytest.mark.parametrize(("value", "end"), [(0, 1), (0.3, 0.5), (1, 1), (12, 20), (50, 50), (51, 100), (2300, 5000)])
def test_axes_end_at_round_numbers(value: float, end: float) -> None:
    assert round_up(value) == pytest.approx(end)


def test_numbers_are_written_for_reading() -> None:
    assert [number(v) for v in (3, 3.04, 15.68, 1234.5)] == ["3", "3", "15.7", "1,234.5"]
    assert percent(0.875) == "88\u00a0%"
