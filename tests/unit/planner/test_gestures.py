"""Gestures say what a person does for a step, by the names that are drawn."""

from toolkit.domain.action import Create, Go, Place, Transition
from toolkit.domain.gestures import Choose, Click, Fill, Pick, Press, Tick, Unfold, gestures, said
from toolkit.domain.view import (
    Actions,
    Block,
    Cell,
    Choice,
    Column,
    Control,
    Form,
    Input,
    InputKind,
    Table,
    TableRow,
    View,
)

SHELVES = (Choice("n", "Novels"), Choice("t", "Travel"))


def view(*blocks: Block, nav: tuple[Control, ...] = ()) -> View:
    return View("loans", "Librarian", "Ana", Place("loans"), "Loans", blocks, nav=nav)


def go(ident: str, label: str, *, role: str = "") -> Control:
    return Control(ident, label, Go(Place("loan"), role))


def asked(name: str, label: str, kind: InputKind = "line", *, required: bool = True, value: str = "") -> Input:
    choices = SHELVES if kind in {"select", "radios", "checks"} else ()
    return Input(f"f.{name}", name, label, kind, value, choices, required=required)


def form(*inputs: Input, live: bool = False, label: str = "New loan", ident: str = "f") -> Form:
    action = Go(Place("loans")) if live else Create("Loan", ident)
    return Form(ident, label, inputs, Control(f"{ident}.submit", "Add loan", action), live=live)


def test_what_only_goes_somewhere_is_a_link_and_all_else_a_button() -> None:
    back = Control("b", "Take back", Transition("Loan", "l1", "Take back"))
    seen = view(Actions("a", (go("a", "Open"), back)))
    assert gestures(seen, go("a", "Open"), {}) == (Click("link", "Open"),)
    assert gestures(seen, back, {}) == (Click("button", "Take back"),)


def test_things_of_one_name_are_counted_as_they_are_drawn() -> None:
    first, other = go("nav.loans", "Loans"), go("a.loans", "Loans")
    seen = view(Actions("a", (other,)), nav=(first, go("role", "Loans", role="Member")))
    assert gestures(seen, first, {}) == (Click("link", "Loans"),)
    assert gestures(seen, other, {}) == (Click("link", "Loans", 1),)


def test_a_row_is_opened_by_the_name_of_the_cell_its_link_lies_on() -> None:
    rows = (
        TableRow("r1", "1", (Cell("Out"), Cell("Emma")), go("r1.open", "Emma")),
        TableRow("r2", "2", (Cell("–"), Cell("Emma, 2nd")), go("r2.open", "Nameless")),
    )
    seen = view(Table("t", "Loans", "Loan", (Column("c", "Status"), Column("d", "Book")), rows, 2))
    assert gestures(seen, go("r1.open", "Emma"), {}) == (Click("link", "Emma"),)
    assert gestures(seen, go("r2.open", "Nameless"), {}) == (Click("link", "– Nameless"),)


def test_a_form_is_filled_in_and_sent_and_what_stands_there_is_left_alone() -> None:
    seen = form(
        asked("book", "Book"),
        asked("note", "Note", "area", required=False),
        asked("shelf", "Shelf", "radios", value="n"),
        asked("kept", "Kept", value="yes"),
    )
    typed = {"book": "Emma", "note": "Soon", "shelf": "t", "kept": "yes"}
    assert gestures(view(seen), seen.submit, typed) == (
        Fill("Book", "Emma"),
        Fill("Note (optional)", "Soon"),
        Pick("Shelf", "Travel"),
        Click("button", "Add loan"),
    )


def test_each_kind_of_choice_is_given_in_its_own_way() -> None:
    seen = form(
        asked("shelf", "Shelf", "select"), asked("tags", "Tags", "checks", value="n"), asked("late", "Late", "yesno")
    )
    typed = {"shelf": "n", "tags": "t", "late": "yes"}
    assert gestures(view(seen), seen.submit, typed)[:-1] == (
        Choose("Shelf", "Novels"),
        Tick("Tags", "Novels", on=False),
        Tick("Tags", "Travel"),
        Pick("Late", "Yes"),
    )


def test_a_form_that_sends_itself_is_unfolded_and_a_search_ends_with_enter() -> None:
    filters = form(asked("q", "Search", "search", required=False), asked("shelf", "Shelf", "select"), live=True)
    seen = view(filters)
    searched = gestures(seen, filters.submit, {"q": "Emma", "shelf": ""})
    assert searched == (Unfold("New loan"), Fill("Search", "Emma"), Press("Search", "Enter"))
    chosen = gestures(seen, filters.submit, {"q": "", "shelf": "t"})
    assert chosen == (Unfold("New loan"), Choose("Shelf", "Travel"))


def test_two_forms_with_one_label_are_told_apart_by_their_names() -> None:
    filters = form(asked("shelf", "Shelf", "select"), live=True, label="Filter", ident="filter")
    adds = form(asked("shelf", "Shelf", "select"))
    assert gestures(view(filters, adds), adds.submit, {"shelf": "t"})[0] == Choose("Shelf", "Travel", "New loan")


def test_a_gesture_is_said_in_words() -> None:
    assert said(Click("link", "New loan")) == "click the link 'New loan'"
    assert said(Tick("Tags", "Travel", on=False)) == "untick 'Travel' of 'Tags'"
