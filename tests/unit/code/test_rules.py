"""Rules in Python hold by button, by address and by forged message, and nobody meets a trace of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.unit.code.conftest import SPEC, Files
from toolkit.domain.action import ROWS, Bulk, Create, Go, Place, Transition, Update, filled
from toolkit.domain.finding import SpecFinding
from toolkit.domain.machine import Machine, Refused
from toolkit.domain.planner import Plan, plan
from toolkit.domain.rules import CodeError
from toolkit.domain.solution import Done, Task
from toolkit.domain.state import State
from toolkit.domain.view import Actions, Form, Notice, Table
from toolkit.languages import language
from toolkit.loader import Plugins
from toolkit.services.load import load_prototype

Findings = Callable[[], dict[str, SpecFinding]]
NO_VPN = '''
@validates("Ticket", "title")
def no_vpn(value, row, now):
    """There are enough of these."""
    if "VPN" in value and row["priority"] == "Low":
        return f"Say more than VPN at {now:%H:%M}"
'''
TWICE = """
@validates("Ticket")
def not_twice(row, records):
    same = [r for r in records.all("Ticket") if r["title"] == row["title"] and r["id"] != row["id"]]
    return f"{row['title']} is there already" if same else None
"""
ESCALATE = """
def small(row):
    return row["priority"] == "Low"

@does("Ticket", "Escalate", roles="Agent", when=small)
def escalate(row, me):
    if "gone" in row["title"]:
        return "What is gone cannot be escalated"
    return {"priority": "High", "requester": me}

@does("Ticket", "Rename", roles=["Employee"], own=True, asks=["title"])
def rename(row):
    return {"priority": "High"} if row["title"].endswith("!") else None
"""


def at(machine: Machine, path: str, role: str = "Agent") -> State:
    return machine.step(machine.start(role), Go(Place.at(path)))


def rows(machine: Machine) -> dict[str, str]:
    """Return the ids of the pinned tickets by their titles."""
    return {str(row["title"]): str(row["id"]) for row in machine.dataset.rows("Ticket").values()}


def said(machine: Machine, state: State) -> list[str]:
    view = machine.view(state)
    forms = [i.error for block in view.blocks for i in getattr(block, "inputs", ()) if i.error]
    return [*(b.text for b in view.blocks if isinstance(b, Notice)), *forms]


def add(machine: Machine, **typed: str) -> State:
    return machine.step(at(machine, "new-ticket"), Create("Ticket", "new-ticket.form", values=typed))


def buttons(machine: Machine, state: State) -> list[str]:
    return [c.label for b in machine.view(state).blocks if isinstance(b, Actions) for c in b.controls]


def test_a_computed_value_is_shown_sorted_by_and_used_by_expressions(desk: Files) -> None:
    machine = desk().machines[""]
    state = at(machine, "queue?sort=-points")
    table = next(b for b in machine.view(state).blocks if isinstance(b, Table))
    assert table.rows[0].cells[2].text == "2"
    row = machine.scene(state).records.get("Ticket", rows(machine)["VPN down"]) or {}
    assert (row["points"], row["urgent"]) == (2, True)


def test_a_field_refuses_what_its_validator_says_wherever_it_is_typed(desk: Files) -> None:
    machine = desk(NO_VPN).machines[""]
    assert said(machine, add(machine, title="VPN again", priority="Low")) == ["Say more than VPN at 09:30"]
    assert said(machine, add(machine, title="VPN again", priority="High")) == ["Ticket added."]
    key = rows(machine)["Mouse gone"]
    forged = Update("Ticket", key, "ticket.edit", values={"title": "VPN gone", "priority": "Low"})
    tried = machine.step(at(machine, f"ticket/{key}?do=edit"), forged)
    assert said(machine, tried) == ["Say more than VPN at 09:30"]
    assert tried.changes == {}


def test_a_rule_of_the_whole_row_sees_all_rows_and_speaks_at_the_first_field(desk: Files) -> None:
    machine = desk(TWICE).machines[""]
    again = add(machine, title="Mouse gone", priority="Low")
    assert said(machine, again) == ["Mouse gone is there already"]
    assert again.attempt is not None
    assert list(again.attempt.errors) == ["title"]


def test_a_button_changes_its_row_for_its_role_and_where_its_condition_holds(desk: Files) -> None:
    machine = desk(ESCALATE).machines[""]
    first, second = rows(machine)["Mouse gone"], rows(machine)["VPN down"]
    assert "Escalate" in buttons(machine, at(machine, f"ticket/{first}"))
    assert "Escalate" not in buttons(machine, at(machine, f"ticket/{second}"))
    assert "Escalate" not in buttons(machine, at(machine, f"ticket/{first}", "Employee"))
    with pytest.raises(Refused):
        machine.step(at(machine, f"ticket/{second}"), Transition("Ticket", second, "Escalate"))
    with pytest.raises(Refused):
        machine.step(at(machine, f"ticket/{first}", "Employee"), Transition("Ticket", first, "Escalate"))
    refused = machine.step(at(machine, f"ticket/{first}"), Transition("Ticket", first, "Escalate"))
    assert said(machine, refused) == ["What is gone cannot be escalated"]
    assert refused.changes == {}
    third = next(key for title, key in rows(machine).items() if key not in {first, second})
    stored = {**machine.dataset.rows("Ticket")[third], "priority": "Low", "title": "Slow screen"}
    start = at(machine, f"ticket/{third}")
    low = State("Agent", start.place, changes={"Ticket": {third: stored}}, back=start.back)
    done = machine.step(low, Transition("Ticket", third, "Escalate"))
    row = machine.scene(done).records.get("Ticket", third) or {}
    assert (row["priority"], row["requester"], row["points"]) == ("High", machine.person("Agent"), 2)
    assert said(machine, machine.step(refused, Go(Place("ticket", second)))) == []


def test_a_button_asks_for_its_fields_first_and_only_the_owner_is_asked(desk: Files) -> None:
    machine = desk(ESCALATE).machines[""]
    key = rows(machine)["Mouse gone"]
    stored = {**machine.dataset.rows("Ticket")[key], "requester": machine.person("Employee")}
    start = at(machine, f"ticket/{key}?do=rename", "Employee")
    state = State("Employee", start.place, changes={"Ticket": {key: stored}}, back=start.back)
    form = next(b for b in machine.view(state).blocks if getattr(b, "inputs", ()))
    done = machine.step(state, filled(form.submit.action, {"title": "Mouse is gone!"}))  # type: ignore[union-attr] # a form
    row = machine.scene(done).records.get("Ticket", key) or {}
    assert (row["title"], row["priority"]) == ("Mouse is gone!", "High")
    other = State("Employee", start.place, changes={"Ticket": {key: {**stored, "requester": machine.person("Agent")}}})
    assert "Rename" not in buttons(machine, other)


def test_rules_hold_for_several_rows_at_once(desk: Files) -> None:
    machine = desk(
        ESCALATE + '@validates("Ticket")\ndef f(row):\n    return "No." if row["status"] == "Done" else None'
    ).machines[""]
    keys = rows(machine)
    picked = {ROWS: f"{keys['Mouse gone']}\n{keys['VPN down']}"}
    queue = at(machine, "queue")
    offered = next(b for b in machine.view(queue).blocks if isinstance(b, Table)).picks
    assert offered is not None
    assert {"Finish", "Escalate"} <= {control.label for control in offered.moves}
    for move, why in (("Escalate", "What is gone cannot be escalated"), ("Finish", "No.")):
        tried = machine.step(queue, Bulk("Ticket", move, "queue.picks", values=picked))
        assert (tried.refused, tried.changes) == (why, {})


def test_the_planner_finds_a_way_that_needs_a_button_in_python(desk: Files) -> None:
    machine = desk(
        '@does("Ticket", "Escalate", roles="Agent")\ndef escalate():\n    return {"priority": "High"}'
    ).machines[""]
    task = Task(
        "escalate", "Agent", "Escalate 'Mouse gone'.", Done("Ticket", {"title": "Mouse gone", "priority": "High"})
    )
    found = plan(machine, task)
    assert isinstance(found, Plan)
    assert "Escalate" in [step.control.label for step in found.steps]


BROKEN = """
@validates("Ticket", "title")
def wrong(value):
    return value["x"]

