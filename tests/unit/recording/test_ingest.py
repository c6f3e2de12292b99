"""Batches from outside are checked, kept once, and refused with a reason that is counted."""

import base64
import gzip
import json
import random
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.services.ingest import Parcel, Turned, ingest
from toolkit.services.invite import invite, rehearse
from toolkit.services.recall import recall_session, rrweb_events
from toolkit.services.register import register
from toolkit.services.walk import Walk
from toolkit.services.withdraw import withdraw


def packed(events):
    return gzip.compress(json.dumps(events).encode(), mtime=0)


CLICK = packed([{"at": 1.5, "kind": "click", "data": {"id": "queue.row.open", "x": 10, "y": 20.5}}])


@pytest.fixture
def invitation(book, plan, machines):
    study = register(book, plan)
    invitation = invite(book, study)[0]
    Walk(book, invitation.session.id, study=study, machines=machines).consent()
    return invitation


@pytest.fixture
def send(book, invitation):
    def send(body=CLICK, *, seq=1, stream="events", session=invitation.session.id, token=invitation.token, page="p1"):
        return ingest(book, Parcel(session, stream, seq, body, page), token=token)

    return send


@pytest.fixture
def recording(book, invitation):
    return lambda: recall_session(book, invitation.session.id)


def test_a_batch_sent_twice_is_acknowledged_twice_and_kept_once(send, recording):
    assert send() == "stored"
    assert send() == "known"
    assert [(event.at, event.kind) for event in recording().events] == [(1.5, "click")]
    assert recording().refusals == {}
    assert recording().completeness == "complete"


NESTED = gzip.compress(b"[" * 100_000)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"no gzip", "not gzip"),
        (CLICK[:-9], "not gzip"),
        (CLICK + CLICK, "not gzip"),
        (gzip.compress(b"{}"), "not events"),
        (gzip.compress(b"[{"), "not JSON"),
        (gzip.compress(b"\xff"), "not JSON"),
        (gzip.compress(b'[{"at": NaN, "kind": "click"}]'), "not JSON"),
        (gzip.compress(b'[{"at": 1e999, "kind": "click"}]'), "not events"),
        (NESTED, "not JSON"),
        (packed([{"at": 1, "kind": "mining"}]), "not events"),
        (packed([{"at": 1, "kind": "click", "data": {"id": "x" * 1_001}}]), "not events"),
        (packed([{"at": 1, "kind": "click", "data": {str(n): n for n in range(25)}}]), "not events"),
        (packed([{"at": 1, "kind": "click", "html": "<script>"}]), "not events"),
        (packed([{"at": "1", "kind": "click"}]), "not events"),
        (b"\x00" * 1_000_001, "too large"),
        (gzip.compress(b" " * 100_000_000), "too large"),
    ],
    ids=map(str, count(1)),  # what is compressed holds the time, and no name may change from run to run
)
def test_what_is_no_batch_is_refused_and_counted(send, recording, body, reason):
    for _ in range(2):
        with pytest.raises(Turned) as refusal:
            send(body)
        assert refusal.value.reason == reason
    assert recording().refusals == {reason: 2}
    assert recording().events == ()


def test_another_body_under_a_known_number_is_refused(send, recording):
    send()
    with pytest.raises(Turned) as refusal:
        send(packed([]))
    assert refusal.value.reason == "different"
    assert len(recording().events) == 1
    assert recording().refusals == {"different": 1}


def test_a_batch_forged_for_another_session_is_refused_and_counted_there(book, send, recording):
    stranger = rehearse(book, "todos")
    with pytest.raises(Turned) as refusal:
        send(token=stranger.token)
    assert refusal.value.reason == "forged"
    assert recording().refusals == {"forged": 1}
    with pytest.raises(Turned):
        send(session="nobody", token=stranger.token)


@pytest.mark.parametrize("seq", [0, -1, 100_001])
def test_a_number_out_of_range_is_refused(send, seq):
    with pytest.raises(Turned) as refusal:
        send(seq=seq)
    assert refusal.value.reason == "bad number"


def test_a_session_that_was_sent_far_too_much_takes_no_more(send, recording):
    noise = base64.b64encode(random.Random(1).randbytes(700_000)).decode()  # it cannot be made smaller by packing
    body = packed([{"type": 3, "timestamp": 1, "data": noise}])
    for seq in range(1, 20_000_000 // len(body) + 1):
        send(body, stream="rrweb", seq=seq)
    with pytest.raises(Turned) as refusal:
        send(body, stream="rrweb", seq=seq + 1)
    assert refusal.value.reason == "too much"
    assert recording().refusals == {"too much": 1}


def test_an_unknown_stream_is_refused(send):
    with pytest.raises(Turned) as refusal:
        send(stream="keys")
    assert refusal.value.reason == "unknown stream"


def test_nothing_is_recorded_before_consent_or_after_withdrawal(book, plan, machines):
    study = register(book, plan)
    mine = invite(book, study)[0]
    parcel = Parcel(mine.session.id, "events", 1, CLICK)
    with pytest.raises(Turned):
        ingest(book, parcel, token=mine.token)
    Walk(book, mine.session.id, study=study, machines=machines).consent()
    ingest(book, parcel, token=mine.token)
    withdraw(book, mine.session.id)
    with pytest.raises(Turned):
        ingest(book, parcel, token=mine.token)
    found = recall_session(book, mine.session.id)
    assert found is not None
    assert (found.events, found.refusals) == ((), {})


def test_rrweb_comes_back_page_by_page(book, send, invitation):
    first = [{"type": 4, "timestamp": 1, "data": {"href": "x", "width": 390}}, {"type": 2, "timestamp": 2, "data": {}}]
    send(packed(first[1:]), stream="rrweb", seq=2, page="b")
    send(packed(first[:1]), stream="rrweb", seq=1, page="b")
    send(packed(first), stream="rrweb", seq=1, page="a")
    assert rrweb_events(book, invitation.session.id) == [first, first]


def test_a_gap_is_named(send, recording):
    send(seq=1)
    send(seq=4)
    send(packed([{"type": 3, "timestamp": 1}]), stream="rrweb", seq=2)
    assert recording().completeness == "missing events 2, 3; rrweb 1"
    send(packed([]), seq=1, page="p2")
    send(packed([]), seq=3, page="p2")
    assert recording().completeness == "missing events 2, 3 of page 1; events 2 of page 2; rrweb 1"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.integers(1, 6), max_size=20))
def test_order_and_repetition_of_batches_do_not_matter(book, plan, machines, order):
    study = register(book, plan)
    mine = invite(book, study)[0]
    Walk(book, mine.session.id, study=study, machines=machines).consent()
    bodies = {seq: packed([{"at": seq, "kind": "click"}, {"at": seq + 0.5, "kind": "scroll"}]) for seq in order}
    answers = [ingest(book, Parcel(mine.session.id, "events", seq, bodies[seq]), token=mine.token) for seq in order]
    found = recall_session(book, mine.session.id)
    assert found is not None
    assert [event.at for event in found.events] == sorted([*set(order), *(seq + 0.5 for seq in set(order))])
    assert answers.count("stored") == len(set(order))


def test_a_time_that_is_text_would_not_be_replayed_and_is_refused(send):
    with pytest.raises(Turned) as refusal:
        send(packed([{"type": 4, "timestamp": "5"}]), stream="rrweb")
    assert refusal.value.reason == "not events"
