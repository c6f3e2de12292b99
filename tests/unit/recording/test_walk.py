"""A walkthrough goes from stop to stop, writes every step down, and goes on where it was after a restart."""

from dataclasses import replace

import pytest

from toolkit.domain.action import Create, Delete, Go, Place
from toolkit.domain.ledger import broken_at, digest
from toolkit.domain.machine import Refused
from toolkit.domain.study import Stop
from toolkit.errors import ToolkitError
from toolkit.services.invite import invite, invite_robot, session_of
from toolkit.services.recording import Over
from toolkit.services.register import register
from toolkit.services.walk import Walk
from toolkit.services.withdraw import withdraw


def typed(title):
    return Create("Todo", form="list.form", values={"title": title})


@pytest.fixture
def study(book, plan):
    return register(book, plan)


@pytest.fixture
def session(book, study):
    return invite(book, study)[0].session.id


@pytest.fixture
def again(desk, study, session, machines):
    """Open the session as a new process would."""
    return lambda: Walk(desk.open(), session, study=study, machines=machines)


def test_a_person_is_led_through_every_stop(again):
    walk = again()
    seen = [walk.stop]
    walk.consent({"name": "phone", "width": 390})
    for option in ("one", "two"):
        seen.append(walk.stop)
        walk.start()
        walk.act(typed("milk"))
        assert walk.done() is True
        seen.append(walk.stop)
        walk.ease(7)
        seen.append(walk.stop)
        walk.sus((5, 1) * 5)
        assert option in {stop.option for stop in seen}
    seen.append(walk.stop)
    walk.answer({"missing": "A search"})
    assert [stop.kind for stop in (*seen, walk.stop)] == [
        "welcome", "task", "ease", "sus", "task", "ease", "sus", "questions", "thanks",
    ]  # fmt: skip
    assert walk.session.ended
    assert walk.session.device == {"name": "phone", "width": 390}


STEPS = (
    lambda walk: walk.consent(),
    lambda walk: walk.start(),
    lambda walk: walk.act(typed("milk")),
    lambda walk: walk.act(Go(Place("about"))),
    lambda walk: walk.done(),
    lambda walk: walk.ease(None),
    lambda walk: walk.sus(None),
    lambda walk: walk.start(),
    lambda walk: walk.act(typed("bread")),
    lambda walk: walk.give_up("too hard"),
    lambda walk: walk.ease(1),
    lambda walk: walk.sus((3,) * 10),
)


@pytest.mark.parametrize("steps", range(len(STEPS)))
def test_a_restart_after_any_step_changes_nothing(again, steps):
    walk = again()
    for step in STEPS[:steps]:
        step(walk)
    restarted = again()
    assert restarted.progress == walk.progress
    if walk.progress.started:
        assert restarted.state == walk.state
    for step in STEPS[steps:]:
        step(restarted)
    assert restarted.stop == Stop("questions")


def test_each_task_begins_afresh(again):
    walk = again()
    walk.consent()
    walk.start()
    walk.act(typed("milk"))
    walk.done()
    walk.ease(4)
    walk.sus(None)
    walk.start()
    assert walk.state.changes == {}
    assert walk.done() is False


def test_the_form_that_was_not_accepted_is_still_there_after_a_restart(again):
    walk = again()
    walk.consent()
    walk.start()
    walk.act(typed("x"))
    state = again().state
    assert state.attempt is not None
    assert state.attempt.values == {"title": "x"}
    assert list(state.attempt.errors) == ["title"]


def test_what_the_view_does_not_offer_is_refused_and_written_down(again, book, session):
    walk = again()
    walk.consent()
    walk.start()
    with pytest.raises(Refused):
        walk.act(Delete("Todo", "todo-1"))
    with pytest.raises(Refused):
        walk.act(Go(Place(""), role="Boss"))
    with book.store.reading() as work:
        assert [entry.kind for entry in work.entries(session)] == ["consented", "task started", "refused", "refused"]


def test_a_page_left_open_cannot_answer_for_another_stop(again):
    walk = again()
    for call in (lambda: walk.ease(3), walk.start, lambda: walk.sus(None), lambda: walk.answer({}), walk.done):
        with pytest.raises(ToolkitError):
            call()
    walk.consent()
    with pytest.raises(ToolkitError):
        walk.consent()