@does("Ticket", "Break", roles="Agent")
def broken():
    while True:
        pass

@does("Ticket", "Lie", roles="Agent")
def lie():
    return {"created": "yesterday"}

@does("Ticket", "Vanish", roles="Agent", when=lambda row: row["nothing"])
def vanish():
    return {}
"""


def test_what_fails_is_said_calmly_lets_nothing_pass_and_is_found_with_its_line(
    desk: Files, findings: Findings
) -> None:
    prototype = desk(BROKEN)
    machine = prototype.machines[""]
    assert said(machine, add(machine, title="A fine title", priority="Low")) == [
        "This cannot be checked at the moment."
    ]
    key = rows(machine)["Mouse gone"]
    assert "Vanish" not in buttons(machine, at(machine, f"ticket/{key}"))
    for name in ("Break", "Lie"):
        tried = machine.step(at(machine, f"ticket/{key}"), Transition("Ticket", key, name))
        assert said(machine, tried) == ["This cannot be done at the moment."]
        assert tried.changes == {}
    french = machine.speaking(language("fr"))
    tried = french.step(at(french, f"ticket/{key}"), Transition("Ticket", key, "Lie"))
    assert said(french, tried) == ["Cette action est impossible pour le moment."]
    told = {error.what for error in prototype.troubles.found.values()}
    assert any("does a loop never end?" in what for what in told)
    assert any("'lie' gives 'yesterday' for 'created', which is datetime" in what for what in told)
    assert any("KeyError: 'nothing'" in what for what in told)
    found = findings()["code-fails"]
    assert found.where.startswith(f"{prototype.folder / 'rules.py'}:")


def test_a_computed_value_that_fails_leaves_the_field_empty_and_is_found(
    folder: Path, desk: Files, findings: Findings
) -> None:
    prototype = desk('@works_out("Ticket", "points")\ndef points(row):\n    return "many"\n')
    machine = prototype.machines[""]
    assert (machine.scene(at(machine, "queue")).records.get("Ticket", rows(machine)["VPN down"]) or {})[
        "points"
    ] is None
    assert "'points' gives 'many' for 'points', which is number" in findings()["computed-fails"].message


@pytest.mark.parametrize(
    ("rule", "what", "fix"),
    [
        ('@validates("Tickt")\ndef f(row): ...', "there is no entity 'Tickt'", "did you mean 'Ticket'?"),
        ('@validates("Ticket", "titel")\ndef f(row): ...', "there is no field 'titel'", "did you mean 'title'?"),
        ('@does("Ticket", "Go", roles="Agnt")\ndef f(row): ...', "there is no role 'Agnt'", "did you mean 'Agent'?"),
        ('@does("Ticket", "Go", roles=[])\ndef f(row): ...', "nobody may press 'Go'", "name a role"),
        (
            '@works_out("Ticket", "title")\ndef f(row): ...',
            "does not say that 'title'",
            "write it there: title: text, from",
        ),
        (
            '@validates("Ticket")\ndef f(value, role): ...',
            "'f' asks for 'role', which is not there",
            "ask for: me, now",
        ),
        ('@does("Ticket", "Finish", roles="Agent")\ndef f(): ...', "two 'Finish' of Ticket", "name it otherwise"),
        ('@works_out("Ticket", "points")\ndef f(): ...', "two 'points' of Ticket", "name it otherwise"),
        ("def f(:", "rules.py is no Python", "mend the line"),
    ],
)
def test_a_rule_that_does_not_fit_the_spec_is_told_before_it_is_shown(
    rule: str, what: str, fix: str, desk: Files, findings: Findings
) -> None:
    with pytest.raises(CodeError, match=what) as caught:
        desk(rule)
    assert caught.value.fix.startswith(fix)
    found = findings()["code-fails"]
    assert what in found.message
    assert found.position[0] >= 5


def test_a_field_that_nothing_works_out_and_a_rule_that_refuses_everything_are_found(
    desk: Files, folder: Path, findings: Findings
) -> None:
    desk('@validates("Ticket", "title")\ndef never(value):\n    return "No."\n')
    assert "refuses 'title' of Ticket in all 3 rows: No." in findings()["rule-refuses-all"].message
    (folder / "rules.py").unlink()
    found = findings()["rule-missing"]
    assert (found.path, found.severity) == ("entities.Ticket.points", "error")
    assert SPEC.splitlines()[found.position[0] - 1].strip().startswith("points:")


def test_rules_see_the_clock_of_the_prototype(desk: Files) -> None:
    machine = desk('@does("Ticket", "Touch", roles="Agent")\ndef touch(now):\n    return {"created": now}').machines[""]
    key = rows(machine)["VPN down"]
    done = machine.step(at(machine, f"ticket/{key}"), Transition("Ticket", key, "Touch"))
    assert (machine.scene(done).records.get("Ticket", key) or {})["created"] == datetime(2026, 3, 2, 9, 30)


GATHERING = """
solution: Street
now: 2026-03-02 09:30
roles: [Neighbour]
entities:
  Event: {name: text}
  Stall: {event: Event, name: text, size: "number, 1..9"}
