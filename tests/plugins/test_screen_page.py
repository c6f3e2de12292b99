"""A page: its paragraphs and its ways onward."""

import pytest

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go, labels, press
from toolkit import Actions, Paragraph, Prose, Text
from toolkit.domain.machine import Machine
from toolkit.loader import load
from toolkit.printing import draw_view
from toolkit.spec.reading import read_text

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


MARKED = """
solution: Library
roles: [Member, Librarian]
entities: {Book: {title: text}}
screens:
  Help:
    page: |
      # Before you ask

      We answer **within a day**,
      *often* sooner: [ask us](<Ask>) or [look at the books](books).

      ### Then

      1. Come in
      2. Sit down
         - on a chair

      > See [our site](https://example.com/a) & ![a map](https://example.com/map.png).
  Books: {list: Book, for: Librarian}
  Ask: {form: Book}
"""


def prose(desk: Machine, role: str = "Librarian") -> Prose:
    return block(desk.view(desk.start(role)), Prose)


def words(passage: Paragraph) -> list[str]:
    return ["".join(span.text for span in line) for line in passage.lines]


def test_markdown_becomes_passages_of_plain_text() -> None:
    passages = prose(prototype(MARKED, Book=[])).passages
    assert [(p.kind, words(p)) for p in passages] == [
        ("heading", ["Before you ask"]),
        ("paragraph", ["We answer within a day, often sooner: ask us or look at the books."]),
        ("subheading", ["Then"]),
        ("numbers", ["Come in", "Sit down", "on a chair"]),
        ("quote", ["See our site & a map."]),
    ]
    assert [s.look for s in passages[1].lines[0] if s.look != "plain"] == ["strong", "emphasis"]


def test_links_lead_to_the_screens_that_the_role_may_open_by_name_or_by_address() -> None:
    desk = prototype(MARKED, Book=[])
    assert [(c.id, c.label) for c in prose(desk).controls] == [
        ("help.link.1", "ask us"),
        ("help.link.2", "look at the books"),
    ]
    assert press(desk, desk.start("Librarian"), "look at the books").place.path == "books"
    assert [c.label for c in prose(desk, "Member").controls] == ["ask us"]


def test_a_link_out_of_the_prototype_is_none_of_its_controls_and_a_picture_is_never_fetched() -> None:
    (line,) = prose(prototype(MARKED, Book=[])).passages[-1].lines
    assert [(s.text, s.href) for s in line if s.href] == [("our site", "https://example.com/a")]
    assert "map.png" not in repr(line)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "Hello <b onclick=x>you</b>",
        "[x][y]\\n\\n[y]: javascript:alert(1)",
        "[x][y]\\n\\n[y]: data:text/html,z",
    ],
)
def test_nothing_that_is_written_becomes_markup_or_a_script(text: str) -> None:
    spec = MARKED[: MARKED.index("  Help")] + f'  Help: {{page: "**Now:** {text}"}}\n'
    desk = prototype(spec, Book=[])
    drawn = draw_view(desk.view(desk.start("Member")), base="/p")
    assert "<script" not in drawn
    assert "<b " not in drawn
    assert 'href="javascript' not in drawn
    assert 'href="data' not in drawn


def test_a_subheading_without_a_heading_above_it_is_one() -> None:
    spec = MARKED[: MARKED.index("  Help")] + "  Help: {page: '### Small'}\n"
    assert [p.kind for p in prose(prototype(spec, Book=[])).passages] == ["heading"]


@pytest.mark.parametrize(
    ("text", "code", "fix"),
    [
        ("See [the books](<Boks>)", "unknown-screen", "did you mean 'Books'?"),
        ("See [the books](boks)", "unknown-screen", "did you mean 'Books'?"),
        ("A map: ![map](map.png)", "page-image", "say it in words, or leave the picture out"),
        ("One<br>two", "page-html", "use Markdown: **strong**, *emphasis*, - list"),
    ],
)
def test_what_a_page_cannot_show_or_lead_to_is_found_where_it_is_written(text: str, code: str, fix: str) -> None:
    spec = MARKED.replace("      1. Come in\n", f"      {text}\n").replace(
        "![a map](https://example.com/map.png)", "a map"
    )
    findings = read_text(spec, "spec.yaml", load(installed=False).parts).findings
    assert [(f.code, f.fix) for f in findings if f.path == "screens.Help.page"] == [(code, fix)]
