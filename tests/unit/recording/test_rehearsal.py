"""A rehearsal keeps a sandbox for each option, through refresh and restart."""

import pytest

from toolkit.domain.action import Create, Delete, Go, Place
from toolkit.domain.machine import Refused
from toolkit.services.invite import rehearse
from toolkit.services.rehearsal import Rehearsal


def typed(title):
    return Create("Todo", form="list.form", values={"title": title})


@pytest.fixture
def again(desk, book, machines):
    session = rehearse(book, "todos").session.id
    return lambda: Rehearsal(desk.open(), session, machines=machines)


def test_each_option_has_a_sandbox_that_survives_a_restart(again):
    one = again()
    one.act("one", typed("milk"))
    one.act("one", Go(Place(""), role="Boss"))
    one.act("two", Go(Place("about")))
    other = again()
    assert other.state("one") == one.state("one")
    assert other.state("one").role == "Boss"
    assert other.state("two").place == Place("about")
    assert other.state("two").changes == {}


def test_a_reset_begins_one_option_afresh(again):
    one = again()
    one.act("one", typed("milk"))
    one.act("two", typed("bread"))
    one.reset("one", "Boss")
    for rehearsal in (one, again()):
        assert rehearsal.state("one").changes == {}
        assert rehearsal.state("one").role == "Boss"
        assert rehearsal.state("two").changes


def test_two_rehearsals_never_meet(book, machines):
    one, other = (Rehearsal(book, rehearse(book, "todos").session.id, machines=machines) for _ in range(2))
    one.act("one", typed("milk"))
    assert other.state("one").changes == {}


def test_what_is_not_offered_is_refused_and_changes_nothing(again):
    rehearsal = again()
    before = rehearsal.state("one")
    with pytest.raises(Refused):
        rehearsal.act("one", Delete("Todo", "todo-1"))
    assert rehearsal.state("one") == before
    assert again().state("one") == before
