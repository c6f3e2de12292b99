"""A study is registered once, balanced in its order, and closed for good."""

from dataclasses import replace

import pytest

from toolkit.domain.ledger import broken_at
from toolkit.domain.study import option_order
from toolkit.errors import ToolkitError
from toolkit.services.close import close
from toolkit.services.invite import invitations, invite
from toolkit.services.register import current, register
from toolkit.services.walk import Walk


def test_an_equal_plan_is_the_same_study_and_a_change_a_new_version(book, desk, plan):
    first = register(book, plan)
    desk.clock.on(60)
    assert register(desk.open(), plan) == first
    second = register(book, replace(plan, people=9))
    assert (first.id, second.id) == ("todos-1", "todos-2")
    assert current(book, "todos") == second
    assert current(book, "another") is None
    assert register(book, plan) == first


@pytest.mark.parametrize("wrong", [{"options": ()}, {"tasks": ()}, {"people": 0}])
def test_a_plan_that_asks_nothing_is_refused(book, plan, wrong):
    with pytest.raises(ToolkitError):
        register(book, replace(plan, **wrong))


@pytest.mark.parametrize("options", [("a",), ("a", "b"), ("a", "b", "c")])
def test_each_option_stands_equally_often_at_each_place(options):
    orders = [option_order(options, number) for number in range(1, 1 + 2 * len(options))]
    for place in range(len(options)):
        at = [order[place] for order in orders]
        assert {at.count(option) for option in options} == {2}


def test_a_closed_study_seals_what_was_left_and_takes_nobody_else(book, plan, machines):
    study = register(book, plan)
    under_way, waiting = invite(book, study, people=2)
    walk = Walk(book, under_way.session.id, study=study, machines=machines)
    walk.consent()
    assert close(book, study) == 1
    assert close(book, study) == 0
    with book.store.reading() as work:
        lines = work.ledger(study.id)
    assert [line.kind for line in lines] == ["registered", "reserved", "reserved", "ended", "closed"]
    assert lines[3].data["how"] == "left"
    assert broken_at(lines, study=study.id) is None
    with pytest.raises(ToolkitError):
        Walk(book, waiting.session.id, study=study, machines=machines).consent()
    with pytest.raises(ToolkitError):
        walk.start()
    with pytest.raises(ToolkitError):
        invite(book, study)
    assert register(book, plan).version == 2


def test_links_can_be_shown_again(book, plan):
    study = register(book, plan)
    invited = invite(book, study, people=3, labels=("Ada", "Grace"))
    assert invitations(book, study) == invited
    assert [invitation.session.label for invitation in invited] == ["Ada", "Grace", ""]
