"""Entities: computed fields and their types, life cycles, and what fields say of each other."""

import pytest

from tests.unit.spec.conftest import Found, Read
from toolkit.domain.solution import Entity, Field


def entity(read: Read, text: str) -> Entity:
    reading = read(text)
    assert reading.solution, "\n".join(f.text() for f in reading.findings)
    return next(iter(reading.solution.base.entities.values()))


def status(read: Read, moves: str) -> Field:
    found = entity(read, f"roles: [Agent, Lead]\nentities:\n  Ticket:\n    title: text\n    state:\n{moves}").status
    assert found
    return found


@pytest.mark.parametrize(
    ("expression", "type_"),
    [
        ("count * 2", "number"),
        ("price * 1.5", "money"),
        ("price * count + price", "money"),
        ("price - 2.5", "money"),
        ("price / (price + price)", "number"),
        ("price * price", "number"),
        ("price > 3", "yes/no"),
        ("count > 3", "yes/no"),
        ("begins + days(3)", "datetime"),
        ("now - begins", "duration"),
        ("level == 'Low' ? 'calm' : 'busy'", "text"),
        ("title + '!'", "text"),
        ("tags.size()", "number"),
        ("tags.exists(t, t == 'a')", "yes/no"),
        ("{'Low': 1, 'High': 2}[level]", "number"),
        ("first_name.startsWith('A')", "yes/no"),
    ],
)
def test_a_computed_field_finds_its_type(read: Read, expression: str, type_: str) -> None:
    found = entity(
        read,
        f"""
        entities:
          Thing:
            title: text
            first name: text
            count: number, 0..9
            price: money
            begins: datetime
            level: [Low, High]
            tags: any of a, b
            out: "= {expression}"
        """,
    )
    assert found.fields["out"].type == type_


def test_computed_fields_may_use_each_other_in_any_order(read: Read) -> None:
    found = entity(read, "entities: {Thing: {a: = b > 2, b: = c + 1, c: number}}")
    assert [f.type for f in found.fields.values()] == ["yes/no", "number", "number"]


@pytest.mark.parametrize(
    ("fields", "code", "column", "message"),
    [
        ("a: = b, b: = a", "loop", 25, "'a' is worked out from itself: a -> b -> a"),
        ("a: = b, b: = c, c: = b", "loop", 33, "'b' is worked out from itself: b -> c -> b"),
        ("a: = a + 1", "loop", 25, "'a' is worked out from itself: a -> a"),
        ("a: = nothing", "unknown-name", 25, "there is no 'nothing' to reckon with"),
        ("a: number, b: = a +", "no-expression", 39, "'a +' is no expression: it ends too early"),
        (
            "a: number, b: = a + 'x'",
            "never-works",
            36,
            "'a + 'x'' cannot be worked out: it joins what does not go together",
        ),
        ("a: number, b: = a > 1 ? 'x' : 2", "not-yaml", 48, "a second ': ' before the next comma"),
        ("a: number, 'b': '= a > 1 ? \"x\" : 2'", "two-types", 39, "'b' is sometimes number and sometimes text"),
        ("a: date, b: = a + 3 days", "no-expression", 38, "'a + 3 days' is no expression: "),
        ("a: number, b: = a and true", "no-expression", 38, "'a and true' is no expression: "),
    ],
)
def test_a_computed_field_that_fails(found: Found, fields: str, code: str, column: int, message: str) -> None:
    finding = found(code, f"entities: {{Thing: {{{fields}}}}}")
    assert finding.message.startswith(message)
    assert finding.position == (1, column)
    assert finding.fix


def test_states_come_in_the_order_of_the_life_cycle(read: Read) -> None:
    found = status(
        read,
        """\
      Open | Reopened -> Triaged: Triage (Agent), asks title
      Triaged -> Done: Finish
      Done -> Reopened: Reopen (Agent, own)
      any: Rename (Lead), asks title
        """,
    )
    assert found.options == ("Open", "Triaged", "Done", "Reopened")
    assert found.default == "Open"
    triage, finish, reopen, rename = found.moves
    assert (triage.sources, triage.target, triage.roles, triage.asks) == (
        ("Open", "Reopened"),
        "Triaged",
        ("Agent",),
        ("title",),
    )
    assert finish.roles == ("Agent", "Lead")
    assert reopen.own
    assert (rename.sources, rename.target) == ((), "")


def test_one_way_may_have_two_buttons_and_a_state_moves_that_change_nothing(read: Read) -> None:
    found = status(read, "      Open -> Done: [Finish (Agent), Give up (Lead)]\n      Done: Praise\n")
    assert [(m.name, m.target) for m in found.moves] == [("Finish", "Done"), ("Give up", "Done"), ("Praise", "")]


@pytest.mark.parametrize(
    ("moves", "code", "position", "fix"),
    [
        ("A -> B: Go (Agnet)", "unknown-role", (6, 19), "did you mean 'Agent'?"),
        ("A -> B: Go ()", "nobody", (6, 19), "name a role, as in (Agent)"),
        ("A -> B: Go, asks titel", "unknown-field", (6, 24), "did you mean 'title'?"),
        ("A -> B: Go (Agent) now", "bad-move", (6, 15), "write: NAME OF THE BUTTON"),
        ("A -> B:", "no-button", (6, 7), "write: NAME OF THE BUTTON"),
        ("A -> : Go", "bad-move", (6, 7), "write: From -> To"),
        ("A -> B -> C: Go", "bad-move", (6, 7), "write: From -> To"),
        ("any: Go", "no-states", (5, 5), "write its type, as in text, or its moves"),
        ("{A -> B: Go, B -> A: Back, C -> A: Home}", "state-unreached", (6, 34), "add a move to it, as in A -> C: ..."),
        ("{A -> B: Go}", "state-final", (6, 13), "nothing, if that is the end"),
        ("{A -> B: Go, A -> C: Go}", "said-twice", (6, 28), "give one of the buttons another name"),
    ],
)
def test_a_life_cycle_with_a_mistake(
    found: Found, *, moves: str, code: str, position: tuple[int, int], fix: str
) -> None:
    text = f"roles: [Agent, Lead]\nentities:\n  Ticket:\n    title: text\n    state:\n      {moves}\n"
    finding = found(code, text)
    assert finding.position == position
    assert fix in finding.fix


def test_a_stamp_names_a_state(read: Read, found: Found) -> None:
    text = "entities:\n  Ticket:\n    done: datetime, set when {}\n    state: {{Open -> Done: Finish}}\n"
    assert entity(read, text.format("Done")).fields["done"].stamp == "Done"
    assert found("unknown-state", text.format("Dome")).position == (3, 30)


def test_the_plural_may_be_said(read: Read) -> None:
    reading = read("entities: {Person (People): {name: person}, Category: {name: text}, Box: {name: text}}")
    assert reading.solution
    assert {n: e.plural for n, e in reading.solution.base.entities.items()} == {
        "Person": "People",
        "Category": "Categories",
        "Box": "Boxes",
    }


def test_a_field_with_more_to_say_may_hold_a_life_cycle(read: Read) -> None:
    found = entity(read, "entities: {Ticket: {state: {label: Progress, moves: {Open -> Done: Finish}}}}")
    assert found.status
    assert found.status.label == "Progress"