screens:
  Home: {page: Welcome, do: Apply}
  Apply: {flow: Event, steps: {What: [name], Stalls: {each: Stall, ask: [name, size]}}}
data: {rows: {Event: 1, Stall: 1}}
"""
SMALL = """
from toolkit import validates

@validates("Stall")
def small(row):
    return "Tea needs little room" if row["name"] == "Tea" and row["size"] > 2 else None
"""


def test_a_rule_of_a_row_holds_for_rows_that_a_flow_gathers(tmp_path: Path, plugins: Plugins) -> None:
    (tmp_path / "spec.yaml").write_text(GATHERING, encoding="utf-8")
    (tmp_path / "rules.py").write_text(SMALL, encoding="utf-8")
    machine = load_prototype(tmp_path / "spec.yaml", plugins).machines[""]
    state = machine.step(machine.start("Neighbour"), Go(Place("apply")))
    for typed in ({"name": "Summer"}, {"name": "Tea", "size": "5"}):
        form = next(b for b in machine.view(state).blocks if isinstance(b, Form))
        state = machine.step(state, filled(form.submit.action, typed))
    assert said(machine, state) == ["Tea needs little room"]


def test_a_presenter_who_lets_mistakes_pass_is_not_held_up_by_a_check(desk: Files) -> None:
    machine = desk(TWICE + NO_VPN).machines[""]
    lenient = replace(at(machine, "new-ticket"), lenient=True)
    for title in ("Mouse gone", "VPN again"):
        typed = {"title": title, "priority": "Low"}
        assert said(machine, machine.step(lenient, Create("Ticket", "new-ticket.form", values=typed))) == [
            "Ticket added."
        ]
