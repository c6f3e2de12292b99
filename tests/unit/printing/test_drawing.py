"""A drawn View holds everything the View says, so that people, robots and recorders find it there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass, replace
from pathlib import Path

import pytest

from tests.browser.look.views import VIEWS, board, detail, empty, filters, flow, form, listing, table, view
from tests.unit.printing.reading import Element, parsed
from toolkit.domain.action import Delete, Go, Place
from toolkit.domain.solution import Brand, Logo
from toolkit.domain.view import (
    Actions,
    Cell,
    Choice,
    Control,
    Fact,
    Facts,
    Input,
    Notice,
    Section,
    Sections,
    Steps,
    TableRow,
    Text,
    View,
)
from toolkit.errors import ToolkitError
from toolkit.printing import draw_view
from toolkit.printing.filters import link

every_view = pytest.mark.parametrize("make", VIEWS.values(), ids=VIEWS)


def drawn(shown: View, base: str = "/p/desk") -> Element:
    return parsed(draw_view(shown, base=base, brand=Brand("Northgate IT")))


def ids_in(value: object) -> Iterator[str]:
    """Yield the id of a value and of everything in it."""
    if isinstance(value, tuple):
        for part in value:
            yield from ids_in(part)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from filter(None, (getattr(value, "id", ""),))
        for name in value.__dataclass_fields__:
            yield from ids_in(getattr(value, name))


def field(entry: Input) -> Element:
    asked = form()
    (block,) = asked.blocks
    return drawn(replace(asked, blocks=(replace(block, inputs=(entry,)),))).one(data_id=entry.id)


def test_before_the_name_stands_the_logo_or_else_the_first_letter() -> None:
    shown = next(iter(VIEWS.values()))()
    for brand, sign in ((Brand("Skylark"), "st-mark"), (Brand("Skylark", logo=Logo("a.svg", "data:,x")), "st-logo")):
        html = draw_view(shown, base="/p", brand=brand)
        assert [name for name in ("st-mark", "st-logo") if f'class="{name}"' in html] == [sign]
        assert "data:,x" not in html  # the stylesheet holds it, once


@every_view
def test_everything_that_can_be_done_is_there_once_and_is_called_so(make: Callable[[], View]) -> None:
    page = drawn(make())
    for control in make().controls():
        (element,) = [e for e in page.all(data_control=control.id) if e.tag != "form"]
        assert control.label in element.attributes.get("aria-label", element.text)


@every_view
def test_what_only_goes_somewhere_is_a_link_to_there_and_the_rest_are_buttons(make: Callable[[], View]) -> None:
    page = drawn(make())
    sent = {e.attributes["data-control"] for e in page.all("form")}
    for control in make().controls():
        (element,) = [e for e in page.all(data_control=control.id) if e.tag != "form"]
        if isinstance(control.action, Go) and control.id not in sent:
            assert (element.tag, element.attributes["href"]) == ("a", f"/p/desk/{control.action.place.path}")
        else:
            assert (element.tag, element.attributes["type"]) == ("button", "submit" if control.id in sent else "button")


@every_view
def test_every_element_is_found_by_its_id(make: Callable[[], View]) -> None:
    page = drawn(make())
    there = {e.attributes["data-id"] for e in page.where(lambda e: "data-id" in e.attributes)}
    assert set(ids_in(make())) - there == set()


@every_view
def test_ids_are_unique_and_whatever_is_referred_to_exists(make: Callable[[], View]) -> None:
    page = drawn(make())
    ids = [e.attributes["id"] for e in page.where(lambda e: "id" in e.attributes)]
    assert len(ids) == len(set(ids))
    for name in ("for", "aria-describedby", "data-focus"):
        for element in page.where(lambda e, name=name: name in e.attributes):
            assert set(element.attributes[name].split()) <= set(ids)


@every_view
def test_there_is_one_heading_that_can_take_the_focus_and_one_main(make: Callable[[], View]) -> None:
    page = drawn(make())
    heading = page.one("main").one("h1")
    assert heading.text == make().title
    assert heading.attributes["tabindex"] == "-1"


@every_view
def test_every_input_has_a_name_and_a_label_or_legend(make: Callable[[], View]) -> None:
    page = drawn(make())
    labelled = {e.attributes["for"] for e in page.all("label")}
    for box in page.where(lambda e: e.tag in ("input", "select", "textarea")):
        assert box.attributes["name"]
        assert box.attributes["id"] in labelled


def test_a_page_with_its_own_main_gets_a_division_instead() -> None:
    page = parsed(draw_view(listing(), base="", content="div"))
    assert page.all("main") == []
    assert page.one("div", id="st-content").one("h1").text == "Queue"


def test_brand_person_role_and_the_current_place_are_said() -> None:
    page = drawn(listing())
    header = page.one("header")
    assert "Northgate IT" in header.text
    assert header.one("summary").text == "Ravi Patel Agent"
    assert [e.text for e in header.one("nav").all(aria_current="page")] == ["Queue"]
    assert [e.text for e in header.all(aria_current="true")] == ["Agent"]


def test_markup_in_texts_is_shown_and_not_run() -> None:
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    cells = (TableRow("r", "k", (Cell(evil), Cell(evil, "chip", "bad")), Control("o", evil, Go(Place(evil, evil)))),)
    rows = replace(table(2), label=evil, columns=table(2).columns[:2], rows=cells)
    page = drawn(view(evil, Text("t", (evil,)), Notice("n", evil), rows, lead=evil))
    assert page.all("script") == page.all("img") == []
    assert page.where(lambda e: any(name.startswith("on") for name in e.attributes)) == []
    assert page.one("h1").text == evil


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("https://example.com/a?b=c", "https://example.com/a?b=c"),
        ("mailto:a@example.com", "mailto:a@example.com"),
        ("/p/desk/queue?late=yes", "/p/desk/queue?late=yes"),
        ("#/queue", "#/queue"),
        ("javascript:alert(1)", "#"),
        (" java\nscript:alert(1)", "#"),
        ("data:text/html,x", "#"),
        ("VBScript:x", "#"),
    ],
)
def test_only_harmless_addresses_are_followed(address: str, followed: str) -> None:
    assert link(address) == followed


def test_links_can_be_kept_within_one_file() -> None:
    assert drawn(listing(), "#").one(data_control="nav.queue").attributes["href"] == "#/queue"


def test_a_row_is_opened_by_the_cell_that_names_it() -> None:
    page = drawn(listing())
    row = page.one("tr", data_id="queue.row.ticket-3")
    assert row.one("th", role="rowheader").one("a").text == "Cannot print"
    assert [cell.attributes["data-label"] for cell in row.all("td")] == [
        "Due",
        "Status",
        "Priority",
        "Assignee",
        "Comments",
    ]


def test_a_row_whose_title_is_no_column_is_named_in_its_first_cell_all_the_same() -> None:
    row = TableRow(
        "r.1", "1", (Cell("Open", "chip"), Cell("High")), Control("r.1.open", "Cannot print", Go(Place("t")))
    )
    page = drawn(view("Queue", replace(table(2), columns=table(2).columns[:2], rows=(row,))))
    assert page.one(data_control="r.1.open").text == "Open Cannot print"


def test_a_table_keeps_its_roles_where_rows_are_shown_as_cards() -> None:
    page = drawn(listing()).one("table", role="table")
    assert len(page.all("tr", role="row")) == 16
    assert len(page.all("th", role="columnheader", scope="col")) == 6
    assert len(page.all("td", role="cell")) == 15 * 5
    assert page.one("th", aria_sort="ascending").text == "Due"


def test_an_empty_table_says_so_in_a_sentence() -> None:
    page = drawn(empty())
    assert [row.text for row in page.one("tbody").all("tr")] == [
        "No ticket matches. Clear the filters to see them all."
    ]


def test_mistakes_are_summed_up_with_a_way_to_each_and_said_at_the_input() -> None:
    page = drawn(form())
    summary = page.one(role="alert")
    assert [a.text for a in summary.all("a")] == [
        "Say in 5 to 80 characters what is wrong", "Write an e-mail address, like name@example.com", "Choose yes or no",
    ]  # fmt: skip
    box = page.one("input", name="title")
    assert box.attributes["aria-invalid"] == "true"
    assert page.one(id=box.attributes["aria-describedby"]).text == "Error: Say in 5 to 80 characters what is wrong"
    assert box.attributes["value"] == "VPN"


def test_no_summary_without_a_mistake() -> None:
    assert drawn(listing()).all(data_summary="") == []


def test_optional_questions_say_so_and_filters_do_not() -> None:
    page = drawn(form())
    assert page.one("label", for_="i-f.details").text == "Details (optional)"
    assert page.one("label", for_="i-f.title").text == "Title"
    assert "optional" not in drawn(view("Queue", filters())).text


@pytest.mark.parametrize(
    ("kind", "attributes"),
    [
        ("line", {"type": "text"}),
        ("number", {"type": "text", "inputmode": "decimal"}),
        ("date", {"type": "date"}),
        ("datetime", {"type": "datetime-local"}),
        ("time", {"type": "time"}),
        ("email", {"type": "email"}),
        ("tel", {"type": "tel"}),
        ("url", {"type": "url"}),
        ("search", {"type": "search"}),
    ],
)
def test_a_line_is_asked_for_in_the_browsers_own_box(kind: str, attributes: dict[str, str]) -> None:
    box = field(Input("f.x", "x", "X", kind, value="1")).one("input")  # type: ignore[arg-type]
    assert attributes.items() <= box.attributes.items()
    assert box.attributes["value"] == "1"


def test_help_unit_and_limit_are_read_out_with_the_box() -> None:
    entry = field(Input("f.x", "x", "X", "number", help="Roughly", unit="km", error="Too many"))
    assert entry.one("input").attributes["aria-describedby"] == "i-f.x-help i-f.x-error i-f.x-unit"
    area = field(Input("f.x", "x", "X", "area", value="\nfirst line is empty", longest=600))
    assert area.one("textarea").attributes["aria-describedby"] == "i-f.x-count"
    assert area.one("p").text == "Up to 600 characters"


def test_a_long_text_keeps_an_empty_first_line() -> None:
    html = draw_view(view("X", replace(filters(), live=False, inputs=(Input("a", "a", "A", "area", "\nb"),))), base="")
    assert ">\n\nb</textarea>" in html  # browsers drop the first line break


@pytest.mark.parametrize(("kind", "type_"), [("radios", "radio"), ("cards", "radio"), ("checks", "checkbox")])
def test_choices_are_a_group_with_a_name(kind: str, type_: str) -> None:
    options = (Choice("a", "First"), Choice("b", "Second", "about it"))
    group = field(Input("f.x", "x", "Which?", kind, "b", options, required=True)).one("fieldset")  # type: ignore[arg-type]
    assert group.one("legend").text == "Which?"
    assert [(e.attributes["value"], "checked" in e.attributes) for e in group.all("input", type=type_)] == [
        ("a", False), ("b", True),
    ]  # fmt: skip
    assert group.all("input")[1].attributes["aria-describedby"] == "i-f.x-2-about"


def test_several_chosen_values_are_lines() -> None:
    options = (Choice("a", "A"), Choice("b, c", "B"), Choice("d", "D"))
    boxes = field(Input("f.x", "x", "Which?", "checks", "a\nb, c", options)).all("input")
    assert ["checked" in box.attributes for box in boxes] == [True, True, False]


def test_yes_and_no_need_no_choices() -> None:
    boxes = field(Input("f.x", "x", "Sure?", "yesno", "no")).all("input")
    assert [(b.attributes["value"], "checked" in b.attributes) for b in boxes] == [("yes", False), ("no", True)]


def test_a_select_starts_without_a_choice_but_for_one_that_has_its_own_empty_one() -> None:
    entry = field(Input("f.x", "x", "X", "select", "b", (Choice("a", "A"), Choice("b", "B"))))
    assert [o.text for o in entry.all("option")] == ["Choose", "A", "B"]
    assert entry.one("option", selected="").text == "B"
    entry = field(Input("f.x", "x", "X", "select", "", (Choice("", "All"), Choice("b", "B"))))
    assert [o.text for o in entry.all("option")] == ["All", "B"]


def test_what_is_personal_is_marked_for_the_recorder() -> None:
    page = drawn(form())
    assert [e.attributes["data-id"] for e in page.all(data_sensitive="")] == ["f.email"]


def test_filters_that_are_in_use_are_counted() -> None:
    page = drawn(listing())
    assert page.one("search").one("summary").text == "Filter tickets 2 in use"
    assert "data-live" in page.one("form").attributes


def test_only_one_button_of_a_group_is_loud() -> None:
    controls = tuple(Control(f"c{n}", f"Do {n}", Delete("T", str(n)), "primary") for n in range(3))
    page = drawn(view("X", Actions("a", controls)))
    assert [e.text for e in page.where(lambda e: "st-primary" in e.attributes.get("class", ""))] == ["Do 0"]


def test_steps_say_where_one_is() -> None:
    steps = drawn(flow()).one("nav", aria_label="Steps")
    assert steps.one(aria_current="step").text == "Another flight"
    assert steps.all("li")[0].text == "Done: Your booking"


def test_one_step_is_not_counted_but_the_way_back_stays() -> None:
    alone = Steps("s", ("Size",), 0, Control("s.back", "Back", Go(Place("x")), "link"), "Before you start")
    steps = drawn(view("X", alone)).one("nav", aria_label="Steps")
    assert (steps.one("a").text, steps.all("li")) == ("Back", [])
    assert "Before you start" in steps.text


def test_sections_say_how_complete_they_are_and_lead_in_where_they_can_be_begun() -> None:
    ready = Section("s.a", "Noise", Cell("Completed", "chip", "good"), Control("s.a.open", "Noise", Go(Place("x"))))
    later = Section("s.b", "Safety", Cell("Cannot start yet"))
    page = drawn(view("X", Sections("s", "What we need", (ready, later), tally="1 of 2 sections are complete.")))
    assert [item.text for item in page.one("ol").all("li")] == ["Noise Completed", "Safety Cannot start yet"]
    assert [link.text for link in page.one("ol").all("a")] == ["Noise"]
    assert "1 of 2 sections are complete." in page.text


def test_a_dead_end_has_a_heading_and_what_was_added_can_be_taken_away() -> None:
    page = drawn(view("X", Notice("n", "Ask the county.", "warn", heading="Too many")))
    assert [h.text for h in page.all("h2")] == ["Too many"]
    change = Control("f.change", "Change stall 1", Go(Place("x")), "link")
    remove = Control("f.remove", "Remove stall 1", Delete("Stall", "1"), "link")
    page = drawn(view("X", Facts("f", "Stalls", (Fact("f.1", "Stall 1", Cell("Soup"), change, remove),))))
    assert (page.one("dl").one("a").text, page.one("dl").one("button").text) == ("Change stall 1", "Remove stall 1")


def test_good_news_waits_and_bad_news_interrupts() -> None:
    page = drawn(view("X", Notice("a", "Saved", "good"), Notice("b", "Not allowed", "bad")))
    assert page.one(role="status").text == "Saved"
    assert page.one(role="alert").text == "Not allowed"


def test_a_charts_numbers_are_in_a_table() -> None:
    page = drawn(VIEWS["dashboard"]())
    (chart,) = [t for t in page.all("table") if t.one("caption").text == "Late tickets by priority"]
    assert [row.text for row in chart.one("tbody").all("tr")] == ["Critical 3", "High 5", "Medium 4", "Low 0"]
    assert [bar.attributes["width"] for bar in chart.all("rect")] == ["60.0%", "100.0%", "80.0%", "0.0%"]


def test_what_was_written_keeps_its_lines() -> None:
    assert "Driver replaced.\nPlease try again &lt;b&gt;now&lt;/b&gt;." in draw_view(detail(), base="")


@dataclass(frozen=True, slots=True)
class Map:
    """A block of somebody's own."""

    id: str
    where: str


