"""A page: its paragraphs and its ways onward."""

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go, labels, press
from toolkit import Actions, Text

SPEC = """
solution: Library
roles: [Member, Librarian]
entities: {Book: {title: text}}
screens:
  Welcome:
    page: |
      Come in.

      We lend books,
      and more.


    do: [Ask, Books]
  Books: {list: Book, for: Librarian}
  Ask: {form: Book}
  Rules: {page: Be quiet., for: Librarian}
"""


def test_an_empty_line_begins_a_new_paragraph() -> None:
    desk = prototype(SPEC, Book=[])
    view = desk.view(desk.start("Member"))
    text = block(view, Text)
    assert (view.title, text.id) == ("Welcome", "welcome.text")
    assert text.paragraphs == ("Come in.", "We lend books,\nand more.")


def test_the_first_way_onward_is_the_main_one_and_those_of_others_are_not_shown() -> None:
    desk = prototype(SPEC, Book=[])
    librarian = block(desk.view(desk.start("Librarian")), Actions)
    assert [(c.id, c.label, c.look) for c in librarian.controls] == [
        ("welcome.do.ask", "Ask", "primary"),
        ("welcome.do.books", "Books", "plain"),
    ]
    member = desk.view(desk.start("Member"))
    assert [c.label for c in block(member, Actions).controls] == ["Ask"]
    assert "Books" not in labels(member)


def test_a_way_onward_leads_there_and_back() -> None:
    desk = prototype(SPEC, Book=[])
    state = press(desk, desk.start("Member"), "Ask")
    assert state.place.path == "ask"
    assert press(desk, state, "Cancel").place.path == "welcome"


def test_a_page_without_ways_onward_is_text_alone_and_others_pages_are_closed() -> None:
    desk = prototype(SPEC, Book=[])
    assert [type(b) for b in desk.view(go(desk, desk.start("Librarian"), "rules")).blocks] == [Text]
    closed = desk.view(go(desk, desk.start("Member"), "rules"))
    assert closed.title == "You cannot see this page"
    assert "quiet" not in repr(closed)
