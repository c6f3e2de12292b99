"""A list: what stands in it, and how it is narrowed, sorted and turned."""

from datetime import date
from typing import Any

import pytest

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go, labels, press, titles
from toolkit import Control, Form, Go, Input, Notice, Table, View
from toolkit.domain.machine import Machine

SPEC = """
solution: Library
people: Reader
now: 2026-03-02 09:30
roles: {Member: {own: Loan}, Librarian: {}}
entities:
  Reader: {name: person}
  Loan:
    book: text, optional
    reader: Reader = me
    shelf: one of Novels, Travel, Science
    tags: any of New, Rare, optional
    due: date, optional
    pages: number, optional
    sold: yes/no
    late: "= due < now"
screens:
  Loans: {list: Loan, for: Librarian, show: [book, due], filter: [shelf, reader, tags, late, sold, pages], sort: [due],
          new: Lend, rows: 3}
  Mine: {list: Loan, for: Member, show: [book], new: Lend, empty: Nothing borrowed.}
  Lend: {form: Loan, for: Librarian}
  Loan: {detail: Loan, for: Librarian}
"""
READERS = [{"name": "Ana"}, {"name": "Ben"}]


def loan(book: str | None, day: int | None, **more: Any) -> dict[str, Any]:
    row = {"book": book, "reader": "reader-1", "shelf": "Novels", "tags": (), "pages": None, "sold": False}
    return row | {"due": date(2026, 3, day) if day else None} | more


LOANS = [
    loan("Porto", 9, shelf="Travel", tags=("New", "Rare"), pages=120, reader="reader-2"),
    loan("Dune", None, shelf="Science", tags=("New",)),
    loan("Emma", 1, pages=99),
    loan("Ulysses", 5, pages=120, sold=True),
]


def library(loans: list[dict[str, Any]] | None = None) -> Machine:
    return prototype(SPEC, Reader=READERS, Loan=LOANS if loans is None else loans)


def shown(path: str) -> View:
    desk = library()
    return desk.view(go(desk, desk.start("Librarian"), path))


def asked(view: View, name: str) -> Input:
    return next(i for i in block(view, Form).inputs if i.name == name)


def test_a_page_of_rows_stands_in_the_order_of_the_spec_with_empty_values_last() -> None:
    view = shown("loans")
    table = block(view, Table)
    assert titles(view) == ["Emma", "Ulysses", "Porto"]
    assert (table.total, table.page, table.pages, table.order) == (4, 1, 2, "due")
    assert titles(shown("loans?page=2")) == ["Dune"]
    assert titles(shown("loans?sort=-due&page=2")) == ["Dune"]


@pytest.mark.parametrize("page", ["0", "-1", "99999999999", "two", "²", "1.5"])
def test_a_page_that_there_is_not_is_the_nearest_one(page: str) -> None:
    assert block(shown(f"loans?page={page}"), Table).page == 1


@pytest.mark.parametrize("sort", ["nothing", "-", "--due", ""])
def test_an_order_that_there_is_not_is_the_order_of_the_spec(sort: str) -> None:
    assert titles(shown(f"loans?sort={sort}"))[0] == "Emma"


@pytest.mark.parametrize(
    ("query", "books"),
    [
        ("shelf=Travel", ["Porto"]),
        ("reader=reader-2", ["Porto"]),
        ("tags=New", ["Porto", "Dune"]),
        ("tags=Rare", ["Porto"]),
        ("tags=none", ["Emma", "Ulysses"]),
        ("late=yes", ["Emma"]),
        ("late=no", ["Ulysses", "Porto", "Dune"]),
        ("sold=yes", ["Ulysses"]),
        ("pages=120", ["Ulysses", "Porto"]),
        ("pages=none", ["Dune"]),
        ("q=emm", ["Emma"]),
        ("q=PORT&shelf=Novels", []),
        ("shelf=Novels&sold=no", ["Emma"]),
    ],
)
def test_filters_narrow_by_every_type_of_field(query: str, books: list[str]) -> None:
    assert titles(shown(f"loans?{query}")) == books


@pytest.mark.parametrize("query", ["shelf=Cooking", "reader=nobody", "late=maybe", "pages=7"])
def test_a_filter_that_nothing_offers_is_passed_over_and_shown_as_not_set(query: str) -> None:
    view = shown(f"loans?{query}")
    assert block(view, Table).total == 4
    assert asked(view, query.partition("=")[0]).value == ""
    assert block(view, Form).tally == "4 loans"
    assert block(view, Form).cancel is None


def test_a_filter_offers_the_values_that_there_are() -> None:
    view = shown("loans")
    assert [c.label for c in asked(view, "pages").choices] == ["All", "99", "120", "None"]
    assert [c.label for c in asked(view, "tags").choices] == ["All", "New", "Rare", "None"]
    assert [c.label for c in asked(view, "shelf").choices] == ["All", "Novels", "Travel", "Science"]


def test_clearing_the_filters_keeps_the_order() -> None:
    desk = library()
    state = go(desk, desk.start("Librarian"), "loans?shelf=Novels&q=u&sort=-due")
    assert block(desk.view(state), Form).tally == "1 of 4 loans"
    assert press(desk, state, "Clear").place.path == "loans?sort=-due"


def test_what_is_searched_for_leads_to_the_first_page_and_survives_being_written_down() -> None:
    desk = library()
    state = press(desk, go(desk, desk.start("Librarian"), "loans?page=2"), "Search", q=" dune " + "x" * 9000)
    assert state.place.get("q").startswith("dune")
    assert len(state.place.path) < 300
    assert state.place.get("page") == ""