def test_a_new_block_is_one_new_template(tmp_path: Path) -> None:
    blocks = tmp_path / "templates" / "view" / "blocks"
    blocks.mkdir(parents=True)
    (blocks / "map.html.jinja").write_text('<p data-id="{{ block.id }}">{{ block.where }}</p>', "utf-8")
    page = parsed(draw_view(view("X", Map("m", "<Leeds>")), base="", workspace=tmp_path))
    assert page.one(data_id="m").text == "<Leeds>"


def test_a_block_without_a_template_says_which_file_is_missing() -> None:
    with pytest.raises(ToolkitError) as error:
        draw_view(view("X", Map("m", "Leeds")), base="")
    assert error.value.fix == "add templates/view/blocks/map.html.jinja to the workspace"


def test_buttons_of_one_name_say_which_card_they_belong_to() -> None:
    page = drawn(board())
    triage = page.all("button", data_control="board.card.ticket-0.T")
    assert [e.attributes["aria-describedby"] for e in triage] == ["board.card.ticket-0"]
    assert page.one("h3", id="board.card.ticket-0").text == "VPN not connecting"


def test_a_board_that_holds_nothing_to_focus_can_be_slid_by_keys_itself() -> None:
    shown = board()
    (block,) = shown.blocks
    still = replace(block, columns=tuple(replace(c, cards=(), more=None) for c in block.columns))
    assert "tabindex" not in drawn(shown).one("section", data_id="board.board").attributes
    assert drawn(replace(shown, blocks=(still,))).one("section", data_id="board.board").attributes["tabindex"] == "0"