@pytest.mark.parametrize("value", [0, 8, -1])
def test_an_answer_off_the_scale_is_not_taken(again, value):
    walk = again()
    walk.consent()
    walk.start()
    walk.give_up()
    with pytest.raises(ToolkitError):
        walk.ease(value)
    assert walk.stop.kind == "ease"


def test_sus_takes_ten_answers_from_one_to_five(again):
    walk = again()
    walk.consent()
    walk.start()
    walk.give_up()
    walk.ease(None)
    for values in ((3,) * 9, (*(3,) * 9, 6)):
        with pytest.raises(ToolkitError):
            walk.sus(values)


def test_time_goes_on_though_the_clock_of_the_machine_was_set_back(again, desk, book, session):
    walk = again()
    walk.consent()
    desk.clock.on(10)
    walk.start()
    desk.clock.on(-3600)
    later = again()
    later.act(typed("milk"))
    with book.store.reading() as work:
        assert [entry.at for entry in work.entries(session)] == [0.0, 10.0, 10.0]


def test_the_ledger_seals_what_was_recorded(again, book, study, session):
    walk = again()
    walk.consent()
    for _ in ("one", "two"):
        walk.start()
        walk.act(typed("milk"))
        walk.done()
        walk.ease(6)
        walk.sus(None)
    walk.answer({})
    with book.store.reading() as work:
        lines, entries = work.ledger(study.id), work.entries(session)
    assert [line.kind for line in lines] == ["registered", "reserved", "ended"]
    assert broken_at(lines, study=study.id) is None
    assert lines[-1].data["digest"] == digest(entries)
    changed = [replace(entries[0], at=99.0), *entries[1:]]
    assert digest(changed) != lines[-1].data["digest"]


def test_who_declines_is_at_the_end(again):
    walk = again()
    walk.decline()
    assert walk.stop.kind == "thanks"
    assert again().session.ended
    assert not again().session.consented


def test_withdrawal_takes_everything_and_leaves_a_tombstone(again, desk, book, study, session):
    walk = again()
    walk.consent({"name": "phone"})
    walk.start()
    walk.act(typed("a-word-that-nobody-else-types"))
    withdraw(book, session)
    with book.store.reading() as work:
        tombstone = work.session(session)
        assert work.entries(session) == ()
        assert [line.kind for line in work.ledger(study.id)] == ["registered", "reserved", "withdrawn"]
    assert tombstone is not None
    assert (tombstone.number, tombstone.label, tombstone.device) == (1, "", None)
    with pytest.raises(Over):
        walk.act(typed("milk"))
    files = [path.read_bytes() for path in desk.path.parent.iterdir()]
    assert not any(b"a-word-that-nobody-else-types" in content for content in files)


def test_a_robot_is_asked_nothing(book, study, machines):
    invitation = invite_robot(book, study, option="two", task="add", device={"name": "desktop"})
    walk = Walk(book, invitation.session.id, study=study, machines=machines)
    assert walk.stop == Stop("task", "two", "add")
    walk.start()
    walk.act(typed("milk"))
    assert walk.done()
    assert walk.session.ended


def test_actions_that_a_changed_prototype_refuses_are_left_out(again, desk, study, session, machines):
    walk = again()
    walk.consent()
    walk.start()
    walk.act(Go(Place("about")))
    walk.act(typed("milk"))

    def changed(option, _language=""):
        machine = machines(option)
        kind = replace(machine.parts.kinds["plain"], compose=lambda scene: ())
        machine.parts = replace(machine.parts, kinds={"plain": kind})
        return machine

    walk = Walk(desk.open(), session, study=study, machines=changed)
    assert walk.left_out == 1
    assert walk.state.place == Place("about")


def test_a_token_opens_its_own_session_and_nothing_else(book, study):
    first, second = invite(book, study, people=2, labels=("Ada",))
    assert first.token != second.token
    assert len(first.token) >= 43
    found = session_of(book, second.token)
    assert found is not None
    assert found.id == second.session.id
    assert session_of(book, second.token + "x") is None
    assert session_of(book, "") is None
    assert (first.session.label, first.session.number, second.session.number) == ("Ada", 1, 2)


def test_robots_do_not_use_up_the_numbers_that_balance_the_order(book, study):
    invite_robot(book, study, option="one", task="add")
    assert invite(book, study)[0].session.number == 1
