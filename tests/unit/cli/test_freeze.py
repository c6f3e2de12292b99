"""`showtell freeze` and `showtell changes`, as they are called."""

import json


def test_what_was_frozen_is_compared_with_what_is_there_today(call, tmp_path):
    folder = tmp_path / "prototypes" / "desk"
    folder.mkdir(parents=True)
    (folder / "spec.yaml").write_text("solution: Desk\nentities: {Ticket: {title: text, kind: [A, B]}}\n", "utf-8")
    frozen = call("freeze", "desk", "sprint-1")
    assert (frozen.code, frozen.err) == (0, "")
    assert frozen.out.startswith("prototypes/desk/frozen/sprint-1: spec and ")
    assert "/p/desk@sprint-1" in frozen.out
    (folder / "spec.yaml").write_text("solution: Desk\nentities: {Ticket: {title: text, kind: [A, B, C]}}\n", "utf-8")
    told = call("changes", "desk")
    assert told.code == 0
    assert told.out.splitlines()[0].endswith("changes from sprint-1 to today")
    assert "  ~ Ticket: kind now also offers C" in told.out.splitlines()
    found = json.loads(call("changes", "desk", "sprint-1", "--json").out)
    assert (found["from"], found["to"]) == ("sprint-1", "today")
    assert "Ticket: kind now also offers C" in [c["text"] for chapter in found["chapters"] for c in chapter["changes"]]


def test_freezing_twice_and_comparing_with_nothing_say_what_to_do(call):
    nothing = call("changes", "rebooking")
    assert nothing.code == 1
    assert "fix: keep what is shown today, and compare later: showtell freeze rebooking NAME" in nothing.err
    said = json.loads(call("freeze", "rebooking", "first", "--json").out)
    assert said["prototype"] == "rebooking@first"
    again = call("freeze", "rebooking", "first")
    assert again.code == 1
    assert "--force" in again.err
    assert call("freeze", "rebooking", "first", "--force").code == 0