def test_a_list_without_rows_says_so_and_still_leads_on() -> None:
    desk = library([])
    view = desk.view(desk.start("Librarian"))
    assert block(view, Notice).text == "No loans yet."
    assert labels(view)[-1] == "Lend"
    assert not [b for b in view.blocks if isinstance(b, Table | Form)]


def test_a_member_meets_their_own_rows_and_no_way_to_screens_of_others() -> None:
    desk = library()
    view = desk.view(desk.start("Member"))
    assert view.person == "Ana"
    assert set(titles(view)) == {"Dune", "Emma", "Ulysses"}
    assert "Lend" not in labels(view)
    assert [row.open for row in block(view, Table).rows] == [None] * 3
    nothing = library([LOANS[0]])
    assert block(nothing.view(nothing.start("Member")), Notice).text == "Nothing borrowed."


def test_a_row_without_a_title_can_still_be_opened() -> None:
    desk = library([loan(None, 1)])
    state = desk.start("Librarian")
    (row,) = block(desk.view(state), Table).rows
    assert row.open is not None
    assert row.open.label == "Untitled loan"
    assert desk.view(desk.step(state, row.open.action)).title == "Untitled loan"


def test_ids_are_made_from_the_names_of_the_spec() -> None:
    view = shown("loans?q=e")
    table, form = block(view, Table), block(view, Form)
    assert [c.id for c in view.nav] == ["nav.loans"]
    assert [i.id for i in form.inputs][:2] == ["loans.filter.q", "loans.filter.shelf"]
    assert (form.id, form.submit.id, table.id) == ("loans.filter", "loans.filter.submit", "loans.table")
    assert [c.id for c in table.columns] == ["loans.column.book", "loans.column.due"]
    assert table.columns[0].sort == Control("loans.sort.book", "Book", Go(view.place.with_(sort="book")), "link")
    assert {r.id for r in table.rows} == {"loans.row.loan-2", "loans.row.loan-3", "loans.row.loan-4"}


def test_a_field_of_a_name_that_the_address_needs_can_be_filtered_by() -> None:
    spec = """
    solution: Books
    entities: {Book: {title: text, page: [Odd, Even]}}
    screens: {Books: {list: Book, filter: [page]}}
    """
    desk = prototype(spec, Book=[{"title": "A", "page": "Odd"}, {"title": "B", "page": "Even"}])
    state = desk.start("Everyone")
    name = block(desk.view(state), Form).inputs[1].name
    assert titles(desk.view(press(desk, state, "Search", **{name: "Even"}))) == ["B"]


def counts(view: View, name: str) -> dict[str, int]:
    return {choice.label: int(choice.count) for choice in asked(view, name).choices}


def test_each_choice_says_how_many_rows_it_would_leave_beside_the_other_filters_and_the_search() -> None:
    view = shown("loans")
    assert counts(view, "shelf") == {"All": 4, "Novels": 2, "Travel": 1, "Science": 1}
    assert counts(view, "tags") == {"All": 4, "New": 2, "Rare": 1, "None": 2}
    view = shown("loans?shelf=Novels")
    assert counts(view, "shelf") == {"All": 4, "Novels": 2, "Travel": 1, "Science": 1}
    assert counts(view, "sold") == {"All": 2, "Yes": 1, "No": 1}
    view = shown("loans?shelf=Novels&sold=yes&q=u")
    assert counts(view, "shelf") == {"All": 1, "Novels": 1, "Travel": 0, "Science": 0}
    assert counts(view, "sold") == {"All": 1, "Yes": 1, "No": 0}
    assert [c.shown for c in asked(view, "sold").choices] == ["All (1)", "Yes (1)", "No (0)"]


def heads(view: View) -> list[str]:
    return [column.label for column in block(view, Table).columns]


def test_columns_are_shown_and_hidden_by_address_and_stay_when_the_list_is_sorted_or_turned() -> None:
    desk = library()
    state = press(desk, desk.start("Librarian"), "Show Shelf")
    assert heads(desk.view(state)) == ["Book", "Due", "Shelf"]
    assert state.place.path == "loans?columns=book.due.shelf"
    state = press(desk, state, "Hide Due")
    assert heads(desk.view(press(desk, state, "Next page"))) == ["Book", "Shelf"]
    assert heads(desk.view(press(desk, press(desk, state, "Shelf"), "Search", q="e"))) == ["Book", "Shelf"]
    assert press(desk, state, "Columns as at first").place.path == "loans"


def test_columns_as_at_first_leave_nothing_in_the_address() -> None:
    desk = library()
    state = press(desk, press(desk, desk.start("Librarian"), "Hide Due"), "Show Due")
    assert state.place.path == "loans"
    assert "Columns as at first" not in labels(desk.view(state))


@pytest.mark.parametrize("columns", ["nothing", "", ".", "BOOK", "book'"])
def test_columns_that_there_are_not_are_passed_over(columns: str) -> None:
    assert heads(shown(f"loans?columns={columns}")) == ["Book", "Due"]


def test_the_column_that_names_the_rows_stays() -> None:
    assert "Hide Book" not in labels(shown("loans"))
    view = shown("loans?columns=shelf")
    assert heads(view) == ["Shelf"]
    assert "Hide Shelf" not in labels(view)
