"""From recordings to numbers and verdicts: who counts, what came of each task, how long it took."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.domain.measuring import time_on_task
from toolkit.domain.results import Results
from toolkit.domain.session import Entry, Event, Recording, Session
from toolkit.domain.solution import Goal
from toolkit.domain.study import Study, Way
from toolkit.errors import ToolkitError
from toolkit.loader import load
from toolkit.ports.wire import plain, restored
from toolkit.services.measure import measure

METRICS = load(installed=False).metrics
GOAL = Goal("can add", "success", "add", ">=", 0.8, "%")
STUDY = Study(
    prototype="todos",
    options=("one",),
    tasks=("add",),
    people=8,
    goals=(GOAL,),
    ways=(Way("one", "add", ("list", "form")),),
    id="todos-1",
    version=1,
    registered="",
    fingerprint="f",
)
TASK = {"option": "one", "task": "add"}
DONE = {"how": "done", "reached": True, "answer": "", "reason": ""}


def walked(*screens, number=1, actor="person", ended=True, seconds=20.0, ease=None, sus=None, **said):
    """Return the recording of one session that began on the first of the screens and saw the others."""
    log = [(0.0, "consented", {}), (1.0, "task started", {**TASK, "role": "User", "screen": screens[0]})]
    log += [(2.0, "acted", {"option": "one", "screen": screen, "errors": {}}) for screen in screens[1:]]
    if ended:
        log.append((1.0 + seconds, "task ended", {**TASK, **DONE, **said}))
        log.append((1.0 + seconds, "answered", {**TASK, "about": "ease", "value": ease}))
        log.append((1.0 + seconds, "answered", {"about": "sus", "option": "one", "value": sus}))
    session = Session(
        id=f"{actor}-{number}",
        prototype="todos",
        study="todos-1",
        actor=actor,
        number=number,
        consented="t" if actor == "person" else "",
        plan=() if actor == "person" else (("one", "add"),),
    )
    return Recording(session, tuple(Entry(n, *line) for n, line in enumerate(log, start=1)))


def outcome(*screens, study=STUDY, **said):
    return measure(study, [walked(*screens, **said)], METRICS).runs[0].outcome


def test_the_outcomes():
    assert outcome("list", "form") == "direct"
    assert outcome("list", "list", "form", "form") == "direct"
    assert outcome("list", "about", "list", "form") == "indirect"
    assert outcome("list", reached=False) == "false success"
    assert outcome("list", how="gave up", reached=False) == "gave up"
    assert outcome("list", ended=False) == "left"


def test_without_a_known_way_going_back_is_indirect():
    study = replace(STUDY, ways=())
    assert outcome("list", "about", "form", study=study) == "direct"
    assert outcome("list", "about", "list", "form", study=study) == "indirect"


def test_who_agreed_and_never_started_counts_as_asked():
    recording = walked("list")
    results = measure(STUDY, [replace(recording, entries=recording.entries[:1])], METRICS)
    assert results.runs[0].outcome == "not started"
    assert results.tasks[0].measurements["success"].people == 1
    assert results.tasks[0].measurements["success"].value == 0


def test_only_people_who_agreed_count():
    never_opened = Recording(replace(walked("list", number=2).session, consented=""))
    withdrawn = walked("list", number=3)
    withdrawn = Recording(replace(withdrawn.session, withdrawn="t"))
    declined = Recording(
        replace(never_opened.session, id="4", number=4), (Entry(1, 0, "declined"), Entry(2, 0, "ended"))
    )
    rehearsal = walked("list", "form", actor="rehearsal")
    robot = walked("list", "form", actor="robot")
    results = measure(STUDY, [walked("list", "form"), never_opened, withdrawn, declined, rehearsal, robot], METRICS)
    people = results.people
    assert (people.invited, people.asked, people.declined, people.withdrawn) == (4, 1, 1, 1)
    assert results.tasks[0].measurements["success"].text == "1 of 1 could do it (17 to 100 %)"
    assert results.tasks[0].robots.reached == 1


def test_with_no_people_nothing_is_known_whatever_robots_did():
    results = measure(STUDY, [walked("list", "form", actor="robot")], METRICS)
    verdict = results.verdict("can add", "one")
    assert (verdict.outcome, verdict.sentence) == ("not known", "not known: 0 of 8 people")


def test_a_robot_that_finds_no_way_refutes_before_anybody_has_tried():
    robot = walked("list", actor="robot", how="gave up", reached=False, reason="no button 'Add'")
    verdict = measure(STUDY, [robot], METRICS).verdict("can add", "one")
    assert (verdict.outcome, verdict.by) == ("refuted", "robot")
    assert "no button 'Add'" in verdict.sentence


def test_a_robot_refutes_nothing_that_another_robot_or_a_person_could_do():
    failed = walked("list", actor="robot", number=1, how="gave up", reached=False)
    reached = walked("list", "form", actor="robot", number=2)
    for other in (reached, walked("list", "form")):
        assert measure(STUDY, [failed, other], METRICS).verdict("can add", "one").outcome == "not known"


def test_a_robot_that_broke_off_says_nothing():
    results = measure(STUDY, [walked("list", actor="robot", ended=False)], METRICS)
    assert results.verdict("can add", "one").outcome == "not known"


def test_eight_of_eight_confirm_and_a_few_say_little():
    eight = [walked("list", "form", number=n) for n in range(1, 9)]
    assert measure(STUDY, eight, METRICS).verdict("can add", "one").outcome == "confirmed"
    assert measure(STUDY, eight[:4], METRICS).verdict("can add", "one").outcome == "not known"
    gave_up = [walked("list", number=n, how="gave up", reached=False) for n in range(1, 9)]
    assert measure(STUDY, gave_up, METRICS).verdict("can add", "one").outcome == "refuted"


def test_the_five_measurements():
    people = [
        walked("list", "form", number=n, seconds=s, ease=6, sus=[5, 1] * 5)
        for n, s in enumerate((10, 20, 20, 40, 20), 1)
    ]
    people.append(walked("list", "about", "list", number=6, how="gave up", reached=False, ease=2, sus=[3] * 10))
    results = measure(STUDY, people, METRICS)
    found = results.tasks[0].measurements | results.options[0].measurements
    assert sorted(found) == ["ease", "lostness", "success", "sus", "time"]
    assert found["success"].value == pytest.approx(5 / 6)
    assert found["time"].value == pytest.approx(20)
    assert found["time"].counts == {"failed": 1, "timed by the server alone": 5}
    assert found["lostness"].values == (0.0,) * 5
    assert found["ease"].value == pytest.approx((5 * 6 + 2) / 6)
    assert found["sus"].value == pytest.approx((5 * 100 + 50) / 6)
    assert found["sus"].counts == {"straight-lined": 1}
    assert results.tasks[0].outcomes["gave up"] == 1


def test_lostness_is_smith_s():
    study = replace(STUDY, ways=(Way("one", "add", ("a", "b", "c")),))
    wandered = walked("a", "d", "a", "e", "a", "b", "a", "c")
    found = measure(study, [wandered], METRICS).tasks[0].measurements["lostness"]
    assert found.value == pytest.approx(0.548, abs=0.0005)


def test_a_sharper_target_changes_the_verdict():
    eight = [walked("list", "form", number=n) for n in range(1, 9)]
    study = replace(STUDY, goals=(replace(GOAL, target=0.95),))
    assert measure(study, eight, METRICS).verdict("can add", "one").outcome == "not known"


@pytest.mark.parametrize("goal", [replace(GOAL, measure="wow"), replace(GOAL, task="")])
def test_a_goal_that_cannot_be_measured_is_said(goal):
    with pytest.raises(ToolkitError):
        measure(replace(STUDY, goals=(goal,)), [], METRICS)


def test_the_order_of_recordings_does_not_matter():
    people = [walked("list", "form", number=n, seconds=n * 7.3, ease=n) for n in range(1, 8)]
    assert measure(STUDY, people, METRICS) == measure(STUDY, people[::-1], METRICS)


def event(at, kind="click", **data):
    return Event(at, kind, data)


def test_without_events_all_time_counts_and_the_server_is_said_to_have_told_it():
    assert time_on_task(10, 310, entries=(), events=[event(5)]) == (300, "server")


def test_hidden_and_idle_time_does_not_count():
    hidden, visible = event(20, "visibility", state="hidden"), event(80, "visibility", state="visible")
    assert time_on_task(10, 90, entries=(), events=[hidden, visible]) == (20, "page")
    assert time_on_task(0, 100, entries=(), events=[event(10)]) == (10 + 30, "page")
    assert time_on_task(0, 100, entries=[Entry(1, 40, "acted")], events=[event(10)]) == (10 + 30 + 30, "page")


def test_a_page_that_never_said_it_is_seen_again_is_seen_when_somebody_acts():
    hidden = event(10, "visibility", state="hidden")
    assert time_on_task(0, 40, entries=(), events=[hidden, event(30)]) == (20, "page")


def test_a_task_that_took_no_time_still_has_a_geometric_mean():
    assert time_on_task(5, 5, entries=(), events=()) == (0.001, "server")


@settings(deadline=None)
@given(
    marks=st.lists(
        st.tuples(st.floats(0, 200), st.sampled_from(["click", "pointer", "hidden", "visible"])), max_size=12
    ),
    length=st.floats(0.01, 200),
)
def test_time_on_task_is_never_more_than_what_passed(marks, length):
    events = [
        event(at, "visibility", state=what) if what in ("hidden", "visible") else event(at, what) for at, what in marks
    ]
    spent, told = time_on_task(0, length, entries=(), events=events)
    assert 0 < spent <= length + 0.001
    assert told == ("page" if any(at <= length for at, _ in marks) else "server")
    hidden = [event(0, "visibility", state="hidden"), *(e for e in events if e.data.get("state") == "hidden")]
    assert time_on_task(0, length, entries=(), events=hidden)[0] == 0.001


def test_who_began_with_which_option_is_said():
    study = replace(STUDY, options=("one", "two"), goals=(), ways=())
    people = [walked("list", number=n) for n in range(1, 6)]
    assert measure(study, people, METRICS).people.first == {"one": 3, "two": 2}


def test_only_who_came_to_the_last_page_has_finished():
    first, second, third = (walked("list", number=n) for n in range(1, 4))
    through = replace(first, entries=(*first.entries, Entry(9, 30, "ended", {"how": "ended"})))
    left = replace(second, entries=(*second.entries, Entry(9, 30, "ended", {"how": "left"})))
    found = measure(STUDY, [through, left, third], METRICS).people
    assert (found.asked, found.finished, found.incomplete) == (3, 1, 0)


def test_sessions_with_gaps_are_counted():
    broken = replace(walked("list", number=1), completeness="missing events 3")
    whole = replace(walked("list", number=2), completeness="complete")
    assert measure(STUDY, [broken, whole], METRICS).people.incomplete == 1


def test_what_people_wrote_is_there_by_question():
    study = replace(STUDY, questions=("missing",))
    first, second = walked("list", number=1), walked("list", number=2)
    said = Entry(9, 30, "answered", {"about": "question", "name": "missing", "value": "A search"})
    passed_over = Entry(9, 30, "answered", {"about": "question", "name": "missing", "value": None})
    people = [replace(first, entries=(*first.entries, said)), replace(second, entries=(*second.entries, passed_over))]
    assert measure(study, people, METRICS).answers == {"missing": ("A search",)}


def test_results_survive_a_trip_through_json():
    people = [walked("list", "form", number=n, seconds=n / 3, ease=5, sus=[4, 2] * 5) for n in range(1, 8)]
    results = measure(STUDY, [*people, walked("list", actor="robot")], METRICS)
    assert restored(Results, json.loads(json.dumps(plain(results)))) == results


def test_exported_recordings_give_the_same_results():
    people = [walked("list", "form", number=n, seconds=n * 2.5, ease=5) for n in range(1, 8)]
    again = [restored(Recording, json.loads(json.dumps(plain(recording)))) for recording in people]
    assert measure(STUDY, again, METRICS) == measure(STUDY, people, METRICS)
