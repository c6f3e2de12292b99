"""What every store promises."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.domain.ledger import broken_at
from toolkit.domain.session import Session
from toolkit.domain.solution import Goal
from toolkit.domain.study import Study, Way
from toolkit.ports.store import Batch, StoreError

STUDY = Study(
    prototype="todos",
    options=("one", "two"),
    tasks=("add",),
    questions=("missing",),
    goals=(Goal("done", "success", "add", ">=", 0.8, "%"),),
    ways=(Way("one", "add", ("list", "form")),),
    id="todos-1",
    version=1,
    registered="2026-03-02T09:30:00.000Z",
    fingerprint="f",
)
SESSION = Session(
    id="s1",
    prototype="todos",
    study="todos-1",
    actor="person",
    number=1,
    label="Zoë",
    plan=(("one", "add"),),
    device={"name": "phone", "width": 390, "ratio": 2.5, "touch": True, "agent": None},
)


@pytest.fixture
def session(store):
    with store.writing() as work:
        work.add_study(STUDY)
        work.add_session(SESSION, "hash-1")
    return SESSION.id


def test_what_was_kept_is_found_again(store, reopen, session):
    with reopen().reading() as work:
        assert work.study("todos-1") == STUDY
        assert work.studies("todos") == (STUDY,)
        assert work.session(session) == SESSION
        assert work.session_by_hash("hash-1") == SESSION
        assert work.token_hash(session) == "hash-1"
        assert work.sessions(study="todos-1") == work.sessions(prototype="todos") == (SESSION,)


def test_what_is_not_there_is_not_found(store):
    with store.reading() as work:
        assert work.study("x") is None
        assert work.studies("x") == ()
        assert work.session("x") is None
        assert work.session_by_hash("") is None
        assert work.token_hash("x") == ""
        assert work.sessions(study="x") == ()
        assert work.entries("x") == ()
        assert work.batches("x", "events") == ()
        assert work.ledger("x") == ()


def test_nothing_is_kept_twice_under_one_name(store, session):
    for change in (
        lambda work: work.add_study(STUDY),
        lambda work: work.add_study(replace(STUDY, id="todos-1b")),
        lambda work: work.add_session(replace(SESSION, number=2), "hash-2"),
        lambda work: work.add_session(replace(SESSION, id="s2"), "hash-2"),
        lambda work: work.add_session(replace(SESSION, id="s2", number=2), "hash-1"),
    ):
        with pytest.raises(StoreError), store.writing() as work:
            change(work)


def test_each_actor_is_numbered_apart_in_each_study(store, session):
    with store.writing() as work:
        work.add_session(replace(SESSION, id="s2", number=7))
        work.add_session(replace(SESSION, id="r1", actor="robot", number=3))
        assert work.last_number("todos", "todos-1", "person") == 7
        assert work.last_number("todos", "todos-1", "robot") == 3
        assert work.last_number("todos", "todos-1", "rehearsal") == 0
        assert work.last_number("todos", "todos-2", "person") == 0
        assert work.last_number("another", "todos-1", "person") == 0


def test_sessions_without_a_link_do_not_stand_in_each_other_s_way(store, session):
    with store.writing() as work:
        work.add_session(replace(SESSION, id="s2", number=2))
        work.add_session(replace(SESSION, id="s3", number=3))
        assert work.session_by_hash("") is None


def test_a_transaction_that_fails_leaves_nothing(store, session):
    def fail():
        with store.writing() as work:
            work.add_entry(session, "consented", {}, at=0)
            work.add_line("todos-1", "registered", {}, at="t")
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    with store.writing() as work:
        assert work.entries(session) == ()
        assert work.ledger("todos-1") == ()
        assert work.add_entry(session, "consented", {}, at=0).n == 1


def test_entries_come_back_as_they_were_written(store, reopen, session):
    data = {"option": "one", "action": {"kind": "go", "place": "queue?late=yes"}, "value": None, "said": "naïve — 日本"}
    with store.writing() as work:
        written = [work.add_entry(session, "acted", data, at=0.001), work.add_entry(session, "ended", {}, at=1 / 3)]
    with reopen().reading() as work:
        assert list(work.entries(session)) == written
        assert [entry.n for entry in written] == [1, 2]


def test_an_entry_needs_its_session(store):
    with pytest.raises(StoreError), store.writing() as work:
        work.add_entry("nobody", "consented", {}, at=0)


def test_many_threads_number_entries_without_gaps(store, session):
    def write(worker):
        for turn in range(10):
            with store.writing() as work:
                work.add_entry(session, "acted", {"worker": worker, "turn": turn}, at=0)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(8)))
    with store.reading() as work:
        entries = work.entries(session)
    assert [entry.n for entry in entries] == list(range(1, 81))
    for worker in range(8):
        assert [e.data["turn"] for e in entries if e.data["worker"] == worker] == list(range(10))


def test_a_reader_sees_one_moment(store, session):
    with store.reading() as before:
        assert before.entries(session) == ()
        with store.writing() as work:
            work.add_entry(session, "consented", {}, at=0)
        assert before.entries(session) == ()
    with store.reading() as after:
        assert len(after.entries(session)) == 1


def test_a_batch_is_kept_once(store, reopen, session):
    batch = Batch(session, "events", 3, b"\x1f\x00body", "t")
    with store.writing() as work:
        assert work.add_batch(batch) == "stored"
        assert work.add_batch(replace(batch, received="later")) == "known"
        assert work.add_batch(replace(batch, body=b"another")) == "different"
        assert work.add_batch(replace(batch, stream="rrweb")) == "stored"
        assert work.add_batch(replace(batch, page="p2")) == "stored"
    with reopen().reading() as work:
        assert work.batches(session, "events") == (batch, replace(batch, page="p2"))
        assert work.received(session, "events") == {"": {3}, "p2": {3}}
        assert work.volume(session) == 3 * len(batch.body)
        assert work.volume("nobody") == 0


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=st.lists(st.tuples(st.sampled_from(["a", "b"]), st.integers(1, 9)), max_size=30))
def test_batches_come_back_in_order_whatever_order_they_came_in(store, sent):
    with store.writing() as work:
        number = len(work.sessions(prototype="batches")) + 1
        work.add_session(Session(id=f"b{number}", prototype="batches", actor="robot", number=number))
        for page, seq in sent:
            work.add_batch(Batch(f"b{number}", "rrweb", seq, f"{page}{seq}".encode(), "t", page))
        found = work.batches(f"b{number}", "rrweb")
    pages = list(dict.fromkeys(page for page, _ in sent))
    assert [(b.page, b.seq) for b in found] == sorted(set(sent), key=lambda key: (pages.index(key[0]), key[1]))
    assert all(batch.body == f"{batch.page}{batch.seq}".encode() for batch in found)


def test_refusals_are_counted_by_reason(store, session):
    with store.writing() as work:
        for reason in ("forged", "too large", "forged"):
            work.count_refusal(session, reason)
    with store.reading() as work:
        assert work.refusals(session) == {"forged": 2, "too large": 1}


def test_a_session_can_be_changed(store, session):
    changed = replace(SESSION, opened="2026-03-02T09:31:00.000Z", device=None, label="")
    with store.writing() as work:
        work.change_session(changed)
    with store.reading() as work:
        assert work.session(session) == changed
        assert work.session_by_hash("hash-1") == changed


def test_erasing_takes_all_of_one_session_and_nothing_else(store, session):
    with store.writing() as work:
        work.add_session(replace(SESSION, id="s2", number=2))
        for key in (session, "s2"):
            work.add_entry(key, "consented", {}, at=0)
            work.add_batch(Batch(key, "events", 1, b"x", "t"))
            work.count_refusal(key, "forged")
    with store.writing() as work:
        work.erase(session)
    with store.reading() as work:
        assert (work.entries(session), work.batches(session, "events"), work.refusals(session)) == ((), (), {})
        assert (len(work.entries("s2")), len(work.batches("s2", "events")), work.refusals("s2")) == (
            1,
            1,
            {"forged": 1},
        )
        assert work.session(session) == SESSION


def test_the_ledger_is_a_chain(store, reopen, session):
    with store.writing() as work:
        work.add_line("todos-1", "registered", {"fingerprint": "f"}, at="t1")
    with store.writing() as work:
        work.add_line("todos-1", "reserved", {"session": "s1", "number": 1}, at="t2")
        work.add_line("todos-1", "withdrawn", {"session": "s1"}, at="t3")
    with reopen().reading() as work:
        lines = work.ledger("todos-1")
    assert [(line.n, line.kind) for line in lines] == [(1, "registered"), (2, "reserved"), (3, "withdrawn")]
    assert broken_at(lines, study="todos-1") is None


def test_a_line_needs_its_study(store):
    with pytest.raises(StoreError), store.writing() as work:
        work.add_line("nothing", "registered", {}, at="t")


def test_many_threads_write_one_chain(store, session):
    def write(worker):
        for _ in range(5):
            with store.writing() as work:
                work.add_line("todos-1", "reserved", {"session": str(worker)}, at="t")

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, range(6)))
    with store.reading() as work:
        lines = work.ledger("todos-1")
    assert len(lines) == 30
    assert broken_at(lines, study="todos-1") is None
