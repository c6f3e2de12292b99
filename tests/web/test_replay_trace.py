"""What happened in a session, in words."""

from typing import Any

from toolkit.domain.action import Create, Go, Place, Transition, to_json
from toolkit.domain.session import Entry, Event, Recording, Session
from toolkit.services.load import Prototype
from toolkit.web.house import House
from toolkit.web.replay_trace import trace

SESSION = Session(id="s", prototype="library", actor="person")


def library(house: House) -> Prototype:
    found = house.catalogue.get("library")
    assert found is not None
    return found


def words(house: House, *entries: tuple[str, dict[str, Any]], events: tuple[Event, ...] = ()) -> list[str]:
    """Return what is said of entries that come a second after each other."""
    made = tuple(Entry(n, float(n), kind, data) for n, (kind, data) in enumerate(entries, start=1))  # type: ignore[arg-type]
    return [
        f"{line.words}: {line.says}" if line.says else line.words
        for line in trace(Recording(SESSION, made, events), library(house))
    ]


def acted(action: Any, screen: str, **errors: str) -> tuple[str, dict[str, Any]]:
    return ("acted", {"option": "", "action": to_json(action), "screen": screen, "took": 1.0, "errors": errors})


STARTED = ("task started", {"option": "", "task": "borrow", "role": "Reader", "screen": "loans"})


def test_a_task_is_told_from_its_begin_to_its_end(house: House) -> None:
    done = ("task ended", {"option": "", "task": "borrow", "how": "done", "answer": "", "reached": True, "reason": ""})
    create = acted(Create("Loan", "new-loan.form", values={"title": "Emma"}), "loan")
    assert words(house, STARTED, acted(Go(Place("new-loan")), "new-loan"), create, done) == [
        "Began: borrow, on the prototype: Borrow a book.",
        "Saw Loans",
        "Opened New loan",
        "Added: Loan",
        "Saw Loan",
        "Said it is done, and it is",
    ]


def test_rows_are_called_by_their_titles(house: House) -> None:
    key = next(key for key, row in library(house).dataset.rows("Loan").items() if row["title"] == "Emma")
    assert words(house, STARTED, acted(Go(Place("loan", key)), "loan"))[-1] == "Opened Loan ‘Emma’"


def test_moves_are_called_by_their_buttons_and_mistakes_by_their_fields(house: House) -> None:
    press = acted(Transition("Loan", "loan-1", "Take back"), "loan")
    mistaken = acted(Create("Loan", "new-loan.form"), "new-loan", title="Enter a title")
    assert words(house, press, mistaken)[-2:] == ["Saw Loan", "Sent a form with mistakes: Title"]
    assert words(house, press)[0] == "Pressed Take back"


def test_what_was_searched_for_is_not_told(house: House) -> None:
    narrowed = acted(Go(Place("loans", query=(("q", "secret"), ("status", "Out")))), "loans")
    said = words(house, STARTED, narrowed)
    assert said[-1] == "Narrowed Loans by q, status"
    assert "secret" not in str(said)


def test_turning_and_sorting_have_words_of_their_own(house: House) -> None:
    turned = acted(Go(Place("loans", query=(("page", "2"),))), "loans")
    sorted_by = acted(Go(Place("loans", query=(("page", "2"), ("sort", "-title")))), "loans")
    assert words(house, STARTED, turned, sorted_by)[-2:] == ["Turned to page 2 of Loans", "Sorted Loans by title"]


def test_the_page_tells_of_errors_and_absences(house: House) -> None:
    events = (
        Event(2.0, "visibility", {"state": "hidden"}),
        Event(14.0, "visibility", {"state": "visible"}),
        Event(15.0, "error", {"message": "it broke"}),
        Event(16.0, "online", {"online": False}),
    )
    assert words(house, STARTED, events=events)[-3:] == [
        "Looked elsewhere for 12 s",
        "The page had an error: it broke",
        "Lost the connection",
    ]


def test_answers_are_told(house: House) -> None:
    ease = ("answered", {"about": "ease", "option": "", "task": "borrow", "value": 6})
    passed = ("answered", {"about": "sus", "option": "", "value": None})
    asked = ("answered", {"about": "question", "name": "missing", "value": "A shelf"})
    assert words(house, ease, passed, asked) == [
        "How easy ‘borrow’ was: 6 of 7",
        "The ten statements on usability, on the prototype: passed over",
        "What did you miss?: A shelf",
    ]


def test_whatever_a_log_holds_of_a_spec_since_changed_can_be_told(house: House) -> None:
    started = ("task started", {"option": "gone", "task": "gone", "role": "Nobody", "screen": "gone"})
    assert words(house, started, acted(Go(Place("attic", "row-9")), "attic"))[-1] == "Opened attic"


def test_a_page_that_was_left_for_another_is_no_absence(house: House) -> None:
    events = (
        Event(2.0, "visibility", {"state": "hidden"}),
        Event(9.0, "navigation", {"path": "/"}),
        Event(9.0, "visibility", {"state": "visible"}),
    )
    assert words(house, STARTED, events=events) == words(house, STARTED)
