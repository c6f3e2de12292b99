"""References to several rows: written, made up, chosen, shown and spoken of."""

from collections.abc import Mapping
from textwrap import dedent
from typing import Any

import pytest

from tests.plugins.prototype import PARTS, prototype
from toolkit import Facts, Form, Input, Table
from toolkit.data import make
from toolkit.domain.action import Go, Place, filled
from toolkit.domain.gestures import Tick, gestures
from toolkit.domain.machine import Machine
from toolkit.domain.planner import Plan, plan
from toolkit.domain.state import State
from toolkit.errors import ToolkitError
from toolkit.spec.reading import read_text

SPEC = """
entities:
  Book: {title: text, tags: "many Tag, 1..2", also: "many Tag, optional", busy: = size(tags) > 1}
  Tag: {name: text}
screens:
  Books: {list: Book, filter: [tags], show: [title, tags, busy], sort: tags, new: New book}
  New book: {form: Book}
  Book: {detail: Book, edit: [tags]}
  Tag: {detail: Tag, related: {Book: []}}
tasks:
  add: {say: Add a book., done: {Book: {tags: [Travel, Novel]}}}
"""
TAGS = [{"name": "Novel"}, {"name": "Travel"}, {"name": "Art"}]
BOOKS = [{"title": "Emma", "tags": ("tag-1",), "also": ()}, {"title": "Porto", "tags": ("tag-3", "tag-2"), "also": ()}]


@pytest.fixture
def books() -> Machine:
    return prototype(SPEC, "as-asked", Book=BOOKS, Tag=TAGS)


def at(machine: Machine, screen: str, row: str = "", **query: str) -> State:
    return machine.step(machine.start("Everyone"), Go(Place(screen, row).with_(**query)))


def form(machine: Machine, state: State) -> Form:
    return next(block for block in machine.view(state).blocks if isinstance(block, Form))


def asked(machine: Machine, state: State, name: str) -> Input:
    return next(i for i in form(machine, state).inputs if i.name == name)


def cells(machine: Machine, state: State) -> list[list[str]]:
    table = next(block for block in machine.view(state).blocks if isinstance(block, Table))
    return [[cell.text for cell in row.cells] for row in table.rows]


def add(machine: Machine, typed: Mapping[str, str]) -> State:
    state = at(machine, "new-book")
    return machine.step(state, filled(form(machine, state).submit.action, {"title": "Ulysses", **typed}))


def test_rows_are_shown_by_their_titles_and_ordered_by_them(books: Machine) -> None:
    assert cells(books, at(books, "books")) == [["Porto", "Art, Travel", "Yes"], ["Emma", "Novel", "No"]]
    facts = next(b for b in books.view(at(books, "book", "book-2")).blocks if isinstance(b, Facts))
    assert [fact.value.text for fact in facts.facts] == ["Art, Travel", "–", "Yes"]


def test_a_list_can_be_narrowed_to_one_of_them(books: Machine) -> None:
    assert [row[0] for row in cells(books, at(books, "books", tags="tag-2"))] == ["Porto"]


def test_what_refers_to_a_row_among_others_is_related_to_it(books: Machine) -> None:
    assert [row[0] for row in cells(books, at(books, "tag", "tag-3"))] == ["Porto"]


def test_they_are_chosen_by_boxes(books: Machine) -> None:
    tags = asked(books, at(books, "new-book"), "tags")
    assert (tags.kind, [c.label for c in tags.choices]) == ("checks", ["Art", "Novel", "Travel"])
    edited = asked(books, at(books, "book", "book-2", do="edit"), "tags")
    assert edited.value.split("\n") == ["tag-3", "tag-2"]
    made = add(books, {"tags": "tag-1\ntag-2"}).changes["Book"]["book-new-1"]
    assert made
    assert (made["tags"], made["also"]) == (("tag-1", "tag-2"), None)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Choose at least one tag"),
        ("tag-1\ntag-2\ntag-3", "Choose 1 to 2 tags"),
        ("tag-1\ntag-9", "Choose at least one tag from the list"),
        ("book-1", "Choose at least one tag from the list"),
    ],
)
def test_what_cannot_be_chosen_is_told(books: Machine, typed: str, message: str) -> None:
    attempt = add(books, {"tags": typed}).attempt
    assert attempt
    assert attempt.errors == {"tags": message}


def test_a_plan_ticks_what_the_goal_wants(books: Machine) -> None:
    found = plan(books, books.solution.tasks["add"])
    assert isinstance(found, Plan)
    last = found.steps[-1]
    ticks = [g for g in gestures(last.view, last.control, last.values) if isinstance(g, Tick)]
    assert {(g.group, g.option, g.on) for g in ticks} == {("Tags", "Novel", True), ("Tags", "Travel", True)}


def test_boxes_of_one_name_are_counted() -> None:
    twins = prototype(SPEC, "as-asked", Book=[], Tag=[{"name": "Art"}, {"name": "Art"}])
    state = at(twins, "new-book")
    view, submit = twins.view(state), form(twins, state).submit
    ticks = [g for g in gestures(view, submit, {"tags": "tag-2"}) if isinstance(g, Tick)]
    assert ticks == [Tick("Tags", "Art", True, 1)]


def made(text: str) -> Mapping[str, Mapping[str, Any]]:
    reading = read_text(dedent(text), "spec.yaml", PARTS)
    assert reading.solution, "\n".join(f.text() for f in reading.findings)
    return make(reading.solution, PARTS.types).rows("Book")


def test_made_up_rows_point_to_rows_there_are_as_many_as_may_be() -> None:
    rows = made(SPEC + "data: {rows: {Tag: 5, Book: 60}}\n").values()
    ids = {f"tag-{n}" for n in range(1, 6)}
    assert {len(row["tags"]) for row in rows} == {1, 2}
    assert all(len(set(row["tags"])) == len(row["tags"]) and set(row["tags"]) <= ids for row in rows)
    assert {len(row["also"] or ()) for row in rows} >= {0, 1, 2}


def test_pinned_rows_say_them_by_title() -> None:
    pinned = "data: {pinned: {Tag: [{name: Art}, {name: Sea}], Book: [{title: Emma, tags: [Sea, Art]}]}}\n"
    assert made(SPEC + pinned)["book-1"]["tags"] == ("tag-2", "tag-1")


def test_too_few_rows_to_choose_from_are_told() -> None:
    with pytest.raises(ToolkitError, match="'tags' of Book needs 1 of Tag, and there are 0"):
        made(SPEC + "data: {rows: {Tag: 0}}\n")


@pytest.mark.parametrize(
    ("line", "code", "fix"),
    [
        ("many Tga", "unknown-entity", "did you mean 'Tag'?"),
        ("many", "unknown-type", "write: many Book"),
        ("many Tag = Art", "bad-default", "leave the default out"),
        ("many Tag, last 3 days", "rule-misfits", "take it away"),
    ],
)
def test_mistakes_are_told_at_their_line(line: str, code: str, fix: str) -> None:
    findings = read_text(f"entities:\n  Book:\n    tags: {line}\n  Tag: {{name: text}}\n", "s.yaml", PARTS).findings
    found = next(f for f in findings if f.code == code)
    assert fix in found.fix
    assert found.where.startswith("s.yaml:3:")


def test_a_pinned_row_that_there_is_not_is_told() -> None:
    text = SPEC + "data: {pinned: {Tag: [{name: Art}], Book: [{title: Emma, tags: [Arrt]}]}}\n"
    found = next(f for f in read_text(text, "s.yaml", PARTS).findings if f.code == "unknown-row")
    assert "did you mean 'Art'?" in found.fix
