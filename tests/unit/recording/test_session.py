"""What leaves the store for evidence says what was done, and not what was typed."""

import json

import pytest

from toolkit.domain.action import Create, Go, Place, Transition, to_json
from toolkit.domain.ledger import broken_at, digest, follow
from toolkit.domain.session import Entry, gaps, masked


@pytest.mark.parametrize(
    "action",
    [
        Create("Todo", form="f", fixed={"list": "l1"}, values={"title": "Ada's secret"}),
        Transition("Todo", "todo-1", "Close", form="f", values={"why": "Ada's secret"}),
        Go(Place("queue", query=(("page", "2"), ("q", "Ada's secret")))),
    ],
)
def test_what_was_typed_is_masked(action):
    data = {
        "option": "one",
        "action": to_json(action),
        "screen": "queue",
        "errors": {"title": "Ada's secret is too short"},
    }
    public = masked(Entry(1, 0.5, "acted", data))
    assert "secret" not in json.dumps(dict(public.data))
    assert public.data["screen"] == "queue"
    assert list(public.data["errors"]) == ["title"]
    assert masked(public) == public


def test_answers_to_our_questions_stay():
    entry = Entry(1, 0, "answered", {"about": "question", "name": "missing", "value": "A search"})
    assert masked(entry) == entry


def test_the_seal_fits_what_was_published_and_nothing_else():
    entries = [Entry(1, 0, "acted", {"action": to_json(Create("T", form="f", values={"title": "x"})), "screen": "a"})]
    assert digest(entries) == digest([masked(entry) for entry in entries])
    assert digest(entries) != digest([Entry(1, 0, "acted", {**entries[0].data, "screen": "b"})])
    assert digest(entries) != digest([])


def test_a_ledger_shows_what_was_changed_dropped_or_put_in_between():
    lines = []
    for n in range(5):
        lines.append(follow(lines[-1] if lines else None, "reserved", {"session": f"s{n}"}, study="s", at=f"t{n}"))
    assert broken_at(lines, study="s") is None
    assert broken_at(lines, study="another") == 1
    assert broken_at([*lines[:2], *lines[3:]], study="s") == 3
    assert broken_at(lines[1:], study="s") == 1
    forged = follow(lines[1], "reserved", {"session": "x"}, study="s", at="t")
    assert broken_at([*lines[:2], forged, *lines[2:]], study="s") == 4


def test_gaps_are_the_numbers_below_the_highest():
    assert gaps({1, 2, 5}) == (3, 4)
    assert gaps({1, 2}) == ()
    assert gaps(set()) == ()
